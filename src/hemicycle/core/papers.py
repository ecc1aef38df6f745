"""Checks a paper that was handed in by its content, whatever it is called; only plain documents pass."""

import io
import re
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image

from hemicycle.ui.formatting import format_file_size

MOST_PIXELS = 60_000_000
PICTURES = {"JPEG": ("image/jpeg", "jpg"), "PNG": ("image/png", "png")}
# Where an archive that was hung onto a document would announce itself, and what a document may do by itself.
ARCHIVE_END = b"PK\x05\x06"
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


class PaperRefused(ValueError):
    """The file is not kept; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Paper:
    """What a file is, by its content."""

    content: bytes
    media_type: str
    name: str  # Ours; what somebody called the file is not kept.


def checked(content: bytes, *, name: str, most: int) -> Paper:
    """A PDF, or a picture of a page as JPEG or PNG, without anything hung on; it is called what we call it."""
    if len(content) > most:
        message = _("The file is too large; it may have at most %(most)s.")
        raise PaperRefused(message % {"most": format_file_size(most)})
    if not content:
        raise PaperRefused(_("The file is empty."))
    if content.startswith(b"%PDF-"):
        _check_document(content)
        return Paper(content, "application/pdf", f"{name}.pdf")
    media_type, ending, drawn = _picture(content)
    return Paper(drawn, media_type, f"{name}.{ending}")


def _check_document(content: bytes) -> None:
    if b"%%EOF" not in content[-2048:] or ARCHIVE_END in content[-70_000:]:
        raise PaperRefused(_("The PDF is damaged or holds something else as well; print it to a PDF anew."))
    # A name may be written in parts of its letters' numbers.
    named = ESCAPED.sub(lambda sign: bytes.fromhex(sign[1].decode()), content)
    if any(word in named for word in ACTIVE):
        raise PaperRefused(_("The PDF holds scripts or other files; print it to a PDF anew."))


def _picture(content: bytes) -> tuple[str, str, bytes]:
    """The picture drawn anew, so that nothing but its dots is kept: no place where it was taken, nothing hung on."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=tuple(PICTURES))
            small_enough = picture.width * picture.height <= MOST_PIXELS
            drawn = io.BytesIO()
            if small_enough:
                picture.convert("RGB").save(drawn, format=picture.format)
    except Exception as error:  # a broken picture fails in as many ways as there are formats.
        raise PaperRefused(_("This is neither a PDF nor a picture (JPEG or PNG) that can be opened.")) from error
    if not small_enough:
        raise PaperRefused(_("The picture has too many dots; make it smaller."))
    return (*PICTURES[str(picture.format)], drawn.getvalue())
