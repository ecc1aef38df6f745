"""The open-data form of hubs, their outputs and their updates."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from hemicycle.core import texts
from hemicycle.core.catalogue import Record
from hemicycle.hubs.models import Hub, Membership, Output, Update
from hemicycle.hubs.states import MemberState
from hemicycle.network.analysis import region_path
from hemicycle.network.models import Agreement
from hemicycle.network.queries import register
from hemicycle.network.states.agreements import AgreementState
from hemicycle.topics.queries import vocabulary

# A facet that is named like a branch of the vocabulary has its terms as values; topic pages rest on this.
BRANCHES = ("work", "technology", "practice", "policy")


def hub_records(hubs: Iterable[Hub]) -> Iterable[Record]:
    """The records of these hubs in five queries, however many there are."""
    rows = list(hubs)
    prefetch_related_objects(rows, "body", "topics")
    words = texts.all_languages([hub.uid for hub in rows])
    members = _by_hub(
        Membership.objects.filter(hub__in=rows, state=MemberState.MEMBER).select_related("body"), "hub_id"
    )
    hosts = _by_hub(
        Agreement.objects.filter(hub__in=[hub.body_id for hub in rows], state=AgreementState.SIGNED)
        .select_related("body")
        .order_by("since", "pk"),
        "hub_id",
    )
    return [_hub(hub, words.get(hub.uid, {}), members.get(hub.pk, ()), hosts.get(hub.body_id, ())) for hub in rows]


def output_records(outputs: Iterable[Output]) -> Iterable[Record]:
    """The records of these outputs in three queries."""
    rows = list(outputs)
    prefetch_related_objects(rows, "hub__body", "hub__topics", "project")
    words = texts.all_languages([row.uid for row in rows])
    return [_output(row, words[row.uid]) for row in rows if row.uid in words]


def update_records(updates: Iterable[Update]) -> Iterable[Record]:
    """The records of these updates in three queries."""
    rows = list(updates)
    prefetch_related_objects(rows, "hub__body", "hub__topics")
    words = texts.all_languages([row.uid for row in rows])
    return [_update(row, words[row.uid]) for row in rows if row.uid in words]


def _by_hub(rows: Iterable[Any], column: str) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _hub(
    hub: Hub, words: Mapping[str, Mapping[str, Any]], members: Sequence[Membership], hosts: Sequence[Agreement]
) -> Record:
    return Record(
        uid=hub.uid,
        kind=hub.kind,
        key=hub.slug,
        path=hub.path,
        original=next(iter(words), "en"),
        titles=_titles(hub),
        order=hub.slug,
        leads={language: text["purpose"] for language, text in words.items() if text.get("purpose")},
        bodies={language: text["focus"] for language, text in words.items() if text.get("focus")},
        facets={
            "sort": (hub.sort,),
            "state": (hub.state,),
            "language": tuple(hub.languages),
            "region": _regions(hub),
            **_topics(hub),
        },
        places=tuple(hub.countries),
        links=tuple(("hosted_by", agreement.body.uid) for agreement in hosts),
        facts={
            "name": hub.body.name,
            "joining": hub.joining,
            "began": hub.began,
            "languages": list(hub.languages),
            "compiled_on": hub.compiled_on.isoformat() if hub.compiled_on else "",
            "sources": list(hub.sources),
            "hosts": [
                {"body": one.body.key, "name": one.body.name, "since": one.since, "until": one.until} for one in hosts
            ],
            "members": [
                {"body": one.body.key, "name": one.body.name, "since": one.since}
                for one in sorted(members, key=lambda member: member.body.key)
            ],
        },
    )


def _output(output: Output, words: Mapping[str, Mapping[str, Any]]) -> Record:
    return Record(
        uid=output.uid,
        kind=output.kind,
        key=str(output.uid),
        path=output.path,
        original=next(iter(words)),
        titles={language: text["title"] for language, text in words.items()},
        order=output.dated,
        leads={language: text["text"] for language, text in words.items() if text.get("text")},
        facets={"hub": (output.hub.slug,), "sort": (output.sort,), **_topics(output.hub)},
        places=tuple(output.hub.countries),
        links=(("made_by", output.hub.uid), *((("part_of", output.project.uid),) if output.project else ())),
        facts={
            "hub": output.hub.slug,
            "dated": output.dated,
            "address": output.address,
            "sources": list(output.sources),
            "project": output.project.slug if output.project else "",
        },
    )


def _update(update: Update, words: Mapping[str, Mapping[str, Any]]) -> Record:
    published = update.published_at.isoformat() if update.published_at else ""
    return Record(
        uid=update.uid,
        kind=update.kind,
        key=str(update.uid),
        path=update.path,
        original=next(iter(words)),
        titles={language: text["title"] for language, text in words.items()},
        order=published,
        leads={language: text["text"] for language, text in words.items() if text.get("text")},
        bodies={language: text["caption"] for language, text in words.items() if text.get("caption")},
        facets={"hub": (update.hub.slug,), **_topics(update.hub)},
        links=(("told_by", update.hub.uid),),
        facts={"hub": update.hub.slug, "published_at": published},
    )


def _titles(hub: Hub) -> Mapping[str, str]:
    return {"en": hub.body.name, **hub.body.names}


def _topics(hub: Hub) -> dict[str, tuple[str, ...]]:
    held = vocabulary()
    found: dict[str, list[str]] = {}
    for topic in hub.topics.all():
        term = held.by_pk.get(topic.pk)
        if term is not None and term.branch in BRANCHES:
            found.setdefault(term.branch, []).append(term.slug)
    return {branch: tuple(slugs) for branch, slugs in found.items()}


def _regions(hub: Hub) -> tuple[str, ...]:
    """The region of a hub and those above; of one that names its countries, the regions of these."""
    if hub.region:
        return tuple(region_path(hub.region))
    held = register()
    houses = [house for key in hub.countries if (house := held.get(key)) is not None]
    return tuple(dict.fromkeys(slug for house in houses for slug in house.regions))
