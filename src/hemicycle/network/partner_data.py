"""Agreements and contributions in plain values, as open data and pages of data have them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hemicycle.network.queries.deals import Deal, Gave


def terms_of(deal: Deal, today: date) -> dict[str, Any]:
    """What an agreement says, in plain values; what is not known is left out."""
    said = {
        "level": deal.level,
        "state": deal.standing(today).value,
        "since": deal.since,
        "until": deal.until,
        "signed_on": deal.signed_on,
        "signatories": deal.signatories,
        "role": deal.role_note,
        "doubtful": deal.doubtful,
        "compiled": deal.shipped,
        "renews": str(deal.renews or ""),
        "takes_over": str(deal.takes_over or ""),
        "followed_by": str(deal.followed_by or ""),
        "texts": {language: _said(words) for language, words in deal.texts.items()},
        "sources": list(deal.sources),
    }
    return {name: value for name, value in said.items() if value not in ("", None, [], {})}


def _said(words: Mapping[str, Any]) -> dict[str, Any]:
    return {name: text for name, text in words.items() if text}


def contribution_of(gave: Gave) -> dict[str, Any]:
    """A contribution in plain values; one whose value nobody knows says so."""
    value: dict[str, Any] = {"value": "not known"} if gave.amount is None and gave.working_days is None else {}
    if gave.amount is not None:
        value = {"amount": str(gave.amount), "currency": gave.currency}
    if gave.working_days is not None:
        value["working_days"] = gave.working_days
    names = ("gift", "what", "language", "since", "until", "led_to", "led_to_address")
    said = {name: getattr(gave, name) for name in names}
    return {"uid": str(gave.uid), **{name: text for name, text in said.items() if text}, **value}
