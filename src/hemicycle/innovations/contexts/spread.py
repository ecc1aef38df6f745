"""How an innovation spread, as a drawing and in sentences; and the page that lists every spread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.innovations import wording
from hemicycle.innovations.analysis import Edge, Member, Spread, all_spreads
from hemicycle.innovations.states import Evidence, Relation
from hemicycle.network.queries import Register, register
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language, direction_of
from hemicycle.ui.parts import Link, Pages

# In units of the drawing: the step from generation to generation, the height of a row, the room around.
STEP, ROW, MARGIN, WIDTH = 26, 54, 14, 340
RADIUS, TURN, GAP = 6, 10, 14


@dataclass(frozen=True)
class Dot:
    """One member of the drawing."""

    x: int  # its middle
    y: int  # its middle
    words: int  # where its words begin
    first: str  # the country, or the body without one
    second: str  # the body and the date
    here: bool  # whether it is the case of the page
    outside: bool  # whether it is a body without a case


@dataclass(frozen=True)
class Line:
    """One link of the drawing."""

    path: str  # from the origin down, and across to the taker
    relation: str  # "adapted", "helped" or "follows"


@dataclass(frozen=True)
class Sentence:
    """One link in words."""

    text: str  # who took what from whom
    when: str  # written out; may be empty
    taker: Link  # the case that took it; without an address if it is the page's own, or none
    origin: Link  # the case it was taken from; the same
    note: str  # how well it is known; empty if from a source
    told: tuple[str, ...]  # what the taker says it took, and what it changed
    language: str  # of what is told
    source: Link  # where that can be read; may be empty


@dataclass(frozen=True)
class ShownSpread:
    """A spread, drawn and told."""

    key: str  # for identifiers in the page
    width: int  # of the drawing, in its units
    height: int  # of the drawing, in its units
    dots: tuple[Dot, ...]  # its members
    lines: tuple[Line, ...]  # its links
    sentences: tuple[Sentence, ...]  # each link in words


@dataclass(frozen=True)
class SpreadsPage:
    """Every spread that is known."""

    template: ClassVar[str] = "innovations/spreads.html"
    section: ClassVar[str] = "innovations:cases"

    title: str  # of the page
    lead: str  # what a spread is
    trail: tuple[Link, ...]  # the way here
    spreads: tuple[ShownSpread, ...]  # the one with the newest link first
    pages: Pages  # where this page stands
    downloads: tuple[Link, ...]  # every link as open data


def spreads_page(number: int, size: int, pages: Pages) -> SpreadsPage:
    """One page of all spreads; one query for the titles of the cases in them."""
    found = all_spreads()[(number - 1) * size : number * size]
    readings = texts.read([uid for spread in found for uid in spread.told], active_language())
    return SpreadsPage(
        title=_("How innovations spread"),
        lead=_("Who took up what from whom, as far as the sources of this library say."),
        trail=(Link(_("Cases"), wording.address("/cases/")),),
        spreads=tuple(shown_spread(spread, readings, None) for spread in found),
        pages=pages,
        downloads=(Link("CSV", wording.address("/spread.csv")), Link("JSON", wording.address("/spread.json"))),
    )


def shown_spread(spread: Spread, readings: Mapping[UUID, Reading], here: UUID | None) -> ShownSpread:
    """The drawing runs as the language does; it says nothing that the sentences do not say."""
    held = register()
    mirrored = direction_of(active_language()) == "rtl"
    dots = tuple(_dot(member, held, here, mirrored=mirrored) for member in spread.members)
    return ShownSpread(
        key=str(spread.edges[0].link.uid)[:8],
        width=WIDTH,
        height=len(dots) * ROW,
        dots=dots,
        lines=tuple(_line(dots[edge.origin], dots[edge.taker], edge, mirrored=mirrored) for edge in spread.edges),
        sentences=tuple(_sentence(edge, spread, readings, held, here) for edge in spread.edges),
    )


def _dot(member: Member, held: Register, here: UUID | None, *, mirrored: bool) -> Dot:
    names = [link.label for link in wording.places(member.end.body, member.end.body_name, member.end.countries, held)]
    date = format_date(member.date[:7]) if member.date else ""
    along = MARGIN + member.place.column * STEP
    across = along + GAP
    return Dot(
        x=WIDTH - along if mirrored else along,
        y=MARGIN + member.place.row * ROW + RADIUS,
        words=WIDTH - across if mirrored else across,
        first=names[0] if names else "",
        second=" · ".join([*names[1:], *([date] if date else [])]),
        here=here is not None and member.node.case == here,
        outside=member.node.case is None,
    )


def _line(origin: Dot, taker: Dot, edge: Edge, *, mirrored: bool) -> Line:
    """Down from the origin to the height of the taker, around a corner, and across to it."""
    turn, stop = (-TURN, RADIUS) if mirrored else (TURN, -RADIUS)
    corner = f"Q{origin.x} {taker.y} {origin.x + turn} {taker.y}"
    path = f"M{origin.x} {origin.y + RADIUS}V{taker.y - TURN}{corner}H{taker.x + stop}"
    return Line(path, edge.link.relation)


def _sentence(
    edge: Edge, spread: Spread, readings: Mapping[UUID, Reading], held: Register, here: UUID | None
) -> Sentence:
    link = edge.link
    words = {"taker": wording.place_of_end(link.taker, held), "origin": wording.place_of_end(link.origin, held)}
    told = {
        Relation.ADAPTED: _("%(taker)s adapted it from %(origin)s"),
        Relation.HELPED: _("%(origin)s helped %(taker)s"),
        Relation.FOLLOWS: _("%(taker)s continued earlier work of its own"),
    }
    stated = link.evidence == Evidence.SUBMITTED
    said = readings.get(link.uid)
    return Sentence(
        text=told[Relation(link.relation)] % words,
        when=format_date(link.since) if link.since else "",
        taker=_case_link(spread.members[edge.taker], readings, here),
        origin=_case_link(spread.members[edge.origin], readings, here),
        note=_("as stated by the body that took it up; nobody else has checked it") if stated else "",
        told=tuple(filter(None, (said["took"], said["changed"]))) if said else (),
        language=said.language if said else "",
        source=Link(link.source_title, link.source_address),
    )


def _case_link(member: Member, readings: Mapping[UUID, Reading], here: UUID | None) -> Link:
    case = member.node.case
    if case is None or case not in readings:
        return Link("", "")
    reading = readings[case]
    address = "" if case == here else wording.address(f"/cases/{member.end.slug}/")
    return Link(reading["title"], address, language=reading.language)
