"""A committee at work, for tests: seats by right and by invitation, sittings, papers, questions and decisions."""

from datetime import date, timedelta
from itertools import count

from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.accounts.tests.factories import a_person
from hemicycle.core import counters, days
from hemicycle.meetings.actions import Planned
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Agreement, Body
from hemicycle.network.states import BodyKind, Role
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.network.tests.factories import an_office
from hemicycle.steering import actions
from hemicycle.steering.actions import Followed, Item, Taken
from hemicycle.steering.models import Decision, Procedure, Seat, Sitting

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
_numbers = count(1)


def an_organisation(name: str = "Parliaments Abroad") -> Body:
    return Body.objects.create(key=f"ORG-{next(_numbers)}", kind=BodyKind.ORGANISATION, name=name)


def a_keystone(body: Body, *, since: str = "2020", until: str = "") -> Agreement:
    """A running keystone agreement, without what bears it: who sits does not ask for that."""
    return Agreement.objects.create(
        body=body, level=Level.KEYSTONE, state=AgreementState.SIGNED, since=since, until=until
    )


def a_seat(body: Body, *, since: date | None = None, until: date | None = None) -> Seat:
    today = days.today()
    made = Seat.objects.create(
        body=body, since=since or today - timedelta(days=30), until=until or today + timedelta(days=300)
    )
    counters.move((Seat.kind,))
    return made


def a_member(body: Body, **fields: object) -> Person:
    """Somebody who sits for a body, whether or not it has a seat."""
    person = a_person(**fields)
    an_office(person, body, Role.STEERING_MEMBER)
    return person


def planned(*, title: str = "Autumn sitting", days_ahead: int = 30, **fields: object) -> Planned:
    begins = timezone.now().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=days_ahead)
    return Planned(
        **{
            "title": title,
            "language": "en",
            "begins_at": begins,
            "ends_at": begins + timedelta(hours=3),
            "zone": "Europe/Zurich",
            "languages": ("en", "fr"),
            "joining_address": "https://meet.example.org/autumn",
            **fields,
        }
    )


def a_sitting(by: Person, *, title: str = "Autumn sitting", days_ahead: int = 30) -> Sitting:
    return actions.call_sitting(planned(title=title, days_ahead=days_ahead), by=by)


def it_is_over(sitting: Sitting, *, days_ago: int = 2) -> Sitting:
    """The sitting took place some days ago."""
    begins = timezone.now() - timedelta(days=days_ago)
    Meeting.objects.filter(pk=sitting.meeting_id).update(begins_at=begins, ends_at=begins + timedelta(hours=3))
    return Sitting.objects.select_related("meeting__body").get(pk=sitting.pk)


def an_agenda(sitting: Sitting, by: Person, *titles: str, language: str = "en") -> None:
    actions.set_agenda(sitting, [Item(title) for title in titles], language=language, by=by)


def a_question(by: Person, *, title: str = "A second pilot", days_ahead: int = 10, **options: object) -> Procedure:
    return actions.open_procedure(
        {"title": title, "question": "Do you agree that a second pilot is begun?"},
        language="en",
        closes_on=days.today() + timedelta(days=days_ahead),
        by=by,
        **options,
    )


def taken(follower: Person | Body, *, title: str = "Begin a second pilot", due: date | None = None) -> Taken:
    who = {"person": follower} if isinstance(follower, Person) else {"body": follower}
    return Taken(
        words={"title": title, "text": "The pilot begins in spring."},
        language="en",
        taken_on=days.today(),
        followed=Followed(**who, due=due),
    )


def a_decision(sitting: Sitting, by: Person, follower: Person | Body, **options: object) -> Decision:
    return actions.decide(sitting, taken(follower, **options), by=by)
