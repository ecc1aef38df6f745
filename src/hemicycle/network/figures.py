"""The register as charts: the seats of a chamber, the world as tiles."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.kit.charts import Band, Base, Group, Hemicycle, Tile, TileGrid
from hemicycle.network import states, wording
from hemicycle.network.models import Fact
from hemicycle.network.offer import seat_band_label
from hemicycle.network.queries import House, Register
from hemicycle.ui.formatting import format_number

SEATS_KEY = "seats"


def seats_of(house: House, fact: Fact | None) -> Hemicycle | None:
    """One dot for each seat; nothing where nobody knows how many there are."""
    seats = house.seats
    if not seats or fact is None:
        return None
    return Hemicycle(
        key=f"{SEATS_KEY}-{house.key.lower()}",
        reading=f"{wording.seats(seats)}.",
        base=Base(n=seats, unit="seat"),
        source=fact.source.title,
        as_of=fact.as_of if fact.as_of[:1].isdigit() else "",
        unit="seat",
        groups=(Group(SEATS_KEY, _("Seats"), seats, "neutral"),),
    )


def world(register: Register, shown: Collection[str] | None) -> TileGrid:
    """Every parliament as a tile: by seats, or by whether it is among those `shown` once the list is narrowed."""
    houses = register.parliaments
    tiles = tuple(_tile(house, shown) for house in houses if house.place and house.place.column and house.place.row)
    return TileGrid(
        key="world",
        reading=_world_sentence(len(houses), shown),
        base=Base(n=len(houses), unit="parliament"),
        source=_("the register; the page of each parliament names its sources"),
        as_of=register.as_of,
        tiles=tiles,
        bands=_bands() if shown is None else (Band(_("Not in the list"), 0), Band(_("In the list"), 1)),
        tile_label=_("Country"),
        value_label=_("Seats") if shown is None else _("In the list"),
    )


def _tile(house: House, shown: Collection[str] | None) -> Tile:
    place = house.place
    value = house.seats if shown is None else int(house.key in shown)
    return Tile(place.key, place.name, place.column, place.row, value, house.get_absolute_url())  # type: ignore[union-attr,arg-type]


def _bands() -> tuple[Band, ...]:
    return tuple(Band(seat_band_label(band), least) for band, (least, _most) in states.SEAT_BANDS.items())


def _world_sentence(total: int, shown: Collection[str] | None) -> str:
    if shown is None:
        return _("Seats in each parliament, all its chambers together; one tile is one country.")
    sentence = ngettext(
        "%(n)s of %(total)s parliaments is in the list; one tile is one country.",
        "%(n)s of %(total)s parliaments are in the list; one tile is one country.",
        len(shown),
    )
    return sentence % {"n": format_number(len(shown)), "total": format_number(total)}


def seats_fact(facts: Sequence[Fact], house: House) -> Fact | None:
    """The fact behind the number of seats that is shown."""
    found = [fact for fact in facts if fact.body_id == house.pk and fact.name == states.FactName.SEATS]
    return next((fact for fact in found if fact.value == house.current.get("seats")), None)
