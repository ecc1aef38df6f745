"""The verbs of projects: opened and described, with their parties, their activities and their outputs."""

from collections.abc import Sequence
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
from hemicycle.network.states.agreements import AgreementState
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
    """A project is on the list, with what it is for; who takes part comes next."""
    require(agreeing.may_keep_project(by, None))
    project = Project(slug=_free_slug(said.title))
    _put(project, said, by)
    journal.record(states.PROJECT_OPENED, project, by=by)
    return project


@transaction.atomic
def change_project(project: Project, said: ProjectSaid, *, by: Person) -> None:
    """Change what is said of a project, in one language."""
    project = _locked(project)
    require(agreeing.may_keep_project(by, project))
    _put(project, said, by)
    _tell(project, by)


@transaction.atomic
def add_party(project: Project, body: Body, part: str, *, by: Person) -> ProjectParty:
    """Say that a body takes part, and in what part."""
    project = _locked(project)
    require(agreeing.may_keep_project(by, project))
    check_partner(body)
    if project.parties.filter(body=body, part=part).exists():
        raise AgreementRefused({"body": _("It has this part already.")})
    party = ProjectParty(project=project, body=body, part=part)
    party.full_clean()
    party.save()
    _tell(project, by)
    return party


@transaction.atomic
def remove_party(party: ProjectParty, *, by: Person) -> None:
    """Take a body out of a project; not one that has signed an agreement about it."""
    project = _locked(party.project)
    require(agreeing.may_keep_project(by, project))
    others = project.parties.filter(body=party.body_id).exclude(pk=party.pk)
    signed = Agreement.objects.filter(project=project, body=party.body_id, state=AgreementState.SIGNED)
    if signed.exists() and not others.exists():
        message = _("%(body)s has signed an agreement about this project and stays one of its parties.")
        raise AgreementRefused(message % {"body": party.body.name})
    body = party.body
    gone, _rows = ProjectParty.objects.filter(pk=party.pk).delete()
    if gone:
        _tell(project, by)
        listings.refresh([body])


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
    _tell(project, by)
    return step


@transaction.atomic
def remove_step(step: ProjectStep, *, by: Person) -> None:
    """Take out what was recorded by mistake."""
    project = _locked(step.project)
    require(agreeing.may_keep_project(by, project))
    gone, _rows = ProjectStep.objects.filter(pk=step.pk, project=project).delete()
    if gone:
        _tell(project, by)


def _put(project: Project, said: ProjectSaid, by: Person) -> None:
    for name in ("since", "until"):
        check_day(name, getattr(said, name))
    if said.since and said.until and latest(said.until) < earliest(said.since):
        raise AgreementRefused({"until": _("The project would end before it begins.")})
    project.since, project.until = said.since, said.until
    project.full_clean()
    project.save()
    project.topics.set(said.topics)
    _write(project, said, by)


def _write(project: Project, said: ProjectSaid, by: Person) -> None:
    fields = {"title": said.title.strip(), "purpose": said.purpose.strip()}
    written = texts.all_languages([project.uid]).get(project.uid, {})
    if dict(written.get(said.language, {})) == fields:
        return
    original = not written or next(iter(written)) == said.language
    texts.write(texts.Draft(project.uid, said.language, fields, original=original), by=by.uid, publish=True)


def _tell(project: Project, by: Person) -> None:
    """Record it, and renew the organisations, which are found by the topics of their projects."""
    journal.record(states.PROJECT_CHANGED, project, by=by)
    listings.refresh([party.body for party in project.parties.select_related("body")])


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
