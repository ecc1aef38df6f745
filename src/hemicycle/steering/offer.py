"""What the committee declares to the rest: published sittings and decisions, mails, duties, deeds, panels."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hemicycle.accounts import deeds, exporting, leaving, places
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, files, history
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.meetings import hosts
from hemicycle.network import requirements
from hemicycle.network.states import BodyKind
from hemicycle.steering import actions, personal, policy, queries, seating, states, talks, told
from hemicycle.steering import tasks as _tasks  # noqa: F401 - sets up the timetable.
from hemicycle.steering.duties import DUTIES
from hemicycle.steering.hosting import HOST
from hemicycle.steering.messages import MESSAGES
from hemicycle.steering.models import Decision, Paper, Procedure, Sitting
from hemicycle.steering.panels import PANELS
from hemicycle.steering.procedure_deeds import DEEDS
from hemicycle.steering.records import decision_cards, decision_records, sitting_cards, sitting_records
from hemicycle.steering.states import FollowUp
from hemicycle.threads import queries as threads
from hemicycle.ui.parts import Link


def _years() -> Mapping[str, str]:
    years = queries.decisions_visible_to(None).order_by("-year").values_list("year", flat=True).distinct()
    return {str(year): str(year) for year in years}


def _places(person: Person) -> Iterable[Link]:
    if policy.may_read_inside(person):
        yield Link(str(_("Steering committee")), reverse("steering:committee"))


SITTINGS = Offer(
    kind=Sitting.kind,
    name=(_("Sitting of the steering committee"), _("Sittings of the steering committee")),
    visible=queries.sittings_visible_to,
    records=sitting_records,
    cards=sitting_cards,
    card="steering/card.html",
)
DECISIONS = Offer(
    kind=Decision.kind,
    name=(_("Decision of the steering committee"), _("Decisions of the steering committee")),
    visible=queries.decisions_visible_to,
    records=decision_records,
    cards=decision_cards,
    card="steering/card.html",
    facets=(Facet("state", _("Follow-up"), lambda: dict(FollowUp.choices)), Facet("year", _("Year"), _years)),
)

catalogue.verbs(states.VERBS)
catalogue.offer(SITTINGS, DECISIONS)
catalogue.message(*MESSAGES)
catalogue.duty(*DUTIES)
catalogue.panel(*PANELS)
deeds.deed(*DEEDS)
exporting.export(personal.PART)
leaving.on_leave("steering", actions.forget_person)
places.place("steering", _places)
files.private_kind(Paper.kind, queries.papers_visible_to)
threads.circle(Procedure.kind, talks.members, talks.named)
hosts.host(BodyKind.SECRETARIAT.value, HOST)
requirements.require_of_offices(seating.missing)
history.words(told.WORDS)
for _kind in told.STANDINGS:
    history.standing(_kind, told.STANDINGS[_kind])
    history.thing(_kind, told.THINGS[_kind])
