"""From the rows of a hub to what they mean: the countries that it is for, who hosts it today."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from hemicycle.core.dates import holds
from hemicycle.network.queries import register


def countries_for(region: str, countries: Iterable[str]) -> tuple[str, ...]:
    """The keys of the countries that a regional hub is for: those of its region, and those named beside it."""
    named = set(countries)
    return tuple(
        house.key for house in register().parliaments if house.key in named or (region and region in house.regions)
    )


def regions_for(region: str, countries: Iterable[str]) -> tuple[str, ...]:
    """The slugs of all regions in which those countries lie, the widest first."""
    held = register()
    return tuple(dict.fromkeys(slug for key in countries_for(region, countries) for slug in held[key].regions))


def countries_of(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of the countries whose parliaments, or chambers of these, are among the rows."""
    held = register()
    houses = [house for row in rows if (house := held.get(row["key"])) is not None]
    return {house.place.key for house in houses if house.place is not None}


def hosting_on(hosts: Sequence[Mapping[str, Any]], day: date) -> list[Mapping[str, Any]]:
    """The agreements that run on a day; of an agreement and its renewal, both of which may hold it, the later one."""
    running = [row for row in hosts if holds(row["since"], row["until"], day)]
    return list({row["key"]: row for row in reversed(running)}.values())[::-1]
