"""Words in drawings that leave the site: fonts, widths and broken lines.

The fonts are Noto's, cut to the letters of our languages (licence beside them); they are never sent to a page.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from .svg import ARABIC

FONTS = Path(__file__).parent / "fonts"
FILES = tuple(str(path) for path in sorted(FONTS.glob("*.ttf")))
# Widths are measured at this size and scaled, so that each font is opened once.
MEASURE = 100


class Style(NamedTuple):
    """A kind of words: the family names that a program may know, the weight, and our own files for the two scripts."""

    latin: str
    arabic: str
    weight: int
    arabic_weight: int
    latin_file: str
    arabic_file: str


TEXT = Style("Noto Sans", "Noto Naskh Arabic", 400, 400, "NotoSans-Regular.ttf", "NotoNaskhArabic-Regular.ttf")
STRONG = TEXT._replace(
    weight=600, arabic_weight=700, latin_file="NotoSans-SemiBold.ttf", arabic_file="NotoNaskhArabic-Bold.ttf"
)
TITLE = STRONG._replace(latin="Noto Serif", latin_file="NotoSerif-SemiBold.ttf")


def rule(style: Style, language: str) -> str:
    """Give the declarations of CSS for a kind of words; the script of the language comes first."""
    generic = "sans-serif" if style.latin == "Noto Sans" else "serif"
    if language == "ar":
        return f'font-family:"{style.arabic}","{style.latin}",{generic};font-weight:{style.arabic_weight}'
    return f'font-family:"{style.latin}","{style.arabic}",{generic};font-weight:{style.weight}'


@cache
def font(file: str) -> ImageFont.FreeTypeFont:
    """Open one of our fonts for measuring."""
    return ImageFont.truetype(str(FONTS / file), MEASURE)


def width(text: str, style: Style, size: float) -> float:
    """Measure words in the units of `size`; Arabic and other letters each by their own font."""
    pieces = ARABIC.split(text)
    files = (style.latin_file, style.arabic_file)
    lengths = (font(files[place % 2]).getlength(piece) for place, piece in enumerate(pieces) if piece)
    return sum(lengths) * size / MEASURE


def broken(text: str, style: Style, size: float, room: float, most: int | None = None) -> list[str]:
    """Break words into lines that fit the room; beyond `most` lines the last one ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, style, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1].split()
    while last and width(f"{' '.join(last)} …", style, size) > room:
        last.pop()
    return [*lines[: most - 1], f"{' '.join(last)} …"]
