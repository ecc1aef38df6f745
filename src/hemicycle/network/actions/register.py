"""Loading the register as it ships: everything at once, nothing twice."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.core.identity import shipped_uid
from hemicycle.network import states
from hemicycle.network.actions.current import draw_current
from hemicycle.network.actions.given import BodyGiven, CountryGiven, FactGiven, RegisterGiven, SourceGiven
from hemicycle.network.actions.same import make_same
from hemicycle.network.models import Body, Country, Fact, Source


@transaction.atomic
def load_register(given: RegisterGiven, *, by: Person | None) -> int:
    """Make the register say what is given; how many bodies changed. What people recorded since stays.

    Bodies are never removed: others refer to them. Only what differs is written, and only bodies that changed, or
    whose country or sources did, enter the journal; loading the same again leaves no trace.
    """
    sources = load_sources(given.sources)
    countries = load_countries(given.countries)
    touched = load_bodies(given.bodies) | load_facts(given.facts)
    touched |= _touched_by(sources, countries)
    touched |= draw_current()
    bodies = list(Body.objects.filter(pk__in=touched).order_by("key"))
    if bodies:
        journal.record_all(states.LOADED, bodies, by=by)
    return len(bodies)


def load_sources(given: Sequence[SourceGiven]) -> set[int]:
    wanted = {one.key: vars(one) for one in given}
    changed = make_same(Source, {source.key: source for source in Source.objects.all()}, wanted)
    return {source.pk for source in changed.values()}


def load_countries(given: Sequence[CountryGiven]) -> set[int]:
    sources = _sources()
    wanted = {}
    for one in given:
        columns = dict(vars(one))
        for name in ("names_source", "codes_source", "un_status_source", "region_source"):
            columns[f"{name}_id"] = sources.get(columns.pop(name))
        wanted[one.key] = columns
    changed = make_same(Country, {country.key: country for country in Country.objects.all()}, wanted)
    return {country.pk for country in changed.values()}


def load_bodies(given: Sequence[BodyGiven]) -> set[int]:
    """Parliaments first, then what is part of them."""
    whole = _load_bodies([one for one in given if not one.parent])
    return whole | _load_bodies([one for one in given if one.parent])


def _load_bodies(given: Sequence[BodyGiven]) -> set[int]:
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
    return {body.pk for body in make_same(Body, existing, wanted).values()}


def load_facts(given: Sequence[FactGiven]) -> set[int]:
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
    stale = [fact for key, fact in existing.items() if fact.shipped and key not in wanted]
    Fact.objects.filter(pk__in=[fact.pk for fact in stale]).delete()
    changed = make_same(Fact, existing, wanted)
    return {fact.body_id for fact in (*changed.values(), *stale)}


def _key(fact: Fact) -> tuple[int, str, str, str, str]:
    return fact.body_id, fact.name, fact.value, fact.since, fact.as_of


def _sources() -> dict[str, int]:
    return dict(Source.objects.values_list("key", "pk"))


def _touched_by(sources: Iterable[int], countries: Iterable[int]) -> set[int]:
    """Bodies whose public form names these sources or countries."""
    touched = set(Body.objects.filter(country__in=countries).values_list("pk", flat=True))
    if sources:
        touched |= set(Body.objects.filter(name_source__in=sources).values_list("pk", flat=True))
        touched |= set(Fact.objects.filter(source__in=sources).values_list("body", flat=True))
    return touched
