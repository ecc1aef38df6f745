"""The verbs of those who are asked in writing: they answer by a page, by one press in the mail, or by a mail."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.core.models import Entry
from hemicycle.kit.typed import plain
from hemicycle.steering import plain_words, policy, states
from hemicycle.steering.actions.doors import SteeringRefused, held_procedure, require, too_long
from hemicycle.steering.models import Advice, Procedure
from hemicycle.steering.states import WITH_WORDS, Answer
from hemicycle.threads.models import Letter
from hemicycle.threads.states import Via

CLOSED, NOT_ASKED = "closed", "not_asked"


@transaction.atomic
def advise(procedure: Procedure, answer: str, *, by: Person, text: str = "") -> list[Advice]:
    """A member answers for every seat that they hold and that was asked; the last answer before the end holds."""
    procedure = held_procedure(procedure)
    require(policy.may_read_inside(by))
    if procedure.closed_at is not None:
        raise SteeringRefused(_("This procedure is closed; its outcome stands on its page."))
    require(policy.may_advise(by, procedure))
    text = plain(text).strip()
    if answer not in Answer.values:
        raise SteeringRefused({"answer": _("Choose one of the answers.")})
    if answer in WITH_WORDS and not text:
        raise SteeringRefused({"text": _("Say in a sentence what you would change.")})
    if fault := too_long(text, states.LONGEST_TEXT):
        raise SteeringRefused({"text": fault})
    return _record(procedure, Answer(answer), text, by, timezone.now())


@transaction.atomic
def hear_letter(thread: UUID, number: int) -> None:
    """An answer by mail in the conversation of a procedure is the advice of its author; hearing it again is nothing."""
    letters = Letter.objects.filter(thread__uid=thread, thread__about_kind=Procedure.kind, number=number, via=Via.MAIL)
    letter = letters.select_related("thread", "author").first()
    procedure = Procedure.objects.filter(uid=letter.thread.about).first() if letter else None
    if letter is not None and procedure is not None:
        _take(held_procedure(procedure), letter)


def take_letters(procedure: Procedure) -> None:
    """Hear what has come in by mail so far; the procedure is held by the caller, who is about to close it."""
    letters = Letter.objects.filter(thread__about=procedure.uid, via=Via.MAIL).order_by("number")
    for letter in letters.select_related("thread", "author"):
        _take(procedure, letter)


def _take(procedure: Procedure, letter: Letter) -> None:
    person = letter.author
    # Staff write in the conversation without advising, and who has left sits no more.
    if person is None or not person.is_active or not policy.sits(person):
        return
    if procedure.closed_at is not None:
        _not_counted(procedure, letter, CLOSED)
    elif not policy.may_advise(person, procedure):
        _not_counted(procedure, letter, NOT_ASKED)
    else:
        answer, text = plain_words.understood(letter.text)
        _record(procedure, answer, text[: states.LONGEST_TEXT], person, letter.posted_at, letter=letter.number)


def _record(
    procedure: Procedure, answer: Answer, text: str, person: Person, given_at: datetime, letter: int | None = None
) -> list[Advice]:
    """For each seat, unless a later answer stands for it already, as when a letter is heard twice."""
    said = {"person": person, "answer": answer, "text": text, "by_mail": letter is not None, "given_at": given_at}
    found = []
    for body in procedure.asked.filter(pk__in=policy.seats_held(person)).order_by("pk"):
        if Advice.objects.filter(procedure=procedure, body=body, given_at__gte=given_at).exists():
            continue
        advice, _made = Advice.objects.update_or_create(procedure=procedure, body=body, defaults=said)
        journal.record(states.ADVICE_GIVEN, procedure, by=person, body=body.key, answer=str(answer), letter=letter)
        found.append(advice)
    return found


def _not_counted(procedure: Procedure, letter: Letter, why: str) -> None:
    """The letter stands in the conversation; its author hears why it counts for no seat, once."""
    told = Entry.objects.filter(subject=procedure.uid, verb=states.ADVICE_NOT_COUNTED, facts__letter=letter.number)
    counted = Entry.objects.filter(subject=procedure.uid, verb=states.ADVICE_GIVEN, facts__letter=letter.number)
    if not told.exists() and not counted.exists():
        journal.record(states.ADVICE_NOT_COUNTED, procedure, by=letter.author, letter=letter.number, why=why)
