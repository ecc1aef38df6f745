"""How every hub stands, and what the secretariat can do with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.lists import pages_of
from hemicycle.hubs import wording
from hemicycle.hubs.contexts.shared import body_link
from hemicycle.hubs.models import Hub
from hemicycle.hubs.queries.standing import Stands
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.network.models import Agreement
from hemicycle.network.queries.partnership import party
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.formatting import format_date, format_list, format_number
from hemicycle.ui.parts import Cell, Column, Fact, Link, Pages

PAGE_SIZE = 50


@dataclass(frozen=True)
class StatesPage:
    """How every hub stands."""

    template: ClassVar[str] = "hubs/run/states.html"
    section: ClassVar[str] = "hubs:hubs"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many there are
    trail: tuple[Link, ...]  # the way here
    choices: tuple[Link, ...]  # by what the list is narrowed, with numbers
    columns: tuple[Column, ...]  # of the table
    rows: tuple[tuple[Any, ...], ...]  # one hub each
    pages: Pages  # where this page stands


@dataclass(frozen=True)
class StatePage:
    """How one hub stands, and what the secretariat can do with it."""

    template: ClassVar[str] = "hubs/run/state.html"
    section: ClassVar[str] = "hubs:hubs"
    indexed: ClassVar[bool] = False

    title: str  # the hub
    place: str  # that this is about its standing
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # what is to be known first
    error: str  # why what was pressed could not be done
    facts: tuple[Fact, ...]  # how it stands
    agreements: tuple[Link, ...]  # with hosts, running, past, and in talks
    acts: tuple[tuple[str, str], ...]  # what can be pressed now, and its verb


def states_page(standing: Sequence[Stands], wanted: str, number: int) -> StatesPage:
    found = [stands for stands in standing if _is(stands, wanted)]
    start = (number - 1) * PAGE_SIZE
    here = wording.address("/hubs/state/")
    query = f"?which={wanted}" if wanted else "?"
    total = ngettext("%(n)s hub", "%(n)s hubs", len(standing)) % {"n": format_number(len(standing))}
    return StatesPage(
        title=_("How hubs stand"),
        lead=total,
        trail=(Link(_("Hubs"), wording.address("/hubs/")),),
        choices=tuple(_choices(standing, wanted, here)),
        columns=_columns(),
        rows=tuple(_row(stands) for stands in found[start : start + PAGE_SIZE]),
        pages=pages_of(
            number, len(found), PAGE_SIZE, lambda to: f"{here}{query}&page={to}" if to > 1 else here + query
        ),
    )


def number_shown(standing: Sequence[Stands], wanted: str) -> int:
    return sum(_is(stands, wanted) for stands in standing)


def state_page(hub: Hub, stands: Stands, agreements: Sequence[Agreement], *, error: str = "") -> StatePage:
    acts = []
    if stands.may_open:
        acts.append(("open", _("Open the hub")))
    if stands.may_close:
        acts.append(("close", _("Close the hub")))
    return StatePage(
        title=hub.body.name,
        place=_("How the hub stands"),
        trail=(Link(_("Hubs"), wording.address("/hubs/")), Link(_("How hubs stand"), wording.address("/hubs/state/"))),
        remarks=tuple(_marks(stands)),
        error=error,
        facts=tuple(_standing_facts(stands, hub)),
        agreements=tuple(_agreement_link(agreement) for agreement in agreements),
        acts=tuple(acts),
    )


WHICH = ("offered", "open", "quiet", "ending", "nobody", "waiting", "closed")


def _is(stands: Stands, wanted: str) -> bool:
    return {
        "": stands.state != HubState.DECLINED,
        "offered": stands.state == HubState.OFFERED or bool(stands.talks),
        "open": stands.state == HubState.OPEN,
        "quiet": stands.quiet,
        "ending": bool(stands.ends) and stands.state == HubState.OPEN,
        "nobody": stands.state == HubState.OPEN and not stands.coordinators,
        "waiting": bool(stands.requests),
        "closed": stands.state in {HubState.CLOSED, HubState.DECLINED},
    }[wanted]


def _choices(standing: Sequence[Stands], wanted: str, here: str) -> list[Link]:
    named = {
        "": _("All"),
        "offered": _("Offers in talks"),
        "open": _("Open"),
        "quiet": _("Quiet"),
        "ending": _("Agreement ending"),
        "nobody": _("Without a coordinator"),
        "waiting": _("Requests waiting"),
        "closed": _("Closed, or came to nothing"),
    }
    return [
        Link(label, "" if which == wanted else f"{here}?which={which}", format_number(number_shown(standing, which)))
        for which, label in named.items()
    ]


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Hub")),
        Column(_("State")),
        Column(_("Hosted by")),
        Column(_("Members"), numeric=True),
        Column(_("Waiting"), numeric=True),
        Column(_("Coordinators"), numeric=True),
        Column(_("Last activity here")),
    )


def _row(stands: Stands) -> tuple[Any, ...]:
    return (
        Cell(stands.name, wording.address(f"/hubs/{stands.slug}/state/"), note=str(HubKind(stands.sort).label)),
        Cell(str(HubState(stands.state).label), note=" · ".join(_short_marks(stands))),
        _hosts(stands) or "–",
        format_number(stands.members),
        format_number(stands.requests) if stands.requests else "–",
        format_number(stands.coordinators) if stands.coordinators else "–",
        format_date(stands.last_sign_at) if stands.last_sign_at else _("none yet"),
    )


def _hosts(stands: Stands) -> str:
    named = [known.title for pk in stands.hosts if (known := party(pk)) is not None]
    return format_list(named) if named else ""


def _short_marks(stands: Stands) -> list[str]:
    found = [_("quiet")] if stands.quiet else []
    if stands.ends and stands.state == HubState.OPEN:
        found.append(_("agreement ends %(date)s") % {"date": format_date(stands.ends)})
    if stands.talks:
        count = ngettext("%(n)s offer in talks", "%(n)s offers in talks", len(stands.talks))
        found.append(count % {"n": format_number(len(stands.talks))})
    return found


def _marks(stands: Stands) -> list[str]:
    found = []
    if stands.quiet and stands.last_sign_at is not None:
        found.append(
            _("Quiet: nothing has been recorded here since %(date)s.") % {"date": format_date(stands.last_sign_at)}
        )
    if stands.ends and stands.state == HubState.OPEN:
        words = _(
            "The agreement with its host ends on %(date)s and nothing follows it: renew it, or hand the hub over."
        )
        found.append(words % {"date": format_date(stands.ends)})
    if stands.state == HubState.OFFERED and not stands.may_open:
        found.append(_("Record on the page of an agreement below that it was signed; then the hub can be opened."))
    if stands.state == HubState.OPEN and not stands.coordinators:
        found.append(_("It has no coordinator; whoever speaks for its host runs it."))
    return found


def _standing_facts(stands: Stands, hub: Hub) -> list[Fact]:
    compiled = _("compiled from public sources") if stands.compiled else ""
    found = [
        Fact(_("State"), str(HubState(stands.state).label), note=compiled),
        Fact(_("Hosted by"), _hosts(stands) or _("nobody today")),
        Fact(_("Members"), format_number(stands.members)),
        Fact(_("Requests waiting"), format_number(stands.requests)),
        Fact(_("Coordinators"), format_number(stands.coordinators)),
        Fact(_("Last activity here"), format_date(stands.last_sign_at) if stands.last_sign_at else _("none yet")),
    ]
    if hub.opened_at:
        found.append(Fact(_("Opened on"), format_date(timezone.localdate(hub.opened_at))))
    return found


def _agreement_link(agreement: Agreement) -> Link:
    body = body_link(agreement.body)
    if agreement.state == AgreementState.SIGNED:
        return Link(
            body.label,
            wording.address(f"/agreements/{agreement.uid}/"),
            wording.period(agreement.since, agreement.until),
        )
    state = str(AgreementState(agreement.state).label)
    return Link(body.label, wording.address(f"/hubs/offers/{agreement.uid}/"), state)
