"""The verbs about papers: they lie before a sitting or a written procedure, and are taken away."""

import hashlib
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, journal
from hemicycle.core.models import File
from hemicycle.kit.typed import one_line
from hemicycle.network import papers
from hemicycle.steering import policy, states
from hemicycle.steering.actions.doors import SteeringRefused, held, held_procedure, require
from hemicycle.steering.models import AgendaItem, Paper, Procedure, Sitting

NAME = "paper"


@transaction.atomic
def keep_paper(
    before: Sitting | Procedure,
    content: bytes,
    *,
    title: str,
    language: str,
    by: Person,
    item: AgendaItem | None = None,
) -> Paper:
    """A paper in one language lies before the committee; nobody else reads it until the papers are published.

    The same paper again, as from a second press, is kept once.
    """
    checked = _checked(content)
    place = _place(before, by)
    title = one_line(title)
    known = _known(before, checked, title, language)
    if known is not None:
        return known
    if before.papers.count() >= states.MOST_PAPERS:
        raise SteeringRefused(_("There are as many papers here as there may be."))
    if item is not None and (not isinstance(before, Sitting) or item.sitting_id != before.pk):
        raise SteeringRefused({"item": _("Choose an item of this agenda.")})
    paper = Paper(title=title, language=language, item=item, **place)
    paper.full_clean(exclude=["file"])
    paper.save()
    paper.file = files.keep(
        checked.content,
        subject=paper.uid,
        kind=paper.kind,
        name=checked.name,
        media_type=checked.media_type,
        public=False,
        by=by.uid,
    )
    paper.save(update_fields=["file"])
    journal.record(states.PAPER_KEPT, before, by=by, paper=str(paper.uid), language=language)
    return paper


@transaction.atomic
def remove_paper(paper: Paper, *, by: Person) -> None:
    """A paper that was handed in by mistake is forgotten, also where it was published."""
    require(policy.may_keep(by))
    found = Paper.objects.select_for_update(of=("self",)).filter(pk=paper.pk).first()
    if found is None:
        return
    before: Any = found.sitting or found.procedure
    file = File.objects.filter(pk=found.file_id or paper.uid)
    found.delete()
    files.discard(file)
    journal.record(states.PAPER_REMOVED, before, by=by, paper=str(paper.uid))


def _checked(content: bytes) -> papers.Paper:
    try:
        return papers.checked(content, name=NAME, most=states.PAPER_BYTES)
    except papers.PaperRefused as refused:
        raise SteeringRefused({"file": str(refused)}) from refused


def _place(before: Sitting | Procedure, by: Person) -> dict[str, Sitting | Procedure]:
    """Before what the paper lies, held until the transaction ends."""
    if isinstance(before, Sitting):
        return {"sitting": held(before, by)}
    require(policy.may_keep(by))
    procedure = held_procedure(before)
    if procedure.closed_at is not None:
        raise SteeringRefused(_("This procedure is closed; its outcome stands on its page."))
    return {"procedure": procedure}


def _known(before: Sitting | Procedure, checked: papers.Paper, title: str, language: str) -> Paper | None:
    """The very same paper under the same title."""
    digest = hashlib.sha256(checked.content).hexdigest()
    same: Paper | None = before.papers.filter(file__sha256=digest, title=title, language=language).first()
    return same
