"""How people, bodies, offices and terms are said to a reader, in the language of the page."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days
from hemicycle.network import queries, wording
from hemicycle.network.models import Body, Office
from hemicycle.network.states import Role


def name_of(person: Person) -> str:
    """A person's name; never their address, which is theirs to give."""
    return person.name.strip() or _("Somebody who has not given a name")


def body_name(body: Body) -> str:
    """A body with its country, since many bear the same name."""
    house = queries.register().by_pk.get(body.pk)
    return house.title if house is not None else body.name


def role_name(role: str) -> str:
    return str(Role(role).label)


def seat_name(role: str, body: Body) -> str:
    return _("%(office)s · %(body)s") % {"office": role_name(role), "body": body_name(body)}


def term(office: Office) -> str:
    """From when until when, and whether a deputy's office rests."""
    since = office.since.isoformat()
    until = office.until.isoformat() if office.until else ""
    said = wording.sentence_case(wording.period(since, until))
    return _("%(term)s; rests, since the focal point’s term is over") % {"term": said} if rests(office) else said


def rests(office: Office) -> bool:
    """A deputy's office does nothing while nobody holds the office of the focal point who gave it."""
    if office.role != Role.DEPUTY:
        return False
    principal = office.deputy_of
    return principal is None or not holds_today(principal)


def holds_today(office: Office, day: date | None = None) -> bool:
    on = day or days.today()
    return office.revoked_at is None and office.since <= on and (office.until is None or office.until >= on)


def address_of_seats(body: Body) -> str:
    return reverse("network:body_seats", args=[body.key])


def address_of_office(office: Office) -> str:
    return reverse("network:office", args=[office.uid])
