"""A meeting's own page."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.meetings import hosts, policy, queries, wording
from hemicycle.meetings.models import Meeting, Registration
from hemicycle.meetings.moments import Span
from hemicycle.meetings.states import State
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class MeetingPage:
    """What a meeting is about, when it is for whom, and what this reader can do about it."""

    template: ClassVar[str] = "meetings/meeting.html"
    section: ClassVar[str] = "meetings:calendar"

    title: str  # in the nearest language
    words: Reading  # title, text and notes as this reader gets them
    versions: tuple[Link, ...]  # the page in the other languages in which the words are there
    trail: tuple[Link, ...]  # the way here
    host: Link  # who holds it
    private: str  # who alone sees it; empty for everybody
    standing: str  # one sentence if it does not take place as planned, or is over
    done: str  # what the reader has just done
    refused: str  # why what they pressed could not be done
    when: Span  # in the zone in which it was set
    own: Span | None  # in the reader's zone, where clocks show otherwise there
    facts: tuple[Fact, ...]  # sort, place, languages
    comes: bool | None  # whether the reader has said that they come
    invited: bool  # whether the reader was asked and has not answered
    registers: bool  # whether the reader may say whether they come
    sign_in: str  # where to sign in to register; empty where that makes no sense
    joining: str  # the way in; empty for everybody who does not come
    recording: str  # where it can be watched
    file: str  # the meeting for a calendar program
    downloads: tuple[Link, ...]  # open data, of public meetings
    ways: tuple[Link, ...]  # what the host can do


@dataclass(frozen=True)
class SaidPage:
    """That what a link in a mail led to was done."""

    template: ClassVar[str] = "meetings/said.html"
    indexed: ClassVar[bool] = False

    title: str  # what was done
    lead: str  # what comes next
    calendar: Link  # where to go on


def meeting_page(meeting: Meeting, viewer: Any, *, said: str = "", refused: str = "") -> MeetingPage:
    words = texts.read_one(meeting.uid, active_language())
    registration = policy.registration_of(viewer, meeting)
    registers = policy.may_register(viewer, meeting)
    joins = policy.may_join(viewer, meeting)
    host = hosts.named([meeting.body])[meeting.body_id]
    return MeetingPage(
        title=words["title"],
        words=words,
        versions=_versions(meeting, words),
        trail=(Link(_("Calendar"), reverse("meetings:calendar")),),
        host=host,
        private="" if meeting.is_public else wording.private(meeting),
        standing=_standing(meeting),
        done=_done(said, registration),
        refused=refused,
        when=wording.when(meeting),
        own=wording.when_for(meeting, viewer.time_zone) if viewer.is_authenticated else None,
        facts=tuple(_facts(meeting, viewer)),
        comes=registration.coming if registration else None,
        invited=registration is not None and registration.coming is None,
        registers=registers,
        sign_in=_sign_in(meeting, viewer),
        joining=meeting.joining_address if joins and not meeting.is_over() else "",
        recording=meeting.recording_address,
        file=reverse("meetings:meeting_file", args=[meeting.uid]),
        downloads=(Link("JSON", reverse("meetings:meeting_data", args=[meeting.uid])),) if meeting.is_public else (),
        ways=tuple(_ways(meeting, viewer)),
    )


def registered_page() -> SaidPage:
    lead = _("You are sent a mail with the way in and a file for your calendar.")
    return SaidPage(_("You are registered"), lead, _calendar())


def unregistered_page() -> SaidPage:
    lead = _("Those who hold the meeting see that you do not come. If you come after all, register again.")
    return SaidPage(_("You do not come"), lead, _calendar())


def _calendar() -> Link:
    return Link(_("Calendar"), reverse("meetings:calendar"))


def _versions(meeting: Meeting, words: Reading) -> tuple[Link, ...]:
    others = [version.language for version in words.versions if version.language != words.language]
    return tuple(Link(native_name(code), f"/{code}{meeting.path}", language=code) for code in others)


def _standing(meeting: Meeting) -> str:
    if meeting.state == State.CANCELLED:
        return _("This meeting was cancelled and does not take place.")
    if meeting.state == State.POSTPONED:
        return _("This meeting was postponed: it does not take place at the time below. A new one is not known yet.")
    return _("This meeting is over.") if meeting.is_over() else ""


def _done(said: str, registration: Registration | None) -> str:
    """An address that says so proves nothing; what is so now does."""
    coming = registration.coming if registration else None
    if said == "register" and coming is True:
        return _("You are registered, and a mail with the way in and a file for your calendar is on its way to you.")
    return _("You do not come; those who hold the meeting see it.") if said == "unregister" and coming is False else ""


def _facts(meeting: Meeting, viewer: Any) -> list[Fact]:
    said = [Fact(_("Place"), meeting.place or _("Online")), Fact(_("Who may come"), wording.opening(meeting))]
    if spoken := wording.languages(meeting):
        said.append(Fact(_("Languages spoken"), spoken))
    if policy.may_see_registered(viewer, meeting):
        count = queries.coming_to(meeting).count()
        words = ngettext("%(n)s person comes", "%(n)s people come", count) % {"n": format_number(count)}
        said.append(Fact(_("Registered"), words))
    return said


def _sign_in(meeting: Meeting, viewer: Any) -> str:
    open_to_come = meeting.state != State.CANCELLED and not meeting.is_over()
    if viewer.is_authenticated or not open_to_come:
        return ""
    return f"{wording.sign_in()}?next={meeting.get_absolute_url()}"


def _ways(meeting: Meeting, viewer: Any) -> list[Link]:
    if not policy.may_hold(viewer, meeting.body):
        return []
    named = {"edit": _("Change"), "words": _("Put into another language"), "people": _("Who comes")}
    if meeting.is_over():
        named["edit"] = _("Recording and notes")
    if not (policy.may_change(viewer, meeting) or policy.may_record(viewer, meeting)):
        del named["edit"]
    return [Link(label, reverse(f"meetings:{name}", args=[meeting.uid])) for name, label in named.items()]
