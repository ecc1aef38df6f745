"""Reads the files about partners, checks every row and its rules, and hands them to the actions."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from hemicycle.accounts.models import Person
from hemicycle.core.dates import fault_of_period
from hemicycle.core.loading import LoadRefused, Row, rows, unique_by
from hemicycle.network import actions
from hemicycle.network.actions import AgreementGiven, BodyGiven, FactGiven, PartnersGiven, ProjectGiven
from hemicycle.network.loading.register import DATA, keyed, read_sources
from hemicycle.network.models import Body
from hemicycle.network.states import PUBLIC_KINDS, BodyKind, FactName
from hemicycle.network.states.agreements import KEYSTONE_GIFTS, Gift, Level, Part
from hemicycle.network.states.organisations import OrganisationType
from hemicycle.topics.queries import vocabulary

ORGANISATIONS = ("key", "name", "type", "source", "doubtful", "type_note", "note")
HUBS = ("key", "name")
TERMS = ("signed_on", "since", "until")
PARTNERS = (
    *("key", "partner", "named", "role", "when", "level", "hub", "project", *TERMS),
    *("takes_over", "doubtful", "gives", "sources"),
)
MONEY = ("amount", "currency", "working_days")
CONTRIBUTIONS = ("key", "agreement", "gift", "what", "since", "until", *MONEY, "led_to", "led_to_address")
PROJECTS = ("key", "title", "purpose", "since", "until", "topics", "source")
PARTIES = ("project", "body", "part")
STEPS = ("project", "kind", "title", "dated", "address")
STEP_KINDS = ("activity", "output")
FILES = "organisations.csv or the register"


def load(folder: Path | None = None, *, by: Person | None = None) -> dict[str, int]:
    """Load partners from a folder of CSV files, the shipped one if none is named; how many of each it holds.

    The register and the vocabulary are there by then. Raises `LoadRefused` with file, row and column at the first
    mistake, before anything is written.
    """
    given = read(folder or DATA)
    actions.load_partners(given, by=by)
    return {
        "organisations": sum(1 for body in given.bodies if body.kind == BodyKind.ORGANISATION),
        "agreements": len(given.agreements),
        "contributions": sum(len(agreement.contributions) for agreement in given.agreements),
        "projects": len(given.projects),
    }


def read(folder: Path) -> PartnersGiven:
    """All partners from their files, checked."""
    if not folder.is_dir():
        raise LoadRefused(folder, "there is no such folder.")
    sources = read_sources(folder)
    citable = {source.key for source in sources}
    organisations = keyed(folder / "organisations.csv", ORGANISATIONS)
    hubs = keyed(folder / "hub_bodies.csv", HUBS)
    register = Body.objects.filter(kind__in=PUBLIC_KINDS).values_list("key", flat=True)
    bodies = {*register, *(row["key"] for row in organisations)}
    projects = _projects(folder, bodies, citable)
    return PartnersGiven(
        sources=sources,
        bodies=[*(_organisation(row, citable) for row in organisations), *(_hub(row) for row in hubs)],
        facts=[_type(row) for row in organisations],
        projects=projects,
        agreements=_agreements(folder, bodies, {row["key"] for row in hubs}, {project.key for project in projects}),
    )


def _organisation(row: Row, citable: Collection[str]) -> BodyGiven:
    if not row["key"].startswith("ORG-"):
        raise row.refuse("key", f"“{row['key']}” does not begin with ORG-.")
    return BodyGiven(
        kind=BodyKind.ORGANISATION.value,
        key=row["key"],
        name=row.needed("name", most=200),
        name_source=row.known("source", citable, "sources.csv"),
        note=row["note"],
    )


def _type(row: Row) -> FactGiven:
    return FactGiven(
        body=row["key"],
        name=FactName.ORGANISATION_TYPE.value,
        value=row.one_of("type", OrganisationType.values),
        source=row["source"],
        doubtful=row.flag("doubtful"),
        note=row["type_note"],
    )


def _hub(row: Row) -> BodyGiven:
    if not row["key"].startswith("HUB-"):
        raise row.refuse("key", f"“{row['key']}” does not begin with HUB-.")
    return BodyGiven(kind=BodyKind.HUB.value, key=row["key"], name=row.needed("name", most=200))


def _projects(folder: Path, bodies: Collection[str], citable: Collection[str]) -> list[ProjectGiven]:
    found = keyed(folder / "projects.csv", PROJECTS)
    keys = {row["key"] for row in found}
    parties = rows(folder / "project_parties.csv", PARTIES)
    unique_by(parties, "part", lambda row: (row["project"], row["body"], row["part"]))
    steps = rows(folder / "project_steps.csv", STEPS)
    for row in (*parties, *steps):
        row.known("project", keys, "projects.csv")
    return [
        ProjectGiven(
            key=row["key"],
            title=row.needed("title", most=250),
            purpose=row.needed("purpose"),
            source=row.known("source", citable, "sources.csv"),
            topics=_topics(row),
            parties=[_party(one, bodies) for one in parties if one["project"] == row["key"]],
            steps=[_step(one) for one in steps if one["project"] == row["key"]],
            **_period(row),
        )
        for row in found
    ]


def _topics(row: Row) -> list[str]:
    codes = row["topics"].split()
    for code in codes:
        if code not in vocabulary().terms:
            raise row.refuse("topics", f"“{code}” is not in the vocabulary.")
    return codes


def _party(row: Row, bodies: Collection[str]) -> tuple[str, str]:
    return row.one_of("part", Part.values), row.known("body", bodies, FILES)


def _step(row: Row) -> dict[str, Any]:
    _check_dates(row, "dated")
    return {
        "is_output": row.one_of("kind", STEP_KINDS) == "output",
        "title": row.needed("title", most=250),
        "dated": row["dated"],
        "address": row.text("address", most=400),
    }


def _agreements(
    folder: Path, bodies: Collection[str], hubs: Collection[str], projects: Collection[str]
) -> list[AgreementGiven]:
    found = keyed(folder / "partners.csv", PARTNERS)
    keys = {row["key"] for row in found}
    gifts = _contributions(folder / "contributions.csv", keys)
    return [_agreement(row, bodies, hubs, projects, keys, gifts.get(row["key"], {})) for row in found]


def _agreement(
    row: Row,
    bodies: Collection[str],
    hubs: Collection[str],
    projects: Collection[str],
    keys: Collection[str],
    gifts: Mapping[str, Mapping[str, Any]],
) -> AgreementGiven:
    _check_rules(row, gifts)
    _check_dates(row, "signed_on")
    for column in ("named", "role", "when"):
        row.text(column, most=250)
    return AgreementGiven(
        key=row["key"],
        body=row.known("partner", bodies, FILES),
        hub=row.known("hub", {"", *hubs}, "hub_bodies.csv"),
        project=row.known("project", {"", *projects}, "projects.csv"),
        takes_over=row.known("takes_over", {"", *keys}, "partners.csv"),
        gives=row["gives"],
        contributions=gifts,
        columns={
            "level": row.one_of("level", Level.values),
            "signed_on": row["signed_on"],
            "role_note": row["role"],
            "sources": _addresses(row),
            "doubtful": row.flag("doubtful"),
            **_period(row),
        },
    )


def _check_rules(row: Row, gifts: Mapping[str, Mapping[str, Any]]) -> None:
    """The levels mean in a file what they mean on a page; where a source proves none, the level is unknown."""
    bears = row["hub"] or any(gift["gift"] in KEYSTONE_GIFTS for gift in gifts.values())
    if row["level"] == Level.KEYSTONE and not bears:
        raise row.refuse("level", "a keystone partner hosts a hub or gives core funding, and nothing here says either.")
    if row["level"] == Level.PROJECT and not row["project"]:
        raise row.refuse("project", "a project agreement names its project.")


def _contributions(file: Path, agreements: Collection[str]) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for row in keyed(file, CONTRIBUTIONS):
        agreement = row.known("agreement", agreements, "partners.csv")
        found.setdefault(agreement, {})[row["key"]] = {
            "gift": row.one_of("gift", Gift.values),
            "what": row.text("what", most=250),
            "amount": _amount(row),
            "currency": row.text("currency", most=3),
            "working_days": row.number_from("working_days", 1) if row["working_days"] else None,
            "led_to": row.text("led_to", most=250),
            "led_to_address": row.text("led_to_address", most=400),
            **_period(row),
        }
    return found


def _amount(row: Row) -> Decimal | None:
    """An amount and its currency belong together; without either the value is not known."""
    if bool(row["amount"]) != bool(row["currency"]):
        raise row.refuse("currency", "an amount and its currency belong together.")
    try:
        return Decimal(row["amount"]).quantize(Decimal("0.01")) if row["amount"] else None
    except InvalidOperation as error:
        raise row.refuse("amount", f"“{row['amount']}” is not an amount, such as 1200.50.") from error


def _addresses(row: Row) -> list[str]:
    found: Sequence[str] = row.needed("sources").split()
    for address in found:
        if not address.startswith(("https://", "http://")):
            raise row.refuse("sources", f"“{address}” is not an address; it begins with https:// or http://.")
    return list(found)


def _period(row: Row) -> dict[str, str]:
    _check_dates(row, "since")
    if fault := fault_of_period(row["since"], row["until"]):
        raise row.refuse("until", fault)
    return {"since": row["since"], "until": row["until"]}


def _check_dates(row: Row, column: str) -> None:
    if fault := fault_of_period(row[column], ""):
        raise row.refuse(column, fault)
