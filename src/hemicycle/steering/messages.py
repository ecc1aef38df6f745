"""Who hears by mail of what the committee does, in what words, and what a mail lets them do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.catalogue import Message
from hemicycle.steering import hearing, plain_words, policy, procedure_deeds, queries, states, wording
from hemicycle.steering.models import Decision, Procedure, Sitting
from hemicycle.steering.states import Answer, FollowUp
from hemicycle.threads.queries import thread_of
from hemicycle.ui.formatting import format_date
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Fact, Link

TEMPLATE = "steering/mail.html"


@dataclass(frozen=True)
class Told:
    """What a mail of the committee says."""

    subject: str
    sentence: str
    text: str = ""  # What is asked, or was decided, as somebody wrote it.
    language: str = ""  # Of that text.
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()  # What can be done, the first one foremost; absolute.
    note: str = ""  # How to answer by mail.


Say = Callable[[Any, Any, str, Any, Person], Told | None]  # say(thing, its words, its title, entry, person)


def opened(procedure: Procedure, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.may_advise(person, procedure) or person.uid not in queries.awaited_people(procedure):
        return None
    sentence = _("The steering committee asks for your advice in writing, until %(date)s.")
    return _asked(
        procedure, words, person, _("Your advice: %(title)s") % {"title": title}, sentence % _until(procedure)
    )


def reminded(procedure: Procedure, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.may_advise(person, procedure) or person.uid not in queries.awaited_people(procedure):
        return None
    sentence = _("Your seat has not answered yet. The steering committee waits for your advice until %(date)s.")
    return _asked(
        procedure, words, person, _("Still awaited: %(title)s") % {"title": title}, sentence % _until(procedure)
    )


def recorded(procedure: Procedure, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    """What was read from a letter, so that its author can set it right."""
    answer = Answer(entry.facts["answer"])
    if not policy.may_see_procedure(person, procedure):
        return None
    said = {"title": title, "answer": str(answer.label)}
    sentence = _("Your mail on “%(title)s” was recorded as the advice of your seat: %(answer)s.") % said
    note = _("If you meant something else, answer this mail or use the page; the last answer holds.")
    if procedure.closed_at is not None:
        note = ""
    links = (Link(_("Look at it"), absolute(procedure.get_absolute_url())),)
    return Told(_("Recorded: %(title)s") % said, sentence, links=links, note=note)


def not_counted(procedure: Procedure, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.may_see_procedure(person, procedure):
        return None
    if entry.facts["why"] == "closed":
        sentence = _(
            "Your mail on “%(title)s” came after it was closed. It stands in the conversation and counts for no seat."
        )
    else:
        sentence = _(
            "Your body was not asked about “%(title)s”. Your mail stands in the conversation and counts for no seat."
        )
    links = (Link(_("Look at it"), absolute(procedure.get_absolute_url())),)
    return Told(_("Not counted: %(title)s") % {"title": title}, sentence % {"title": title}, links=links)


def closed(procedure: Procedure, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if procedure.closed_at is None or not policy.may_see_procedure(person, procedure):
        return None
    decision = procedure.decisions.order_by("pk").first()
    links = (Link(_("See who advised what"), absolute(procedure.get_absolute_url())),)
    if decision is None:
        sentence = _(
            "“%(title)s”, on which the steering committee was asked in writing, was closed without a decision."
        )
        return Told(_("Closed: %(title)s") % {"title": title}, sentence % {"title": title}, links=links)
    said = {"title": title, "number": wording.decision_name(decision)}
    sentence = _("“%(title)s”, on which the steering committee was asked in writing, is decided: %(number)s.") % said
    reading = texts.read_one(decision.uid, active_language())
    text = "\n\n".join(part for part in (reading["title"], reading["text"]) if part)
    return Told(_("Decided: %(title)s") % said, sentence, text, reading.language, links=links)


def papers(sitting: Sitting, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.may_see_sitting(person, sitting) or sitting.meeting.is_over():
        return None
    sentence = _("Agenda and papers of “%(title)s” lie before you.") % {"title": title}
    links = (Link(_("Read them"), absolute(sitting.get_absolute_url())),)
    facts = (Fact(_("When"), wording.when(sitting.meeting)),)
    return Told(_("Papers: %(title)s") % {"title": title}, sentence, facts=facts, links=links)


def minutes(sitting: Sitting, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if not policy.may_see_sitting(person, sitting):
        return None
    sentence = _("The minutes of “%(title)s” are published, with what was decided.") % {"title": title}
    links = (Link(_("Read them"), absolute(sitting.get_absolute_url())),)
    return Told(_("Minutes: %(title)s") % {"title": title}, sentence, links=links)


def to_follow_up(decision: Decision, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if decision.state != FollowUp.OPEN or not policy.follows_up(person, decision):
        return None
    sentence = _("The steering committee has decided, and you follow up.")
    return _promised(decision, words, person, _("To follow up: %(title)s") % {"title": title}, sentence)


def due_soon(decision: Decision, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if decision.state != FollowUp.OPEN or not policy.follows_up(person, decision) or decision.due is None:
        return None
    sentence = _("What you follow up is due on %(date)s.") % {"date": format_date(decision.due)}
    return _promised(decision, words, person, _("Due: %(title)s") % {"title": title}, sentence)


def settled(decision: Decision, words: Any, title: str, entry: Any, person: Person) -> Told | None:  # noqa: ARG001
    if decision.state == FollowUp.OPEN or not policy.may_see_decision(person, decision):
        return None
    said = {"number": wording.decision_name(decision), "state": str(FollowUp(decision.state).label)}
    sentence = _("%(number)s is settled: %(state)s.") % said
    links = (Link(_("Look at it"), absolute(decision.get_absolute_url())),)
    return Told(_("Settled: %(title)s") % {"title": title}, sentence, decision.outcome, links=links)


def _asked(procedure: Procedure, words: Any, person: Person, subject: str, sentence: str) -> Told:
    links = (
        Link(_("I agree"), procedure_deeds.link_to(Answer.AGREE, person, procedure)),
        Link(_("I abstain"), procedure_deeds.link_to(Answer.ABSTAIN, person, procedure)),
        Link(_("I have remarks"), absolute(procedure.get_absolute_url())),
    )
    papers = procedure.papers.count()
    facts = (Fact(_("Papers"), _("On its page")),) if papers else ()
    return Told(subject, sentence, words["question"], words.language, facts, links, _how_to_answer())


def _how_to_answer() -> str:
    """Nothing where answers by mail do not come in."""
    if not settings.MAIL_DOMAIN:
        return ""
    note = _(
        "You can also just answer this mail: write “%(agree)s” or “%(abstain)s” alone in the first line; anything else "
        "is recorded as the remarks of your seat."
    )
    language = active_language()
    agree, abstain = (plain_words.proposed(answer, language) for answer in (Answer.AGREE, Answer.ABSTAIN))
    return note % {"agree": agree, "abstain": abstain}


def _promised(decision: Decision, words: Any, person: Person, subject: str, sentence: str) -> Told:  # noqa: ARG001
    facts = (
        Fact(wording.decision_name(decision), words["title"], language=words.language),
        Fact(_("By when"), wording.due(decision)),
    )
    links = (Link(_("Say what came of it"), absolute(decision.get_absolute_url())),)
    return Told(subject, sentence, words["text"], words.language, facts, links)


def _until(procedure: Procedure) -> dict[str, str]:
    return {"date": format_date(procedure.closes_on)}


def _about(find: Callable[[Any], Any], say: Say) -> Callable[[Any, Any], Told | None]:
    def about(entry: Any, person: Any) -> Told | None:
        thing = find(entry)
        subject = thing.meeting.uid if isinstance(thing, Sitting) else thing.uid if thing else None
        words = texts.read([subject], active_language()).get(subject) if subject else None
        return say(thing, words, words["title"], entry, person) if words else None

    return about


def _thread(entry: Any) -> UUID | None:
    found = thread_of(Procedure.kind, entry.subject)
    return found.uid if found else None


def _message(
    verb: str,
    audience: Callable[[Any], set[UUID]],
    find: Callable[[Any], Any],
    say: Say,
    *,
    urgent: bool = False,
    answered: bool = False,
    to_actor: bool = False,
) -> Message:
    return Message(
        verb,
        states.TOPIC,
        audience,
        _about(find, say),
        TEMPLATE,
        urgent=urgent,
        thread=_thread if answered else None,
        to_actor=to_actor,
    )


PROCEDURE, SITTING, DECISION = hearing.procedure_of, hearing.sitting_of, hearing.decision_of
MESSAGES = (
    # Whose advice is asked has to know, whatever else they hear of.
    _message(states.PROCEDURE_OPENED, hearing.to_asked, PROCEDURE, opened, urgent=True, answered=True, to_actor=True),
    _message(states.PROCEDURE_REMINDED, hearing.to_awaited, PROCEDURE, reminded, urgent=True, answered=True),
    _message(states.ADVICE_GIVEN, hearing.to_who_wrote, PROCEDURE, recorded, urgent=True, answered=True, to_actor=True),
    _message(states.ADVICE_NOT_COUNTED, hearing.to_who_wrote, PROCEDURE, not_counted, urgent=True, to_actor=True),
    _message(states.PROCEDURE_CLOSED, hearing.to_asked, PROCEDURE, closed),
    _message(states.PAPERS_SENT, hearing.to_members, SITTING, papers),
    _message(states.MINUTES_PUBLISHED, hearing.to_members, SITTING, minutes),
    _message(states.DECIDED, hearing.to_followers, DECISION, to_follow_up),
    _message(states.DECISION_CHANGED, hearing.to_followers, DECISION, to_follow_up),
    _message(states.REOPENED, hearing.to_followers, DECISION, to_follow_up),
    _message(states.FOLLOW_UP_REMINDED, hearing.to_followers, DECISION, due_soon),
    _message(states.FOLLOWED_UP, hearing.to_keepers, DECISION, settled),
    _message(states.DROPPED, hearing.to_keepers, DECISION, settled),
)
