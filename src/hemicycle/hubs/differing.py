"""What one revision of a work plan changed against another; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Sketch:
    """An activity as two plans are compared by it; where it stands is no part of a plan's wording."""

    uid: UUID
    title: str
    text: str = ""
    since: str = ""
    until: str = ""
    bodies: frozenset[int] = frozenset()
    project: int | None = None


@dataclass(frozen=True)
class Difference:
    """What became of one activity."""

    how: str  # "added", "dropped", or what of "title", "text", "dates", "bodies", "project" changed
    before: Sketch | None
    after: Sketch | None

    @property
    def title(self) -> str:
        held = self.after or self.before
        return held.title if held is not None else ""


def differences(before: Sequence[Sketch], after: Sequence[Sketch]) -> tuple[Difference, ...]:
    """In the order of the later plan, what was dropped last; an activity changed in two ways is told twice."""
    old, new = {each.uid: each for each in before}, {each.uid: each for each in after}
    found = []
    for uid, now in new.items():
        then = old.get(uid)
        if then is None:
            found.append(Difference("added", None, now))
        else:
            found += [Difference(how, then, now) for how in _ways(then, now)]
    found += [Difference("dropped", then, None) for uid, then in old.items() if uid not in new]
    return tuple(found)


def _ways(then: Sketch, now: Sketch) -> list[str]:
    pairs = (
        ("title", then.title, now.title),
        ("dates", (then.since, then.until), (now.since, now.until)),
        ("text", then.text, now.text),
        ("bodies", then.bodies, now.bodies),
        ("project", then.project, now.project),
    )
    return [how for how, one, other in pairs if one != other]
