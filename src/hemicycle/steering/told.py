"""What the histories of sittings, written procedures, decisions and seats say, and to whom."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hemicycle.core import history, texts
from hemicycle.core.history import Standing, Thing
from hemicycle.core.models import Entry
from hemicycle.network import policy as network
from hemicycle.steering import policy, queries, states, wording
from hemicycle.steering.models import Decision, Procedure, Seat, Sitting
from hemicycle.steering.states import Answer
from hemicycle.ui.formatting import format_number, language_name
from hemicycle.ui.languages import active_language


def agenda_changed(entry: Entry) -> str:
    count = entry.facts.get("items")
    if not isinstance(count, int):
        return _("Agenda written")
    return ngettext("Agenda written, with %(n)s item", "Agenda written, with %(n)s items", count) % {
        "n": format_number(count)
    }


def minutes_changed(entry: Entry) -> str:
    language = str(entry.facts.get("language") or "")
    if not language:
        return _("Minutes written")
    return _("Minutes written: %(language)s") % {"language": language_name(language)}


def translated(entry: Entry) -> str:
    language = str(entry.facts.get("language") or "")
    if not language:
        return _("Question put into another language")
    return _("Question put into another language: %(language)s") % {"language": language_name(language)}


def advice_given(entry: Entry) -> str:
    answer = str(entry.facts.get("answer") or "")
    if answer not in Answer.values:
        return _("Advice given")
    words = _("Advice given by mail: %(answer)s") if entry.facts.get("letter") else _("Advice given: %(answer)s")
    return words % {"answer": Answer(answer).label}


def closed(entry: Entry) -> str:
    return _("Closed with a decision") if entry.facts.get("decided") else _("Closed without a decision")


def decision_changed(entry: Entry) -> str:
    return _("Somebody else follows up, or by another day") if entry.facts.get("follower") else _("Other words written")


WORDS: dict[str, Any] = {
    states.SEAT_GIVEN: gettext_lazy("Invited to the steering committee"),
    states.SEAT_ENDED: gettext_lazy("End of the seat set"),
    states.PAPER_KEPT: gettext_lazy("Paper added"),
    states.PAPER_REMOVED: gettext_lazy("Paper removed"),
    states.SITTING_CALLED: gettext_lazy("Sitting called"),
    states.SITTING_MOVED: gettext_lazy("Time, place or title of the sitting changed"),
    states.AGENDA_CHANGED: agenda_changed,
    states.PAPERS_SENT: gettext_lazy("Members told that agenda and papers are there"),
    states.PAPERS_PUBLISHED: gettext_lazy("Agenda and papers published"),
    states.MINUTES_CHANGED: minutes_changed,
    states.MINUTES_PUBLISHED: gettext_lazy("Minutes published"),
    states.DECIDED: gettext_lazy("Decided"),
    states.DECISION_CHANGED: decision_changed,
    states.DECISION_PUBLISHED: gettext_lazy("Decision published"),
    states.FOLLOW_UP_REMINDED: gettext_lazy("Whoever follows up reminded"),
    states.FOLLOWED_UP: gettext_lazy("Followed up"),
    states.DROPPED: gettext_lazy("No longer pursued"),
    states.REOPENED: gettext_lazy("Opened again"),
    states.PROCEDURE_OPENED: gettext_lazy("Members asked in writing"),
    states.PROCEDURE_TRANSLATED: translated,
    states.ADVICE_GIVEN: advice_given,
    states.ADVICE_NOT_COUNTED: gettext_lazy("A mail came that counts for no seat"),
    states.PROCEDURE_REMINDED: gettext_lazy("Those who had not answered reminded"),
    states.PROCEDURE_CLOSED: closed,
    states.OUTCOME_PUBLISHED: gettext_lazy("Outcome published"),
}


def _of_what_they_see(rows: Callable[[Any], QuerySet[Any]]) -> Standing:
    """Members and the secretariat read everything; others what is public of what they see."""

    def standing(viewer: Any, uid: UUID) -> Collection[str]:
        if not rows(viewer).filter(uid=uid).exists():
            return history.NOBODY
        if network.is_secretariat(viewer):
            return history.STAFF
        return history.PARTIES if policy.may_read_inside(viewer) else history.PUBLIC

    return standing


def sitting(uid: UUID) -> Thing | None:
    found = Sitting.objects.select_related("meeting").filter(uid=uid).first()
    reading = texts.read([found.meeting.uid], active_language()).get(found.meeting.uid) if found else None
    return Thing(reading["title"], found.get_absolute_url(), reading.language) if found and reading else None


def procedure(uid: UUID) -> Thing | None:
    return _worded(Procedure, uid)


def decision(uid: UUID) -> Thing | None:
    return _worded(Decision, uid)


def seat(uid: UUID) -> Thing | None:
    found = Seat.objects.select_related("body").filter(uid=uid).first()
    return Thing(wording.body(found.body).label, wording.committee().address) if found else None


def _worded(model: Any, uid: UUID) -> Thing | None:
    found = model.objects.filter(uid=uid).first()
    reading = texts.read([uid], active_language()).get(uid) if found else None
    return Thing(reading["title"], found.get_absolute_url(), reading.language) if found and reading else None


THINGS: dict[str, Callable[[UUID], Thing | None]] = {
    Sitting.kind: sitting,
    Procedure.kind: procedure,
    Decision.kind: decision,
    Seat.kind: seat,
}
STANDINGS: dict[str, Standing] = {
    Sitting.kind: _of_what_they_see(queries.sittings_visible_to),
    Procedure.kind: _of_what_they_see(queries.procedures_visible_to),
    Decision.kind: _of_what_they_see(queries.decisions_visible_to),
    Seat.kind: _of_what_they_see(lambda viewer: Seat.objects.all()),  # noqa: ARG005 - who sits is public.
}
