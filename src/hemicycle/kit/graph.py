"""The layout of a small family tree: every node on a row of its own, in the column of its generation."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Place(NamedTuple):
    """Where a node stands, in whole steps from the corner where reading begins."""

    column: int
    row: int


def family(nodes: Sequence[Node], edges: Iterable[tuple[Node, Node]]) -> dict[Node, Place]:
    """Lay out nodes so that each stands below and beyond all that lead to it.

    A line is meant to run down the column of its origin to the row of its target, and across to it; it meets no other
    node on its way down.
    Shapes: one place for each node; edges are pairs (from, to) of given nodes.
    Units: rows run from 0 without gaps, what a node leads to follows directly below it where it can, and the order
    given decides between equals. The column is at least the number of steps on the longest way from a node to which
    nothing leads, from 0, and the next that is free of lines.
    Errors: KeyError for an edge of an unknown node. In a circle the node that was given first counts as the beginning.
    """
    sources: dict[Node, list[Node]] = {node: [] for node in nodes}
    targets: dict[Node, list[Node]] = {node: [] for node in nodes}
    for origin, target in edges:
        sources[target].append(origin)
        targets[origin].append(target)
    rows = _rows(_generations(sources), sources, targets)
    columns = _columns(rows, sources, targets)
    return {node: Place(columns[node], rows[node]) for node in nodes}


def _generations(sources: Mapping[Node, Sequence[Node]]) -> dict[Node, int]:
    found: dict[Node, int] = {}
    left = list(sources)
    while left:
        ready = [node for node in left if all(source in found for source in sources[node])] or left[:1]
        made = {
            node: max((found[source] + 1 for source in sources[node] if source in found), default=0) for node in ready
        }
        found |= made
        left = [node for node in left if node not in made]
    return found


def _rows(
    generations: Mapping[Node, int], sources: Mapping[Node, Sequence[Node]], targets: Mapping[Node, Sequence[Node]]
) -> dict[Node, int]:
    rows: dict[Node, int] = {}
    order = {node: place for place, node in enumerate(sources)}
    waiting = sorted(sources, key=lambda node: (generations[node], order[node]), reverse=True)
    while waiting:
        node = waiting.pop()
        # A node with several sources waits for the last of them; those in a circle come when nothing else is left.
        if node in rows or any(
            generations[source] < generations[node] and source not in rows for source in sources[node]
        ):
            continue
        rows[node] = len(rows)
        waiting.extend(
            sorted((target for target in targets[node] if target not in rows), key=order.__getitem__, reverse=True)
        )
    return rows


def _columns(
    rows: Mapping[Node, int], sources: Mapping[Node, Sequence[Node]], targets: Mapping[Node, Sequence[Node]]
) -> dict[Node, int]:
    columns: dict[Node, int] = {}
    for node, row in sorted(rows.items(), key=lambda placed: placed[1]):
        # Columns down which a line runs past this row.
        passed = {columns[above] for above in columns for target in targets[above] if rows[target] > row}
        mine = max((columns[source] + 1 for source in sources[node] if source in columns), default=0)
        columns[node] = next(column for column in range(mine, mine + len(passed) + 1) if column not in passed)
    return columns
