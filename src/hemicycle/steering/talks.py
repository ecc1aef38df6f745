"""Who takes part in the conversation about a written procedure, who hears of letters, and what it is called."""

from uuid import UUID

from django.db.models import Q

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.steering import queries
from hemicycle.steering.models import Advice, Procedure
from hemicycle.steering.states import WITH_WORDS
from hemicycle.threads.models import Letter
from hemicycle.threads.queries import Circle, Named
from hemicycle.threads.states import Via
from hemicycle.ui.languages import active_language


def members(uid: UUID) -> Circle | None:
    """The committee and the secretariat. A bare “I agree” is no news: members hear once they have said something."""
    procedure = Procedure.objects.filter(uid=uid).first()
    if procedure is None:
        return None
    people = queries.members_people()
    return Circle(people, staff=True, told=people & _talking(procedure))


def named(uid: UUID) -> Named | None:
    procedure = Procedure.objects.filter(uid=uid).first()
    reading = texts.read([uid], active_language()).get(uid) if procedure else None
    return Named(reading["title"], procedure.get_absolute_url()) if procedure and reading else None


def _talking(procedure: Procedure) -> set[UUID]:
    remarks = Advice.objects.filter(procedure=procedure, answer__in=WITH_WORDS)
    letters = Letter.objects.filter(thread__about=procedure.uid, via=Via.PAGE)
    said = Q(pk__in=remarks.values("person")) | Q(pk__in=letters.values("author"))
    return set(Person.objects.filter(said).values_list("uid", flat=True))
