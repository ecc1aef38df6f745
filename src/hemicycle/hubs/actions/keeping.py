"""The verbs of papers: a hub keeps them, for everybody or for its members alone, and removes them."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, papers
from hemicycle.core.models import File
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell
from hemicycle.hubs.models import Hub, HubPaper


@transaction.atomic
def keep_paper(
    hub: Hub,
    content: bytes,
    *,
    title: str,
    language: str,
    public: bool,
    by: Person,
    dated: str = "",
    once: UUID | None = None,
) -> HubPaper:
    """The hub keeps a paper: for everybody, or for its members alone. The same paper sent twice is kept once."""
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    known = hub.papers.filter(uid=once).first() if once else None
    if known is not None:
        return known
    if hub.papers.count() >= states.MOST_PAPERS:
        raise HubRefused(_("The hub keeps as many papers as it may. Remove one that nobody needs any more."))
    paper = HubPaper(hub=hub, title=title.strip(), language=language, dated=dated, public=public)
    paper.uid = once or paper.uid
    paper.full_clean(exclude=["file"])
    paper.save()
    paper.file = _kept(paper, content, by)
    paper.save(update_fields=["file"])
    tell(hub, states.PAPER_KEPT, by=by, paper=str(paper.uid))
    return paper


@transaction.atomic
def remove_paper(paper: HubPaper, *, by: Person) -> None:
    """The hub does not keep it any more; its file is gone."""
    hub = locked(paper.hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    uid = str(paper.uid)
    kept = list(File.objects.filter(subject=paper.uid, kind=paper.kind).values_list("pk", flat=True))
    if not HubPaper.objects.filter(pk=paper.pk).delete()[0]:
        return
    files.discard(File.objects.filter(pk__in=kept))
    tell(hub, states.PAPER_REMOVED, by=by, paper=uid)


def _kept(paper: HubPaper, content: bytes, by: Person) -> File:
    try:
        checked = papers.checked(content, name="paper", most=states.PAPER_BYTES)
    except papers.PaperRefused as refused:
        raise ValidationError({"file": str(refused)}) from refused
    return files.keep(
        checked.content,
        subject=paper.uid,
        kind=paper.kind,
        name=checked.name,
        media_type=checked.media_type,
        public=paper.public,
        by=by.uid,
    )
