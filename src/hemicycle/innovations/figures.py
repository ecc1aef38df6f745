"""The library as a chart: cases by country."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from hemicycle.core import days
from hemicycle.innovations import wording
from hemicycle.kit.charts import Band, Base, Tile, TileGrid
from hemicycle.network.queries import register

CASES_KEY = "cases-by-country"


def cases_by_country(counts: Mapping[str, int], total: int) -> TileGrid:
    """Every country as a tile, those with cases in three depths; each with cases leads to its cases."""
    return TileGrid(
        key=CASES_KEY,
        reading=_("Cases by country; one tile is one country, so that small states are seen."),
        base=Base(n=total, unit="case"),
        source=_("this library"),
        as_of=days.today().isoformat(),
        tiles=tuple(
            Tile(
                place.key,
                place.name,
                place.column,
                place.row,
                counts.get(place.key, 0),
                wording.address(f"/cases/?country={place.key}") if place.key in counts else "",
            )
            for place in register().places.values()
            if place.column and place.row
        ),
        bands=(Band(_("none yet"), 0), Band(_("one"), 1), Band(_("two or three"), 2), Band(_("four or more"), 4)),
        tile_label=_("Country"),
        value_label=_("Cases"),
    )
