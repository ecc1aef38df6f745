"""The open-data form of bodies: what holds now, every dated fact with its source, and the sources cited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q

from hemicycle.core.catalogue import Record
from hemicycle.kit.words.folding import fold
from hemicycle.network.models import Body, Country, Fact, Source
from hemicycle.network.periods import official_names, region_path, seats_band
from hemicycle.network.queries import own_country_names
from hemicycle.network.states import GROUP_SLUGS, BodyKind, FactName
from hemicycle.network.states.organisations import InnovationForm

ORDER_LENGTH = 40
FACT_COLUMNS = ("name", "value", "since", "until", "as_of", "source", "doubtful", "note")


def records(bodies: Iterable[Body]) -> Iterable[Record]:
    """The records of these bodies in four queries, however many there are."""
    rows = list(bodies)
    whole = [body.parent_id or body.pk for body in rows]
    houses = {house.pk: house for house in Body.objects.filter(Q(pk__in=whole) | Q(parent__in=whole)).order_by("key")}
    reading = _Reading(
        houses=houses,
        countries=Country.objects.in_bulk({house.country_id for house in houses.values() if house.country_id}),
        sources={source.pk: source for source in Source.objects.all()},
        facts=_facts(rows),
        own_names=own_country_names(settings.COUNTRY_NAMES),
    )
    return [reading.record(body) for body in rows]


def _facts(bodies: Iterable[Body]) -> Mapping[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    order = {name: place for place, name in enumerate(FactName.values)}
    for fact in Fact.objects.filter(body__in=list(bodies)):
        found[fact.body_id].append(fact)
    for facts in found.values():
        facts.sort(key=lambda fact: (order[fact.name], fact.since, fact.as_of, fact.value))
    return found


class _Reading:
    """Everything that was read for one batch, and how a record is put together from it."""

    def __init__(
        self,
        *,
        houses: Mapping[int, Body],
        countries: Mapping[int, Country],
        sources: Mapping[int, Source],
        facts: Mapping[int, list[Fact]],
        own_names: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.houses = houses
        self.countries = countries
        self.sources = sources
        self.facts = facts
        self.own_names = own_names
        self.parts: dict[int, list[Body]] = defaultdict(list)
        for house in houses.values():
            if house.parent_id:
                self.parts[house.parent_id].append(house)

    def record(self, body: Body) -> Record:
        country = self.countries.get(body.country_id or 0)
        names = self.country_names(country)
        english = body.names.get("en", body.name)
        return Record(
            uid=body.uid,
            kind=body.kind,
            key=body.key,
            path=self.path(body),
            original="en",
            titles=self.titles(body, names),
            order=fold(names.get("en", english))[:ORDER_LENGTH],
            leads={"en": body.note} if body.note else {},
            bodies=self.other_names(body),
            facets=self.facets(body),
            places=(country.key,) if country else (),
            links=self.links(body),
            facts=self.said(body, country, names),
        )

    def country_names(self, country: Country | None) -> Mapping[str, str]:
        return {**country.names, **self.own_names.get(country.key, {})} if country else {}

    def path(self, body: Body) -> str:
        if body.kind == BodyKind.REGIONAL_BODY:
            return f"/regional-bodies/{body.key}/"
        if body.kind == BodyKind.CHAMBER:
            return f"/parliaments/{body.parent_id and self.houses[body.parent_id].key}/{body.key}/"
        return f"/parliaments/{body.key}/"

    def titles(self, body: Body, country: Mapping[str, str]) -> Mapping[str, str]:
        """Institutions keep their name in every language; the country before it is the reader's."""
        whole = self.houses[body.parent_id] if body.parent_id else body
        names = official_names(body.name, body.name_local, body.names, whole.current.get("language", ()))
        if not country:
            return names
        return {language: f"{name} · {names.get(language, body.name)}" for language, name in country.items()}

    def other_names(self, body: Body) -> Mapping[str, str]:
        """What else people may search for."""
        names = [body.name_local]
        for part in self.parts[body.pk]:
            names += [part.name, part.name_local]
        text = "\n".join(name for name in dict.fromkeys(names) if name and name != body.name)
        return {"en": text} if text else {}

    def facets(self, body: Body) -> Mapping[str, tuple[str, ...]]:
        """A chamber bears what holds for its parliament where it has no fact of its own."""
        whole = self.houses[body.parent_id].current if body.parent_id else {}
        current = {**whole, **body.current}
        single = {
            "income": current.get("income_group"),
            "structure": current.get("structure"),
            "membership": current.get("ipu_member"),
            "status": current.get("status"),
            "chamber": body.chamber_kind,
            "seats": seats_band(int(current["seats"])) if current.get("seats") else "",
        }
        several = {
            "region": region_path(current.get("region", "")),
            "group": tuple(GROUP_SLUGS[group] for group in current.get("ipu_group", ())),
            "language": tuple(current.get("language", ())),
            "innovation": self.innovation(body),
        }
        return {
            name: values for name, values in {**{n: (v,) for n, v in single.items() if v}, **several}.items() if values
        }

    def innovation(self, body: Body) -> tuple[str, ...]:
        """A parliament is found by what it or any of its chambers has; that none is known gives way to one that is."""
        whole = self.houses[body.parent_id].current if body.parent_id else {}
        held = [body.current, whole, *(part.current for part in self.parts[body.pk])]
        forms = list(dict.fromkeys(form for one in held for form in one.get("innovation_form", ())))
        return tuple(form for form in forms if form != InnovationForm.NONE_KNOWN) or tuple(forms)

    def links(self, body: Body) -> tuple[tuple[str, Any], ...]:
        return (("part_of", self.houses[body.parent_id].uid),) if body.parent_id else ()

    def said(self, body: Body, country: Country | None, names: Mapping[str, str]) -> Mapping[str, Any]:
        """Every column that a reader can use, with the source of each."""
        parts = self.parts[body.pk]
        said = {
            "name": body.name,
            "name_local": body.name_local,
            "names": dict(body.names),
            "name_source": self.source_key(body.name_source_id),
            "name_doubtful": body.name_doubtful,
            "name_local_source": self.source_key(body.name_local_source_id),
            "name_local_doubtful": body.name_local_doubtful,
            "name_note": body.name_note,
            "note": body.note,
            "chamber_kind": body.chamber_kind,
            "parliament": self.houses[body.parent_id].key if body.parent_id else "",
            "country": self.country(country, names) if country else {},
            "current": dict(body.current),
            "chambers": [{"key": part.key, "name": part.name, **part.current} for part in parts],
            "periods": [self.period(fact) for fact in self.facts.get(body.pk, ())],
            "sources": self.cited(body, country),
        }
        return {name: value for name, value in said.items() if value not in ("", {}, [])}

    def country(self, country: Country, names: Mapping[str, str]) -> Mapping[str, Any]:
        return {
            "key": country.key,
            "iso3": country.iso3,
            "iso_numeric": country.iso_numeric,
            "m49": country.m49,
            "names": dict(names),
            "un_status": country.un_status,
            "names_source": self.source_key(country.names_source_id),
            "codes_source": self.source_key(country.codes_source_id),
            "un_status_source": self.source_key(country.un_status_source_id),
            "region_source": self.source_key(country.region_source_id),
            "note": country.note,
            "tile": [country.column, country.row],
        }

    def period(self, fact: Fact) -> Mapping[str, Any]:
        values = {name: getattr(fact, name) for name in FACT_COLUMNS if name != "source"}
        return {**values, "source": self.source_key(fact.source_id)}

    def source_key(self, pk: int | None) -> str:
        return self.sources[pk].key if pk else ""

    def cited(self, body: Body, country: Country | None) -> Mapping[str, Any]:
        """The sources that this record names, so that it can be read by itself."""
        pks: set[int | None] = {fact.source_id for fact in self.facts.get(body.pk, ())}
        pks |= {body.name_source_id, body.name_local_source_id}
        if country:
            pks |= {
                country.names_source_id,
                country.codes_source_id,
                country.un_status_source_id,
                country.region_source_id,
            }
        found = sorted((self.sources[pk] for pk in pks if pk), key=lambda source: source.key)
        columns = ("title", "edition", "licence", "address", "note")
        return {source.key: {column: getattr(source, column) for column in columns} for source in found}
