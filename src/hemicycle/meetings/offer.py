"""What meetings declare to the rest: public ones in the catalogue, mails, deeds, reminders, what awaits the invited."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts import deeds, exporting, leaving, places, retention
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, history
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.core.snapshots import Snapshot
from hemicycle.meetings import actions, hosts, personal, queries, states, told
from hemicycle.meetings import tasks as _tasks  # noqa: F401 - sets up the timetable.
from hemicycle.meetings.meeting_deeds import DEEDS
from hemicycle.meetings.messages import DUTIES, MESSAGES
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.panels import PANELS
from hemicycle.meetings.records import meeting_cards, meeting_records
from hemicycle.meetings.states import Sort
from hemicycle.network.models import Body
from hemicycle.ui.formatting import language_name
from hemicycle.ui.parts import Link


def _named_hosts() -> Mapping[str, str]:
    bodies = list(Body.objects.filter(pk__in=queries.visible_to(None).values("body")).order_by("name"))
    named = hosts.named(bodies)
    return {body.key: named[body.pk].label for body in bodies}


# Hubs may change their names, and so the counter of their kind is followed as well.
_hosts: Snapshot[Mapping[str, str]] = Snapshot(Meeting.kind, "hub", build=_named_hosts)


def _languages() -> Mapping[str, str]:
    return {code: language_name(code) for code, _name in settings.LANGUAGES}


def _places(person: Person) -> Iterable[Link]:  # noqa: ARG001 - everybody has one.
    yield Link(_("My calendar"), reverse("meetings:mine"))


HUB = Facet("hub", gettext_lazy("Held by"), _hosts.now)
SPOKEN = Facet("spoken", gettext_lazy("Language spoken"), _languages)
SORT = Facet("sort", gettext_lazy("Sort of meeting"), lambda: dict(Sort.choices))

MEETINGS = Offer(
    kind=Meeting.kind,
    name=(gettext_lazy("Meeting"), gettext_lazy("Meetings")),
    visible=queries.visible_to,
    records=meeting_records,
    cards=meeting_cards,
    card="meetings/card.html",
    facets=(HUB, SPOKEN, SORT),
)

catalogue.verbs(states.VERBS)
catalogue.offer(MEETINGS)
catalogue.message(*MESSAGES)
catalogue.duty(*DUTIES)
catalogue.panel(*PANELS)
deeds.deed(*DEEDS)
exporting.export(personal.PART)
leaving.on_leave("meetings", actions.forget_person)
retention.rule(*personal.RULES)
places.place("meetings", _places)
history.words(told.WORDS)
history.standing(Meeting.kind, told.standing)
history.thing(Meeting.kind, told.thing)
