"""Loading partners as they ship: organisations, projects, agreements and what was given; nothing twice."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings, texts
from hemicycle.core.identity import shipped_uid
from hemicycle.core.models import Entry, Listing, Text
from hemicycle.network.actions.current import draw_current
from hemicycle.network.actions.given import AgreementGiven, BodyGiven, PartnersGiven, ProjectGiven
from hemicycle.network.actions.register import load_bodies, load_facts, load_sources
from hemicycle.network.models import Agreement, Body, Contribution, Project, ProjectParty, ProjectStep, Source
from hemicycle.network.states import BodyKind
from hemicycle.network.states import agreements as states
from hemicycle.network.states.agreements import AgreementState
from hemicycle.topics.models import Topic

LANGUAGE = "en"  # In which the files are written.
OF_STEP = ("is_output", "title", "dated", "address")


@transaction.atomic
def load_partners(given: PartnersGiven, *, by: Person | None) -> int:
    """Make the list of partners say what is given; how many things changed. What people wrote since stays theirs.

    Only what differs is written, and only what reads otherwise than before enters the journal.
    """
    load_sources(given.sources)
    load_bodies(_ours(given.bodies))
    load_facts(given.facts)
    draw_current(Body.objects.filter(kind=BodyKind.ORGANISATION))
    _load_projects(given.projects)
    _load_agreements(given.agreements)
    _write_words(given)
    changed = _record_what_differs("project", states.PROJECT_LOADED, Project.objects.all(), by)
    changed += _record_what_differs("agreement", states.AGREEMENT_LOADED, Agreement.objects.all(), by)
    organisations = Body.objects.filter(kind=BodyKind.ORGANISATION)
    return changed + _record_what_differs("organisation", states.ORGANISATION_LOADED, organisations, by)


def _record_what_differs(kind: str, verb: str, things: Any, by: Person | None) -> int:
    listed = dict(Listing.objects.filter(kind=kind, gone_since=None).values_list("uid", "digest"))
    records = listings.public_records(kind)
    differing = [record.uid for record in records if listed.get(record.uid) != listings.digest_of(record)]
    changed = list(things.filter(uid__in=differing))
    if changed:
        journal.record_all(verb, changed, by=by)
    return len(changed)


def _ours(given: Sequence[BodyGiven]) -> list[BodyGiven]:
    """Hubs speak for themselves once they are there; organisations until a person has described them."""
    existing = dict(Body.objects.filter(key__in=[one.key for one in given]).values_list("key", "uid"))
    theirs = _touched(states.ORGANISATION_CHANGED, existing.values())
    new = [one for one in given if one.key not in existing]
    known = [one for one in given if one.key in existing and one.kind != BodyKind.HUB]
    return [*new, *(one for one in known if existing[one.key] not in theirs)]


def _touched(verb: str, uids: Iterable[UUID]) -> set[UUID]:
    """What a person has changed since it was loaded."""
    entries = Entry.objects.filter(verb=verb, subject__in=list(uids), actor__isnull=False)
    return set(entries.values_list("subject", flat=True))


def _load_projects(given: Sequence[ProjectGiven]) -> None:
    uids = {one.key: shipped_uid(Project.kind, one.key) for one in given}
    theirs = _touched(states.PROJECT_CHANGED, uids.values())
    bodies = dict(Body.objects.values_list("key", "pk"))
    topics = dict(Topic.objects.values_list("code", "pk"))
    sources = dict(Source.objects.values_list("key", "pk"))
    for one in given:
        if uids[one.key] in theirs:
            continue
        columns = {"since": one.since, "until": one.until, "source_id": sources.get(one.source)}
        project = _same(Project, uids[one.key], columns, slug=one.key)
        wanted = {topics[code] for code in one.topics if code in topics}
        if set(project.topics.values_list("pk", flat=True)) != wanted:
            project.topics.set(wanted)
        _same_rows(
            ProjectParty.objects.filter(project=project),
            [{"project_id": project.pk, "part": part, "body_id": bodies[key]} for part, key in one.parties],
        )
        _same_rows(
            ProjectStep.objects.filter(project=project),
            [{"project_id": project.pk, "language": LANGUAGE, **step} for step in one.steps],
        )


def _load_agreements(given: Sequence[AgreementGiven]) -> None:
    uids = {one.key: shipped_uid(Agreement.kind, one.key) for one in given}
    kept = {row.uid: row for row in Agreement.objects.filter(uid__in=uids.values())}
    bodies = dict(Body.objects.values_list("key", "pk"))
    projects = dict(Project.objects.values_list("slug", "pk"))
    for one in given:
        before = kept.get(uids[one.key])
        if before is not None and not before.shipped:
            continue
        columns = {
            **one.columns,
            "body_id": bodies[one.body],
            "hub_id": bodies.get(one.hub),
            "project_id": projects.get(one.project),
            "state": AgreementState.SIGNED,
            "shipped": True,
        }
        agreement = _same(Agreement, uids[one.key], columns)
        _load_contributions(agreement, one.contributions)
    _link(given, uids)


def _link(given: Sequence[AgreementGiven], uids: Mapping[str, UUID]) -> None:
    """Which agreement took over from which; both are there by now."""
    pks = dict(Agreement.objects.filter(uid__in=uids.values()).values_list("uid", "pk"))
    for one in given:
        before = pks.get(uids.get(one.takes_over, UUID(int=0)))
        ours = Agreement.objects.filter(uid=uids[one.key], shipped=True)
        ours.exclude(takes_over=before).update(takes_over=before)


def _load_contributions(agreement: Agreement, given: Mapping[str, Mapping[str, Any]]) -> None:
    uids = {key: shipped_uid("contribution", key) for key in given}
    kept = {row.uid: row for row in Contribution.objects.filter(agreement=agreement)}
    for key, columns in given.items():
        before = kept.get(uids[key])
        if before is None or before.shipped:
            _same(Contribution, uids[key], {**columns, "agreement_id": agreement.pk, "shipped": True})
    stale = [row.pk for uid, row in kept.items() if row.shipped and uid not in uids.values()]
    Contribution.objects.filter(pk__in=stale).delete()


def _same(model: Any, uid: UUID, columns: Mapping[str, Any], **new: Any) -> Any:
    """The row with this uid, which has these columns from now on; written only if it had not."""
    row = model.objects.filter(uid=uid).first()
    if row is None:
        return model.objects.create(uid=uid, **columns, **new)
    differing = [name for name, value in columns.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, columns[name])
    if differing:
        row.save()
    return row


def _same_rows(rows: Any, wanted: Sequence[Mapping[str, Any]]) -> None:
    """The rows of one owner become those wanted, in their order, if they are not already."""
    names = tuple(wanted[0]) if wanted else ("pk",)
    if list(rows.order_by("pk").values_list(*names)) == [tuple(row.values()) for row in wanted]:
        return
    rows.delete()
    rows.model.objects.bulk_create([rows.model(**row) for row in wanted])


def _write_words(given: PartnersGiven) -> None:
    """What agreements and projects say, in the language of the files; what a person has written stays."""
    drafts = [
        texts.Draft(
            shipped_uid(Project.kind, one.key), LANGUAGE, {"title": one.title, "purpose": one.purpose}, original=True
        )
        for one in given.projects
    ]
    drafts += [
        texts.Draft(shipped_uid(Agreement.kind, one.key), LANGUAGE, {"gives": one.gives}, original=True)
        for one in given.agreements
        if one.gives
    ]
    kept = {
        (row["subject"], row["language"]): row
        for row in Text.objects.filter(subject__in=[draft.subject for draft in drafts]).values(
            "subject", "language", "current__fields", "current__made_by"
        )
    }
    texts.write_all([draft for draft in drafts if (draft.subject, draft.language) not in kept], by=None)
    for draft in drafts:
        row = kept.get((draft.subject, draft.language))
        if row is not None and row["current__made_by"] is None and row["current__fields"] != dict(draft.fields):
            texts.write(draft, by=None, publish=True)
