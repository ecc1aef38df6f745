"""The page of the committee, its seats, and the state of the Centre."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from markupsafe import Markup

from hemicycle.core import days, panels, texts
from hemicycle.network.models import Body
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.contexts.seats import in_order, names_in, people_by_body
from hemicycle.steering.models import Decision, Procedure, Sitting
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Cell, Column, Link

LATEST = 10


@dataclass(frozen=True)
class CommitteePage:
    """Who sits on the committee, when it met and what it decided; for those inside also what comes next."""

    template: ClassVar[str] = "steering/committee.html"
    section: ClassVar[str] = "steering:committee"

    title: str  # of the page
    lead: str  # what the committee is
    seat_columns: tuple[Column, ...]  # of the table of seats
    seats: tuple[tuple[Any, ...], ...]  # body, by what it sits; for those inside also who sits
    coming: tuple[Link, ...]  # sittings to come; inside, or published
    past: tuple[Link, ...]  # sittings that were, the latest first
    asked: tuple[Link, ...]  # questions that are open; inside
    decisions: tuple[Link, ...]  # the latest
    ways: tuple[Link, ...]  # what this reader can do
    more: tuple[Link, ...]  # whole lists
    inside: bool  # whether the reader belongs to the committee or the secretariat
    downloads: tuple[Link, ...]  # open data


@dataclass(frozen=True)
class CentrePage:
    """The state of the Centre in one page, put together by every package that has something to say."""

    template: ClassVar[str] = "steering/centre.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # as of when, and for whom
    trail: tuple[Link, ...]  # the way here
    panels: tuple[Markup, ...]  # what each package shows


@dataclass(frozen=True)
class AdvisedPage:
    """That what a link in a mail led to was done."""

    template: ClassVar[str] = "steering/advised.html"
    indexed: ClassVar[bool] = False

    title: str  # what was done
    lead: str  # what comes next


def committee_page(viewer: Any) -> CommitteePage:
    inside = policy.may_read_inside(viewer)
    sittings = list(queries.sittings_visible_to(viewer))
    now = timezone.now()
    links = _sitting_links(sittings)
    coming = [links[one.pk] for one in reversed(sittings) if one.meeting.ends_at > now]
    past = [links[one.pk] for one in sittings if one.meeting.ends_at <= now]
    decisions = list(queries.decisions_visible_to(viewer)[:LATEST])
    columns = (Column(_("Seat")), Column(_("By what it sits")))
    return CommitteePage(
        title=_("Steering committee"),
        lead=_(
            "The committee gives strategic advice to the Centre and oversees it. Keystone partners sit on it by right; "
            "others are invited for a term."
        ),
        seat_columns=(*columns, Column(_("Who sits"))) if inside else columns,
        seats=tuple(_seat_rows(inside=inside)),
        coming=tuple(coming),
        past=tuple(past),
        asked=tuple(_question_links(queries.procedures_visible_to(viewer).filter(closed_at=None))) if inside else (),
        decisions=tuple(decision_links(decisions)),
        ways=tuple(_ways(viewer, inside=inside)),
        more=tuple(_more(inside=inside)),
        inside=inside,
        downloads=tuple(
            Link(form.upper(), reverse("steering:decisions_data", args=[form]), note=_("Decisions"))
            for form in ("csv", "json")
        ),
    )


def centre_page(body: Body) -> CentrePage:
    today = format_date(days.today())
    return CentrePage(
        title=_("State of the Centre"),
        lead=_("As of %(date)s, for the secretariat and the steering committee.") % {"date": today},
        trail=(wording.committee(),),
        panels=panels.drawn_for(body.kind, body.uid, body.key, active_language()),
    )


def advised_page() -> AdvisedPage:
    lead = _("Your advice is recorded for your seat. Until the question is closed you can say otherwise.")
    return AdvisedPage(_("Thank you"), lead)


def decision_links(decisions: Iterable[Decision]) -> list[Link]:
    rows = list(decisions)
    words = texts.read([row.uid for row in rows], active_language())
    today = days.today()
    return [
        Link(
            f"{row.name} · {words[row.uid]['title']}",
            row.get_absolute_url(),
            note=wording.standing(row, today),
            language=_other(words[row.uid]),
        )
        for row in rows
        if row.uid in words
    ]


def _sitting_links(sittings: Sequence[Sitting]) -> dict[int, Link]:
    words = texts.read([one.meeting.uid for one in sittings], active_language())
    return {
        one.pk: Link(
            words[one.meeting.uid]["title"],
            one.get_absolute_url(),
            note=" · ".join(part for part in (wording.when(one.meeting), _not_public(one)) if part),
            language=_other(words[one.meeting.uid]),
        )
        for one in sittings
        if one.meeting.uid in words
    }


def _not_public(sitting: Sitting) -> str:
    return "" if policy.is_public(sitting) else _("not public yet")


def _question_links(procedures: Iterable[Procedure]) -> list[Link]:
    rows = list(procedures)
    words = texts.read([row.uid for row in rows], active_language())
    return [
        Link(
            words[row.uid]["title"],
            row.get_absolute_url(),
            note=wording.asked_until(row),
            language=_other(words[row.uid]),
        )
        for row in rows
        if row.uid in words
    ]


def question_links(procedures: Iterable[Procedure]) -> tuple[Link, ...]:
    return tuple(_question_links(procedures))


def _seat_rows(*, inside: bool) -> list[tuple[Any, ...]]:
    named = people_by_body() if inside else {}
    rows = []
    for held in in_order():
        link = wording.body(held.body)
        row: tuple[Any, ...] = (Cell(link.label, link.address), wording.seat(held))
        rows.append((*row, names_in(named, held.body)) if inside else row)
    return rows


def _ways(viewer: Any, *, inside: bool) -> Iterable[Link]:
    if policy.may_keep(viewer):
        yield Link(_("Call a sitting"), reverse("steering:call"))
        yield Link(_("Ask in writing"), reverse("steering:ask"))
        yield Link(_("Seats"), reverse("steering:seats"))
    if inside:
        yield Link(_("State of the Centre"), reverse("steering:centre"))


def _more(*, inside: bool) -> Iterable[Link]:
    yield Link(_("All decisions"), reverse("steering:decisions"))
    if inside:
        yield Link(_("All questions asked in writing"), reverse("steering:procedures"))


def _other(reading: texts.Reading) -> str:
    return reading.language if reading.is_other_language else ""
