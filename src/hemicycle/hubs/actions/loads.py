"""Loading hubs as they ship, with members and outputs; nothing twice, and what people wrote since stays theirs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings, texts
from hemicycle.core.identity import shipped_uid
from hemicycle.core.models import Entry, Listing, Text
from hemicycle.hubs import states
from hemicycle.hubs.given import HubGiven, HubsGiven, MemberGiven, OutputGiven, WordsGiven
from hemicycle.hubs.models import Hub, Membership, Output
from hemicycle.hubs.states import MemberState
from hemicycle.network.models import Body
from hemicycle.topics.models import Topic

# Whoever did one of these has made the hub, or the output, their own.
TAKEN_OVER = (states.CHANGED, states.CLOSED, states.OUTPUT_CHANGED, states.OUTPUT_WITHDRAWN)


@transaction.atomic
def load_hubs(given: HubsGiven, *, by: Person | None) -> int:
    """Make the hubs say what is given; how many things read otherwise than before.

    Only what differs is written, and only what reads otherwise enters the journal.
    """
    bodies = {body.key: body for body in Body.objects.filter(key__in=[one.body for one in given.hubs])}
    hubs = _load_hubs(given.hubs, bodies)
    _load_members(given.members, hubs)
    outputs = _load_outputs(given.outputs, hubs)
    changed = _record_what_differs(states.HUB_LOADED, hubs.values(), by)
    return changed + _record_what_differs(states.OUTPUT_LOADED, outputs, by)


def _load_hubs(given: Sequence[HubGiven], bodies: Mapping[str, Body]) -> dict[str, Hub]:
    """The hubs that are still ours, by the key of their body."""
    known = {hub.uid: hub for hub in Hub.objects.filter(body__in=bodies.values())}
    theirs = _taken_over(known) | {uid for uid, hub in known.items() if hub.compiled_on is None}
    topics = dict(Topic.objects.values_list("code", "pk"))
    found = {}
    for one in given:
        body = bodies[one.body]
        if body.uid in theirs:
            continue
        # A hub and its body are one thing to everybody else, so they have one identity.
        hub = _same(Hub, body.uid, {**one.columns, "body_id": body.pk})
        wanted = {topics[code] for code in one.topics}
        if set(hub.topics.values_list("pk", flat=True)) != wanted:
            hub.topics.set(wanted)
        found[one.body] = hub
    _write_words({found[one.body].uid: one.words for one in given if one.body in found})
    return found


def _load_members(given: Sequence[MemberGiven], hubs: Mapping[str, Hub]) -> None:
    """A body that has asked, joined or left by itself since then is left alone."""
    bodies = dict(Body.objects.filter(key__in=[one.body for one in given]).values_list("key", "pk"))
    rows = {(row.hub_id, row.body_id): row for row in Membership.objects.filter(hub__in=hubs.values())}
    wanted = {(hubs[one.hub].pk, bodies[one.body]): one for one in given if one.hub in hubs}
    for (hub, body), one in wanted.items():
        state = MemberState.LEFT if one.until else MemberState.MEMBER
        columns = {"state": state, "since": one.since, "until": one.until}
        row = rows.get((hub, body))
        if row is None:
            Membership.objects.create(
                uid=shipped_uid(Membership.kind, f"{one.hub}:{one.body}"),
                hub_id=hub,
                body_id=body,
                shipped=True,
                **columns,
            )
        elif _is_as_shipped(row) and any(getattr(row, name) != value for name, value in columns.items()):
            Membership.objects.filter(pk=row.pk).update(**columns)
    stale = [row.pk for pair, row in rows.items() if pair not in wanted and _is_as_shipped(row)]
    Membership.objects.filter(pk__in=stale).delete()


def _is_as_shipped(row: Membership) -> bool:
    return row.shipped and row.decided_at is None


def _load_outputs(given: Sequence[OutputGiven], hubs: Mapping[str, Hub]) -> list[Output]:
    uids = {one.key: shipped_uid(Output.kind, one.key) for one in given}
    theirs = _taken_over(uids.values())
    ours = [one for one in given if one.hub in hubs and uids[one.key] not in theirs]
    made = [_same(Output, uids[one.key], {**one.columns, "hub_id": hubs[one.hub].pk, "shipped": True}) for one in ours]
    _write_words({uids[one.key]: one.words for one in ours})
    return made


def _taken_over(uids: Iterable[UUID]) -> set[UUID]:
    entries = Entry.objects.filter(verb__in=TAKEN_OVER, subject__in=list(uids), actor__isnull=False)
    return set(entries.values_list("subject", flat=True))


def _same(model: Any, uid: UUID, columns: Mapping[str, Any]) -> Any:
    """The row with this uid, which has these columns from now on; written only if it had not."""
    row = model.objects.filter(uid=uid).first()
    if row is None:
        return model.objects.create(uid=uid, **columns)
    differing = [name for name, value in columns.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, columns[name])
    if differing:
        row.save(update_fields=differing)
    return row


def _write_words(given: Mapping[UUID, Sequence[WordsGiven]]) -> None:
    """Every text as it is given, originals first; what a person has written stays."""
    drafts = [
        texts.Draft(uid, one.language, one.fields, original=place == 0, credit=one.credit)
        for uid, words in given.items()
        for place, one in enumerate(words)
    ]
    kept = {
        (row["subject"], row["language"]): row
        for row in Text.objects.filter(subject__in=list(given)).values(
            "subject", "language", "current__fields", "current__made_by", "current__credit"
        )
    }
    texts.write_all([draft for draft in drafts if (draft.subject, draft.language) not in kept], by=None)
    for draft in drafts:
        row = kept.get((draft.subject, draft.language))
        if row is not None and row["current__made_by"] is None and _differs(row, draft):
            texts.write(draft, by=None, publish=True)


def _differs(row: Mapping[str, Any], draft: texts.Draft) -> bool:
    return bool(row["current__fields"] != dict(draft.fields) or row["current__credit"] != draft.credit)


def _record_what_differs(verb: str, things: Iterable[Any], by: Person | None) -> int:
    held = {thing.uid: thing for thing in things}
    if not held:
        return 0
    kind = next(iter(held.values())).kind
    listed = dict(Listing.objects.filter(uid__in=list(held), gone_since=None).values_list("uid", "digest"))
    records = listings.public_records(kind, held)
    changed = [held[one.uid] for one in records if listed.get(one.uid) != listings.digest_of(one)]
    if changed:
        journal.record_all(verb, changed, by=by)
    return len(changed)
