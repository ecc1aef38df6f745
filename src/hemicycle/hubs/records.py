"""The open-data form of hubs, their outputs and their updates: all that their pages show."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects

from hemicycle.core import texts
from hemicycle.core.catalogue import Record
from hemicycle.hubs.analysis import countries_for, countries_of, regions_for
from hemicycle.hubs.models import Activity, Hub, HubPaper, Membership, Output, Plan, Update, YearReport
from hemicycle.hubs.queries.whole import PUBLIC_MEMBERS
from hemicycle.hubs.states import MemberState
from hemicycle.network.models import Agreement
from hemicycle.network.queries import credits_as_data
from hemicycle.network.states.agreements import AgreementState
from hemicycle.topics.queries import vocabulary

# A facet that is named like a branch of the vocabulary has its terms as values; topic pages rest on this.
BRANCHES = ("work", "technology", "practice", "policy")
# Marks by which nobody narrows the list: the countries that a hub is for, that take part in it, and that host it.
COUNTRY, TAKING_PART, HOSTING = "country", "taking_part", "hosting"
NOTES = ("members_note", "hosts_note")
Rows = Mapping[int, Sequence[Any]]


def hub_records(hubs: Iterable[Hub]) -> Iterable[Record]:
    """The records of these hubs in ten queries, however many there are."""
    rows = list(hubs)
    prefetch_related_objects(rows, "body", "topics")
    words = texts.all_languages([hub.uid for hub in rows])
    parts = _parts_of(rows)
    return [_hub(hub, words.get(hub.uid, {}), parts) for hub in rows]


def _parts_of(hubs: Sequence[Hub]) -> Mapping[str, Rows]:
    """Everything that belongs to the hubs, by the hub's row; hosts by that of its body."""
    within: dict[str, Any] = {"hub__in": [hub.pk for hub in hubs]}
    plans = Plan.objects.filter(**within).order_by("year", "number")
    activities = Activity.objects.filter(plan__in=plans).order_by("order")
    hosts = Agreement.objects.filter(hub__in=[hub.body_id for hub in hubs], state=AgreementState.SIGNED)
    return {
        "members": _by(
            Membership.objects.filter(**within, state__in=PUBLIC_MEMBERS).select_related("body").order_by("body__key")
        ),
        "hosts": _by(hosts.select_related("body", "takes_over__body").order_by("since", "pk")),
        "plans": _by(plans),
        "activities": _by(activities, "plan_id"),
        "papers": _by(HubPaper.objects.filter(**within, public=True).order_by("kept_at", "pk")),
        "reports": _by(YearReport.objects.filter(**within, published_at__isnull=False).order_by("year")),
    }


def _by(rows: QuerySet[Any], column: str = "hub_id") -> Rows:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _hub(hub: Hub, words: Mapping[str, Mapping[str, Any]], parts: Mapping[str, Rows]) -> Record:
    hosts = parts["hosts"].get(hub.body_id, ())
    members = parts["members"].get(hub.pk, ())
    return Record(
        uid=hub.uid,
        kind=hub.kind,
        key=hub.slug,
        path=hub.path,
        original=next(iter(words), "en"),
        titles={"en": hub.body.name, **hub.body.names},
        order=hub.slug,
        leads={language: text["purpose"] for language, text in words.items() if text.get("purpose")},
        bodies={language: body for language, text in words.items() if (body := _body(text))},
        facets={
            "sort": (hub.sort,),
            "state": (hub.state,),
            "language": tuple(hub.languages),
            "region": regions_for(hub.region, hub.countries),
            COUNTRY: countries_for(hub.region, hub.countries),
            TAKING_PART: _countries(one for one in members if one.state == MemberState.MEMBER),
            HOSTING: _countries(one for one in hosts if not one.until),
            **_topics(hub),
        },
        places=tuple(hub.countries),
        links=tuple(("hosted_by", agreement.body.uid) for agreement in hosts),
        facts={**_facts(hub), **_happened(hub, parts), **_people(hosts, members)},
    )


def _body(text: Mapping[str, Any]) -> str:
    return "\n\n".join(str(text[name]) for name in ("focus", *NOTES) if text.get(name))


def _countries(parties: Iterable[Agreement | Membership]) -> tuple[str, ...]:
    return tuple(sorted(countries_of({"key": one.body.key} for one in parties)))


def _facts(hub: Hub) -> dict[str, Any]:
    held = vocabulary().by_pk
    return {
        "name": hub.body.name,
        "joining": hub.joining,
        "began": hub.began,
        "languages": list(hub.languages),
        "region": hub.region,
        "topics": sorted(held[topic.pk].code for topic in hub.topics.all() if topic.pk in held),
        "accent": hub.accent,
        "compiled_on": hub.compiled_on.isoformat() if hub.compiled_on else "",
        "last_activity": hub.last_sign_at.date().isoformat() if hub.last_sign_at else "",
        "sources": list(hub.sources),
    }


def _people(hosts: Sequence[Agreement], members: Sequence[Membership]) -> dict[str, Any]:
    return {
        "hosts": [
            {
                "body": one.body.key,
                "name": one.body.name,
                "since": one.since,
                "until": one.until,
                "signed_on": one.signed_on,
                "signatories": one.signatories,
                "took_over_from": one.takes_over.body.key if one.takes_over else "",
                "doubtful": one.doubtful,
            }
            for one in hosts
        ],
        "members": [_member(one) for one in members if one.state == MemberState.MEMBER],
        "former_members": [_member(one) for one in members if one.state == MemberState.LEFT],
    }


def _member(one: Membership) -> dict[str, str]:
    return {"body": one.body.key, "name": one.body.name, "since": one.since, "until": one.until}


def _happened(hub: Hub, parts: Mapping[str, Rows]) -> dict[str, Any]:
    return {
        "plans": [
            {
                "year": plan.year,
                "number": plan.number,
                "language": plan.language,
                "note": plan.note,
                "activities": [_activity(one) for one in parts["activities"].get(plan.pk, ())],
            }
            for plan in parts["plans"].get(hub.pk, ())
        ],
        "papers": [
            {"title": one.title, "language": one.language, "dated": one.dated}
            for one in parts["papers"].get(hub.pk, ())
        ],
        "reports": [one.year for one in parts["reports"].get(hub.pk, ())],
    }


def _activity(one: Activity) -> dict[str, str]:
    return {
        "uid": str(one.uid),
        "title": one.title,
        "text": one.text,
        "since": one.since,
        "until": one.until,
        "state": one.state,
    }


def output_records(outputs: Iterable[Output]) -> Iterable[Record]:
    """The records of these outputs in five queries."""
    rows = list(outputs)
    prefetch_related_objects(rows, "hub__body", "hub__topics", "project")
    words = texts.all_languages([row.uid for row in rows])
    return [_output(row, words[row.uid]) for row in rows if row.uid in words]


def update_records(updates: Iterable[Update]) -> Iterable[Record]:
    """The records of these updates in four queries."""
    rows = list(updates)
    prefetch_related_objects(rows, "hub__body", "hub__topics")
    words = texts.all_languages([row.uid for row in rows])
    return [_update(row, words[row.uid]) for row in rows if row.uid in words]


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
            "file": str(output.file_id or ""),
            "sources": list(output.sources),
            "project": output.project.slug if output.project else "",
            # What funders require stands with every output, so that it goes with it wherever the data go.
            "credits": credits_as_data(output.project_id),
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
        facts={
            "hub": update.hub.slug,
            "published_at": published,
            "picture": str(update.picture_id or ""),
            "picture_credit": update.picture_credit,
            "alt": {language: text["alt"] for language, text in words.items() if text.get("alt")},
        },
    )


def _topics(hub: Hub) -> dict[str, tuple[str, ...]]:
    held = vocabulary()
    found: dict[str, list[str]] = {}
    for topic in hub.topics.all():
        term = held.by_pk.get(topic.pk)
        if term is not None and term.branch in BRANCHES:
            found.setdefault(term.branch, []).append(term.slug)
    return {branch: tuple(slugs) for branch, slugs in found.items()}
