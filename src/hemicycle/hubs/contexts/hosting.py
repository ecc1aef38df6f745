"""Who hosts a hub, and who took over from whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from hemicycle.core.dates import holds
from hemicycle.hubs import wording
from hemicycle.ui.formatting import format_date, format_list


@dataclass(frozen=True)
class Hosting:
    """One agreement by which a body hosts the hub."""

    host: str  # by country and name
    address: str  # of the host's page; empty if it has none
    term: str  # whether it hosts now, and from when to when
    more: str  # what came before, and what is known of the agreement
    doubtful: bool  # whether the source leaves doubts


def hosting_of(hosts: Sequence[Mapping[str, Any]], today: date) -> tuple[Hosting, ...]:
    """Every agreement, the latest first: who, from when to when, by what agreement, and what came before it."""
    by_pk = {row["pk"]: row for row in hosts}
    return tuple(_row(row, by_pk, today) for row in hosts)


def _row(row: Mapping[str, Any], by_pk: Mapping[int, Mapping[str, Any]], today: date) -> Hosting:
    body = wording.body_link(row)
    return Hosting(
        host=body.label,
        address=body.address,
        term=_term(row, today),
        more=" ".join([*_before(row, by_pk), _agreement(row)]),
        doubtful=bool(row["doubtful"]),
    )


def _term(row: Mapping[str, Any], today: date) -> str:
    period = wording.period(row["since"], row["until"])
    if holds(row["since"], row["until"], today):
        return _("Host, %(period)s") % {"period": period}
    later = row["since"] > today.isoformat()
    return (_("Host to come, %(period)s") if later else _("Former host, %(period)s")) % {"period": period}


def _before(row: Mapping[str, Any], by_pk: Mapping[int, Mapping[str, Any]]) -> list[str]:
    """That it took over from another host, or goes on with an earlier agreement of its own."""
    if row["renews_id"] is not None:
        return [_("Renewal of an earlier agreement.")]
    before = by_pk.get(row["takes_over_id"])
    return [_("Took over from %(host)s.") % {"host": wording.body_link(before).label}] if before is not None else []


def _agreement(row: Mapping[str, Any]) -> str:
    if not row["signed_on"]:
        said = _("When the agreement was signed is not known.")
        return said if not row["signatories"] else _("Agreement signed by %(people)s.") % {"people": row["signatories"]}
    known = [format_date(row["signed_on"]), row["signatories"]]
    return _("Agreement signed: %(when)s.") % {"when": format_list([part for part in known if part], "unit")}
