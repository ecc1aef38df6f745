"""The plural verbs by which shipped and handed-in records come in."""

from collections.abc import Sequence

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.innovations import states
from hemicycle.innovations.actions import rows, words
from hemicycle.innovations.actions.rows import CASES, USE_CASES, Tables
from hemicycle.innovations.given import InnovationGiven


@transaction.atomic
def load_cases(given: Sequence[InnovationGiven], *, by: Person | None) -> int:
    """Make the library say what the files say, published as compiled from public sources; how many were written.

    A record that a person has confirmed, rewritten or withdrawn stays as that person left it. Loading what is there
    already writes nothing.
    """
    return _load(CASES, given, states.LOADED, by=by)


@transaction.atomic
def load_use_cases(given: Sequence[InnovationGiven], *, by: Person | None) -> int:
    """The same for use cases."""
    return _load(USE_CASES, given, states.USE_CASE_LOADED, by=by)


def _load(tables: Tables, given: Sequence[InnovationGiven], verb: str, *, by: Person | None) -> int:
    before = rows.found(tables, given)
    ours = [each for each in given if rows.is_untouched(before.get(tables.uid_of(each.key)))]
    changed = rows.write(tables, ours) | words.write(tables, ours, by=by)
    things = rows.found(tables, ours)
    journal.record_all(verb, [things[uid] for uid in things if uid in changed], by=by)
    return len(changed)
