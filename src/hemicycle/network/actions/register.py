"""Loading the register as it ships: everything at once, nothing twice."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings
from hemicycle.core.identity import shipped_uid
from hemicycle.core.models import Entry, Listing
from hemicycle.network import states
from hemicycle.network.actions.current import draw_current
from hemicycle.network.actions.given import BodyGiven, CountryGiven, FactGiven, RegisterGiven, SourceGiven
from hemicycle.network.actions.same import make_same
from hemicycle.network.models import Body, Country, Fact, Source


@transaction.atomic
def load_register(given: RegisterGiven, *, by: Person | None) -> int:
    """Make the register say what is given; how many bodies changed. What people recorded since stays.

    Bodies are never removed: others refer to them. Only what differs is written, and only bodies whose public form
    changed enter the journal; loading the same again leaves no trace.
    """
    load_sources(given.sources)
    load_countries(given.countries)
    load_bodies(given.bodies)
    load_facts(given.facts)
    draw_current()
    changed = list(Body.objects.filter(uid__in=_differing()).order_by("key"))
    if changed:
        journal.record_all(states.LOADED, changed, by=by)
    return len(changed)


def _differing() -> list[UUID]:
    """What reads otherwise than it is listed, be it for its own facts, its country's name or a source."""
    rows = Listing.objects.filter(kind__in=states.PUBLIC_KINDS, gone_since=None)
    listed = dict(rows.values_list("uid", "digest"))
    found = (record for kind in states.PUBLIC_KINDS for record in listings.public_records(kind))
    return [record.uid for record in found if listed.get(record.uid) != listings.digest_of(record)]


def load_sources(given: Sequence[SourceGiven]) -> None:
    wanted = {one.key: vars(one) for one in given}
    make_same(Source, {source.key: source for source in Source.objects.all()}, wanted)


def load_countries(given: Sequence[CountryGiven]) -> None:
    sources = _sources()
    wanted = {}
    for one in given:
        columns = dict(vars(one))
        for name in ("names_source", "codes_source", "un_status_source", "region_source"):
            columns[f"{name}_id"] = sources.get(columns.pop(name))
        wanted[one.key] = columns
    make_same(Country, {country.key: country for country in Country.objects.all()}, wanted)


def load_bodies(given: Sequence[BodyGiven]) -> None:
    """Parliaments first, then what is part of them; what people described since is theirs."""
    ours = _not_theirs(given)
    _load_bodies([one for one in ours if not one.parent])
    _load_bodies([one for one in ours if one.parent])


def _not_theirs(given: Sequence[BodyGiven]) -> list[BodyGiven]:
    by_people = (states.BODY_RECORDED, states.BODY_CHANGED)
    touched = Entry.objects.filter(verb__in=by_people, actor__isnull=False).values_list("subject", flat=True)
    theirs = set(Body.objects.filter(uid__in=set(touched)).values_list("key", flat=True))
    return [one for one in given if one.key not in theirs]


def _load_bodies(given: Sequence[BodyGiven]) -> None:
    sources = _sources()
    countries = dict(Country.objects.values_list("key", "pk"))
    existing = {body.key: body for body in Body.objects.all()}
    wanted = {}
    for one in given:
        columns = dict(vars(one))
        parent = columns.pop("parent")
        wanted[one.key] = {
            **columns,
            "uid": existing[one.key].uid if one.key in existing else shipped_uid(one.kind, one.key),
            "parent_id": existing[parent].pk if parent else None,
            "country_id": countries.get(columns.pop("country", "")),
            "name_source_id": sources.get(columns.pop("name_source")),
            "name_local_source_id": sources.get(columns.pop("name_local_source")),
        }
        for name in ("country", "name_source", "name_local_source"):
            wanted[one.key].pop(name, None)
    make_same(Body, existing, wanted)


def load_facts(given: Sequence[FactGiven]) -> None:
    """The shipped facts of these bodies become those given; facts that people recorded are not touched."""
    sources = _sources()
    bodies = dict(Body.objects.values_list("key", "pk"))
    existing = {_key(fact): fact for fact in Fact.objects.filter(body__key__in={one.body for one in given})}
    wanted = {}
    for one in given:
        columns = {**vars(one), "body_id": bodies[one.body], "source_id": sources[one.source], "shipped": True}
        del columns["body"], columns["source"]
        key = (columns["body_id"], one.name, one.value, one.since, one.as_of)
        if key not in existing or existing[key].shipped:
            wanted[key] = columns
    stale = [fact.pk for key, fact in existing.items() if fact.shipped and key not in wanted]
    Fact.objects.filter(pk__in=stale).delete()
    make_same(Fact, existing, wanted)


def _key(fact: Fact) -> tuple[int, str, str, str, str]:
    return fact.body_id, fact.name, fact.value, fact.since, fact.as_of


def _sources() -> dict[str, int]:
    return dict(Source.objects.values_list("key", "pk"))
