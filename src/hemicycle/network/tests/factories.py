"""Bodies, facts and offices for tests."""

from collections.abc import Sequence
from datetime import date
from itertools import count

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.core.identity import shipped_uid
from hemicycle.network import states
from hemicycle.network.actions.agreed import refresh_around
from hemicycle.network.actions.current import draw_current
from hemicycle.network.models import Agreement, Body, Contribution, Country, Fact, Office, Project, Source
from hemicycle.network.states import SECRETARIAT_KEY, BodyKind, ChamberKind, FactName, Role
from hemicycle.topics.models import Topic

LONG_AGO = date(2020, 1, 1)
_cells = count(1)


def a_source(key: str = "register-2026", **fields: object) -> Source:
    source, _made = Source.objects.get_or_create(key=key, defaults={"title": "A register, 2026", **fields})
    return source


def a_country(key: str = "ZM", **fields: object) -> Country:
    names = {"ZM": "Zambia", "MW": "Malawi", "BR": "Brazil"}
    name = names.get(key, key)
    return Country.objects.get_or_create(
        key=key,
        defaults={
            "iso3": f"{key}X",
            "names": dict.fromkeys(("en", "fr", "es", "pt", "ar"), name),
            "un_status": "un_member",
            "column": next(_cells),
            "row": 1,
            **fields,
        },
    )[0]


def a_parliament(key: str = "ZM", *, name: str = "National Assembly", facts: dict[str, str] | None = None) -> Body:
    """A parliament without chambers; its key is its country's."""
    body, made = Body.objects.get_or_create(
        key=key,
        defaults={
            "uid": shipped_uid("parliament", key),
            "kind": BodyKind.PARLIAMENT,
            "country": a_country(key),
            "name": name,
        },
    )
    if made:
        known(body, {FactName.STRUCTURE: "unicameral", FactName.STATUS: "functioning", **(facts or {})})
    return body


def a_chamber(
    key: str = "ZM-LC01",
    *,
    country: str = "ZM",
    name: str = "National Assembly",
    chamber_kind: str = ChamberKind.SINGLE,
    facts: dict[str, str] | None = None,
) -> Body:
    """A chamber of its country's parliament, which is made if it is not there."""
    parliament = a_parliament(country, name=name)
    body, made = Body.objects.get_or_create(
        key=key,
        defaults={
            "uid": shipped_uid("chamber", key),
            "kind": BodyKind.CHAMBER,
            "parent": parliament,
            "country": parliament.country,
            "name": name,
            "chamber_kind": chamber_kind,
        },
    )
    if made:
        known(body, {FactName.SEATS: "167", **(facts or {})})
    return body


def a_regional_body(key: str = "RB-EP", *, name: str = "European Parliament") -> Body:
    body = Body.objects.create(
        uid=shipped_uid("regional_body", key), key=key, kind=BodyKind.REGIONAL_BODY, name=name, names={"en": name}
    )
    known(body, {FactName.SEATS: "720"})
    return body


def the_secretariat() -> Body:
    body, _made = Body.objects.get_or_create(
        key=SECRETARIAT_KEY, defaults={"kind": BodyKind.SECRETARIAT, "name": "Secretariat of the Centre"}
    )
    return body


def a_fact(body: Body, name: str, value: str, **fields: object) -> Fact:
    source = fields.pop("source", None) or a_source()
    return Fact.objects.create(body=body, name=name, value=value, source=source, **fields)


def known(body: Body, facts: dict[str, str]) -> None:
    """Give the body facts and its listing, as a load does."""
    for name, value in facts.items():
        a_fact(body, name, value, as_of="2026-01")
    touched = draw_current([body]) | {body.pk}
    journal.record_all(states.LOADED, list(Body.objects.filter(pk__in=touched)), by=None)
    body.refresh_from_db()


def an_office(
    person: Person, body: Body | None, role: str = Role.FOCAL_POINT, *, since: date = LONG_AGO, **fields: object
) -> Office:
    """An office that runs today, unless `until` says otherwise; in the secretariat if no body is given."""
    return Office.objects.create(person=person, body=body or the_secretariat(), role=role, since=since, **fields)


def an_organisation(name: str = "Fund for Parliaments", *, type: str = "donor", key: str = "") -> Body:  # noqa: A002
    """A partner that is no parliament, with its listing."""
    slug = key or name.lower().replace(" ", "-")
    body = Body.objects.create(kind=BodyKind.ORGANISATION, key=f"ORG-{slug}", name=name)
    a_fact(body, FactName.ORGANISATION_TYPE, type, as_of="2026-01")
    draw_current([body])
    body.refresh_from_db()
    journal.record("organisation.recorded", body, by=None)
    return body


def a_hub_body(name: str = "Lakes hub") -> Body:
    """The body of a hub, without the hub itself, which is of the package above."""
    return Body.objects.create(kind=BodyKind.HUB, key=f"HUB-{name.lower().replace(' ', '-')}", name=name)


def an_agreement(body: Body, level: str = "supporting", *, words: dict[str, str] | None = None, **fields: object):
    """An agreement that was signed some time ago, with its listing; talks if `state` says so."""
    agreement = Agreement.objects.create(body=body, level=level, **{"state": "signed", "since": "2024-01-01", **fields})
    if words:
        texts.write(texts.Draft(agreement.uid, "en", words, original=True), by=None, publish=True)
    journal.record("agreement.signed" if agreement.state == "signed" else "agreement.opened", agreement, by=None)
    refresh_around(agreement)
    return agreement


def a_contribution(agreement: Agreement, gift: str = "core_funding", **fields: object) -> Contribution:
    made = Contribution.objects.create(agreement=agreement, gift=gift, **fields)
    journal.record("agreement.contribution_recorded", agreement, by=None, gift=gift)
    return made


def a_project(title: str = "Open bills", *, topics: Sequence[Topic] = (), **fields: object) -> Project:
    """A project with its listing."""
    slug = fields.pop("slug", title.lower().replace(" ", "-"))
    project = Project.objects.create(slug=slug, **{"since": "2025", **fields})
    project.topics.set(topics)
    words = {"title": title, "purpose": f"What {title} is for."}
    texts.write(texts.Draft(project.uid, "en", words, original=True), by=None, publish=True)
    journal.record("project.opened", project, by=None)
    return project
