"""The profile of a parliament or a regional body."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from hemicycle.core import panels
from hemicycle.core.history import address_of
from hemicycle.core.lists import address
from hemicycle.kit.charts import Hemicycle
from hemicycle.network import figures, queries, wording
from hemicycle.network.contexts.keeping import ways_to_say_more
from hemicycle.network.contexts.known import alike, history_columns, history_row, known
from hemicycle.network.models import Fact
from hemicycle.network.queries import House, Reference
from hemicycle.network.states import BodyKind, ChamberKind, FactName
from hemicycle.ui import parts
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Cell, Column, Link

OF_A_CHAMBER = (FactName.SEATS, FactName.ELECTION_SYSTEM, FactName.TERM_YEARS, FactName.INNOVATION_FORM)
OF_A_PARLIAMENT = (
    *(FactName.STRUCTURE, FactName.STATUS, FactName.IPU_MEMBER, FactName.IPU_GROUP, FactName.REGION),
    *(FactName.INCOME_GROUP, FactName.POPULATION, FactName.LANGUAGE, FactName.INNOVATION_FORM, FactName.WEBSITE),
)
EXPECTED = (
    *OF_A_CHAMBER,
    FactName.IPU_MEMBER,
    FactName.INCOME_GROUP,
    FactName.POPULATION,
    FactName.LANGUAGE,
    FactName.WEBSITE,
)


@dataclass(frozen=True)
class Chamber:
    """One chamber as the profile shows it."""

    key: str  # also its anchor in the page
    kind: str  # lower, upper or single, in words
    name: str  # of the institution
    language: str  # of its name
    local: str  # its name in its own language, where that differs
    facts: tuple[parts.Fact, ...]  # seats, election, term
    seats: Hemicycle | None  # one dot for each seat
    figure: str  # address of the figure, without its ending


@dataclass(frozen=True)
class ProfilePage:
    """What the register knows of one body, and what other packages know of it."""

    template: ClassVar[str] = "network/profile.html"
    section: ClassVar[str] = "network:parliaments"

    title: str  # country and institution
    lead: str  # what it is, in two or three sentences
    preview: str  # address of the picture for messengers
    name: str  # of the institution
    name_language: str  # in which its name is
    place: str  # country and key
    trail: tuple[Link, ...]  # the way to here
    here: str  # the last step of that way
    facts: tuple[parts.Fact, ...]  # what holds now
    unstated: tuple[str, ...]  # what nobody has said
    note: str  # in words, from the data; may be empty
    chambers: tuple[Chamber, ...]  # the chambers, the lower first
    panels: tuple[Markup, ...]  # what other packages show here
    columns: tuple[Column, ...]  # of the table of facts
    history: tuple[tuple[str | Cell, ...], ...]  # every fact with its period and source
    ways: tuple[Link, ...]  # the sources of the facts, its peers, the comparison, its history
    downloads: tuple[Link, ...]  # the same as open data


def profile_page(house: House, viewer: Any = None) -> ProfilePage:
    register = queries.register()
    chambers = register.chambers_of(house.key) or (house,)
    facts = queries.facts_of([house.pk, *(chamber.pk for chamber in chambers)])
    mine = [fact for fact in facts if fact.body_id == house.pk]
    shown = tuple(_chamber(chamber, facts) for chamber in chambers)
    key_facts = _key_facts(house, mine, shown)
    said = {str(FactName(fact.name).label) for fact in facts}
    return ProfilePage(
        title=house.title,
        lead=wording.lead(house, len(chambers)),
        preview=_address(house, "preview"),
        name=house.name,
        name_language=house.name_language,
        place=f"{house.place.name} · {house.key}" if house.place else house.key,
        trail=_trail(house),
        here=house.place.name if house.place else house.name,
        facts=key_facts,
        unstated=tuple(str(name.label) for name in EXPECTED if str(name.label) not in said and _is_asked(house, name)),
        note=wording.in_english(house.note),
        chambers=shown,
        panels=panels.drawn_for(house.kind, house.uid, house.key, active_language()),
        columns=history_columns(),
        history=_history(house, chambers, facts),
        ways=(*_ways(house), *ways_to_say_more(viewer, house)),
        downloads=(Link("JSON", _address(house, "record")),),
    )


def _is_asked(house: House, name: FactName) -> bool:
    """Countries have an income class and a membership; regional bodies do not."""
    return house.place is not None or name not in {FactName.IPU_MEMBER, FactName.INCOME_GROUP, FactName.POPULATION}


def _key_facts(house: House, facts: Sequence[Fact], chambers: tuple[Chamber, ...]) -> tuple[parts.Fact, ...]:
    """A single chamber's facts are the parliament's; what several chambers have is said beside each."""
    names = [name for name in OF_A_PARLIAMENT if name != FactName.STRUCTURE or len(chambers) > 1]
    own = chambers[0].facts if len(chambers) == 1 else ()
    said = {fact.label for fact in own}
    found = [*own, *(fact for name in names if (fact := known(facts, name)) is not None and fact.label not in said)]
    return tuple(fact for fact in (_own_name(house), *found) if fact is not None)


def _own_name(house: House) -> parts.Fact | None:
    if not house.name_local or house.name_local == house.name:
        return None
    source = queries.sources().get(house.name_local_source)
    return parts.Fact(
        label=_("Own name"),
        value=house.name_local,
        note=wording.cited(source.title, "") if source else "",
        doubtful=_name_doubt(house, doubtful=house.name_local_doubtful),
    )


def _name_doubt(house: House, *, doubtful: bool) -> str:
    return (wording.in_english(house.name_note) or _("Nobody has verified this.")) if doubtful else ""


def _chamber(house: House, facts: Sequence[Fact]) -> Chamber:
    mine = [fact for fact in facts if fact.body_id == house.pk]
    seats = figures.seats_of(house, figures.seats_fact(mine, house))
    said = [known(mine, name) for name in OF_A_CHAMBER]
    return Chamber(
        key=house.key,
        kind=str(ChamberKind(house.chamber_kind).label) if house.chamber_kind else "",
        name=house.name,
        language=house.name_language,
        local=house.name_local if house.name_local != house.name else "",
        facts=tuple(fact for fact in said if fact is not None and not _is_drawn(fact, house, seats)),
        seats=seats,
        figure=_figure(house),
    )


def _is_drawn(fact: parts.Fact, house: House, seats: Hemicycle | None) -> bool:
    """Beside its drawing a number of seats is said again only where it is doubtful, or the chamber stands alone."""
    several = house.chamber_kind in {ChamberKind.LOWER, ChamberKind.UPPER}
    return several and seats is not None and not fact.doubtful and fact.label == str(FactName.SEATS.label)


def _history(house: House, chambers: Sequence[House], facts: Sequence[Fact]) -> tuple[tuple[str | Cell, ...], ...]:
    """Names first, then every fact in the order of the page, the newest period first."""
    bodies = {body.pk: body for body in (house, *chambers)}
    order: dict[str, int] = {name: place for place, name in enumerate((*OF_A_CHAMBER, *OF_A_PARLIAMENT))}
    places = {pk: place for place, pk in enumerate(bodies)}
    named = {(body.own_name, body.name_local): body for body in reversed(bodies.values())}
    rows = [row for body in reversed(named.values()) for row in _name_rows(body)]
    ordered = sorted(facts, key=lambda fact: (places[fact.body_id], order.get(fact.name, len(order))))
    groups = [sorted(group, key=lambda fact: fact.pk) for _alike, group in groupby(ordered, key=alike)]
    rows += [
        history_row(_labelled(str(FactName(first.name).label), bodies[first.body_id]), (first, *rest))
        for first, *rest in groups
    ]
    return tuple(rows)


def _labelled(label: str, body: House) -> str:
    """What is said of one of several chambers says of which; a single chamber is the parliament."""
    return f"{body.name}: {label}" if body.chamber_kind in {ChamberKind.LOWER, ChamberKind.UPPER} else label


def _name_rows(body: House) -> list[tuple[str | Cell, ...]]:
    english, own = _("Name in English"), _("Own name")
    given = (
        (english, body.own_name, queries.sources().get(body.name_source), body.name_doubtful),
        (own, body.name_local, queries.sources().get(body.name_local_source), body.name_local_doubtful),
    )
    return [
        (
            _labelled(label, body),
            Cell(text=name, doubtful=_name_doubt(body, doubtful=doubtful)),
            "",
            "",
            _source_cell(source),
        )
        for label, name, source, doubtful in given
        if name and source is not None
    ]


def _source_cell(source: Reference) -> Cell:
    return Cell(
        text=wording.in_english(source.title), address=source.address if source.address.startswith("https://") else ""
    )


def _trail(house: House) -> tuple[Link, ...]:
    """The list, then the list of the widest and of the most exact region."""
    whole = reverse("network:parliaments")
    ends = dict.fromkeys((*house.regions[:1], *house.regions[-1:]))
    regions = (Link(wording.region_name(slug), address(whole, {"region": [slug]}, {})) for slug in ends)
    return (Link(_("Parliaments"), whole), *regions)


def _ways(house: House) -> tuple[Link, ...]:
    told = Link(_("Facts and their sources"), "#facts")
    happened = Link(_("History of this record"), address_of(house.kind, house.uid))
    if house.place is None:
        return (told, happened)
    whole = reverse("network:parliaments")
    near = {"region": house.regions[-1:], "income": [house.current.get("income_group", "")]}
    chosen = {name: [value for value in values if value] for name, values in near.items()}
    peers = address(whole, {name: values for name, values in chosen.items() if values}, {})
    return (
        told,
        Link(_("Compare with others"), f"{reverse('network:compare')}?key={house.key}"),
        Link(_("Parliaments of the same region and income group"), peers),
        happened,
    )


def _address(house: House, page: str) -> str:
    prefix = "regional_" if house.kind == BodyKind.REGIONAL_BODY else ""
    return reverse(f"network:{prefix}{page}", args=[house.key])


def _figure(house: House) -> str:
    """The address of a chamber's figure; the figure's own macro adds the endings."""
    if house.kind == BodyKind.REGIONAL_BODY:
        return reverse("network:regional_seats", args=[house.key, "svg"]).removesuffix(".svg")
    parliament = house.parent or house.key
    return reverse("network:seats", args=[parliament, house.key, "svg"]).removesuffix(".svg")
