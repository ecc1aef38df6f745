"""The verbs about seats: a body is invited for a term, and an invitation ends earlier."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import counters, journal
from hemicycle.network.models import Body
from hemicycle.network.queries.agreements import keystone_bodies
from hemicycle.network.states import PUBLIC_KINDS, BodyKind
from hemicycle.steering import policy, states
from hemicycle.steering.actions.doors import SteeringRefused, check_day, require
from hemicycle.steering.models import Seat
from hemicycle.ui.formatting import format_date

# Hubs have steering groups of their own, and the secretariat prepares the sittings; neither sits here.
SEATED_KINDS = (*PUBLIC_KINDS, BodyKind.ORGANISATION)


@transaction.atomic
def invite_to_committee(body: Body, *, since: date, until: date, by: Person) -> Seat:
    """A body has a seat for a term. Keystone partners sit by right and are not invited."""
    require(policy.may_keep(by))
    body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    _check_body(body, since)
    if until < since:
        raise SteeringRefused({"until": _("The term would end before it begins.")})
    check_day("since", since)
    check_day("until", until)
    same = Seat.objects.filter(body=body, since__lte=until, until__gte=since).order_by("since").first()
    if same is not None:
        words = {"body": body.name, "since": format_date(same.since), "until": format_date(same.until)}
        message = _("%(body)s has a seat from %(since)s to %(until)s already. Choose a term that begins later.")
        raise SteeringRefused({"since": message % words})
    seat = Seat(body=body, since=since, until=until)
    seat.full_clean()
    seat.save()
    _tell(seat, states.SEAT_GIVEN, by)
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, on: date, by: Person) -> None:
    """An invitation ends earlier than its term; `on` is its last day."""
    require(policy.may_keep(by))
    seat = Seat.objects.select_for_update(of=("self",)).select_related("body").get(pk=seat.pk)
    if not seat.since <= on <= seat.until:
        words = {"since": format_date(seat.since), "until": format_date(seat.until)}
        raise SteeringRefused({"on": _("Choose a day of its term, from %(since)s to %(until)s.") % words})
    seat.until = on
    seat.save(update_fields=["until"])
    _tell(seat, states.SEAT_ENDED, by)


def _check_body(body: Body, since: date) -> None:
    if body.kind not in SEATED_KINDS:
        raise SteeringRefused({"body": _("Choose a parliament, a chamber, a regional body or an organisation.")})
    if body.pk in {one.pk for one in keystone_bodies(since)}:
        message = _("%(body)s is a keystone partner and sits on the committee by right.")
        raise SteeringRefused({"body": message % {"body": body.name}})


def _tell(seat: Seat, verb: str, by: Person) -> None:
    """Who sits is public, and stands on a page that is kept."""
    journal.record(verb, seat, by=by, body=seat.body.key)
    counters.move((Seat.kind,))
