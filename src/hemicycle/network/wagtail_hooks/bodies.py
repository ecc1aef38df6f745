"""Parliaments, chambers and regional bodies on the staff side, with what is known of each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import Row, Shelf, StaffList, StaffPage, address_of, amid, linked, narrowing, table
from hemicycle.network import policy, queries
from hemicycle.network.models import Body
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import PUBLIC_KINDS, BodyKind, ChamberKind
from hemicycle.network.wagtail_hooks.body_forms import FACTS_OF_KIND, ChangeBody, NewChamber, NewRegionalBody, StateFact
from hemicycle.network.wagtail_hooks.columns import OF_FACTS, facts_in_order, house
from hemicycle.ui.languages import native_name
from hemicycle.ui.parts import Link


def _sort(body: Body) -> str:
    return str(ChamberKind(body.chamber_kind).label if body.chamber_kind else BodyKind(body.kind).label)


def _doubt(body: Body) -> str:
    return _("Name doubtful") if body.name_doubtful or body.name_local_doubtful else ""


class Bodies(StaffList):
    new = "new_chamber"
    new_label = gettext_lazy("Add a chamber")
    filterset_class = narrowing(
        Body,
        kind=(
            gettext_lazy("What it is"),
            lambda: [(kind.value, kind.label) for kind in PUBLIC_KINDS],
            lambda rows, kind: rows.filter(kind=kind),
        ),
    )
    said = (
        (gettext_lazy("Name"), lambda body: house(body).title),
        (gettext_lazy("Name in its own language"), lambda body: body.name_local),
        (gettext_lazy("What it is"), _sort),
        (gettext_lazy("Key"), lambda body: body.key),
        (gettext_lazy("Remark"), _doubt),
    )

    def rows(self) -> Any:
        return Body.objects.filter(kind__in=PUBLIC_KINDS).order_by("key")

    def find(self, rows: Any, words: str) -> Any:
        """By key, by name, or by the name of the country as the reader's language writes it."""
        sought = words.casefold()
        named = [each.pk for each in queries.register().houses.values() if sought in each.title.casefold()]
        return rows.filter(
            Q(key__istartswith=words) | Q(name__icontains=words) | Q(name_local__icontains=words) | Q(pk__in=named)
        )

    def may_make(self, person: Any) -> bool:
        return policy.may_keep_register(person)

    def also(self) -> Iterable[Link]:
        if policy.may_keep_register(self.request.user):
            yield Link(_("Add a regional body"), self.shelf.address("new_regional_body"))


class OneBody(StaffPage):
    @cached_property
    def thing(self) -> Body:
        rows = Body.objects.select_related("country", "parent", "name_source", "name_local_source")
        return get_object_or_404(rows, pk=self.kwargs["pk"], kind__in=PUBLIC_KINDS)

    def told_of(self) -> str:
        return str(self.thing.kind)

    def get_page_title(self) -> str:
        return house(self.thing).title

    def rows(self) -> Iterable[Row]:
        body, known = self.thing, queries.register()
        parts = [Link(each.name, BODIES.address("page", each.pk)) for each in known.chambers_of(body.key)]
        above = [Link(known[body.parent.key].title, BODIES.address_of(body.parent))] if body.parent else []
        return amid(
            [
                Row(_("What it is"), _sort(body)),
                Row(_("Key"), body.key),
                Row(_("Parliament"), linked(*above)),
                Row(_("Chambers"), linked(*parts)),
                Row(_("Name in English"), _name(body.name, body.name_source, doubtful=body.name_doubtful)),
                Row(
                    _("Name in its own language"),
                    _name(body.name_local, body.name_local_source, doubtful=body.name_local_doubtful),
                ),
                *(
                    Row(_("Official name: %(language)s") % {"language": native_name(language)}, name)
                    for language, name in body.names.items()
                ),
                Row(_("Remark on the names, in English"), body.name_note),
                Row(_("Remark on the body, in English"), body.note),
                Row(_("Facts"), table(facts_in_order(body), OF_FACTS, address=address_of)),
            ]
        )

    def ways(self) -> Iterable[Link]:
        person, body = self.request.user, self.thing
        if policy.may_keep_register(person):
            yield Link(_("Change names and remarks"), BODIES.address("change", body.pk))
            for name in FACTS_OF_KIND[body.kind]:
                label = _("Record a fact: %(fact)s") % {"fact": name.label}
                yield Link(label, BODIES.address("state_fact", body.pk, name.value))
        if agreeing.may_record_innovation_form(person, body):
            label = _("Record how it organises innovation")
            yield Link(label, reverse("network:innovation", args=[body.key]))

    def elsewhere(self) -> Iterable[Link]:
        yield Link(_("Public page"), house(self.thing).get_absolute_url())
        if policy.may_see_seats(self.request.user, self.thing):
            yield Link(_("Seats"), reverse("network:body_seats", args=[self.thing.key]))


def _name(name: str, source: Any, *, doubtful: bool) -> str:
    if not name:
        return ""
    known = _("%(name)s (from: %(source)s)") % {"name": name, "source": source} if source else name
    return _("%(name)s: doubtful") % {"name": known} if doubtful else known


class BodyShelf(Shelf):
    name = "staff_bodies"
    url_prefix = "register/bodies"
    model = Body
    icon = "site"
    menu_label = gettext_lazy("Parliaments and chambers")
    menu_name = "bodies"
    listing = Bodies
    page = OneBody
    forms = {
        "new_chamber": ("new/chamber/", NewChamber),
        "new_regional_body": ("new/regional-body/", NewRegionalBody),
        "change": ("<int:pk>/change/", ChangeBody),
        "state_fact": ("<int:pk>/facts/<slug:fact>/", StateFact),
    }

    def holds(self, thing: Body) -> bool:
        return thing.kind in PUBLIC_KINDS


BODIES = BodyShelf()
