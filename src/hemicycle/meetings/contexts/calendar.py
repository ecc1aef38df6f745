"""The calendar, month by month, and a person's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.lists import address, no_page, page_number, pages_of
from hemicycle.meetings import feeds, hosts, queries
from hemicycle.meetings.contexts.rows import Month, months_of
from hemicycle.meetings.models import Feed, Meeting
from hemicycle.meetings.states import PAGE_SIZE
from hemicycle.network.models import Body
from hemicycle.ui.errors import Explained
from hemicycle.ui.formatting import format_number, language_name
from hemicycle.ui.parts import FacetGroup, FacetValue, Link, Pages

PAST = "past"


@dataclass(frozen=True)
class CalendarPage:
    """What is to come, or what has been, narrowed by who holds it and in what language."""

    template: ClassVar[str] = "meetings/calendar.html"
    section: ClassVar[str] = "meetings:calendar"

    title: str  # of the page
    lead: str  # one sentence on it
    summary: str  # how many there are
    times: tuple[Link, ...]  # to come, and past; the one shown has no address
    months: tuple[Month, ...]  # of this page
    groups: tuple[FacetGroup, ...]  # by which the list can be narrowed
    cleared: str  # the list without any choice
    pages: Pages  # where this page stands
    downloads: tuple[Link, ...]  # the same as open data
    subscribe: Link  # the address for calendar programs
    own: Link | None  # the reader's own calendar
    announces: tuple[Link, ...]  # the bodies for which the reader may announce a meeting


@dataclass(frozen=True)
class MinePage:
    """A person's own meetings."""

    template: ClassVar[str] = "meetings/mine.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what is here
    trail: tuple[Link, ...]  # the way here
    months: tuple[Month, ...]  # what is to come
    feed: str  # the address for the person's calendar program; empty if they have none


def calendar_page(parameters: Any, viewer: Any) -> CalendarPage:
    """Six reads for a visitor, however many meetings there are."""
    path = reverse("meetings:calendar")
    past, key, spoken = _choices(parameters)
    chosen = {name: [value] for name, value in (("hub", key), ("spoken", spoken)) if value}
    extra = {"when": PAST} if past else {}
    seen = queries.visible_to(viewer)
    among = queries.gone_by(seen) if past else queries.to_come(seen)
    marks = queries.marks_of(among, body=key, language=spoken)
    narrowed = queries.narrowed(among, body=key, language=spoken)
    number = page_number(parameters.get("page", ""))
    total = _total(marks, key, spoken, narrowed)
    start = (number - 1) * PAGE_SIZE
    if number > 1 and start >= total:
        raise no_page(number)
    return CalendarPage(
        title=_("Calendar"),
        lead=_("Meetings and webinars of the hubs and of the network."),
        summary=ngettext("%(n)s meeting", "%(n)s meetings", total) % {"n": format_number(total)},
        times=_times(path, chosen, past=past),
        months=months_of(narrowed[start : start + PAGE_SIZE], viewer),
        groups=_groups(marks, key, spoken, path, extra),
        cleared=address(path, {}, extra),
        pages=pages_of(number, total, PAGE_SIZE, lambda to: address(path, chosen, {**extra, "page": str(to)})),
        downloads=tuple(Link(form.upper(), reverse("meetings:calendar_data", args=[form])) for form in ("csv", "json")),
        subscribe=_subscribe(key),
        own=Link(_("My calendar"), reverse("meetings:mine")) if viewer.is_authenticated else None,
        announces=_announces(viewer),
    )


def mine_page(viewer: Any) -> MinePage:
    feed = Feed.objects.filter(person=viewer).first()
    return MinePage(
        title=_("My calendar"),
        lead=_("The meetings to which you come."),
        trail=(Link(_("Calendar"), reverse("meetings:calendar")),),
        months=months_of(queries.to_come(queries.attended_by(viewer)), viewer),
        feed=feeds.address_of(feed) if feed else "",
    )


def name_of_host(key: str) -> str:
    """What a body is called that holds meetings; one that holds none is *not found*."""
    body = Body.objects.filter(key=key[:40], kind__in=hosts.HOSTS).first()
    if body is None:
        raise _unknown(key)
    return hosts.named([body])[body.pk].label


def _choices(parameters: Any) -> tuple[bool, str, str]:
    when, key, spoken = (parameters.get(name, "") for name in ("when", "hub", "spoken"))
    if when not in {"", PAST}:
        raise _unknown(when)
    if spoken and spoken not in dict(settings.LANGUAGES):
        raise _unknown(spoken)
    if key and not Body.objects.filter(key=key[:40], kind__in=hosts.HOSTS).exists():
        raise _unknown(key)
    return when == PAST, key, spoken


def _unknown(value: str) -> Explained:
    return Explained(_("This list has no “%(value)s”.") % {"value": value[:40]})


def _total(marks: queries.Marks, key: str, spoken: str, narrowed: QuerySet[Meeting]) -> int:
    """What was counted for the facets is not counted again."""
    if not key:
        return sum(marks.bodies.values())
    if not spoken:
        return narrowed.count()
    return marks.languages.get(spoken, 0)


def _times(path: str, chosen: Mapping[str, Sequence[str]], *, past: bool) -> tuple[Link, ...]:
    return (
        Link(_("To come"), address(path, chosen, {}) if past else ""),
        Link(_("Past"), "" if past else address(path, chosen, {"when": PAST})),
    )


def _groups(marks: queries.Marks, key: str, spoken: str, path: str, extra: Mapping[str, str]) -> tuple[FacetGroup, ...]:
    bodies = queries.bodies_with_meetings(marks.bodies)
    named = hosts.named(bodies)
    chosen = {name: [value] for name, value in (("hub", key), ("spoken", spoken)) if value}

    def value(facet: str, code: str, label: str, count: int) -> FacetValue:
        selected = chosen.get(facet) == [code]
        # One body and one language at a time: another choice takes the place of the first.
        others = {name: given for name, given in chosen.items() if name != facet}
        to = address(path, others, extra) if selected else address(path, others, extra, facet, code)
        return FacetValue(label, count, to, selected=selected)

    hubs = [value("hub", body.key, named[body.pk].label, marks.bodies[body.pk]) for body in bodies]
    known = dict(settings.LANGUAGES)
    tongues = [(code, language_name(code), count) for code, count in marks.languages.items() if code in known]
    languages = [value("spoken", *each) for each in sorted(tongues, key=lambda each: each[1])]
    groups = (
        FacetGroup("hub", _("Held by"), tuple(hubs)),
        FacetGroup("spoken", _("Language spoken"), tuple(languages)),
    )
    return tuple(group for group in groups if group.values)


def _subscribe(key: str) -> Link:
    file = reverse("meetings:calendar_file")
    return Link(_("For your calendar program"), f"{file}?{urlencode({'hub': key})}" if key else file)


def _announces(viewer: Any) -> tuple[Link, ...]:
    held = hosts.run_by(viewer)
    bodies = queries.bodies_with_meetings(held) if held else []
    named = hosts.named(bodies)
    new = reverse("meetings:announce")
    return tuple(
        Link(_("Announce a meeting: %(host)s") % {"host": named[body.pk].label}, f"{new}?body={body.key}")
        for body in bodies
    )
