"""From rows to findings: how an innovation spread, what a record does not say, of when it speaks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from hemicycle.core.snapshots import Snapshot
from hemicycle.innovations.models import Case
from hemicycle.innovations.queries import End, Link, links
from hemicycle.innovations.states import UNKNOWN, UNSTATED, UNSTATED_USE_CASE, Evidence, Relation
from hemicycle.kit.graph import Place, family


class Node(NamedTuple):
    """A case, or a body without one; a body stands once for each case that it is linked with."""

    case: UUID | None
    body: int | None
    body_name: str
    beside: UUID | None


Web = Mapping[Node, Sequence[Link]]  # Every node with the links that end in it.


@dataclass(frozen=True)
class Member:
    """One node of a spread, where it stands, and of when it is."""

    node: Node
    end: End
    date: str
    place: Place


@dataclass(frozen=True)
class Edge:
    """One link of a spread, by the places of its ends among the members."""

    origin: int
    taker: int
    link: Link


@dataclass(frozen=True)
class Spread:
    """All that hangs together by adaptation, help and continuation; members in the order of their rows."""

    members: tuple[Member, ...]
    edges: tuple[Edge, ...]

    @property
    def cases(self) -> list[UUID]:
        return [member.node.case for member in self.members if member.node.case]

    @property
    def told(self) -> list[UUID]:
        """Everything in it that has words: its cases, and the links of which their takers tell."""
        stated = (edge.link for edge in self.edges if edge.link.evidence != Evidence.COMPILED)
        return [*self.cases, *(link.uid for link in stated)]


def spread_of(case: UUID) -> Spread | None:
    """Everything that is linked with a case, however far; nothing if nothing is. No query while cases stand still."""
    web = _web.now()
    start = web.get(Node(case, None, "", None))
    return _laid_out(_reached(start[0], web)) if start else None


def all_spreads() -> Sequence[Spread]:
    """Every spread that is known: those from body to body first, then the newest. No query while cases stand still."""
    return _spreads.now()


def origins_by_taker(relation: str) -> Mapping[UUID, list[End]]:
    """From where each case took it, oldest first."""
    found: dict[UUID, list[End]] = {}
    for link in links():
        if link.taker.case and link.relation == relation:
            found.setdefault(link.taker.case, []).append(link.origin)
    return found


def not_stated(thing: Any, words: Mapping[str, Any]) -> list[str]:
    """The names of what the record does not say, in the order in which they are asked for."""
    wanted = UNSTATED if thing.kind == "case" else UNSTATED_USE_CASE
    columns = _columns(thing)
    said = {name: getattr(thing, name) if name in columns else words.get(name) for name in wanted}
    return [name for name, value in said.items() if not value or value == UNKNOWN]


def newest_date(thing: Any, cited: Iterable[str] = ()) -> str:
    """The most recent date that the record or its sources bear: by this lists are sorted. Empty if there is none."""
    names = ("stage_as_of", "ended", "began", "dated")
    dates = [getattr(thing, name, "") for name in names]
    confirmed = getattr(thing, "confirmed_on", None)
    return max([*dates, *cited, confirmed.isoformat() if confirmed else ""])


def _columns(thing: Any) -> set[str]:
    return {field.name for field in thing._meta.get_fields()}  # noqa: SLF001


def _node(end: End, other: End) -> Node:
    if end.case:
        return Node(end.case, None, "", None)
    return Node(None, end.body, end.body_name, other.case)


def _build_web() -> Web:
    web: dict[Node, list[Link]] = {}
    for link in links():
        for node in _ends(link):
            web.setdefault(node, []).append(link)
    return web


def _build_spreads() -> Sequence[Spread]:
    web = _web.now()
    groups: list[Sequence[Link]] = []
    seen: set[UUID] = set()
    for link in links():
        if link.uid not in seen:
            groups.append(_reached(link, web))
            seen |= {each.uid for each in groups[-1]}
    return sorted((_laid_out(group) for group in groups), key=_newest, reverse=True)


def _reached(first: Link, web: Web) -> Sequence[Link]:
    """All links that share a node with this one, or with one that does; found by walking, each link once."""
    reached = {first.uid: first}
    waiting = [first]
    while waiting:
        for node in _ends(waiting.pop()):
            new = [link for link in web[node] if link.uid not in reached]
            reached |= {link.uid: link for link in new}
            waiting.extend(new)
    return sorted(reached.values(), key=lambda link: (link.since, str(link.uid)))


def _ends(link: Link) -> tuple[Node, Node]:
    return _node(link.origin, link.taker), _node(link.taker, link.origin)


def _laid_out(group: Sequence[Link]) -> Spread:
    ends: dict[Node, End] = {}
    dates: dict[Node, str] = {}
    for link in group:
        origin, taker = _ends(link)
        ends |= {origin: link.origin, taker: link.taker}
        # What a case bears as its own beginning comes before what a link says of it.
        dates.setdefault(origin, link.origin.began)
        dates[taker] = link.taker.began or dates.get(taker) or link.since
    nodes = sorted(ends, key=lambda node: (dates[node] or "9999", str(node)))
    places = family(nodes, [_ends(link) for link in group])
    ordered = sorted(nodes, key=lambda node: places[node].row)
    rank = {node: number for number, node in enumerate(ordered)}
    edges = [Edge(rank[origin], rank[taker], link) for link in group for origin, taker in [_ends(link)]]
    return Spread(
        members=tuple(Member(node, ends[node], dates[node], places[node]) for node in ordered),
        edges=tuple(sorted(edges, key=lambda edge: (edge.taker, edge.origin))),
    )


def _newest(spread: Spread) -> tuple[bool, str, str]:
    between = any(edge.link.relation != Relation.FOLLOWS for edge in spread.edges)
    return between, max(edge.link.since for edge in spread.edges), str(spread.edges[0].link.uid)


_web: Snapshot[Web] = Snapshot(Case.kind, build=_build_web)
_spreads: Snapshot[Sequence[Spread]] = Snapshot(Case.kind, build=_build_spreads)
