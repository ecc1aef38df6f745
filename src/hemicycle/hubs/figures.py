"""The members of a hub as a chart: the world as tiles."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.hubs import wording
from hemicycle.kit.charts import Band, Base, Tile, TileGrid
from hemicycle.network.queries import register
from hemicycle.ui.formatting import format_number

NOT, MEMBER, HOST = 0, 1, 2


def members_key(slug: str) -> str:
    return f"members-{slug}"


def members(
    slug: str, hosts: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]], source: str
) -> TileGrid:
    """Every country as a tile: its parliament hosts, takes part with a chamber or as a whole, or does neither."""
    taking_part = countries_of(members)
    hosting = countries_of(hosts)
    count = len(taking_part | hosting)
    reading = ngettext(
        "The parliament of %(n)s country takes part, its host among them.",
        "The parliaments of %(n)s countries take part, hosts among them.",
        count,
    )
    return TileGrid(
        key=members_key(slug),
        reading=reading % {"n": format_number(count)},
        base=Base(n=count, unit="parliament"),
        source=source,
        as_of=timezone.localdate().isoformat(),
        tiles=tuple(
            Tile(
                place.key,
                place.name,
                place.column,
                place.row,
                HOST if place.key in hosting else MEMBER if place.key in taking_part else NOT,
                wording.address(f"/parliaments/{place.key}/") if place.key in taking_part | hosting else "",
            )
            for place in register().places.values()
            if place.column and place.row
        ),
        bands=(Band(_("does not take part"), NOT), Band(_("takes part"), MEMBER), Band(_("hosts the hub"), HOST)),
        tile_label=_("Country"),
        value_label=_("Part in the hub"),
    )


def countries_of(rows: Sequence[Mapping[str, Any]]) -> set[str]:
    """The keys of the countries whose parliaments, or chambers of these, are among the rows."""
    held = register()
    houses = [house for row in rows if (house := held.get(row["key"])) is not None]
    return {house.place.key for house in houses if house.place is not None}
