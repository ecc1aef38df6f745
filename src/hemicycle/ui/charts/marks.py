"""The marks of the answer scale: each tone has a shape beside its colour, so that print loses nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from hemicycle.kit.charts import Tone

from .svg import element, num

Place = tuple[float, float]


class Shape(NamedTuple):
    """A disc or a ring, in units of the dot's radius: `width` of the pen, `ring` its distance from the centre."""

    width: float
    ring: float = 0.0
    core: float = 0.0


SHAPES: dict[Tone, Shape] = {
    "yes": Shape(2),
    "neutral": Shape(2),
    "partly": Shape(0.34, 0.83),
    "planned": Shape(0.24, 0.88, core=0.84),
    "no": Shape(0.5, 0.75),
    "not_applicable": Shape(1),
    "no_answer": Shape(0.24, 0.88),
}


def dots(places: Sequence[Place], radius: float, tone: Tone) -> str:
    """Draw all dots of one tone; places and radius are whole or short numbers in the units of the drawing."""
    if not places:
        return ""
    shape = SHAPES[tone]
    name = f"dot dot-{tone.replace('_', '-')}"
    if not shape.ring:
        return element("path", class_=name, stroke_width=shape.width * radius, d=points(places))
    drawn = element("path", class_=name, stroke_width=shape.width * radius, d=rings(places, shape.ring * radius))
    if shape.core:
        drawn += element("path", class_=name, stroke_width=shape.core * radius, d=points(places))
    return drawn


def points(places: Sequence[Place]) -> str:
    """A path of lines without length: their round ends are discs, at a few octets each."""
    return moves(places, "h0")


def rings(places: Sequence[Place], radius: float) -> str:
    """A path of circles, each from its leftmost point and back."""
    around, across = num(radius), num(2 * radius)
    circle = f"a{around} {around} 0 1 0 {across} 0a{around} {around} 0 1 0-{across} 0"
    return moves([(x - radius, y) for x, y in places], circle)


def moves(places: Sequence[Place], stroke: str) -> str:
    """Go from place to place and draw the same stroke, which ends where it began; relative steps are short."""
    parts: list[str] = []
    here = (0.0, 0.0)
    for place in places:
        dx, dy = num(place[0] - here[0]), num(place[1] - here[1])
        parts.append(f"{'m' if parts else 'M'}{dx}{'' if dy.startswith('-') else ' '}{dy}{stroke}")
        here = (here[0] + float(dx), here[1] + float(dy))
    return "".join(parts)


def sample(tone: Tone) -> str:
    """One dot of a tone in a box of 20 by 20, for legends."""
    return dots([(10.0, 10.0)], 8, tone)
