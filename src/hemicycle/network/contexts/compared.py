"""Up to six parliaments side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from hemicycle.network import queries, wording
from hemicycle.network.contexts.known import held, value_of
from hemicycle.network.contexts.listing import sort_key
from hemicycle.network.models import Fact
from hemicycle.network.queries import House, Register
from hemicycle.network.states import FactName
from hemicycle.ui.formatting import format_list, format_number
from hemicycle.ui.parts import Cell, Link

MOST = 6
OF_ALL = (FactName.STRUCTURE, FactName.STATUS)
OF_CHAMBERS = (FactName.SEATS, FactName.ELECTION_SYSTEM, FactName.TERM_YEARS)
OF_COUNTRY = (
    *(FactName.REGION, FactName.INCOME_GROUP, FactName.POPULATION, FactName.LANGUAGE),
    *(FactName.IPU_MEMBER, FactName.IPU_GROUP),
)


@dataclass(frozen=True)
class ComparisonPage:
    """Parliaments side by side, and the form by which one more is chosen."""

    template: ClassVar[str] = "network/compare.html"
    section: ClassVar[str] = "network:parliaments"

    title: str  # names who is compared
    lead: str  # what the page is for
    caption: str  # of the table
    refusal: str  # why not all that were asked for are shown; empty when all is well
    heads: tuple[Link, ...]  # one for each parliament, with its country
    rows: tuple[tuple[str, tuple[str | Cell, ...]], ...]  # a label, and a cell for each parliament
    keys: tuple[str, ...]  # of the parliaments shown
    choices: tuple[tuple[str, str], ...]  # key and country of those that may be added
    removals: tuple[Link, ...]  # the same comparison without one of them
    trail: tuple[Link, ...]  # the way to here


def comparison_page(keys: Sequence[str]) -> ComparisonPage:
    """The first six are shown; the page says so when more were asked for."""
    register = queries.register()
    asked = list(dict.fromkeys(keys))
    houses = [register[key] for key in asked[:MOST]]
    names = [house.place.name for house in houses if house.place]
    here = reverse("network:compare")
    return ComparisonPage(
        title=_("Compare parliaments") if not names else _("%(names)s compared") % {"names": format_list(names)},
        lead=_("Up to six parliaments side by side."),
        caption=_("Values with their dates; the sources stand on the page of each parliament."),
        refusal=_refusal(len(asked)),
        heads=tuple(
            Link(name, house.get_absolute_url(), note=house.name) for name, house in zip(names, houses, strict=True)
        ),
        rows=_rows(register, houses) if houses else (),
        keys=tuple(house.key for house in houses),
        choices=() if len(houses) == MOST else _choices(register, asked),
        removals=tuple(
            Link(_("Remove %(name)s") % {"name": name}, _without(here, houses, house))
            for name, house in zip(names, houses, strict=True)
        ),
        trail=(Link(_("Parliaments"), reverse("network:parliaments")),),
    )


def _refusal(asked: int) -> str:
    if asked <= MOST:
        return ""
    sentence = ngettext(
        "%(n)s parliament was chosen; at most six can be compared, and the first six are shown.",
        "%(n)s parliaments were chosen; at most six can be compared, and the first six are shown.",
        asked,
    )
    return sentence % {"n": format_number(asked)}


def _choices(register: Register, taken: Sequence[str]) -> tuple[tuple[str, str], ...]:
    free = [house for house in register.parliaments if house.key not in taken]
    named = [(house.key, house.place.name) for house in sorted(free, key=sort_key) if house.place]
    return (("", _("Choose a country")), *named)


def _without(here: str, houses: Sequence[House], left_out: House) -> str:
    rest = [("key", house.key) for house in houses if house is not left_out]
    return f"{here}?{urlencode(rest)}" if rest else here


def _rows(register: Register, houses: Sequence[House]) -> tuple[tuple[str, tuple[str | Cell, ...]], ...]:
    chambers = {house.key: register.chambers_of(house.key) for house in houses}
    bodies = [body.pk for house in houses for body in (house, *chambers[house.key])]
    facts: dict[int, list[Fact]] = {}
    for fact in queries.facts_of(bodies):
        facts.setdefault(fact.body_id, []).append(fact)
    whole = [(_label(name), tuple(_cell(facts, house, name) for house in houses)) for name in OF_ALL]
    seats = (_("Seats in all"), tuple(format_number(house.seats) if house.seats else "" for house in houses))
    inner = [
        (_label(name), tuple(_cells(facts, chambers[house.key], name) for house in houses)) for name in OF_CHAMBERS
    ]
    outer = [(_label(name), tuple(_cell(facts, house, name) for house in houses)) for name in OF_COUNTRY]
    per_seat = (_("People for each seat"), tuple(_people_for_each_seat(house) for house in houses))
    return (*whole, seats, *inner, *outer, per_seat)


def _label(name: FactName) -> str:
    return str(name.label)


def _cell(facts: dict[int, list[Fact]], house: House, name: str) -> str | Cell:
    found = held(facts.get(house.pk, ()), name)
    if not found:
        return ""
    time = wording.time_of(found[0].since, found[0].until, found[0].as_of)
    return Cell(text=value_of(found), note=time, doubtful=_doubt(found))


def _cells(facts: dict[int, list[Fact]], chambers: Sequence[House], name: str) -> str | Cell:
    """A chamber's value by itself, several with the names of their chambers, one a line."""
    said = [(chamber, found) for chamber in chambers if (found := held(facts.get(chamber.pk, ()), name))]
    if len(said) < 2:
        return _cell(facts, said[0][0], name) if said else ""
    lines = (Markup("<bdi>{}</bdi>: {}").format(chamber.name, value_of(found)) for chamber, found in said)
    every = [fact for _chamber, found in said for fact in found]
    times = dict.fromkeys(wording.time_of(fact.since, fact.until, fact.as_of) for fact in every)
    return Cell(
        text=Markup("<br>").join(lines), note=format_list([time for time in times if time]), doubtful=_doubt(every)
    )


def _doubt(facts: Sequence[Fact]) -> str:
    return _("doubtful") if any(fact.doubtful for fact in facts) else ""


def _people_for_each_seat(house: House) -> str:
    """A quotient of two facts of the page, rounded to what can be read."""
    population = house.current.get(FactName.POPULATION)
    return wording.people(str(round(int(population) / house.seats))) if population and house.seats else ""
