"""What can be wrong only when all files are seen together."""

from collections.abc import Sequence
from pathlib import Path

from hemicycle.core.loading import LoadRefused
from hemicycle.innovations.given import InnovationGiven
from hemicycle.innovations.loading.keys import Keys

Given = Sequence[tuple[Path, InnovationGiven]]


def check_unique(given: Given) -> None:
    """A key stands for one record."""
    seen: dict[str, Path] = {}
    for file, each in given:
        before = seen.setdefault(each.key, file)
        if before is not file:
            raise LoadRefused(file, f"“{each.key}” is the key of {before.name} already.", column="key")


def check_links(given: Given, keys: Keys) -> None:
    """Links lead to cases that are there, or come in with them; to each at most once, and never to themselves."""
    known = {each.key for _file, each in given} | set(keys.cases)
    for file, each in given:
        ends = [(link.relation, link.case, link.body, link.name) for link in each.links]
        for relation, case, body, name in ends:
            if case == each.key:
                raise LoadRefused(file, "a case cannot be taken from itself.", column=relation)
            if case and case not in known:
                raise LoadRefused(file, f"there is no case “{case}”.", column=relation)
            if ends.count((relation, case, body, name)) > 1:
                raise LoadRefused(file, f"“{case or body or name}” stands there twice.", column=relation)
