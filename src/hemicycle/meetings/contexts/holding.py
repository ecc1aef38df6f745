"""What the pages of those who hold meetings receive."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.accounts.models import Person
from hemicycle.meetings import hosts, policy, queries, versions, wording
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import State
from hemicycle.network.models import Body
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class AnnouncePage:
    """The form by which a meeting is announced."""

    template: ClassVar[str] = "meetings/announce.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who hears of it
    trail: tuple[Link, ...]  # the way here
    body: str  # the key of the body that holds it
    form: Any  # the meeting as it is to be


@dataclass(frozen=True)
class EditPage:
    """Everything that can be done with a meeting now."""

    template: ClassVar[str] = "meetings/edit.html"
    indexed: ClassVar[bool] = False

    title: str  # the meeting's
    trail: tuple[Link, ...]  # the way here
    refused: str  # why what was pressed could not be done
    typed: tuple[str, ...]  # what was written and could not be taken any more
    change: Any  # the form of the meeting; nothing once it is over
    record: Any  # the form for recording and notes; nothing before it has begun
    postpones: bool  # whether it may be postponed
    cancels: bool  # whether it may be cancelled
    told: str  # how many people hear of what is changed


@dataclass(frozen=True)
class WordsPage:
    """The form by which the words of a meeting are put into another language."""

    template: ClassVar[str] = "meetings/words.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    trail: tuple[Link, ...]  # the way here
    original_title: str  # the title as it was first written
    original_text: str  # the text as it was first written
    original_language: str  # in which these are
    form: Any  # language, title, text


@dataclass(frozen=True)
class PersonRow:
    """Somebody who comes, or was asked."""

    name: str  # as they gave it
    said: str  # that they come, do not come, or have not answered
    since: str  # since when


@dataclass(frozen=True)
class PeoplePage:
    """Who comes to a meeting."""

    template: ClassVar[str] = "meetings/people.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many come
    trail: tuple[Link, ...]  # the way here
    people: tuple[PersonRow, ...]  # in the order in which they said so
    form: Any  # by which members are invited; nothing for nobody to invite


@dataclass(frozen=True)
class UnsentPage:
    """What somebody wrote and could not send, given back to them."""

    template: ClassVar[str] = "meetings/unsent.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not sent
    lead: str  # why, and what to do
    typed: tuple[str, ...]  # what they had written


def announce_page(body: Body, form: Any) -> AnnouncePage:
    host = hosts.named([body])[body.pk]
    lead = _("%(host)s holds it. Its members hear of it by mail and can register with one press.")
    return AnnouncePage(
        title=_("Announce a meeting"),
        lead=lead % {"host": host.label},
        trail=(Link(_("Calendar"), reverse("meetings:calendar")), host),
        body=body.key,
        form=form,
    )


def edit_page(
    meeting: Meeting, viewer: Any, forms: dict[str, Any], refused: str = "", typed: Sequence[str] = ()
) -> EditPage:
    changes = policy.may_change(viewer, meeting)
    count = len(queries.people_coming_to(meeting))
    told = ngettext(
        "%(n)s person who comes hears of it by mail.", "%(n)s people who come hear of it by mail.", count
    ) % {"n": format_number(count)}
    return EditPage(
        title=versions.title_of(meeting),
        trail=_trail(meeting),
        refused=refused,
        typed=tuple(typed),
        change=forms.get("change"),
        record=forms.get("record"),
        postpones=changes and meeting.state == State.PLANNED,
        cancels=changes,
        told=told,
    )


def words_page(meeting: Meeting, form: Any) -> WordsPage:
    language = versions.original_of(meeting)
    original = versions.words_in(meeting, language)
    return WordsPage(
        title=_("Put into another language"),
        trail=_trail(meeting),
        original_title=original["title"],
        original_text=original.get("text", ""),
        original_language=language,
        form=form,
    )


def people_page(meeting: Meeting, form: Any) -> PeoplePage:
    rows = list(meeting.registrations.select_related("person").order_by("-coming", "since", "pk"))
    count = sum(row.coming is True for row in rows)
    return PeoplePage(
        title=_("Who comes"),
        lead=ngettext("%(n)s person comes.", "%(n)s people come.", count) % {"n": format_number(count)},
        trail=_trail(meeting),
        people=tuple(
            PersonRow(person_name(row.person), wording.said(row.coming), format_date(row.since)) for row in rows
        ),
        form=form if form is not None and form.fields["people"].queryset.exists() else None,
    )


def unsent_page(typed: Sequence[str]) -> UnsentPage:
    lead = _("You are no longer signed in. Copy what you wrote, sign in again, and send it then.")
    return UnsentPage(_("This was not saved"), lead, tuple(typed))


def people_to_invite(meeting: Meeting) -> set[UUID]:
    """Members who were not asked yet and have not said anything themselves."""
    known = set(meeting.registrations.values_list("person__uid", flat=True))
    return hosts.members(meeting.body) - known


def person_name(person: Person) -> str:
    """The name that somebody gave; never their address."""
    return person.name.strip() or _("Somebody who has not given a name")


def _trail(meeting: Meeting) -> tuple[Link, ...]:
    return (
        Link(_("Calendar"), reverse("meetings:calendar")),
        Link(versions.title_of(meeting), meeting.get_absolute_url()),
    )
