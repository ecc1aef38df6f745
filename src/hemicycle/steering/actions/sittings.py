"""The verbs about sittings: the committee is called together, has an agenda, and keeps minutes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.kit.typed import plain
from hemicycle.meetings import actions as meetings
from hemicycle.meetings.actions import Planned
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, Sort
from hemicycle.network.models import Body
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import analysis, policy, queries, states
from hemicycle.steering.actions.doors import SteeringRefused, held, require, too_long, write
from hemicycle.steering.models import AgendaItem, Sitting


@dataclass(frozen=True)
class Item:
    """One item of an agenda as somebody wrote it."""

    title: str
    text: str = ""
    uid: UUID | None = None  # Of an item that is there already.
    goes: bool = False  # Whether it is taken off the agenda.


@transaction.atomic
def call_sitting(planned: Planned, *, by: Person, once: UUID | None = None) -> Sitting:
    """The committee meets; its members are invited. The same `once` again, as from a second press, is the same one."""
    require(policy.may_keep(by))
    body = Body.objects.select_for_update().get(key=SECRETARIAT_KEY)
    planned = replace(planned, sort=Sort.STEERING, opening=Opening.INVITED)
    meeting = meetings.announce(body, planned, by=by, once=once)
    sitting, made = Sitting.objects.get_or_create(meeting=meeting)
    if made:
        journal.record(states.SITTING_CALLED, sitting, by=by)
        invite_members(sitting, by=by)
    return sitting


@transaction.atomic
def invite_members(sitting: Sitting, *, by: Person) -> int:
    """Ask those who sit today and were not asked yet, such as members who joined since; how many."""
    sitting = held(sitting, by)
    people = Person.objects.filter(uid__in=queries.not_invited_to(sitting.meeting))
    # What is over is kept for its minutes, and nobody is asked to come.
    return 0 if sitting.meeting.is_over() else meetings.invite(sitting.meeting, people, by=by)


@transaction.atomic
def set_agenda(sitting: Sitting, items: Sequence[Item], *, language: str, by: Person, seen: str = "") -> None:
    """The agenda in one language, in this order; items without a uid are new. `seen` marks what was changed."""
    sitting = held(sitting, by)
    if seen and seen != analysis.mark_of_agenda(sitting):
        message = _(
            "Somebody else has changed the agenda meanwhile. Look at it in another window, then send yours again."
        )
        raise SteeringRefused(message)
    if len(items) > states.MOST_ITEMS:
        raise SteeringRefused(_("An agenda has at most %(most)s items.") % {"most": states.MOST_ITEMS})
    known = {item.uid: item for item in sitting.items.all()}
    words = texts.all_languages(known)
    # Numbers are given anew below, and two items never bear the same one.
    sitting.items.update(number=F("number") + 1000)
    for item in (known[one.uid] for one in items if one.goes and one.uid in known):
        _take_away(item)
    kept = [one for one in items if not one.goes]
    for number, one in enumerate(kept, start=1):
        item = (known.get(one.uid) if one.uid else None) or AgendaItem(sitting=sitting)
        item.number = number
        item.save()
        waits = item.uid in words and language not in words[item.uid] and not (one.title + one.text).strip()
        # In another language an item may wait for its words.
        if not waits:
            write(item.uid, ("title", "text"), {"title": one.title, "text": one.text}, language, by)
    _keep_the_rest(sitting, {one.uid for one in items}, len(kept))
    journal.record(states.AGENDA_CHANGED, sitting, by=by, items=sitting.items.count(), language=language)


@transaction.atomic
def send_papers(sitting: Sitting, *, by: Person) -> None:
    """Tell the members by mail that agenda and papers lie before them."""
    sitting = held(sitting, by)
    _require_agenda(sitting)
    if sitting.meeting.is_over():
        raise SteeringRefused(_("This sitting is over; nobody needs its papers to prepare."))
    journal.record(states.PAPERS_SENT, sitting, by=by)


@transaction.atomic
def publish_papers(sitting: Sitting, *, by: Person) -> None:
    """Everybody reads agenda and papers from now on."""
    sitting = held(sitting, by)
    _require_agenda(sitting)
    if sitting.papers_published_at is not None:
        return
    sitting.papers_published_at = timezone.now()
    sitting.save(update_fields=["papers_published_at"])
    journal.record(states.PAPERS_PUBLISHED, sitting, by=by)


@transaction.atomic
def write_minutes(sitting: Sitting, text: str, *, language: str, by: Person, seen: str = "") -> None:
    """The minutes in one language; members read them before everybody does. `seen` marks what was changed."""
    sitting = held(sitting, by)
    known = texts.all_languages([sitting.uid]).get(sitting.uid, {})
    if seen and seen != analysis.mark(known.get(language, {}).get("minutes", "")):
        message = _("Somebody else has changed the minutes meanwhile. Look at them in another window, then save yours.")
        raise SteeringRefused(message)
    said = {"minutes": plain(text).strip()}
    _check_minutes(sitting, said["minutes"])
    original = not known or next(iter(known)) == language
    texts.write(texts.Draft(sitting.uid, language, said, original=original), by=by.uid, publish=True)
    journal.record(states.MINUTES_CHANGED, sitting, by=by, language=language)


@transaction.atomic
def publish_minutes(sitting: Sitting, *, by: Person) -> None:
    """Everybody reads the minutes and the decisions of the sitting from now on."""
    sitting = held(sitting, by)
    if sitting.minutes_published_at is not None:
        return
    if sitting.uid not in texts.read([sitting.uid], texts.LAST_RESORT):
        raise SteeringRefused(_("There are no minutes yet; write them before you publish."))
    sitting.minutes_published_at = timezone.now()
    sitting.save(update_fields=["minutes_published_at"])
    journal.record(states.MINUTES_PUBLISHED, sitting, by=by)
    journal.record_all(states.DECISION_PUBLISHED, list(sitting.decisions.all()), by=by)


def follow_meeting(meeting: UUID) -> None:
    """What lists and search say of a sitting follows the meeting, which was moved, renamed or cancelled."""
    found = Meeting.objects.filter(uid=meeting).first()
    sitting = Sitting.objects.filter(meeting=found).first() if found else None
    if sitting is not None:
        journal.record(states.SITTING_MOVED, sitting, by=None)


def _check_minutes(sitting: Sitting, text: str) -> None:
    if not text:
        raise SteeringRefused({"minutes": _("Write the minutes first.")})
    if fault := too_long(text, states.LONGEST_MINUTES):
        raise SteeringRefused({"minutes": fault})
    if not sitting.meeting.has_begun():
        raise SteeringRefused(_("This sitting has not begun yet; keep its minutes when it has."))


def _require_agenda(sitting: Sitting) -> None:
    if not sitting.items.exists():
        raise SteeringRefused(_("There is no agenda yet; write it first."))


def _keep_the_rest(sitting: Sitting, named: Collection[UUID | None], number: int) -> None:
    """What was not named stays as it is, below what was."""
    for item in sitting.items.all():
        if item.uid not in named and item.number > number:
            number += 1
            AgendaItem.objects.filter(pk=item.pk).update(number=number)


def _take_away(item: AgendaItem) -> None:
    if item.papers.exists() or item.decisions.exists():
        raise SteeringRefused(_("Papers or decisions belong to an item that you took away. Remove these papers first."))
    item.delete()
