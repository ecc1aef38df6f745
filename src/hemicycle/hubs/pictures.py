"""Checks a picture that was handed in by its content and draws it anew, small enough for slow links."""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from hemicycle.hubs.states import PICTURE_BYTES
from hemicycle.ui.formatting import format_file_size

MOST_PIXELS = 60_000_000
WIDEST = 1200
FORMATS = ("JPEG", "PNG", "WEBP")


class PictureRefused(ValueError):
    """The picture is not kept; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept: nothing but its dots, without the place where it was taken."""

    content: bytes
    width: int
    height: int
    media_type: str = "image/webp"


def checked(content: bytes) -> Picture:
    if len(content) > PICTURE_BYTES:
        message = _("The picture is too large; it may have at most %(most)s.")
        raise PictureRefused(message % {"most": format_file_size(PICTURE_BYTES)})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
            small_enough = picture.width * picture.height <= MOST_PIXELS
            drawn = _drawn(picture) if small_enough else None
    except Exception as error:  # a broken picture fails in as many ways as there are formats.
        raise PictureRefused(_("This is not a picture (JPEG, PNG or WebP) that can be opened.")) from error
    if drawn is None:
        raise PictureRefused(_("The picture has too many dots; make it smaller."))
    return drawn


def _drawn(picture: Image.Image) -> Picture:
    turned = ImageOps.exif_transpose(picture).convert("RGB")
    turned.thumbnail((WIDEST, 4 * WIDEST))
    kept = io.BytesIO()
    turned.save(kept, format="WEBP", quality=80, method=4)
    return Picture(kept.getvalue(), turned.width, turned.height)
