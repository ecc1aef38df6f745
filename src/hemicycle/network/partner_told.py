"""What the history of an agreement, an organisation or a project says, and to whom."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.core import history
from hemicycle.core.history import Standing, Thing
from hemicycle.core.models import Entry
from hemicycle.network import partner_wording as said
from hemicycle.network import policy, queries
from hemicycle.network.models import Agreement, Body, Project
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.partnership import partnership, party
from hemicycle.network.states import BodyKind
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import Gift
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language


def ended(entry: Entry) -> str:
    until = str(entry.facts.get("until") or "")
    return _("End set: %(day)s is the last day") % {"day": format_date(until)} if until else _("End set")


def recorded(entry: Entry) -> str:
    kind = _gift(entry)
    return _("Contribution recorded: %(kind)s") % {"kind": kind} if kind else _("Contribution recorded")


def corrected(entry: Entry) -> str:
    kind = _gift(entry)
    return _("Contribution changed: %(kind)s") % {"kind": kind} if kind else _("Contribution changed")


def removed(entry: Entry) -> str:
    kind = _gift(entry)
    return _("Contribution taken out: %(kind)s") % {"kind": kind} if kind else _("Contribution taken out")


def _gift(entry: Entry) -> str:
    gift = str(entry.facts.get("gift") or "")
    return said.gift_name(gift) if gift in Gift.values else gift


WORDS: dict[str, Any] = {
    states.AGREEMENT_OPENED: gettext_lazy("Talks opened"),
    states.AGREEMENT_CHANGED: pgettext_lazy("agreement", "Terms or words changed"),
    states.AGREEMENT_SIGNED: gettext_lazy("Signed by both sides"),
    states.AGREEMENT_RENEWED: gettext_lazy("Signed anew, after the agreement before it"),
    states.AGREEMENT_ENDED: ended,
    states.AGREEMENT_DECLINED: gettext_lazy("Talks ended without an agreement"),
    states.AGREEMENT_LOADED: gettext_lazy("Brought up to date from the files about partners"),
    states.AGREEMENT_ENDS_SOON: gettext_lazy("Both sides reminded of its end"),
    states.AGREEMENT_PAPER_KEPT: gettext_lazy("Document put on file"),
    states.CONTRIBUTION_RECORDED: recorded,
    states.CONTRIBUTION_CHANGED: corrected,
    states.CONTRIBUTION_REMOVED: removed,
    states.PROJECT_OPENED: gettext_lazy("Project opened"),
    states.PROJECT_CHANGED: gettext_lazy("Project changed"),
    states.PROJECT_LOADED: gettext_lazy("Project brought up to date from the files about partners"),
    states.ORGANISATION_RECORDED: gettext_lazy("Put on the list of partners"),
    states.ORGANISATION_CHANGED: gettext_lazy("Changed what is said of it"),
    states.ORGANISATION_LOADED: gettext_lazy("Organisation brought up to date from the files about partners"),
}


def agreement(uid: UUID) -> Thing | None:
    found = Agreement.objects.filter(uid=uid).select_related("body").first()
    if found is None:
        return None
    body = party(found.body_id)
    title = _("Agreement with %(partner)s") % {"partner": body.title if body else found.body.name}
    return Thing(title, f"/{active_language()}/agreements/{uid}/")


def project(uid: UUID) -> Thing | None:
    found = Project.objects.filter(uid=uid).first()
    known = partnership().project_of.get(found.pk) if found else None
    if known is None:
        return None
    title, language = known.words("title", active_language())
    return Thing(title, known.get_absolute_url(), language=language)


def organisation(uid: UUID) -> Thing | None:
    found = Body.objects.filter(uid=uid, kind=BodyKind.ORGANISATION).first()
    known = partnership().organisation_of.get(found.pk) if found else None
    return Thing(known.name, known.get_absolute_url(), language="en") if known else None


def of_agreements(viewer: Any, uid: UUID) -> Collection[str]:
    """The two sides read all of it; of what is signed everybody reads what is public."""
    found = queries.agreements_visible_to(viewer).filter(uid=uid).select_related("body__parent").first()
    if found is None:
        return history.NOBODY
    if policy.is_secretariat(viewer):
        return history.STAFF
    return history.PARTIES if agreeing.may_see_agreement_papers(viewer, found) else history.PUBLIC


KINDS: dict[str, Callable[[UUID], Thing | None]] = {
    Agreement.kind: agreement,
    Project.kind: project,
    BodyKind.ORGANISATION.value: organisation,
}
STANDINGS: dict[str, Standing] = {Agreement.kind: of_agreements}
