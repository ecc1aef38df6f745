"""The open-data form of organisations, agreements and projects, with the facets by which their lists are narrowed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from hemicycle.core.catalogue import Record
from hemicycle.kit.words import fold
from hemicycle.network.models import Agreement, Body, Country, Fact, Project, ProjectParty, Source
from hemicycle.network.partner_data import contribution_of, terms_of
from hemicycle.network.queries.deals import Deal, Organisation, Step, Undertaking
from hemicycle.network.queries.partners import credits_in, read_agreements, read_organisations, read_projects
from hemicycle.network.states import BodyKind, FactName
from hemicycle.network.states.agreements import AgreementState
from hemicycle.network.states.organisations import OrganisationType

ORDER_LENGTH = 40
# A facet that is named like a branch of the vocabulary has its terms as values; topic pages rest on this.
BRANCHES = ("policy", "practice", "work", "technology")
PARLIAMENT = "parliament"


def agreement_records(agreements: Iterable[Agreement]) -> Iterable[Record]:
    """The records of these agreements in seven queries, however many there are."""
    deals = read_agreements(agreements)
    reading = _Bodies({pk for deal in deals for pk in (deal.body_id, deal.hub_id) if pk})
    slugs = dict(Project.objects.filter(pk__in={deal.project_id for deal in deals}).values_list("pk", "slug"))
    return [reading.agreement(deal, slugs.get(deal.project_id or 0, "")) for deal in deals]


def organisation_records(bodies: Iterable[Body]) -> Iterable[Record]:
    """The records of these organisations in eleven queries, however many there are."""
    found = read_organisations(bodies)
    pks = [organisation.pk for organisation in found]
    deals = read_agreements(Agreement.objects.filter(body__in=pks, state=AgreementState.SIGNED).order_by("since", "pk"))
    parts = ProjectParty.objects.filter(body__in=pks).values_list("project", flat=True)
    projects = {project.pk: project for project in read_projects(Project.objects.filter(pk__in=parts))}
    facts = list(Fact.objects.filter(body__in=pks).select_related("source").order_by("name", "since", "pk"))
    return [
        _organisation(
            one,
            [deal for deal in deals if deal.body_id == one.pk],
            [(part, p) for p in projects.values() for part, body in p.parties if body == one.pk],
            [fact for fact in facts if fact.body_id == one.pk],
        )
        for one in found
    ]


def project_records(projects: Iterable[Project]) -> Iterable[Record]:
    """The records of these projects in eleven queries, however many there are."""
    found = read_projects(projects)
    pks = [project.pk for project in found]
    deals = read_agreements(Agreement.objects.filter(project__in=pks, state=AgreementState.SIGNED).order_by("pk"))
    bodies = {body for project in found for _part, body in project.parties} | {deal.body_id for deal in deals}
    reading = _Bodies(bodies)
    return [
        reading.project(project, [deal for deal in deals if deal.project_id == project.pk])
        for project in found
        if project.texts
    ]


def topics_by_branch(codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Codes of topics as facets: the branch, and the slugs in it."""
    found: dict[str, list[str]] = {}
    for code in dict.fromkeys(codes):
        branch, _dot, slug = code.partition(".")
        if branch in BRANCHES and slug:
            found.setdefault(branch, []).append(slug)
    return {branch: tuple(slugs) for branch, slugs in found.items()}


def type_of(kind: str, current: Mapping[str, Any]) -> str:
    """The kind of a partner as a facet has it: parliaments and their parts are one kind among the others."""
    if kind != BodyKind.ORGANISATION:
        return PARLIAMENT
    return str(current.get(FactName.ORGANISATION_TYPE) or OrganisationType.OTHER)


class _Bodies:
    """The bodies that are named in one batch, and how what they take part in is put together."""

    def __init__(self, pks: set[int]) -> None:
        self.bodies = {body.pk: body for body in Body.objects.filter(pk__in=pks)}
        countries = {body.country_id for body in self.bodies.values() if body.country_id}
        self.countries = Country.objects.in_bulk(countries)
        self.today = timezone.localdate()

    def agreement(self, deal: Deal, project: str) -> Record:
        body = self.bodies[deal.body_id]
        hub = self.bodies.get(deal.hub_id or 0)
        said = {
            **self.who(body),
            **terms_of(deal, self.today),
            "hub": {"key": hub.key, "name": hub.name} if hub else {},
            "project": project,
            "contributions": [contribution_of(gave) for gave in deal.gave],
        }
        links: list[tuple[str, UUID]] = [("done_by", body.uid), *((("hosts", hub.uid),) if hub else ())]
        return Record(
            uid=deal.uid,
            kind=Agreement.kind,
            key=str(deal.uid),
            path=deal.path,
            original=next(iter(deal.texts), "en"),
            titles=self.titles(body),
            order=deal.since,
            leads=_texts(deal, "gives"),
            bodies=_texts(deal, "gets"),
            facets={
                "level": (deal.level,),
                "type": (type_of(body.kind, body.current),),
                "state": (deal.standing(self.today).value,),
            },
            places=(self.countries[body.country_id].key,) if body.country_id else (),
            links=tuple(links),
            facts={name: value for name, value in said.items() if value not in ("", None, [], {})},
        )

    def project(self, project: Undertaking, deals: Sequence[Deal]) -> Record:
        # What funders require stands with every output, so that it goes with it wherever the data go.
        required = credits_in(deals)
        credited: dict[str, Any] = {"credits": required} if required else {}
        said = {
            "since": project.since,
            "until": project.until,
            "topics": list(project.topics),
            "parties": [{"part": part, **self.who(self.bodies[pk])} for part, pk in project.parties],
            "activities": [_step(step) for step in project.steps if not step.is_output],
            "outputs": [{**_step(step), **credited} for step in project.steps if step.is_output],
            "agreements": [str(deal.uid) for deal in deals],
            **credited,
            "source": vars(project.source) if project.source else {},
        }
        return Record(
            uid=project.uid,
            kind=Project.kind,
            key=project.slug,
            path=project.path,
            original=next(iter(project.texts), "en"),
            titles={language: fields["title"] for language, fields in project.texts.items() if fields.get("title")},
            order=project.since,
            leads={language: fields["purpose"] for language, fields in project.texts.items() if fields.get("purpose")},
            bodies={"en": "\n".join(step.title for step in project.steps)} if project.steps else {},
            facets={"state": (project.standing(self.today).value,), **topics_by_branch(project.topics)},
            links=tuple(("done_by", self.bodies[pk].uid) for _part, pk in project.parties),
            facts={name: value for name, value in said.items() if value not in ("", None, [], {})},
        )

    def titles(self, body: Body) -> dict[str, str]:
        """The partner with its country in each language; institutions keep their names."""
        country = self.countries.get(body.country_id or 0)
        if country is None:
            return {"en": body.name, **body.names}
        return {language: f"{name} · {body.name}" for language, name in country.names.items()}

    def who(self, body: Body) -> dict[str, str]:
        return {"body": body.key, "body_name": body.name}


def _organisation(
    organisation: Organisation,
    deals: Sequence[Deal],
    projects: Sequence[tuple[str, Undertaking]],
    facts: Sequence[Fact],
) -> Record:
    today = timezone.localdate()
    sources = {fact.source.key: _source(fact.source) for fact in facts}
    said = {
        "name": organisation.name,
        "name_local": organisation.name_local,
        "note": organisation.note,
        "current": dict(organisation.current),
        "periods": [_period(fact) for fact in facts],
        "agreements": [{"uid": str(deal.uid), **terms_of(deal, today)} for deal in deals],
        "projects": [{"project": project.slug, "part": part} for part, project in projects],
        "sources": sources,
    }
    topics = [code for _part, project in projects for code in project.topics]
    return Record(
        uid=organisation.uid,
        kind=BodyKind.ORGANISATION.value,
        key=organisation.key,
        path=organisation.path,
        original="en",
        titles={"en": organisation.name},
        order=fold(organisation.name)[:ORDER_LENGTH],
        leads={"en": organisation.note} if organisation.note else {},
        bodies={"en": organisation.name_local} if organisation.name_local else {},
        facets={
            "type": (type_of(BodyKind.ORGANISATION, organisation.current),),
            **({"level": tuple(sorted({deal.level for deal in deals}))} if deals else {}),
            **({"state": tuple(sorted({deal.standing(today).value for deal in deals}))} if deals else {}),
            **topics_by_branch(topics),
        },
        facts={name: value for name, value in said.items() if value not in ("", None, [], {})},
    )


def _texts(deal: Deal, name: str) -> dict[str, str]:
    return {language: str(fields[name]) for language, fields in deal.texts.items() if fields.get(name)}


def _step(step: Step) -> dict[str, Any]:
    said = {"title": step.title, "language": step.language, "date": step.dated, "address": step.address}
    return {name: value for name, value in said.items() if value}


def _period(fact: Fact) -> dict[str, Any]:
    names = ("name", "value", "since", "until", "as_of", "doubtful", "note")
    return {**{name: getattr(fact, name) for name in names}, "source": fact.source.key}


def _source(source: Source) -> dict[str, str]:
    return {name: getattr(source, name) for name in ("title", "edition", "licence", "address", "note")}
