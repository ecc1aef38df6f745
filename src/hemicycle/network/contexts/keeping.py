"""Pages on which organisations, projects, and how a parliament organises innovation are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.network import partner_wording as said
from hemicycle.network import policy, queries, wording
from hemicycle.network.contexts.known import value_of
from hemicycle.network.contexts.working import FormPage
from hemicycle.network.models import Body, Fact, Project
from hemicycle.network.periods import over
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries import House
from hemicycle.network.queries.partnership import party
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class PartsPage:
    """The parties, activities and outputs of a project, with the forms by which they are kept."""

    template: ClassVar[str] = "network/project_parts.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # the project
    trail: tuple[Link, ...]  # the way here
    parties: tuple[tuple[str, str], ...]  # number and name of each party
    steps: tuple[tuple[str, str], ...]  # number and title of each activity and output
    party: Any  # the form for another party
    step: Any  # the form for another activity or output
    error: str  # why something could not be taken out


@dataclass(frozen=True)
class InnovationPage:
    """How a parliament organises innovation, and the forms by which that is kept."""

    template: ClassVar[str] = "network/innovation.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # the parliament or chamber
    trail: tuple[Link, ...]  # the way here
    known: tuple[tuple[str, str, str, str, Any], ...]  # number, form, period, note, and the form by which it is ended
    form: Any  # what is recorded next


def organisation_form_page(form: Any, body: Body | None) -> FormPage:
    return FormPage(
        title=_("Change what is said of an organisation") if body else _("Record an organisation"),
        place=body.name if body else _("Partners"),
        lead=_("Its kind and its website are kept as dated facts with their source; what was said before stays."),
        trail=(Link(_("Partners"), reverse("network:partners")),),
        facts=(),
        form=form,
        button=_("Keep the change") if body else _("Record it"),
    )


def project_form_page(form: Any, project: Project | None) -> FormPage:
    lead = _("Title and purpose are kept once for each language; choose the language in which you write.")
    return FormPage(
        title=_("Change a project") if project else _("Open a project"),
        place=_("Projects"),
        lead=lead,
        trail=(Link(_("Projects"), reverse("network:projects")),),
        facts=(),
        form=form,
        button=_("Keep the change") if project else _("Open it"),
    )


def parts_page(project: Project, party_form: Any, step_form: Any, error: str) -> PartsPage:
    held = queries.partnership().project_of[project.pk]
    title, _language = held.words("title", "en")
    rows = project.parties.select_related("body")
    return PartsPage(
        title=_("Parties, activities and outputs"),
        place=title,
        trail=(Link(_("Projects"), reverse("network:projects")), Link(title, project.get_absolute_url())),
        parties=tuple((str(row.pk), _party_name(row)) for row in rows),
        steps=tuple((str(step.pk), f"{_step_kind(step)}: {step.title}") for step in project.steps.all()),
        party=party_form,
        step=step_form,
        error=error,
    )


def innovation_page(body: Body, facts: Sequence[Fact], form: Any, ends: Any) -> InnovationPage:
    house = queries.register().by_pk[body.pk]
    today = said.today()
    return InnovationPage(
        title=_("How it organises innovation"),
        place=house.title,
        trail=(Link(house.title, house.get_absolute_url()),),
        known=tuple(
            (
                str(fact.pk),
                value_of([fact]),
                wording.sentence_case(wording.period(fact.since, fact.until)) or _("Period not known"),
                fact.note,
                None if over(fact, today) else ends(fact),
            )
            for fact in facts
        ),
        form=form,
    )


def ways_to_say_more(viewer: Any, house: House) -> tuple[Link, ...]:
    """Where somebody records how a parliament or its chambers organise innovation; a single chamber stands for it."""
    if viewer is None or not viewer.is_authenticated or not policy.offices_today(viewer):
        return ()
    chambers = queries.register().chambers_of(house.key)
    houses = chambers if len(chambers) == 1 else (house, *chambers)
    bodies = Body.objects.select_related("parent").in_bulk([one.pk for one in houses])
    label = _("Say how it organises innovation")
    return tuple(
        Link(
            label if one is house or len(houses) == 1 else f"{label}: {one.name}",
            reverse("network:innovation", args=[one.key]),
        )
        for one in houses
        if agreeing.may_record_innovation_form(viewer, bodies[one.pk])
    )


def _party_name(row: Any) -> str:
    body = party(row.body_id)
    return f"{said.part_name(row.part)}: {body.title if body else row.body.name}"


def _step_kind(step: Any) -> str:
    return _("Output") if step.is_output else _("Activity")
