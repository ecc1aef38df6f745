"""Contrast of colours, and the nearest lighter one that can be read.

Colours are written `#rrggbb`. Luminance and contrast are those of WCAG 2.2, where two colours have a ratio from 1 (the
same) to 21 (black on white).
"""

import colorsys

STEPS = 100


def luminance(colour: str) -> float:
    """Give the relative luminance from 0 (black) to 1 (white); ValueError for anything but `#rrggbb`."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the ratio of contrast from 1 to 21, whichever is the lighter."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightened(colour: str, *, against: str, least: float) -> str:
    """Give the colour itself or the same hue with just so much more lightness that it has the contrast asked for.

    White is given where no lightness suffices.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        light = lightness + (1 - lightness) * step / STEPS
        found = "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
        if contrast(found, against) >= least:
            return found
    return "#ffffff"


def _parts(colour: str) -> tuple[float, float, float]:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"“{colour}” is no colour; write #rrggbb")
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
