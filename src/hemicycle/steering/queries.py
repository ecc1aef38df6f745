"""Reads of the steering committee."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from hemicycle.core import days, texts
from hemicycle.meetings.models import Meeting
from hemicycle.network import policy as network
from hemicycle.network.models import Body, Office
from hemicycle.network.states import PUBLIC_KINDS, SPEAKING_ROLES, STAFF_ROLES, BodyKind
from hemicycle.steering import policy
from hemicycle.steering.models import Advice, Decision, Paper, Procedure, Seat, Sitting
from hemicycle.steering.seats import Held, members_of, members_on, seated_bodies, seats_on
from hemicycle.steering.states import FOLLOW_UP_SOON, REMIND_BEFORE, FollowUp

__all__ = [
    "Held",
    "advice_of",
    "asked_people",
    "awaited",
    "awaited_people",
    "bodies_that_can_follow",
    "bodies_to_invite",
    "decisions_visible_to",
    "followers_of",
    "languages_of",
    "members_of",
    "members_on",
    "members_people",
    "not_invited_to",
    "open_decisions_of",
    "open_procedures_for",
    "papers_visible_to",
    "people_who_can_follow",
    "procedures_visible_to",
    "seated_bodies",
    "seats_on",
    "seats_to_come",
    "silent",
    "sittings_visible_to",
    "staff_people",
    "to_close",
    "to_follow",
    "to_minute",
    "to_remind",
    "to_remind_of",
]


def sittings_visible_to(viewer: Any) -> QuerySet[Sitting]:
    """Agrees with `policy.may_see_sitting`, by test."""
    sittings = Sitting.objects.select_related("meeting__body")
    if policy.may_read_inside(viewer):
        return sittings
    return sittings.filter(Q(papers_published_at__isnull=False) | Q(minutes_published_at__isnull=False))


def papers_visible_to(viewer: Any) -> QuerySet[Paper]:
    """Agrees with `policy.may_see_paper`, by test."""
    if policy.may_read_inside(viewer):
        return Paper.objects.all()
    return Paper.objects.filter(sitting__papers_published_at__isnull=False)


def procedures_visible_to(viewer: Any) -> QuerySet[Procedure]:
    """Agrees with `policy.may_see_procedure`, by test."""
    return Procedure.objects.all() if policy.may_read_inside(viewer) else Procedure.objects.none()


def decisions_visible_to(viewer: Any) -> QuerySet[Decision]:
    """Agrees with `policy.may_see_decision`, by test."""
    decisions = Decision.objects.select_related("sitting__meeting", "procedure", "person", "body__parent", "item")
    if policy.may_read_inside(viewer):
        return decisions
    published = Q(sitting__minutes_published_at__isnull=False) | Q(procedure__published_at__isnull=False)
    return decisions.filter(published | _followed_up_by(viewer))


def open_decisions_of(viewer: Any) -> QuerySet[Decision]:
    """What this person follows up, the first promise first."""
    open_ones = Decision.objects.filter(_followed_up_by(viewer), state=FollowUp.OPEN)
    return open_ones.select_related("person", "body").order_by(F("due").asc(nulls_last=True), "pk")


def open_procedures_for(viewer: Any) -> QuerySet[Procedure]:
    """Questions that await this person's advice."""
    held = policy.seats_held(viewer)
    if not held:
        return Procedure.objects.none()
    answered = Advice.objects.filter(procedure=OuterRef("procedure"), body=OuterRef("body"))
    asked = Procedure.asked.through.objects.filter(body__in=held).exclude(Exists(answered))
    return Procedure.objects.filter(closed_at=None, pk__in=asked.values("procedure")).order_by("closes_on", "pk")


def to_close(day: date | None = None) -> list[Procedure]:
    """Written procedures whose day is over, or in which every seat has answered."""
    on = day or days.today()
    return [one for one in Procedure.objects.filter(closed_at=None) if one.closes_on < on or not awaited(one)]


def to_minute(day: date | None = None) -> QuerySet[Sitting]:
    """Sittings that are over and whose minutes nobody has published."""
    on = day or days.today()
    over = Sitting.objects.filter(meeting__ends_at__date__lt=on, minutes_published_at=None, meeting__state="planned")
    return over.select_related("meeting").order_by("meeting__ends_at")


def to_follow() -> QuerySet[Decision]:
    """Open decisions that nobody follows up any more, since who was named has left."""
    return Decision.objects.filter(state=FollowUp.OPEN, person=None, body=None).order_by("due", "pk")


def to_remind(day: date) -> QuerySet[Procedure]:
    """Open procedures that close soon, and of which nobody has been reminded."""
    soon = Procedure.objects.filter(closed_at=None, reminded_at=None, closes_on__gte=day)
    return soon.filter(closes_on__lte=day + REMIND_BEFORE, opened_at__date__lt=day).order_by("pk")


def to_remind_of(day: date) -> QuerySet[Decision]:
    """Open decisions that are due soon, once; and, once more, those that are late."""
    soon = Q(due__lte=day + FOLLOW_UP_SOON, reminded_on=None)
    late = Q(due__lt=day, reminded_on__lte=F("due"))
    return Decision.objects.filter(soon | late, state=FollowUp.OPEN).order_by("pk")


def advice_of(procedure: Procedure) -> dict[int, Advice]:
    """What each seat answered, by body."""
    rows = Advice.objects.filter(procedure=procedure).select_related("person")
    return {advice.body_id: advice for advice in rows}


def silent(procedure: Procedure) -> list[Body]:
    """The seats that were asked and have not answered, whether or not somebody sits there who could."""
    answered = Advice.objects.filter(procedure=procedure).values("body")
    return list(procedure.asked.exclude(pk__in=answered).order_by("name"))


def awaited(procedure: Procedure) -> list[Body]:
    """The seats from which an answer can still come: they are silent, and somebody sits there today."""
    bodies = silent(procedure)
    seated = {body.pk for body in seated_bodies()}
    sitting = members_of([body.pk for body in bodies if body.pk in seated]).values_list("body", flat=True)
    found = set(sitting)
    return [body for body in bodies if body.pk in found]


def awaited_people(procedure: Procedure) -> set[UUID]:
    """Whose advice is still awaited: everybody who sits today for a seat that has not answered."""
    return _people(members_of([body.pk for body in awaited(procedure)]))


def asked_people(procedure: Procedure) -> set[UUID]:
    """Everybody who sits today for a body that was asked."""
    seated = {body.pk for body in seated_bodies()}
    return _people(members_of(seated & set(procedure.asked.values_list("pk", flat=True))))


def members_people() -> set[UUID]:
    return _people(members_on())


def staff_people() -> set[UUID]:
    """The administrators, who keep the committee's papers."""
    running = Office.objects.running().filter(role="administrator", person__is_active=True)
    return _people(running)


def followers_of(decision: Decision) -> set[UUID]:
    """Who follows it up now; agrees with `policy.follows_up`, by test."""
    if decision.person is not None:
        return {decision.person.uid} if decision.person.is_active else set()
    if decision.body is None:
        return set()
    own = Q(body=decision.body, role__in=policy.REPRESENTING)
    above = Q(body=decision.body.parent_id, role__in=SPEAKING_ROLES) if decision.body.parent_id else Q(pk__in=[])
    return _people(Office.objects.running().filter(own | above, person__is_active=True))


def people_who_can_follow() -> list[Office]:
    """Members of the committee and staff of the secretariat, by name; each person once."""
    staff = Office.objects.running().filter(role__in=STAFF_ROLES, person__is_active=True).select_related("person")
    found = {office.person_id: office for office in (*staff, *members_on())}
    return sorted(found.values(), key=lambda office: (office.person.name.casefold(), office.pk))


def bodies_to_invite() -> QuerySet[Body]:
    """Whoever may be given a seat: bodies of the register, and organisations."""
    kinds = (*PUBLIC_KINDS, BodyKind.ORGANISATION)
    return Body.objects.filter(kind__in=kinds).select_related("country").order_by("kind", "name")


def bodies_that_can_follow() -> list[Body]:
    """The secretariat and the bodies that sit today."""
    return [*Body.objects.filter(kind=BodyKind.SECRETARIAT), *seated_bodies()]


def seats_to_come(day: date | None = None) -> QuerySet[Seat]:
    """Invitations whose term has not begun."""
    on = day or days.today()
    return Seat.objects.filter(since__gt=on).select_related("body").order_by("since", "pk")


def not_invited_to(meeting: Meeting) -> set[UUID]:
    """Members who joined after a sitting was called, and have not been asked to come."""
    return members_people() - set(meeting.registrations.values_list("person__uid", flat=True))


def languages_of(uid: UUID) -> list[str]:
    """In which languages a thing has words, the original first."""
    return list(texts.all_languages([uid]).get(uid, {}))


def _people(offices: QuerySet[Office]) -> set[UUID]:
    return set(offices.values_list("person__uid", flat=True))


def _followed_up_by(viewer: Any) -> Q:
    if viewer is None or not viewer.is_authenticated or not viewer.is_active:
        return Q(pk__in=[])
    held = [office for office in network.offices_today(viewer) if office.role in policy.REPRESENTING]
    speaking: Collection[int] = [office.body_id for office in held if office.role in SPEAKING_ROLES]
    return Q(person=viewer) | Q(body__in=[office.body_id for office in held]) | Q(body__parent__in=speaking)
