"""Partners, agreements and projects, held in memory as long as nothing of them changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.utils.translation import get_language

from hemicycle.core import facets
from hemicycle.core.snapshots import Snapshot
from hemicycle.network.models import Agreement, Body, Project
from hemicycle.network.queries.deals import Deal, Organisation, Undertaking
from hemicycle.network.queries.partners import credits_in, read_agreements, read_organisations, read_projects
from hemicycle.network.queries.register import register
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.parts import Credit

KINDS = ("agreement", "organisation", "project")
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Party:
    """A body that takes part in something: a parliament, a chamber, a regional body, an organisation, a hub."""

    pk: int
    key: str
    kind: str
    name: str  # its own name
    title: str  # with its country, where it has one
    language: str  # of its name
    address: str  # its page; empty if it has none

    @property
    def title_language(self) -> str:
        """The language of the title; a country before it is in the reader's, and then it has none of its own."""
        return self.language if self.title == self.name else ""


@dataclass(frozen=True)
class Partnership:
    """Every signed agreement, every organisation and every project."""

    deals: tuple[Deal, ...]
    organisations: tuple[Organisation, ...]
    projects: tuple[Undertaking, ...]
    hub_names: Mapping[int, tuple[UUID, str, str]]  # By body: uid, key and name.

    @cached_property
    def by_uid(self) -> Mapping[UUID, Deal]:
        return {deal.uid: deal for deal in self.deals}

    @cached_property
    def of_body(self) -> Mapping[int, tuple[Deal, ...]]:
        """The agreements of each body, those that began last first."""
        return _grouped((deal.body_id, deal) for deal in self.deals)

    @cached_property
    def of_project(self) -> Mapping[int, tuple[Deal, ...]]:
        return _grouped((deal.project_id, deal) for deal in self.deals if deal.project_id)

    @cached_property
    def organisation_of(self) -> Mapping[int, Organisation]:
        return {organisation.pk: organisation for organisation in self.organisations}

    @cached_property
    def organisation_by_slug(self) -> Mapping[str, Organisation]:
        return {organisation.slug.lower(): organisation for organisation in self.organisations}

    @cached_property
    def project_of(self) -> Mapping[int, Undertaking]:
        return {project.pk: project for project in self.projects}

    @cached_property
    def project_by_slug(self) -> Mapping[str, Undertaking]:
        return {project.slug: project for project in self.projects}

    @cached_property
    def projects_with(self) -> Mapping[int, tuple[tuple[str, Undertaking], ...]]:
        """For each body the projects in which it has a part, and which."""
        return _grouped((body, (part, project)) for project in self.projects for part, body in project.parties)


def partnership() -> Partnership:
    """All that is public of partners; a few queries when something has changed, else none."""
    return _partnership.now()


def party(pk: int) -> Party | None:
    """A body by its row, whatever its kind; nothing for one that is nowhere public."""
    house = register().by_pk.get(pk)
    if house is not None:
        address = house.get_absolute_url()
        return Party(pk, house.key, house.kind, house.name, house.title, house.name_language, address)
    held = partnership()
    organisation = held.organisation_of.get(pk)
    if organisation is not None:
        name = organisation.name
        kind = BodyKind.ORGANISATION.value
        return Party(pk, organisation.key, kind, name, name, "en", organisation.get_absolute_url())
    if pk not in held.hub_names:
        return None
    uid, key, name = held.hub_names[pk]
    return Party(pk, key, BodyKind.HUB.value, name, name, "en", _address_of_hub(uid))


def credits_of(project: int | None, language: str = "") -> tuple[Credit, ...]:
    """What must be said on every output of a project (its primary key), in the reader's language or the nearest.

    An agreement that has ended still asks for it: what was made with the money stays what it is.
    """
    found = []
    wanted = language or get_language() or "en"
    for deal in partnership().of_project.get(project or 0, ()):
        line, in_language = deal.words("credit", wanted)
        disclaimer, disclaimed_in = deal.words("disclaimer", wanted)
        if line or disclaimer:
            found.append(Credit(line, disclaimer, in_language or disclaimed_in, disclaimed_in or in_language))
    return tuple(dict.fromkeys(reversed(found)))


def credits_as_data(project: int | None) -> list[dict[str, dict[str, str]]]:
    """The same in every language in which it was written, for open data: `credit` and `disclaimer` by language."""
    return credits_in(tuple(reversed(partnership().of_project.get(project or 0, ()))))


def _address_of_hub(uid: UUID) -> str:
    path = facets.marked(BodyKind.HUB.value).path_of.get(uid)
    return f"/{get_language()}{path}" if path else ""


def _grouped(pairs: Iterable[tuple[int | None, Thing]]) -> dict[int, tuple[Thing, ...]]:
    found: dict[int, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        found[key or 0].append(thing)
    return {key: tuple(things) for key, things in found.items()}


def _build() -> Partnership:
    signed = Agreement.objects.filter(state=AgreementState.SIGNED).order_by("-since", "-pk")
    bodies = Body.objects.filter(kind=BodyKind.ORGANISATION).order_by("name", "key")
    hubs = Body.objects.filter(kind=BodyKind.HUB).values_list("pk", "uid", "key", "name")
    return Partnership(
        deals=tuple(read_agreements(signed)),
        organisations=tuple(read_organisations(bodies)),
        projects=tuple(read_projects(Project.objects.select_related("source").order_by("-since", "slug"))),
        hub_names={pk: (uid, key, name) for pk, uid, key, name in hubs},
    )


_partnership: Snapshot[Partnership] = Snapshot(*KINDS, BodyKind.HUB.value, build=_build)
