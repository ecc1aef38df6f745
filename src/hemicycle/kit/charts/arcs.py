"""The geometry of the hemicycle: n equal dots in arcs, like the seats of a chamber."""

from functools import lru_cache
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from .shares import apportion

# The share of the distance between two centres that a dot fills: more looks crowded, less looks like dust.
FILL = 0.74
# A dot of a very small chamber would otherwise be a balloon; in units of half the width.
LARGEST_RADIUS = 0.09
# More distance than this between centres no longer makes the dots larger.
ENOUGH = 2 * LARGEST_RADIUS / (FILL * (1 - LARGEST_RADIUS))
# How far inside the floor of the chamber reaches, as shares of the outer radius.
FLOORS = (0.36, 0.4, 0.44, 0.48, 0.52)


class Arcs(NamedTuple):
    """Centres of dots from left to right by angle, their radius, and the height of the box, which is 2 wide."""

    positions: tuple[tuple[float, float], ...]
    radius: float
    height: float


class Plan(NamedTuple):
    """How many dots sit in each row, the rows' radii, and the least distance between centres."""

    counts: tuple[int, ...]
    radii: tuple[float, ...]
    distance: float


@lru_cache(maxsize=256)
def arc_positions(n: int) -> Arcs:
    """Place n dots in rows of half circles, equally spaced within each row.

    Shapes: n pairs (x, y), ordered by angle from the left end to the right, inner rows first at the same angle.
    Units: half the width of the drawing; x runs from 0 to 2, y downwards from 0 to `height`, and every dot lies wholly
    inside that box. The drawing is symmetric about x = 1, and no two dots touch.
    Errors: ValueError when n is negative.
    Source: rows of equal depth, seats in proportion to the rows' radii; of a few plans the one with the largest dots.
    """
    if n < 0:
        raise ValueError(f"{n} dots cannot be drawn")
    if not n:
        return Arcs((), 0.0, 1.0)
    plan = best_plan(n)
    radius = min(LARGEST_RADIUS, plan.distance * FILL / (2 + plan.distance * FILL))
    reach = 1 - radius
    seats = [
        (row_angle(place, count), -number, inner)
        for number, (count, inner) in enumerate(zip(plan.counts, plan.radii, strict=True))
        for place in range(count)
    ]
    seats.sort(key=lambda seat: (seat[0], -seat[1]))
    positions = tuple(
        (1 - reach * inner * cos(pi * turn), 1 - reach * inner * sin(pi * turn)) for turn, _, inner in seats
    )
    return Arcs(positions, radius, 1 + radius)


def row_angle(place: int, count: int) -> float:
    """Give the angle of a seat in its row, as a share of the half circle; a lonely seat sits in the middle."""
    return 0.5 if count == 1 else place / (count - 1)


def best_plan(n: int) -> Plan:
    """Choose, among floors and numbers of rows near the ideal, the plan with the largest dots and fewest rows."""
    plans = []
    for floor in FLOORS:
        cell = sqrt(pi * (1 - floor**2) / (2 * n))
        ideal = int((1 - floor) / cell) + 1
        plans += [plan_rows(n, rows, floor) for rows in range(max(1, ideal - 2), ideal + 2) if 2 * rows <= n + 1]
    return max(plans, key=lambda plan: (min(plan.distance, ENOUGH), -len(plan.counts)))


def plan_rows(n: int, rows: int, floor: float) -> Plan:
    """Fill the given number of rows between the floor and the outer arc of radius 1."""
    depth = (1 - floor) / (rows - 1) if rows > 1 else 1.0
    radii = tuple(1 - depth * (rows - 1 - row) for row in range(rows))
    counts = tuple(extra + 1 for extra in apportion(n - rows, radii))
    shared = [(radius, count) for radius, count in zip(radii, counts, strict=True) if count > 1]
    chords = [2 * radius * sin(pi / (2 * (count - 1))) for radius, count in shared]
    return Plan(counts, radii, min([depth, *chords]))
