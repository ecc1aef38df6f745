"""Hubs on the staff side: their state at a glance, and the few things that the secretariat decides.

Members, plan, words, languages and look are the hub's own; here they are read, and changed by who runs the hub there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from hemicycle.core.staff import (
    Bare,
    Row,
    Shelf,
    StaffForm,
    StaffList,
    StaffPage,
    address_of,
    amid,
    linked,
    narrowing,
    table,
)
from hemicycle.hubs import actions, contexts, policy, queries, wording
from hemicycle.hubs.analysis import hosting_on
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.queries.whole import signed_hosts
from hemicycle.hubs.states import HubKind, HubState, MemberState
from hemicycle.hubs.ways import ways_for
from hemicycle.network.models import Agreement, Body
from hemicycle.network.queries.agreements import agreements_visible_to
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.formatting import format_date, format_list
from hemicycle.ui.parts import Link


def _state(hub: Hub) -> str:
    return _("Quiet") if queries.is_quiet(hub) else str(HubState(hub.state).label)


def _running(hub: Any) -> list[Mapping[str, Any]]:
    return hosting_on(hub.hosts, timezone.localdate())


def _hosts(hub: Any) -> str:
    return format_list([wording.body_link(row).label for row in _running(hub)]) or _("Not known")


def _until(hub: Any) -> str:
    """When the first of the running agreements ends, which is when somebody has to act."""
    running = _running(hub)
    ends = sorted(row["until"] for row in running if row["until"])
    return format_date(ends[0]) if ends else (_("Not known") if running else "")


def _last_sign(hub: Hub) -> str:
    return format_date(hub.last_sign_at) if hub.last_sign_at else _("None recorded here yet")


def _members() -> Subquery:
    running = Membership.objects.filter(hub=OuterRef("pk"), state=MemberState.MEMBER).order_by()
    return Subquery(running.values("hub").annotate(n=Count("pk")).values("n"))


class Hubs(StaffList):
    filterset_class = narrowing(
        Hub,
        state=(gettext_lazy("State"), lambda: HubState.choices, lambda rows, state: rows.filter(state=state)),
        sort=(gettext_lazy("Kind of hub"), lambda: HubKind.choices, lambda rows, sort: rows.filter(sort=sort)),
    )
    said = (
        (gettext_lazy("Name"), lambda hub: hub.body.name),
        (gettext_lazy("Kind of hub"), lambda hub: wording.kind_name(hub.sort)),
        (gettext_lazy("State"), _state),
        (gettext_lazy("Host"), _hosts),
        (gettext_lazy("Agreement until"), _until),
        (gettext_lazy("Members"), lambda hub: hub.members_now or _("Not known")),
        (gettext_lazy("Last activity recorded here"), _last_sign),
    )

    def rows(self) -> Any:
        return queries.visible_to(self.request.user).order_by("body__name", "pk")

    def filled(self, rows: Any) -> Any:
        """Hosts and members are counted for the hubs of the page, and not for all that are sorted."""
        whole = Hub.objects.filter(pk__in=[hub.pk for hub in rows]).select_related("body")
        found = whole.annotate(hosts=signed_hosts(), members_now=_members()).in_bulk()
        return [found[hub.pk] for hub in rows]

    def find(self, rows: Any, words: str) -> Any:
        return rows.filter(Q(body__name__icontains=words) | Q(slug__icontains=words))


class OneHub(StaffPage):
    @cached_property
    def thing(self) -> Any:
        return get_object_or_404(queries.whole_hubs(self.request.user), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.thing.body.name)

    def rows(self) -> Iterable[Row]:
        """What its own page says, with the agreements behind it, also those in talks."""
        page = contexts.hub_page(self.thing, self.request.user)
        agreements = agreements_visible_to(self.request.user).filter(hub=self.thing.body)
        talks = agreements.select_related("body").order_by("-since", "-pk")
        return amid(
            [
                Row(_("Kind of hub"), page.kind),
                Row(_("State"), _state(self.thing)),
                Row(_("To be known first"), " ".join([*page.warnings, *page.provenance])),
                Row(_("Purpose"), page.lead),
                Row(_("Focus"), page.focus),
                *(Row(fact.label, fact.value) for fact in page.facts),
                Row(_("Not known"), format_list(page.unstated) if page.unstated else ""),
                Row(_("Topics"), linked(*page.topics)),
                Row(_("Agreements about hosting"), table(talks, OF_HOSTING, address=address_of)),
                Row(_("Members"), linked(*page.members)),
                Row(_("Decided by the hub itself"), _("Members, plan, outputs, updates, words, languages and look.")),
            ]
        )

    def ways(self) -> Iterable[Link]:
        """What the secretariat decides; the agreements have the rest."""
        if policy.may_open(self.request.user, self.thing) and self.thing.state == HubState.OFFERED:
            yield Link(_("Open the hub"), HUBS.address("open", self.thing.pk))
        if policy.may_close(self.request.user, self.thing) and self.thing.state == HubState.OPEN:
            yield Link(_("Close the hub"), HUBS.address("close", self.thing.pk))

    def elsewhere(self) -> Iterable[Link]:
        """Its page, and what somebody of the secretariat who runs the hub as well does there."""
        yield Link(_("Its page"), self.thing.get_absolute_url())
        yield from ways_for(self.request.user, self.thing)

    def told_of(self) -> str:
        return Hub.kind


def _hosting_state(agreement: Agreement) -> str:
    return str(AgreementState(agreement.state).label)


OF_HOSTING = (
    (gettext_lazy("Host"), lambda agreement: agreement.body.name),
    (gettext_lazy("State"), _hosting_state),
    (gettext_lazy("Period"), lambda agreement: wording.period(agreement.since, agreement.until)),
)


class Deciding(StaffForm):
    form_class = Bare

    @cached_property
    def thing(self) -> Hub:
        found: Hub = get_object_or_404(queries.visible_to(self.request.user), pk=self.kwargs["pk"])
        return found

    def trail(self) -> list[Link]:
        return [Link(self.thing.body.name, self.shelf.address_of(self.thing))]

    def act(self, said: Mapping[str, Any], person: Any) -> str:  # noqa: ARG002
        self.decide(person)
        return self.shelf.address_of(self.thing)

    def decide(self, person: Any) -> None:
        raise NotImplementedError


class OpenHub(Deciding):
    page_title = gettext_lazy("Open the hub")
    button = gettext_lazy("Open it")
    lead = gettext_lazy("From then on everybody sees it and it decides for itself. Its hosting has to be signed first.")

    def may(self, person: Any) -> bool:
        return policy.may_open(person, self.thing)

    def decide(self, person: Any) -> None:
        actions.open_hub(self.thing, by=person)


class CloseHub(Deciding):
    page_title = gettext_lazy("Close the hub")
    button = gettext_lazy("Close it")
    lead = gettext_lazy("Nothing can be changed in it any more. Its page stays and says that it is closed.")

    def may(self, person: Any) -> bool:
        return policy.may_close(person, self.thing)

    def decide(self, person: Any) -> None:
        actions.close_hub(self.thing, by=person)


class HubShelf(Shelf):
    name = "staff_hubs"
    url_prefix = "hubs"
    model = Hub
    also_for = (Body,)
    icon = "globe"
    menu_label = gettext_lazy("Hubs")
    menu_name = "hubs"
    menu_order = 230
    add_to_admin_menu = True
    listing = Hubs
    page = OneHub
    forms = {"open": ("<int:pk>/open/", OpenHub), "close": ("<int:pk>/close/", CloseHub)}

    def holds(self, thing: Any) -> bool:
        return isinstance(thing, Hub) or hasattr(thing, "hub")

    def address_of(self, thing: Any) -> str:
        """Of a hub, or of the body that it is in the register."""
        return self.address("page", (thing if isinstance(thing, Hub) else thing.hub).pk)


HUBS = HubShelf()

hooks.register("register_admin_viewset", lambda: HUBS)
