"""The verbs of the steering committee: seats, sittings, papers, minutes, written procedures, decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, journal, texts
from hemicycle.meetings import states as meetings
from hemicycle.meetings.models import Meeting
from hemicycle.network import papers
from hemicycle.network.models import Body
from hemicycle.network.queries.agreements import keystone_bodies
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import policy, seats, states
from hemicycle.steering.models import Advice, AgendaItem, Decision, Paper, Procedure, Seat, Sitting
from hemicycle.steering.states import Answer, FollowUp


class SteeringRefused(ValidationError):
    """The committee's rules do not allow this; the message says why."""


@dataclass(frozen=True)
class Called:
    """When and where a sitting is."""

    begins_at: datetime
    ends_at: datetime
    zone: str
    languages: Sequence[str]
    place: str = ""
    joining_address: str = ""


@dataclass(frozen=True)
class Taken:
    """A decision as it was taken: its words, and who follows up by when."""

    words: Mapping[str, str]  # title, text
    language: str
    taken_on: date
    person: Person | None = None
    body: Body | None = None
    due: date | None = None


@transaction.atomic
def invite_to_committee(body: Body, *, since: date, until: date, by: Person) -> Seat:
    """A body has a seat for a term. Keystone partners sit by right and are not invited."""
    _require(policy.may_keep(by))
    Body.objects.select_for_update().get(pk=body.pk)
    if body.pk in {one.pk for one in keystone_bodies(since)}:
        message = _("%(body)s is a keystone partner and sits on the committee by right.")
        raise SteeringRefused({"body": message % {"body": body.name}})
    if Seat.objects.filter(body=body, since__lte=until, until__gte=since).exists():
        raise SteeringRefused({"since": _("%(body)s has a seat in that time already.") % {"body": body.name}})
    seat = Seat(body=body, since=since, until=until)
    seat.full_clean()
    seat.save()
    journal.record(states.SEAT_GIVEN, seat, by=by, body=body.key)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, on: date, by: Person) -> None:
    """An invitation ends earlier than its term."""
    _require(policy.may_keep(by))
    seat = Seat.objects.select_for_update(of=("self",)).select_related("body").get(pk=seat.pk)
    if not seat.since <= on <= seat.until:
        raise SteeringRefused({"on": _("Choose a day within the term of the seat.")})
    seat.until = on
    seat.save(update_fields=["until"])
    journal.record(states.SEAT_ENDED, seat, by=by, body=seat.body.key)


@transaction.atomic
def call_sitting(called: Called, words: Mapping[str, str], *, language: str, by: Person) -> Sitting:
    """The committee meets; its members hear."""
    _require(policy.may_keep(by))
    body = Body.objects.get(key=SECRETARIAT_KEY)
    meeting = Meeting(body=body, sort=meetings.Sort.STEERING, opening=meetings.Opening.INVITED)
    for name, value in vars(called).items():
        setattr(meeting, name, list(value) if name == "languages" else value)
    meeting.full_clean()
    meeting.save()
    _write(meeting.uid, ("title", "text", "notes"), words, language, by)
    sitting = Sitting.objects.create(meeting=meeting)
    journal.record(states.SITTING_CALLED, sitting, by=by)
    return sitting


@transaction.atomic
def set_agenda(sitting: Sitting, items: Sequence[Mapping[str, str]], *, language: str, by: Person) -> None:
    """The agenda in one language, item by item; items beyond the last given are taken away if nothing hangs on them."""
    sitting = _held(sitting, by)
    for number, words in enumerate(items, start=1):
        item, _made = AgendaItem.objects.get_or_create(sitting=sitting, number=number)
        _write(item.uid, ("title", "text"), words, language, by)
    surplus = sitting.items.filter(number__gt=len(items))
    if surplus.filter(papers__isnull=False).exists() or surplus.filter(decisions__isnull=False).exists():
        raise SteeringRefused(_("Papers or decisions belong to an item that you took away. Move them first."))
    surplus.delete()
    journal.record(states.AGENDA_CHANGED, sitting, by=by, items=len(items))


@transaction.atomic
def keep_paper(
    before: Sitting | Procedure,
    content: bytes,
    *,
    title: str,
    language: str,
    by: Person,
    item: AgendaItem | None = None,
) -> Paper:
    """A paper in one language lies before the committee; nobody else reads it until the papers are published."""
    _require(policy.may_keep(by))
    paper = Paper(title=title.strip(), language=language, item=item)
    if isinstance(before, Sitting):
        paper.sitting = before
    else:
        paper.procedure = before
    paper.full_clean(exclude=["file"])
    paper.save()
    checked = papers.checked(content, name="paper", most=states.PAPER_BYTES)
    paper.file = files.keep(
        checked.content,
        subject=paper.uid,
        kind=paper.kind,
        name=checked.name,
        media_type=checked.media_type,
        public=False,
        by=by.uid,
    )
    paper.save(update_fields=["file"])
    journal.record(states.PAPER_KEPT, before, by=by, paper=str(paper.uid))
    return paper


@transaction.atomic
def publish_papers(sitting: Sitting, *, by: Person) -> None:
    """Everybody reads agenda and papers from now on."""
    sitting = _held(sitting, by)
    if not sitting.items.exists():
        raise SteeringRefused(_("There is no agenda yet; write it before you publish."))
    sitting.papers_published_at = sitting.papers_published_at or timezone.now()
    sitting.save(update_fields=["papers_published_at"])
    journal.record(states.PAPERS_PUBLISHED, sitting, by=by)


@transaction.atomic
def write_minutes(sitting: Sitting, text: str, *, language: str, by: Person) -> None:
    """The minutes in one language; members read them before everybody does."""
    sitting = _held(sitting, by)
    if not text.strip():
        raise SteeringRefused({"minutes": _("Write the minutes first.")})
    _write(sitting.uid, ("minutes",), {"minutes": text}, language, by)
    journal.record(states.MINUTES_CHANGED, sitting, by=by, language=language)


@transaction.atomic
def publish_minutes(sitting: Sitting, *, by: Person) -> None:
    """Everybody reads the minutes and the decisions of the sitting from now on."""
    sitting = _held(sitting, by)
    if sitting.uid not in texts.read([sitting.uid], "en"):
        raise SteeringRefused(_("There are no minutes yet; write them before you publish."))
    sitting.minutes_published_at = sitting.minutes_published_at or timezone.now()
    sitting.save(update_fields=["minutes_published_at"])
    journal.record(states.MINUTES_PUBLISHED, sitting, by=by)


@transaction.atomic
def open_procedure(words: Mapping[str, str], *, language: str, closes_on: date, by: Person) -> Procedure:
    """A question is asked in writing of every body that has a seat today; their members hear by mail."""
    _require(policy.may_keep(by))
    if closes_on < timezone.localdate():
        raise SteeringRefused({"closes_on": _("Give a day that is still to come.")})
    bodies = seats.seated_bodies()
    if not bodies:
        raise SteeringRefused(_("Nobody sits on the committee yet, so there is nobody to ask."))
    procedure = Procedure.objects.create(closes_on=closes_on)
    procedure.asked.set(bodies)
    _write(procedure.uid, ("title", "question"), words, language, by)
    journal.record(states.PROCEDURE_OPENED, procedure, by=by, seats=len(bodies))
    return procedure


@transaction.atomic
def advise(procedure: Procedure, answer: str, *, by: Person, text: str = "", by_mail: bool = False) -> Advice:
    """A member answers for the seat; the last answer before the procedure closes holds."""
    procedure = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    _require(policy.may_read_inside(by))
    if procedure.closed_at is not None:
        raise SteeringRefused(_("This procedure is closed; its outcome stands on its page."))
    _require(policy.may_advise(by, procedure))
    if answer in {Answer.REMARKS, Answer.DISAGREE} and not text.strip():
        raise SteeringRefused({"text": _("Say in a sentence what you would change.")})
    held = policy.seats_held(by)
    body = procedure.asked.filter(pk__in=held).order_by("pk").first()
    advice, _made = Advice.objects.update_or_create(
        procedure=procedure,
        body=body,
        defaults={
            "person": by,
            "answer": Answer(answer),
            "text": text.strip(),
            "by_mail": by_mail,
            "given_at": timezone.now(),
        },
    )
    journal.record(states.ADVICE_GIVEN, procedure, by=by, body=advice.body.key, answer=advice.answer, by_mail=by_mail)
    return advice


@transaction.atomic
def close_procedure(procedure: Procedure, taken: Taken | None, *, by: Person) -> Decision | None:
    """No more advice is taken; with what was decided, if something was."""
    _require(policy.may_keep(by))
    procedure = Procedure.objects.select_for_update(of=("self",)).get(pk=procedure.pk)
    if procedure.closed_at is not None:
        raise SteeringRefused(_("This procedure is closed; its outcome stands on its page."))
    procedure.closed_at = timezone.now()
    procedure.save(update_fields=["closed_at"])
    journal.record(states.PROCEDURE_CLOSED, procedure, by=by)
    return _decide(taken, by, procedure=procedure) if taken is not None else None


@transaction.atomic
def decide(sitting: Sitting, taken: Taken, *, by: Person, item: AgendaItem | None = None) -> Decision:
    """The committee decided at a sitting. Who follows up hears, and finds it on the desk."""
    return _decide(taken, by, sitting=_held(sitting, by), item=item)


@transaction.atomic
def settle_decision(decision: Decision, state: str, *, outcome: str, by: Person) -> None:
    """A decision was followed up, or is no longer pursued; a sentence says what came of it."""
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    _require(policy.may_settle(by, decision))
    if decision.state != FollowUp.OPEN:
        raise SteeringRefused(_("Somebody has settled this decision already. Open it again to see what was said."))
    if state == FollowUp.OPEN or not outcome.strip():
        raise SteeringRefused({"outcome": _("Say in a sentence what came of it.")})
    decision.state = FollowUp(state)
    decision.outcome = outcome.strip()
    decision.settled_on = timezone.localdate()
    decision.save(update_fields=["state", "outcome", "settled_on"])
    journal.record(states.FOLLOWED_UP if state == FollowUp.DONE else states.DROPPED, decision, by=by)


def _decide(
    taken: Taken,
    by: Person,
    *,
    sitting: Sitting | None = None,
    procedure: Procedure | None = None,
    item: AgendaItem | None = None,
) -> Decision:
    """Numbered through the year; the secretariat's row is held, so that no number is given twice."""
    _require(policy.may_keep(by))
    if taken.due is not None and taken.due < taken.taken_on:
        raise SteeringRefused({"due": _("The follow-up would be due before the decision was taken.")})
    if (taken.person is None) == (taken.body is None):
        raise SteeringRefused({"person": _("Say who follows up: one person, or one body.")})
    Body.objects.select_for_update().get(key=SECRETARIAT_KEY)
    year = taken.taken_on.year
    newest = Decision.objects.filter(year=year).order_by("-number").first()
    decision = Decision.objects.create(
        sitting=sitting,
        procedure=procedure,
        item=item,
        year=year,
        number=newest.number + 1 if newest is not None else 1,
        taken_on=taken.taken_on,
        person=taken.person,
        body=taken.body,
        due=taken.due,
    )
    _write(decision.uid, ("title", "text"), taken.words, taken.language, by)
    journal.record(states.DECIDED, decision, by=by, year=year, number=decision.number)
    return decision


def _held(sitting: Sitting, by: Person) -> Sitting:
    _require(policy.may_keep(by))
    return Sitting.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=sitting.pk)


def _write(uid: UUID, names: Sequence[str], words: Mapping[str, str], language: str, by: Person) -> None:
    fields = {name: str(words.get(name, "")).strip() for name in names}
    if "title" in fields and not fields["title"]:
        raise SteeringRefused({"title": _("Give it a title.")})
    known = texts.read([uid], language).get(uid)
    original = known is None or known.original == language
    texts.write(texts.Draft(uid, language, fields, original=original), by=by.uid, publish=True)


def _require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied
