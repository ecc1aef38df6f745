"""What the seats answered to a question asked in writing, and which are silent."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.network.models import Body
from hemicycle.steering import queries, wording
from hemicycle.steering.models import Advice, Procedure
from hemicycle.steering.states import Answer
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class SeatAnswered:
    """What one seat answered."""

    seat: Link  # the body, and its page
    answer: str  # in a word
    held: bool  # whether it agrees
    who: str  # who answered for it, when, and by what way
    text: str  # the remarks


def tally(asked: list[Body], given: dict[int, Advice]) -> str:
    """How many of each answer, and of none, in one line; what nobody said is left out."""
    answers = Counter(given[body.pk].answer if body.pk in given else "" for body in asked)
    said = (
        ngettext("%(n)s agrees", "%(n)s agree", answers[Answer.AGREE]),
        ngettext("%(n)s has remarks", "%(n)s have remarks", answers[Answer.REMARKS]),
        ngettext("%(n)s does not agree", "%(n)s do not agree", answers[Answer.DISAGREE]),
        ngettext("%(n)s abstains", "%(n)s abstain", answers[Answer.ABSTAIN]),
        ngettext("%(n)s has not answered", "%(n)s have not answered", answers[""]),
    )
    counted = zip((*Answer, ""), said, strict=True)
    return " · ".join(words % {"n": format_number(answers[answer])} for answer, words in counted if answers[answer])


def answered(body: Body, advice: Advice) -> SeatAnswered:
    said = {"person": wording.person(advice.person), "date": format_date(advice.given_at)}
    who = _("%(person)s, %(date)s, by mail") if advice.by_mail else _("%(person)s, %(date)s")
    return SeatAnswered(
        seat=wording.body(body),
        answer=str(Answer(advice.answer).label),
        held=advice.answer == Answer.AGREE,
        who=who % said,
        text=advice.text,
    )


def silent(procedure: Procedure) -> list[Link]:
    awaited = {body.pk for body in queries.awaited(procedure)}
    nobody = _("nobody is named for this seat")
    links = [(wording.body(body), body.pk in awaited) for body in queries.silent(procedure)]
    named = [Link(link.label, "", note="" if can else nobody, language=link.language) for link, can in links]
    return sorted(named, key=lambda link: (bool(link.note), link.label.casefold()))


def by_seat(answered: SeatAnswered) -> str:
    return answered.seat.label.casefold()
