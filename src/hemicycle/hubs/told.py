"""What the history of a hub, an output or an update says, to whom, and in which office people acted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.core import history, texts
from hemicycle.core.history import Standing, Thing
from hemicycle.core.models import Entry
from hemicycle.hubs import audiences, queries, states
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.states import ActivityState, HubState
from hemicycle.network import policy as network
from hemicycle.network.analysis import who_acted
from hemicycle.ui.languages import active_language

Words = Callable[[Entry], str]


def _of_body(plain: Any, phrase: Any) -> Words:
    """A phrase with the body of which the entry tells, or a plain one where it is not known any more."""

    def said(entry: Entry) -> str:
        body = audiences.named_body(entry)
        return str(phrase) % {"body": body} if body else str(plain)

    return said


def _of_year(plain: Any, phrase: Any) -> Words:
    def said(entry: Entry) -> str:
        year = entry.facts.get("year")
        return str(phrase) % {"year": year} if isinstance(year, int) else str(plain)

    return said


def handed_over(entry: Entry) -> str:
    names = audiences.named(entry, "from_body", "to_body")
    if names is None:
        return _("Handed over to another host")
    return _("Handed over: %(after)s hosts it after %(before)s") % {"before": names[0], "after": names[1]}


def activity_moved(entry: Entry) -> str:
    state = str(entry.facts.get("state") or "")
    if state not in ActivityState.values:
        return _("An activity of the plan moved on")
    return _("An activity of the plan moved on: %(state)s") % {"state": ActivityState(state).label}


WORDS: dict[str, Any] = {
    states.HUB_LOADED: gettext_lazy("Hub brought up to date from the files about hubs"),
    states.OFFERED: _of_body(gettext_lazy("Hosting offered"), gettext_lazy("Hosting offered: %(body)s")),
    states.OFFER_DECLINED: gettext_lazy("Talks about hosting ended without an agreement"),
    states.OPENED: pgettext_lazy("hub", "Opened"),
    states.HANDED_OVER: handed_over,
    states.CHANGED: gettext_lazy("Words, languages or look changed"),
    states.CLOSED: pgettext_lazy("hub", "Closed"),
    states.FELL_QUIET: gettext_lazy("Nothing recorded for half a year; those who run it were reminded"),
    states.MEMBERSHIP_ASKED: _of_body(
        gettext_lazy("A body asked to take part"), gettext_lazy("Asked to take part: %(body)s")
    ),
    states.MEMBER_INVITED: _of_body(gettext_lazy("A body was invited"), gettext_lazy("Invited: %(body)s")),
    states.MEMBER_JOINED: _of_body(gettext_lazy("A member joined"), gettext_lazy("Joined: %(body)s")),
    states.MEMBER_REFUSED: _of_body(
        gettext_lazy("A request was refused, with a reason"), gettext_lazy("Refused, with a reason: %(body)s")
    ),
    states.INVITATION_DECLINED: _of_body(
        gettext_lazy("An invitation was declined"), gettext_lazy("Invitation declined: %(body)s")
    ),
    states.MEMBERSHIP_WITHDRAWN: _of_body(
        gettext_lazy("A request or an invitation was taken back"),
        gettext_lazy("Request or invitation taken back: %(body)s"),
    ),
    states.MEMBER_LEFT: _of_body(gettext_lazy("A member left"), gettext_lazy("Left: %(body)s")),
    states.CORRESPONDENT_NAMED: _of_body(
        gettext_lazy("A correspondent was named"), gettext_lazy("Correspondent named by %(body)s")
    ),
    states.CORRESPONDENT_ENDED: _of_body(
        gettext_lazy("A correspondent was released"), gettext_lazy("Correspondent released by %(body)s")
    ),
    states.PLAN_ADOPTED: _of_year(gettext_lazy("Work plan adopted"), gettext_lazy("Work plan adopted: %(year)s")),
    states.PLAN_REVISED: _of_year(gettext_lazy("Work plan revised"), gettext_lazy("Work plan revised: %(year)s")),
    states.ACTIVITY_MOVED: activity_moved,
    states.PAPER_KEPT: gettext_lazy("Paper put on file"),
    states.PAPER_REMOVED: gettext_lazy("Paper removed"),
    states.OUTPUT_LOADED: gettext_lazy("Output brought up to date from the files about hubs"),
    states.OUTPUT_DRAFTED: gettext_lazy("Draft of the output changed"),
    states.OUTPUT_PUBLISHED: pgettext_lazy("output", "Published"),
    states.OUTPUT_CHANGED: gettext_lazy("Output changed"),
    states.OUTPUT_TRANSLATED: gettext_lazy("Output told in another language"),
    states.OUTPUT_WITHDRAWN: pgettext_lazy("output", "Withdrawn"),
    states.UPDATE_DRAFTED: gettext_lazy("Draft of the update changed"),
    states.UPDATE_PUBLISHED: pgettext_lazy("update", "Published"),
    states.UPDATE_CHANGED: gettext_lazy("Update changed"),
    states.UPDATE_TRANSLATED: gettext_lazy("Update told in another language"),
    states.UPDATE_WITHDRAWN: pgettext_lazy("update", "Withdrawn"),
    states.REPORT_DRAWN_UP: _of_year(gettext_lazy("Report drawn up"), gettext_lazy("Report on %(year)s drawn up")),
    states.REPORT_PUBLISHED: _of_year(gettext_lazy("Report published"), gettext_lazy("Report on %(year)s published")),
    states.REPORT_CHANGED: _of_year(
        gettext_lazy("Introduction of a report changed"), gettext_lazy("Introduction of the report on %(year)s changed")
    ),
}


def of_hub(viewer: Any, uid: UUID) -> Collection[str]:
    """Those who run it read what is between the two sides; so does the secretariat until the hub is open."""
    hub = queries.visible_to(viewer).filter(uid=uid).first()
    if hub is None:
        return history.NOBODY
    if hub.state in {HubState.OFFERED, HubState.DECLINED}:
        return history.STAFF if network.is_secretariat(viewer) else history.PARTIES
    return history.PARTIES if network.runs_hub(viewer, hub.body) else history.PUBLIC


def _of_thing(visible: Callable[[Any], Any]) -> Standing:
    def standing(viewer: Any, uid: UUID) -> Collection[str]:
        found = visible(viewer).filter(uid=uid).select_related("hub__body").first()
        if found is None:
            return history.NOBODY
        return history.PARTIES if network.runs_hub(viewer, found.hub.body) else history.PUBLIC

    return standing


def hub(uid: UUID) -> Thing | None:
    found = Hub.objects.filter(uid=uid).select_related("body").first()
    return Thing(found.body.name, found.get_absolute_url(), language="en") if found is not None else None


def _thing(model: Any) -> Callable[[UUID], Thing | None]:
    def of_one(uid: UUID) -> Thing | None:
        found = model.objects.filter(uid=uid).select_related("hub").first()
        reading = texts.read([uid], active_language()).get(uid) if found is not None else None
        if found is None or reading is None:
            return None
        return Thing(reading["title"], found.get_absolute_url(), language=reading.language)

    return of_one


def naming(entries: Sequence[Entry], viewer: Any) -> Mapping[int, str]:
    """People who hold several offices acted in that which they hold in the hub, or in a body that hosts it."""
    ours = [entry for entry in entries if entry.kind in KINDS]
    if not ours:
        return {}
    uids = {entry.subject for entry in ours if entry.kind == Hub.kind}
    uids |= {UUID(str(entry.facts["hub"])) for entry in ours if entry.facts.get("hub")}
    bodies: set[int] = set()
    for pair in Hub.objects.filter(uid__in=uids).values_list("body", "body__hosted_by__body"):
        bodies |= {pk for pk in pair if pk is not None}
    return who_acted(ours, viewer, bodies)


KINDS: dict[str, Callable[[UUID], Thing | None]] = {
    Hub.kind: hub,
    Output.kind: _thing(Output),
    Update.kind: _thing(Update),
}
STANDINGS: dict[str, Standing] = {
    Hub.kind: of_hub,
    Output.kind: _of_thing(queries.outputs_visible_to),
    Update.kind: _of_thing(queries.updates_visible_to),
}
