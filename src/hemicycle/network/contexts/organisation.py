"""The page of a partner organisation: what it is, its agreements, and its digital activities by policy issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from hemicycle.core import panels
from hemicycle.network import partner_wording as said
from hemicycle.network import queries
from hemicycle.network.contexts.known import history_columns, history_row, known
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.policy import may_give_office
from hemicycle.network.queries.deals import Deal, Organisation, Undertaking
from hemicycle.network.queries.partnership import partnership
from hemicycle.network.shown_deals import ShownDeal, ShownGift, in_order, project_link, shown_deal, shown_gift
from hemicycle.network.states import BodyKind, FactName, Role
from hemicycle.topics.queries import vocabulary
from hemicycle.ui import parts
from hemicycle.ui.formatting import format_date, format_list
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Cell, Column, Fact, Link

POLICY = "policy"


@dataclass(frozen=True)
class ActivityRow:
    """One digital activity of a partner: a project, or something that it gave."""

    title: str  # the project, or what was given
    language: str  # of the title
    address: str  # the project or the agreement
    kind: str  # in what part, or what sort of contribution
    gift: ShownGift | None  # value, period and result of a contribution
    period: str  # of a project


@dataclass(frozen=True)
class IssueGroup:
    """What a partner does on one policy issue."""

    anchor: str  # of the heading in the page
    title: str  # the issue
    address: str  # the topic; empty where none is stated
    rows: tuple[ActivityRow, ...]  # projects first


@dataclass(frozen=True)
class OrganisationPage:
    """What is known of a partner that is no parliament."""

    template: ClassVar[str] = "network/organisation.html"
    section: ClassVar[str] = "network:partners"

    title: str  # its own name
    lead: str  # a remark from the data, in English
    place: str  # what kind of organisation
    local: str  # its name in its own language; may be empty
    trail: tuple[Link, ...]  # the way to here
    facts: tuple[parts.Fact, ...]  # what is known, each with its source
    deals: tuple[ShownDeal, ...]  # its agreements
    issues: tuple[IssueGroup, ...]  # its activities by policy issue
    panels: tuple[Markup, ...]  # what other packages show here
    columns: tuple[Column, ...]  # of the table of facts
    history: tuple[tuple[str | Cell, ...], ...]  # every fact with its period and source
    ways: tuple[Link, ...]  # what this reader may do
    downloads: tuple[Link, ...]  # the same as open data


def organisation_page(organisation: Organisation, viewer: Any) -> OrganisationPage:
    """Two queries for the facts, and none for the rest while nothing changes."""
    held = partnership()
    deals = in_order(held.of_body.get(organisation.pk, ()))
    facts = queries.facts_of([organisation.pk])
    kind = BodyKind.ORGANISATION.value
    type_of = known(facts, FactName.ORGANISATION_TYPE)
    return OrganisationPage(
        title=organisation.name,
        lead=organisation.note,
        place=str(type_of.value) if type_of else _("Partner organisation"),
        local=organisation.name_local,
        trail=(Link(_("Partners"), reverse("network:partners")),),
        facts=tuple(_facts(facts, deals)),
        deals=tuple(shown_deal(deal) for deal in deals),
        issues=tuple(issues(deals, held.projects_with.get(organisation.pk, ()))),
        panels=panels.drawn_for(kind, organisation.uid, organisation.key, active_language()),
        columns=history_columns(),
        history=tuple(history_row(str(FactName(fact.name).label), (fact,)) for fact in facts),
        ways=tuple(_ways(organisation, viewer)),
        downloads=(Link("JSON", reverse("network:organisation_data", args=[organisation.slug])),),
    )


def issues(deals: Sequence[Deal], projects: Sequence[tuple[str, Undertaking]]) -> list[IssueGroup]:
    """Projects and contributions under each policy issue of theirs; those without one come last."""
    held, terms = partnership(), vocabulary()
    found: dict[str, list[ActivityRow]] = {}
    for part, project in projects:
        for code in _issues_of(project):
            found.setdefault(code, []).append(_project_row(part, project))
    for deal in deals:
        project_of = held.project_of.get(deal.project_id or 0)
        for code in _issues_of(project_of):
            found.setdefault(code, []).extend(_gift_rows(deal))
    groups = [
        IssueGroup(f"issue-{term.slug}", term.label, term.get_absolute_url(), tuple(found[term.code]))
        for term in terms.branch(POLICY)
        if term.code in found
    ]
    if found.get(""):
        groups.append(IssueGroup("issue-none", _("Policy issue not stated"), "", tuple(found[""])))
    return groups


def _issues_of(project: Undertaking | None) -> list[str]:
    codes = project.topics if project is not None else ()
    return [code for code in codes if code.partition(".")[0] == POLICY] or [""]


def _project_row(part: str, project: Undertaking) -> ActivityRow:
    link = project_link(project)
    kind = _("Project · %(part)s") % {"part": said.part_name(part)}
    return ActivityRow(
        link.label, link.language, link.address, kind, None, said.period_of(project.since, project.until)
    )


def _gift_rows(deal: Deal) -> list[ActivityRow]:
    return [
        ActivityRow(gift.what or gift.kind, gift.language, deal.get_absolute_url(), gift.kind, gift, "")
        for gift in (shown_gift(gave) for gave in deal.gave)
    ]


def _facts(facts: Sequence[Any], deals: Sequence[Deal]) -> list[Fact]:
    levels = list(dict.fromkeys(said.level_name(deal.level) for deal in deals))
    begun = min((deal.since for deal in deals if deal.since), default="")
    found = [
        Fact(_("Level of partnership"), format_list(levels)) if levels else None,
        Fact(_("Partner since"), format_date(begun)) if begun else None,
        known(facts, FactName.ORGANISATION_TYPE),
        known(facts, FactName.WEBSITE),
    ]
    return [fact for fact in found if fact is not None]


def _ways(organisation: Organisation, viewer: Any) -> list[Link]:
    found: list[Link] = []
    body = queries.organisations(viewer).filter(pk=organisation.pk).first() if _is_known(viewer) else None
    if body is None:
        return found
    if agreeing.may_keep_organisations(viewer):
        found.append(
            Link(_("Change what is said here"), reverse("network:change_organisation", args=[organisation.slug]))
        )
    if agreeing.may_open_agreement(viewer, body):
        found.append(Link(_("Open talks"), f"{reverse('network:new_agreement')}?body={organisation.key}"))
    if may_give_office(viewer, body, Role.PARTNER):
        found.append(Link(_("Representatives"), reverse("network:body_seats", args=[organisation.key])))
    return found


def _is_known(viewer: Any) -> bool:
    return bool(viewer is not None and viewer.is_authenticated)
