"""The page on which seats are given, and who sits where."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.network.models import Body
from hemicycle.steering import queries, wording
from hemicycle.steering.models import Seat
from hemicycle.steering.seats import Held
from hemicycle.ui.formatting import format_date
from hemicycle.ui.parts import Cell, Column, Link


@dataclass(frozen=True)
class SeatsPage:
    """Which bodies have a seat, and the form by which others are invited."""

    template: ClassVar[str] = "steering/seats.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # by what rule bodies sit
    trail: tuple[Link, ...]  # the way here
    columns: tuple[Column, ...]  # of the table
    rows: tuple[tuple[Any, ...], ...]  # body, by what it sits, who sits, where people are named
    later: tuple[Link, ...]  # invitations whose term has not begun
    form: Any  # an invitation


def seats_page(form: Any) -> SeatsPage:
    columns = (Column(_("Seat")), Column(_("By what it sits")), Column(_("Who sits")), Column(_("What you can do")))
    later = queries.seats_to_come()
    return SeatsPage(
        title=_("Seats"),
        lead=_(
            "Keystone partners have a seat for as long as their agreement runs. Others are invited here, for a term. "
            "The people who sit are named in the offices of each body."
        ),
        trail=(wording.committee(),),
        columns=columns,
        rows=tuple(_kept_rows()),
        later=tuple(
            Link(wording.body(seat.body).label, reverse("steering:seat", args=[seat.uid]), note=_term(seat))
            for seat in later
        ),
        form=form,
    )


def seats_link() -> Link:
    return Link(_("Seats"), reverse("steering:seats"))


def in_order() -> list[Held]:
    """Seats by right first, each group by what bodies are called here."""
    return sorted(queries.seats_on(), key=lambda held: (not held.by_right, wording.body(held.body).label.casefold()))


def people_by_body() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for office in queries.members_on():
        found.setdefault(office.body_id, []).append(wording.person(office.person))
    return found


def names_in(named: dict[int, list[str]], body: Body) -> str:
    return ", ".join(named.get(body.pk, [])) or _("Nobody named yet")


def _kept_rows() -> list[tuple[Any, ...]]:
    named = people_by_body()
    rows = []
    for held in in_order():
        link = wording.body(held.body)
        people = Cell(_("Name people"), f"{wording.address('/seats/')}{held.body.key}/?role=steering_member")
        end = Cell(wording.seat(held), reverse("steering:seat", args=[held.seat.uid]) if held.seat else "")
        rows.append((Cell(link.label, link.address), end, names_in(named, held.body), people))
    return rows


def _term(seat: Seat) -> str:
    return _("%(since)s to %(until)s") % {"since": format_date(seat.since), "until": format_date(seat.until)}
