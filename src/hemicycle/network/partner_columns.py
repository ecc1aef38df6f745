"""Agreements, organisations and projects as tables; the columns stay what they are."""

from collections.abc import Callable
from typing import Any

from django.conf import settings

from hemicycle.core.catalogue import Record
from hemicycle.core.exports import Columns, title


def _fact(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facts.get(name, "")


def _facet(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facets.get(name, ())


def _text(name: str) -> Callable[[Record], Any]:
    """A text in the original language, which the column beside it names."""
    return lambda record: record.facts.get("texts", {}).get(record.original, {}).get(name, "")


def _worth(gift: dict[str, Any]) -> str:
    """What was given and what it is worth, in one cell: `hosting: The Pacific hub (not known)`."""
    known = [f"{gift['amount']} {gift['currency']}"] if "amount" in gift else []
    known += [f"{gift['working_days']} days"] if "working_days" in gift else []
    return f"{gift['gift']}: {gift.get('what', '')} ({', '.join(known) or 'not known'})"


def _credit(name: str, language: str) -> Callable[[Record], Any]:
    return lambda record: [
        said[name][language] for said in record.facts.get("credits", ()) if language in said.get(name, {})
    ]


AGREEMENTS: Columns = {
    "uid": lambda record: record.uid,
    "partner": _fact("body"),
    "partner_name": _fact("body_name"),
    "kind_of_partner": _facet("type"),
    "level": _fact("level"),
    "state": _fact("state"),
    "since": _fact("since"),
    "until": _fact("until"),
    "signed_on": _fact("signed_on"),
    "signatories": _fact("signatories"),
    "role": _fact("role"),
    "hub": lambda record: record.facts.get("hub", {}).get("key", ""),
    "project": _fact("project"),
    "language": lambda record: record.original,
    "gives": _text("gives"),
    "gets": _text("gets"),
    "contributions": lambda record: [_worth(gift) for gift in record.facts.get("contributions", ())],
    "takes_over": _fact("takes_over"),
    "renews": _fact("renews"),
    "compiled": _fact("compiled"),
    "doubtful": _fact("doubtful"),
    "sources": lambda record: list(record.facts.get("sources", ())),
}
ORGANISATIONS: Columns = {
    "uid": lambda record: record.uid,
    "key": lambda record: record.key,
    "name": _fact("name"),
    "name_local": _fact("name_local"),
    "kind": _facet("type"),
    "levels": _facet("level"),
    "states": _facet("state"),
    "policy": _facet("policy"),
    "website": lambda record: record.facts.get("current", {}).get("website", ""),
    "agreements": lambda record: [agreement["uid"] for agreement in record.facts.get("agreements", ())],
    "projects": lambda record: [project["project"] for project in record.facts.get("projects", ())],
    "sources": lambda record: list(record.facts.get("sources", {})),
}
PROJECTS: Columns = {
    "uid": lambda record: record.uid,
    "slug": lambda record: record.key,
    "title": title,
    "purpose": lambda record: record.leads.get(record.original, ""),
    "language": lambda record: record.original,
    "since": _fact("since"),
    "until": _fact("until"),
    "topics": lambda record: list(record.facts.get("topics", ())),
    "parties": lambda record: [f"{party['part']}: {party['body']}" for party in record.facts.get("parties", ())],
    "activities": lambda record: [step["title"] for step in record.facts.get("activities", ())],
    "outputs": lambda record: [step["title"] for step in record.facts.get("outputs", ())],
    **{
        f"{name}_{language}": _credit(name, language)
        for name in ("credit", "disclaimer")
        for language, _label in settings.LANGUAGES
    },
    "source": lambda record: record.facts.get("source", {}).get("address", ""),
}
