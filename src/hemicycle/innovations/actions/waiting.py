"""What becomes of words that wait beside an original: they are put away, or carried along when the original changes."""

from collections.abc import Mapping
from typing import Any

from hemicycle.core import texts
from hemicycle.core.models import Revision
from hemicycle.innovations import drafts
from hemicycle.innovations.models import Case
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import CASE_TEXTS

Fields = Mapping[str, Any]


def put_away(case: Case, *, by: Any) -> None:
    """Nobody waits for an answer any more. Revisions never go away: the words in use follow those that waited.

    What is read stays the same revision, so no translation is behind by it.
    """
    if waiting_original(case.uid) is not None:
        _wait_with(case, drafts.original(case).fields, by=by)


def carry(case: Case, waiting: Revision | None, before: Fields) -> None:
    """The original was changed while other words waited: what they would change is not lost by it.

    Where both changed the same part, the suggestion is kept, since the author's words stand beside it.
    """
    if waiting is None:
        return
    now = drafts.original(case).fields
    suggested = {name: waiting.fields.get(name, "") for name in CASE_TEXTS}
    kept = {name: value for name, value in suggested.items() if value != before.get(name, "")}
    wanted = {name: value for name, value in {**now, **kept}.items() if value}
    if wanted != dict(now):
        _wait_with(case, wanted, by=waiting.made_by)


def _wait_with(case: Case, fields: Fields, *, by: Any) -> None:
    draft = texts.Draft(case.uid, drafts.original(case).language, dict(fields), original=True)
    texts.write(draft, by=by, publish=False)
