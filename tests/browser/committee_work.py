"""The steering committee at work, so that each of its pages has something to show."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from hemicycle.core import days
from hemicycle.meetings.actions import Planned
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Body
from hemicycle.network.states import SECRETARIAT_KEY
from hemicycle.steering import actions
from hemicycle.steering.actions import Followed, Item, Taken
from hemicycle.steering.models import Sitting

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def committee(keeper: Any, member: Any, text: str, arabic: str) -> dict[str, str]:
    """A sitting that was and is public, one to come, a question that is open, and decisions of both."""
    secretariat = Body.objects.get(key=SECRETARIAT_KEY)
    organisation = Body.objects.filter(kind="organisation").order_by("name").first()
    today = days.today()
    seat = actions.invite_to_committee(organisation, since=today, until=today + timedelta(days=700), by=keeper)
    past, coming = (_sitting(keeper, title, text, arabic) for title in ("First sitting of the year", "Second sitting"))
    _it_was(past)
    first = past.items.first()
    actions.keep_paper(past, PDF, title=arabic, language="ar", item=first, by=keeper)
    actions.write_minutes(past, text, language="en", by=keeper)
    decided = Taken({"title": "Write a note", "text": text}, "en", today, Followed(person=member, due=today))
    decision = actions.decide(past, decided, item=first, by=keeper)
    actions.publish_papers(past, by=keeper)
    actions.publish_minutes(past, by=keeper)
    question = actions.open_procedure(
        {"title": "A second pilot of shared translation", "question": text},
        language="en",
        closes_on=today + timedelta(days=9),
        by=keeper,
    )
    actions.advise(question, "remarks", text=text, by=member)
    closed = actions.open_procedure(
        {"title": arabic, "question": arabic}, language="ar", closes_on=today + timedelta(days=9), by=keeper
    )
    actions.advise(closed, "agree", by=member)
    taken = Taken({"title": arabic, "text": arabic}, "ar", today, Followed(body=secretariat, due=today))
    actions.close_procedure(closed, taken, by=keeper)
    return {
        "past sitting": f"steering/sittings/{past.uid}/",
        "coming sitting": f"steering/sittings/{coming.uid}/",
        "question": f"steering/procedures/{question.uid}/",
        "closed question": f"steering/procedures/{closed.uid}/",
        "decision": f"steering/decisions/{decision.uid}/",
        "invited seat": f"steering/seats/{seat.uid}/",
    }


def _sitting(keeper: Any, title: str, text: str, arabic: str) -> Sitting:
    begins = timezone.now() + timedelta(days=30)
    planned = Planned(title, "en", begins, begins + timedelta(hours=3), "Pacific/Chatham", text=text, languages=["en"])
    sitting = actions.call_sitting(planned, by=keeper)
    actions.set_agenda(sitting, [Item("Work plan", text), Item(arabic, arabic)], language="en", by=keeper)
    return sitting


def _it_was(sitting: Sitting) -> None:
    begins = timezone.now() - timedelta(days=3)
    Meeting.objects.filter(pk=sitting.meeting_id).update(begins_at=begins, ends_at=begins + timedelta(hours=3))
    sitting.meeting.refresh_from_db()
