"""Who may be a member of the committee: people of a body that has a seat."""

from django.utils.translation import gettext as _

from hemicycle.network.models import Office
from hemicycle.network.states import BodyKind, Role
from hemicycle.steering import wording
from hemicycle.steering.seats import has_seat
from hemicycle.ui.formatting import format_date


def missing(office: Office) -> str:
    """What stands in the way of an office that is about to be given; nothing if nothing does.

    Hubs have steering groups of their own, whose members hold the same office in the hub.
    """
    if office.role != Role.STEERING_MEMBER or office.body.kind == BodyKind.HUB:
        return ""
    if has_seat(office.body, office.since):
        return ""
    message = _(
        "%(body)s has no seat on the steering committee on %(date)s. Sign its keystone agreement, or invite it to the "
        "committee first."
    )
    return message % {"body": wording.body(office.body).label, "date": format_date(office.since)}
