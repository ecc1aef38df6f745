"""The two figures of the home page: an arc in which a dot is a chamber, and the world as tiles."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from hemicycle.core import days
from hemicycle.kit.charts import Band, Base, Group, Hemicycle, Tile, TileGrid
from hemicycle.network.queries import Register
from hemicycle.network.states import BodyKind, ChamberKind
from hemicycle.pages.queries import HomeCounts


def chambers_in_library(counts: HomeCounts, register: Register) -> Hemicycle:
    """How many of all chambers the library tells about.

    A case about a whole parliament counts for its chamber if it has but one, and for none if it has two.
    """
    chambers = [house for house in register.houses.values() if house.kind == BodyKind.CHAMBER]
    told = sum(
        1
        for house in chambers
        if house.key in counts.bodies or (house.chamber_kind == ChamberKind.SINGLE and house.parent in counts.bodies)
    )
    reading = ngettext(
        "The library tells what %(told)s of %(all)s chambers did.",
        "The library tells what %(told)s of %(all)s chambers did.",
        told,
    )
    return Hemicycle(
        key="chambers-in-library",
        reading=reading % {"told": told, "all": len(chambers)},
        base=Base(len(chambers), "chamber"),
        source=_("this register and library"),
        as_of=days.today().isoformat(),
        groups=(
            Group("told", _("with a case"), told, "yes"),
            Group("untold", _("without a case yet"), len(chambers) - told, "no_answer"),
        ),
        unit="chamber",
    )


def cases_by_country(counts: HomeCounts, register: Register) -> TileGrid:
    language = get_language()
    tiles = tuple(
        Tile(
            key=place.key,
            label=place.name,
            col=place.column,
            row=place.row,
            value=counts.by_country.get(place.key, 0),
            address=f"/{language}/parliaments/{place.key}/" if place.key in counts.by_country else "",
        )
        for place in register.places.values()
        if place.column is not None and place.row is not None
    )
    there = sum(1 for tile in tiles if tile.value)
    reading = ngettext(
        "Cases come from %(there)s of %(all)s countries. One tile is one country, so that small states are seen.",
        "Cases come from %(there)s of %(all)s countries. One tile is one country, so that small states are seen.",
        there,
    )
    return TileGrid(
        key="cases-by-country",
        reading=reading % {"there": there, "all": len(tiles)},
        base=Base(len(tiles), "country"),
        source=_("this library"),
        as_of=days.today().isoformat(),
        tiles=tiles,
        bands=(Band(_("none yet"), 0), Band(_("one"), 1), Band(_("two or three"), 2), Band(_("four or more"), 4)),
        tile_label=_("Country"),
        value_label=_("Cases"),
    )
