"""The verbs of projects: opened and described, with their parties, their activities and their outputs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings, texts
from hemicycle.core.dates import earliest, latest
from hemicycle.network.actions.agreed import require
from hemicycle.network.agreeing import check_day, check_partner
from hemicycle.network.bearing import AgreementRefused
from hemicycle.network.models import Agreement, Body, Project, ProjectParty, ProjectStep
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AgreementState, Level, Part
from hemicycle.topics.models import Topic

MOST_STEPS = 200
TAKEN_SLUGS = frozenset({"new"})


@dataclass(frozen=True)
class ProjectSaid:
    """A project as somebody describes it."""

    title: str
    purpose: str
    language: str  # In which title and purpose are written.
    since: str = ""
    until: str = ""
    topics: Sequence[Topic] = field(default=())
    lead: Body | None = None
    partners: Collection[Body] = ()
    funders: Collection[Body] = ()


@dataclass(frozen=True)
class StepSaid:
    """An activity or an output as somebody records it."""

    title: str
    language: str
    is_output: bool
    dated: str = ""
    address: str = ""


@transaction.atomic
def open_project(said: ProjectSaid, *, by: Person) -> Project:
    """A project is on the list, with what it is for and who takes part."""
    require(agreeing.may_keep_project(by, None))
    project = Project(slug=_free_slug(said.title))
    _put(project, said, by)
    journal.record(states.PROJECT_OPENED, project, by=by)
    _refresh(project, set())
    return project


@transaction.atomic
def change_project(project: Project, said: ProjectSaid, *, by: Person) -> None:
    """Change what is said of a project. Who has an agreement about it stays one of its parties."""
    project = _locked(project)
    require(agreeing.may_keep_project(by, project))
    before = _bodies(project)
    _check_bound(project, said)
    _put(project, said, by)
    journal.record(states.PROJECT_CHANGED, project, by=by)
    _refresh(project, before)


@transaction.atomic
def add_step(project: Project, said: StepSaid, *, by: Person) -> ProjectStep:
    """Record an activity or an output that no hub carries."""
    project = _locked(project)
    require(agreeing.may_keep_project(by, project))
    check_day("dated", said.dated)
    if project.steps.count() >= MOST_STEPS:
        raise AgreementRefused(_("This project holds as many activities and outputs as it may."))
    if project.steps.filter(**vars(said)).exists():
        raise AgreementRefused({"title": _("Exactly this is recorded already.")})
    step = ProjectStep(project=project, **vars(said))
    step.full_clean()
    step.save()
    journal.record(states.PROJECT_CHANGED, project, by=by)
    return step


@transaction.atomic
def remove_step(step: ProjectStep, *, by: Person) -> None:
    """Take out what was recorded by mistake."""
    project = _locked(step.project)
    require(agreeing.may_keep_project(by, project))
    gone, _rows = ProjectStep.objects.filter(pk=step.pk, project=project).delete()
    if gone:
        journal.record(states.PROJECT_CHANGED, project, by=by)


def _put(project: Project, said: ProjectSaid, by: Person) -> None:
    for name in ("since", "until"):
        check_day(name, getattr(said, name))
    if said.since and said.until and latest(said.until) < earliest(said.since):
        raise AgreementRefused({"until": _("The project would end before it begins.")})
    project.since, project.until = said.since, said.until
    project.full_clean()
    project.save()
    project.topics.set(said.topics)
    _put_parties(project, said)
    _write(project, said, by)


def _put_parties(project: Project, said: ProjectSaid) -> None:
    wanted = [(Part.LEAD, said.lead)] if said.lead is not None else []
    wanted += [(Part.PARTNER, body) for body in said.partners]
    wanted += [(Part.FUNDER, body) for body in said.funders]
    for _part, body in wanted:
        check_partner(body)
    keys = {(part.value, body.pk) for part, body in wanted}
    for party in project.parties.all():
        if (party.part, party.body_id) not in keys:
            party.delete()
    there = set(project.parties.values_list("part", "body"))
    for part, pk in sorted(keys - there, key=lambda key: list(Part.values).index(key[0])):
        ProjectParty.objects.create(project=project, part=part, body_id=pk)


def _write(project: Project, said: ProjectSaid, by: Person) -> None:
    fields = {"title": said.title.strip(), "purpose": said.purpose.strip()}
    written = texts.all_languages([project.uid]).get(project.uid, {})
    if dict(written.get(said.language, {})) == fields:
        return
    original = not written or next(iter(written)) == said.language
    texts.write(texts.Draft(project.uid, said.language, fields, original=original), by=by.uid, publish=True)


def _check_bound(project: Project, said: ProjectSaid) -> None:
    """A party that signed for this project is not dropped from it unseen."""
    kept = {body.pk for body in (said.lead, *said.partners, *said.funders) if body is not None}
    bound = Agreement.objects.filter(project=project, level=Level.PROJECT, state=AgreementState.SIGNED)
    for agreement in bound.select_related("body"):
        if agreement.body_id in _bodies(project) - kept:
            message = _("%(body)s has signed an agreement about this project and stays one of its parties.")
            raise AgreementRefused({"partners": message % {"body": agreement.body.name}})


def _bodies(project: Project) -> set[int]:
    return set(project.parties.values_list("body", flat=True))


def _refresh(project: Project, before: set[int]) -> None:
    """Organisations are found by the topics of their projects."""
    listings.refresh(list(Body.objects.filter(pk__in=before | _bodies(project))))


def _locked(project: Project) -> Project:
    return Project.objects.select_for_update().get(pk=project.pk)


def _free_slug(title: str) -> str:
    base = slugify(title)[:100].strip("-") or "project"
    taken = set(Project.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | TAKEN_SLUGS
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
