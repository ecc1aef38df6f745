"""The members of a hub, and of all hubs, as charts: the world as tiles."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.hubs import wording
from hemicycle.hubs.analysis import countries_of
from hemicycle.kit.charts import Band, Base, Tile, TileGrid
from hemicycle.network.queries import register
from hemicycle.ui.formatting import format_number

NEITHER, MEANT, MEMBER, HOST = 0, 1, 2, 3


def members(
    slug: str, region: Sequence[str], hosts: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]]
) -> TileGrid:
    """Every country as a tile: its parliament hosts, takes part, could since the hub is for it, or none of these."""
    hosting, taking_part = countries_of(hosts), countries_of(members)
    here = hosting | taking_part
    values = {
        **dict.fromkeys(region, MEANT),
        **dict.fromkeys(taking_part, MEMBER),
        **dict.fromkeys(hosting, HOST),
    }
    bands = [
        Band(_("elsewhere") if region else _("not known to take part"), NEITHER),
        *([Band(_("the hub is for it"), MEANT)] if region else []),
        *([Band(_("takes part"), MEMBER)] if taking_part - hosting else []),
        *([Band(_("hosts"), HOST)] if hosting else []),
    ]
    return TileGrid(
        key=f"members-{slug}",
        reading=_reading(len(here), len(set(region) | here), regional=bool(region)),
        base=Base(n=len(set(region) | here), unit="country"),
        source=_("the list of hosts and members on this page"),
        as_of=timezone.localdate().isoformat(),
        tiles=_tiles(values, lambda key: f"/parliaments/{key}/" if key in here else ""),
        bands=tuple(bands),
        tile_label=_("Country"),
        value_label=_("Part in the hub"),
        worded=True,
    )


def of_all_hubs(meant: Collection[str], taking_part: Collection[str], hosting: Collection[str]) -> TileGrid:
    """Every country as a tile: its parliament hosts a hub, takes part in one, could in a regional one, or neither."""
    here = {*taking_part, *hosting}
    reading = ngettext(
        "The parliament of %(n)s country is known to host a hub or to take part in one.",
        "The parliaments of %(n)s countries are known to host a hub or to take part in one.",
        len(here),
    )
    values = {**dict.fromkeys(meant, MEANT), **dict.fromkeys(taking_part, MEMBER), **dict.fromkeys(hosting, HOST)}
    tiles = _tiles(values, lambda key: f"/parliaments/{key}/" if key in here else "")
    return TileGrid(
        key="hubs-by-country",
        reading=reading % {"n": format_number(len(here))},
        base=Base(n=len(tiles), unit="country"),
        source=_("the hubs listed here"),
        as_of=timezone.localdate().isoformat(),
        tiles=tiles,
        bands=(
            Band(_("in no hub that is known"), NEITHER),
            Band(_("a regional hub is for it"), MEANT),
            Band(_("takes part"), MEMBER),
            Band(_("hosts"), HOST),
        ),
        tile_label=_("Country"),
        value_label=_("Part in hubs"),
        worded=True,
    )


def _reading(here: int, of: int, *, regional: bool) -> str:
    if regional:
        words = ngettext(
            "The parliament of %(n)s of %(all)s countries for which the hub is meant is known to take part.",
            "The parliaments of %(n)s of %(all)s countries for which the hub is meant are known to take part.",
            here,
        )
        return words % {"n": format_number(here), "all": format_number(of)}
    words = ngettext(
        "The parliament of %(n)s country is known to take part.",
        "The parliaments of %(n)s countries are known to take part.",
        here,
    )
    return words % {"n": format_number(here)}


def _tiles(values: Mapping[str, int], address: Callable[[str], str]) -> tuple[Tile, ...]:
    return tuple(
        Tile(
            place.key,
            place.name,
            place.column,
            place.row,
            values.get(place.key, NEITHER),
            wording.address(path) if (path := address(place.key)) else "",
        )
        for place in register().places.values()
        if place.column and place.row
    )
