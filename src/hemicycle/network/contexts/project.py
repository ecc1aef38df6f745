"""The list of projects, and the page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from hemicycle.core import panels
from hemicycle.core.lists import Listed, address, listed
from hemicycle.network import partner_offers, wording
from hemicycle.network import partner_wording as said
from hemicycle.network.models import Project
from hemicycle.network.partner_cards import PartnerCard, project_cards
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.deals import Step, Undertaking
from hemicycle.network.queries.partnership import credits_of, partnership, party
from hemicycle.network.shown_deals import Text, in_order
from hemicycle.network.states.agreements import Part
from hemicycle.topics.queries import vocabulary
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Credit, Fact, Link

OPENED = ("policy", "practice")


@dataclass(frozen=True)
class ProjectsPage:
    """All projects of the network, narrowed by facets."""

    template: ClassVar[str] = "network/projects.html"
    section: ClassVar[str] = "network:partners"

    title: str  # of the page
    lead: str  # what projects are
    trail: tuple[Link, ...]  # the way here
    listed: Listed  # facets, counts and addresses
    cards: tuple[PartnerCard, ...]  # the projects of this page
    summary: str  # how many are in the list
    ways: tuple[Link, ...]  # what this reader may do
    downloads: tuple[Link, ...]  # the same as open data


@dataclass(frozen=True)
class ProjectPage:
    """What a project is for, who takes part, and what came of it."""

    template: ClassVar[str] = "network/project.html"
    section: ClassVar[str] = "network:partners"

    title: str  # in the nearest language
    lead: str  # its purpose
    written_in: str  # the language of title and lead
    trail: tuple[Link, ...]  # the way here
    facts: tuple[Fact, ...]  # when, and where it is known from
    parties: tuple[tuple[str, tuple[Link, ...]], ...]  # each part with the bodies that have it
    topics: tuple[Link, ...]  # what it is about
    activities: tuple[Link, ...]  # what was done
    outputs: tuple[Link, ...]  # what came of it
    credits: tuple[Credit, ...]  # what funders ask to be said on every output
    agreements: tuple[Link, ...]  # about this project
    unstated: tuple[str, ...]  # what nobody has said
    panels: tuple[Markup, ...]  # what other packages show here
    ways: tuple[Link, ...]  # what this reader may do
    downloads: tuple[Link, ...]  # the same as open data


def projects_page(parameters: Any, path: str, viewer: Any) -> ProjectsPage:
    found = listed(partner_offers.PROJECTS, parameters, path, beginning=OPENED)
    cards = project_cards(found.uids, active_language())
    count = ngettext("%(n)s project", "%(n)s projects", found.total) % {"n": format_number(found.total)}
    opens = agreeing.may_keep_project(viewer, None)
    return ProjectsPage(
        title=_("Projects"),
        lead=_("What partners and the Centre do together, each with its purpose, its parties and what came of it."),
        trail=(Link(_("Partners"), reverse("network:partners")),),
        listed=found,
        cards=tuple(cards[uid] for uid in found.uids if uid in cards),
        summary=count,
        ways=(Link(_("Open a project"), reverse("network:new_project")),) if opens else (),
        downloads=tuple(
            Link(label, address(reverse("network:projects_data", args=[form]), found.chosen, {}))
            for label, form in (("CSV", "csv"), ("JSON", "json"))
        ),
    )


def project_page(project: Undertaking, viewer: Any) -> ProjectPage:
    """No query for visitors while nothing changes."""
    language = active_language()
    title, written_in = project.words("title", language)
    purpose, _in = project.words("purpose", language)
    terms = vocabulary().terms
    return ProjectPage(
        title=title,
        lead=purpose,
        written_in=written_in,
        trail=(Link(_("Partners"), reverse("network:partners")), Link(_("Projects"), reverse("network:projects"))),
        facts=tuple(_facts(project)),
        parties=tuple(_parties(project)),
        topics=tuple(
            Link(terms[code].label, terms[code].get_absolute_url()) for code in project.topics if code in terms
        ),
        activities=tuple(_step(step) for step in project.steps if not step.is_output),
        outputs=tuple(_step(step) for step in project.steps if step.is_output),
        credits=credits_of(project.pk),
        agreements=tuple(_agreements(project)),
        unstated=tuple(_unstated(project)),
        panels=panels.drawn_for(Project.kind, project.uid, project.slug, language),
        ways=_ways(project, viewer),
        downloads=(Link("JSON", reverse("network:project_data", args=[project.slug])),),
    )


def shown_text(project: Undertaking, name: str) -> Text:
    return Text(*project.words(name, active_language()))


def _facts(project: Undertaking) -> list[Fact]:
    found = [
        Fact(_("Period"), said.period_of(project.since, project.until)),
        Fact(_("State"), said.standing_name(project)),
    ]
    if project.source is not None:
        found.append(
            Fact(
                _("Known from"),
                wording.in_english(project.source.title),
                note=said.host_of(project.source.address),
                source=project.source.address if project.source.address.startswith("http") else "",
            )
        )
    return found


def _parties(project: Undertaking) -> list[tuple[str, tuple[Link, ...]]]:
    found = []
    for part in Part:
        bodies = [party(pk) for named, pk in project.parties if named == part]
        links = tuple(
            Link(body.title, body.address, language=body.title_language) for body in bodies if body is not None
        )
        if links:
            found.append((said.part_name(part), links))
    return found


def _step(step: Step) -> Link:
    note = format_date(step.dated) if step.dated else ""
    return Link(step.title, step.address, note=note, language=step.language)


def _agreements(project: Undertaking) -> list[Link]:
    found = []
    for deal in in_order(partnership().of_project.get(project.pk, ())):
        body = party(deal.body_id)
        if body is not None:
            level, period = said.level_name(deal.level), said.period_of(deal.since, deal.until)
            found.append(
                Link(body.title, deal.get_absolute_url(), note=f"{level} · {period}", language=body.title_language)
            )
    return found


def _unstated(project: Undertaking) -> Sequence[str]:
    parts = {part for part, _pk in project.parties}
    asked = ((Part.LEAD, _("who leads it")), (Part.PARTNER, _("partners")), (Part.FUNDER, _("funders")))
    missing = [label for part, label in asked if part not in parts]
    kinds = {step.is_output for step in project.steps}
    return [
        *missing,
        *([] if False in kinds else [_("activities")]),
        *([] if True in kinds else [_("outputs")]),
    ]


def _ways(project: Undertaking, viewer: Any) -> tuple[Link, ...]:
    if viewer is None or not viewer.is_authenticated:
        return ()
    row = Project.objects.filter(pk=project.pk).first()
    if row is None or not agreeing.may_keep_project(viewer, row):
        return ()
    return (
        Link(_("Change what is said here"), reverse("network:change_project", args=[project.slug])),
        Link(_("Parties, activities and outputs"), reverse("network:project_parts", args=[project.slug])),
    )
