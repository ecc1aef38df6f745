"""The list of parliaments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.catalogue import offered
from hemicycle.core.lists import Listed, address, listed
from hemicycle.kit.charts import TileGrid
from hemicycle.kit.words.folding import fold
from hemicycle.network import figures, queries, wording
from hemicycle.network.offer import REGION
from hemicycle.network.periods import region_path
from hemicycle.network.queries import House
from hemicycle.network.states import BodyKind
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import FacetGroup, Link

OPENED = ("region", "income", "structure")
# Lists of names in Arabic pass over the article.
ARTICLE = "ال"


@dataclass(frozen=True)
class Row:
    """One parliament in the list."""

    place: str  # its country; the name itself for a regional body
    address: str  # its profile
    name: str  # the institution
    language: str  # of the institution's name
    seats: str  # how many, all chambers together; empty if nobody knows


@dataclass(frozen=True)
class Letter:
    """The parliaments whose countries begin with one letter."""

    letter: str  # as it is written large
    rows: tuple[Row, ...]  # in the order of the reader's alphabet


@dataclass(frozen=True)
class ParliamentsPage:
    """All parliaments of the register, narrowed by facets."""

    template: ClassVar[str] = "network/parliaments.html"
    section: ClassVar[str] = "network:parliaments"

    title: str  # of the page
    lead: str  # how many there are
    listed: Listed  # facets, counts and addresses
    letters: tuple[Letter, ...]  # the parliaments of the list
    summary: str  # how many are in the list
    world: TileGrid  # the same as tiles
    regional: tuple[Row, ...]  # regional bodies; shown while the list is not narrowed
    compare: str  # where parliaments are compared
    downloads: tuple[Link, ...]  # the same list as open data and as a picture


def parliaments_page(parameters: Any, path: str) -> ParliamentsPage:
    found = listed(offered(BodyKind.PARLIAMENT), parameters, path, by_key=True, size=None, beginning=OPENED)
    register = queries.register()
    houses = [register.by_uid[uid] for uid in found.uids if uid in register.by_uid]
    total = len(register.parliaments)
    return ParliamentsPage(
        title=_("Parliaments"),
        lead=_lead(total, sum(1 for house in register.houses.values() if house.kind == BodyKind.CHAMBER)),
        listed=replace(found, groups=tuple(_folded(group, found, path) for group in found.groups)),
        letters=in_letters(houses),
        summary=_summary(len(houses), total),
        world=figures.world(register, {house.key for house in houses} if found.chosen else None),
        regional=() if found.chosen else tuple(_row(house) for house in register.regional_bodies),
        compare=reverse("network:compare"),
        downloads=_downloads(found),
    )


def _folded(group: FacetGroup, found: Listed, path: str) -> FacetGroup:
    """The tree of regions shows its continents, and what is below those that are chosen; the others as they are.

    A region that is chosen takes the place of those above and below it, since it would add nothing to them.
    """
    if group.name != REGION.name:
        return group
    chosen = found.chosen.get(REGION.name, ())
    opened = {region_path(slug)[0] for slug in chosen}
    counted = {value.label: value for value in group.values}
    values = tuple(
        replace(value, address=_chosen_instead(slug, found, path))
        for slug, label in REGION.labels().items()
        if (value := counted.get(label)) is not None and (not value.depth or region_path(slug)[0] in opened)
    )
    return replace(group, values=values, shown=len(values))


def _chosen_instead(slug: str, found: Listed, path: str) -> str:
    before = found.chosen.get(REGION.name, ())
    kin = [other for other in before if other == slug or slug not in region_path(other)]
    kept = [other for other in kin if other == slug or other not in region_path(slug)]
    return address(path, {**found.chosen, REGION.name: kept}, {}, REGION.name, slug)


def in_letters(houses: Sequence[House]) -> tuple[Letter, ...]:
    letters: dict[str, list[Row]] = {}
    for key, house in sorted(((sort_key(house), house) for house in houses), key=lambda pair: pair[0]):
        letters.setdefault(key[:1].upper(), []).append(_row(house))
    return tuple(Letter(letter, tuple(rows)) for letter, rows in letters.items())


def sort_key(house: House) -> str:
    """The country's name without accents and case, in Arabic without its article."""
    name = fold(house.place.name if house.place else house.name)
    return name.removeprefix(ARTICLE) if active_language() == "ar" else name


def _row(house: House) -> Row:
    return Row(
        place=house.place.name if house.place else house.name,
        address=house.get_absolute_url(),
        name=house.name if house.place else "",
        language=house.name_language,
        seats=wording.seats(house.seats) if house.seats else "",
    )


def _lead(parliaments: int, chambers: int) -> str:
    one = ngettext("%(n)s parliament", "%(n)s parliaments", parliaments) % {"n": format_number(parliaments)}
    two = ngettext("%(n)s chamber", "%(n)s chambers", chambers) % {"n": format_number(chambers)}
    words = {"parliaments": one, "chambers": two}
    return _("%(parliaments)s with %(chambers)s, each fact with its date and its source.") % words


def _summary(here: int, total: int) -> str:
    if here == total:
        return ngettext("%(n)s parliament", "%(n)s parliaments", total) % {"n": format_number(total)}
    words = {"n": format_number(here), "total": format_number(total)}
    return ngettext("%(n)s of %(total)s parliaments", "%(n)s of %(total)s parliaments", here) % words


def _downloads(found: Listed) -> tuple[Link, ...]:
    """The same choice in each form."""
    ways = (
        ("CSV", reverse("network:parliaments_data", args=["csv"])),
        ("JSON", reverse("network:parliaments_data", args=["json"])),
        (_("Chambers as CSV"), reverse("network:chambers_data", args=["csv"])),
        (_("Chambers as JSON"), reverse("network:chambers_data", args=["json"])),
        (_("Map as SVG"), reverse("network:world", args=["svg"])),
        (_("Map as PNG"), reverse("network:world", args=["png"])),
        (_("Map as CSV"), reverse("network:world", args=["csv"])),
    )
    whole = ("chambers" in way for _label, way in ways)
    return tuple(
        Link(label, way if all_of_them else address(way, found.chosen, {}))
        for (label, way), all_of_them in zip(ways, whole, strict=True)
    )
