"""What the committee shows on the page about the state of the Centre: seats and promises, and what partners give."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import days
from hemicycle.core.catalogue import Panel
from hemicycle.network.states import BodyKind
from hemicycle.steering import figures, queries, wording
from hemicycle.steering.figures import Given
from hemicycle.steering.models import Decision, Procedure
from hemicycle.steering.states import FollowUp
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Column, Fact, Link

NOTHING = "–"


@dataclass(frozen=True)
class Facts:
    """A few numbers, and where to go on."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Table:
    """Numbers side by side."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    caption: str  # what the table shows
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str  # how to read it


def committee(uid: UUID, key: str, language: str) -> Facts:  # noqa: ARG001 - there is one.
    """Who sits, what is asked, what was promised."""
    today = days.today()
    held = queries.seats_on(today)
    seats = ngettext("%(n)s seat", "%(n)s seats", len(held)) % {"n": format_number(len(held))}
    sitting = {office.body_id for office in queries.members_on(today)}
    empty = sum(each.body.pk not in sitting for each in held)
    unnamed = ngettext("nobody is named for %(n)s of them", "nobody is named for %(n)s of them", empty)
    asked = Procedure.objects.filter(closed_at=None).count()
    facts = (
        Fact(_("Seats"), seats, note=unnamed % {"n": format_number(empty)} if empty else ""),
        Fact(_("Questions asked in writing"), format_number(asked)),
        Fact(_("Decisions to follow up"), *_promises(today)),
    )
    return Facts(_("Steering committee"), "committee", facts, (wording.committee(), _decisions()))


def contributions(uid: UUID, key: str, language: str) -> Table:  # noqa: ARG001 - there is one.
    """Money and what is given in kind, by level."""
    return Table(
        title=_("What partners give"),
        anchor="contributions",
        caption=_("Contributions by level of partnership, from all signed agreements"),
        columns=(
            Column(_("Level")),
            Column(_("Agreements running today"), numeric=True),
            Column(_("Ended"), numeric=True),
            Column(_("Money"), numeric=True),
            Column(_("Working days"), numeric=True),
            Column(_("Value not known"), numeric=True),
        ),
        rows=tuple(_row(given) for given in figures.given_by_level()),
        note=_(
            "Currencies are not added up. Working days are given in kind; contributions of which nobody has said the "
            "value are counted."
        ),
    )


def _promises(today: object) -> tuple[str, str]:
    """How many are open; of these, how many are late."""
    open_ones = Decision.objects.filter(state=FollowUp.OPEN)
    late = open_ones.filter(due__lt=today).count()
    said = ngettext("%(n)s is late", "%(n)s are late", late) % {"n": format_number(late)} if late else ""
    return format_number(open_ones.count()), said


def _row(given: Given) -> tuple[str, ...]:
    money = [f"{format_number(amount)}\u00a0{currency}" for currency, amount in given.money]
    return (
        str(given.level.label),
        format_number(given.running),
        format_number(given.ended),
        "; ".join(money) or NOTHING,
        format_number(given.working_days) if given.working_days else NOTHING,
        format_number(given.not_known) if given.not_known else NOTHING,
    )


def _decisions() -> Link:
    return Link(_("Decisions"), reverse("steering:decisions"))


KIND = BodyKind.SECRETARIAT.value
PANELS = (
    Panel("steering.committee", KIND, "steering/panel.html", committee),
    Panel("steering.contributions", KIND, "steering/panel.html", contributions),
)
