"""Reads agreements, organisations and projects whole, any number of them in a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from hemicycle.core import texts
from hemicycle.network.models import Agreement, Body, Contribution, Project, ProjectParty, ProjectStep
from hemicycle.network.queries.deals import Deal, Gave, Organisation, Step, Undertaking
from hemicycle.network.queries.houses import Reference

OF_AGREEMENT = (
    *("pk", "uid", "body_id", "level", "state", "hub_id", "project_id", "signed_on", "signatories", "since", "until"),
    *("role_note", "sources", "doubtful", "shipped"),
)
OF_CONTRIBUTION = (
    *("uid", "gift", "what", "language", "amount", "currency", "working_days", "since", "until"),
    *("led_to", "led_to_address"),
)
OF_ORGANISATION = ("pk", "uid", "key", "name", "name_local", "note", "current")
OF_STEP = ("pk", "is_output", "title", "language", "dated", "address")


def credits_in(deals: Sequence[Deal]) -> list[dict[str, dict[str, str]]]:
    """What must be said on every output of a project, by agreement: credit and disclaimer, each by language."""
    found = []
    for deal in deals:
        said = {
            name: {language: str(fields[name]) for language, fields in deal.texts.items() if fields.get(name)}
            for name in ("credit", "disclaimer")
        }
        if any(said.values()):
            found.append({name: texts for name, texts in said.items() if texts})
    return found


def read_agreements(agreements: Iterable[Agreement]) -> list[Deal]:
    """These agreements whole, in their order; four queries."""
    rows = list(agreements)
    pks = [row.pk for row in rows]
    before = {pk: row for row in rows for pk in (row.renews_id, row.takes_over_id) if pk}
    named = dict(Agreement.objects.filter(pk__in=before).values_list("pk", "uid"))
    after = _followers(pks)
    gave = _contributions(pks)
    words = texts.all_languages([row.uid for row in rows])
    return [
        Deal(
            **{name: getattr(row, name) for name in OF_AGREEMENT if name != "sources"},
            sources=tuple(row.sources),
            renews=named.get(row.renews_id or 0),
            takes_over=named.get(row.takes_over_id or 0),
            followed_by=after.get(row.pk),
            gave=tuple(gave[row.pk]),
            texts=words.get(row.uid, {}),
        )
        for row in rows
    ]


def read_organisations(bodies: Iterable[Body]) -> list[Organisation]:
    return [Organisation(*(getattr(body, name) for name in OF_ORGANISATION)) for body in bodies]


def read_projects(projects: Iterable[Project]) -> list[Undertaking]:
    """These projects whole, in their order; five queries."""
    rows = list(projects)
    pks = [row.pk for row in rows]
    parties: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for project, part, body in ProjectParty.objects.filter(project__in=pks).values_list("project", "part", "body"):
        parties[project].append((part, body))
    steps: dict[int, list[Step]] = defaultdict(list)
    for project, *row in ProjectStep.objects.filter(project__in=pks).values_list("project", *OF_STEP):
        steps[project].append(Step(*row))
    topics: dict[int, list[str]] = defaultdict(list)
    tagged = Project.topics.through.objects.filter(project__in=pks).order_by("topic__order")
    for project, code in tagged.values_list("project", "topic__code"):
        topics[project].append(code)
    words = texts.all_languages([row.uid for row in rows])
    return [
        Undertaking(
            *(row.pk, row.uid, row.slug, row.since, row.until),
            source=_reference(row),
            topics=tuple(topics[row.pk]),
            parties=tuple(parties[row.pk]),
            steps=tuple(steps[row.pk]),
            texts=words.get(row.uid, {}),
        )
        for row in rows
    ]


def _followers(pks: list[int]) -> dict[int, UUID]:
    found: dict[int, UUID] = {}
    for link in ("renews", "takes_over"):
        found.update(Agreement.objects.filter(**{f"{link}__in": pks}).values_list(link, "uid"))
    return found


def _contributions(pks: list[int]) -> dict[int, list[Gave]]:
    found: dict[int, list[Gave]] = defaultdict(list)
    rows = Contribution.objects.filter(agreement__in=pks).order_by("since", "pk")
    for agreement, *row in rows.values_list("agreement", *OF_CONTRIBUTION):
        found[agreement].append(Gave(*row))
    return found


def _reference(project: Project) -> Reference | None:
    source = project.source
    if source is None:
        return None
    return Reference(source.key, source.title, source.edition, source.licence, source.address, source.note)
