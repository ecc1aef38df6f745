"""Facts on the staff side: each value with its period and source, ended or taken out where that is so."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.dates import fault_of_period
from hemicycle.core.staff import Bare, Row, Shelf, StaffList, StaffPage, address_of, amid, linked, narrowing
from hemicycle.network import actions, policy, queries, wording
from hemicycle.network.forms import EndOfFactForm
from hemicycle.network.models import Fact
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import PUBLIC_KINDS, FactName
from hemicycle.network.wagtail_hooks.body_forms import Keeping
from hemicycle.network.wagtail_hooks.columns import OF_FACTS, house, standing_of
from hemicycle.ui.parts import Link

WHOSE = {"here": gettext_lazy("Recorded here"), "files": gettext_lazy("From the files of the register")}


def _of_whom(rows: Any, whose: str) -> Any:
    return rows.filter(shipped=whose == "files")


class Facts(StaffList):
    filterset_class = narrowing(
        Fact,
        name=(
            gettext_lazy("Fact"),
            lambda: [(name.value, name.label) for name in FactName if name != FactName.ORGANISATION_TYPE],
            lambda rows, name: rows.filter(name=name),
        ),
        whose=(gettext_lazy("From where"), WHOSE.items, _of_whom),
        doubtful=(
            gettext_lazy("Doubtful"),
            lambda: [("yes", gettext_lazy("Doubtful ones alone"))],
            lambda rows, _yes: rows.filter(doubtful=True),
        ),
    )
    said = ((gettext_lazy("Body"), lambda fact: house(fact.body).title), *OF_FACTS)

    def rows(self) -> Any:
        rows = Fact.objects.filter(body__kind__in=PUBLIC_KINDS).select_related("body", "source")
        return rows.order_by("body__key", "name", "-since", "-as_of", "pk")

    def find(self, rows: Any, words: str) -> Any:
        sought = words.casefold()
        bodies = [each.pk for each in queries.register().houses.values() if sought in each.title.casefold()]
        said_there = Q(value__icontains=words) | Q(note__icontains=words) | Q(source__title__icontains=words)
        return rows.filter(said_there | Q(body__key__istartswith=words) | Q(body__in=bodies))


class OneFact(StaffPage):
    @cached_property
    def thing(self) -> Fact:
        found: Fact = get_object_or_404(_of_the_register(), pk=self.kwargs["pk"])
        return found

    def get_page_title(self) -> str:
        return str(FactName(self.thing.name).label)

    def rows(self) -> Iterable[Row]:
        fact = self.thing
        source = Link(fact.source.title, fact.source.address)
        return amid(
            [
                Row(_("Body"), linked(Link(house(fact.body).title, address_of(fact.body)))),
                Row(_("Fact"), FactName(fact.name).label),
                Row(_("Value"), wording.said(fact.name, fact.value)),
                Row(_("Since"), wording.moment(fact.since)),
                Row(_("Until"), wording.moment(fact.until)),
                Row(_("The source speaks of"), wording.moment(fact.as_of)),
                Row(_("Source"), linked(source)),
                Row(_("Edition"), fact.source.edition),
                Row(_("Remark in English"), fact.note),
                Row(_("Remark"), standing_of(fact)),
            ]
        )

    def ways(self) -> Iterable[Link]:
        person, fact = self.request.user, self.thing
        if fact.name == FactName.INNOVATION_FORM:
            if agreeing.may_record_innovation_form(person, fact.body):
                label = _("Record how it organises innovation")
                yield Link(label, reverse("network:innovation", args=[fact.body.key]))
        elif policy.may_keep_register(person):
            yield Link(_("Say when it ended"), FACTS.address("end", fact.pk))
            if actions.is_of_people(fact):
                yield Link(_("Take it out"), FACTS.address("take_out", fact.pk))


class OfFact(Keeping):
    @cached_property
    def thing(self) -> Fact:
        rows = _of_the_register().exclude(name__in=(FactName.INNOVATION_FORM, FactName.ORGANISATION_TYPE))
        found: Fact = get_object_or_404(rows, pk=self.kwargs["pk"])
        return found

    def trail(self) -> list[Link]:
        return [Link(f"{house(self.thing.body).title}: {_said(self.thing)}", FACTS.address_of(self.thing))]


class EndFact(OfFact):
    form_class = EndOfFactForm
    page_title = gettext_lazy("Say when it ended")
    lead = gettext_lazy("The value stays in the history of the body, with its period.")

    def get_initial(self) -> dict[str, Any]:
        return {"until": self.thing.until}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        if fault_of_period(self.thing.since, said["until"]):
            raise ValidationError({"until": _("It would end before it begins.")})
        actions.end_fact(self.thing, until=said["until"], by=person)
        return FACTS.address_of(self.thing)


class TakeOut(OfFact):
    form_class = Bare
    page_title = gettext_lazy("Take it out")
    button = gettext_lazy("Take it out")
    lead = gettext_lazy(
        "Only for what was recorded by mistake; what held once is ended instead. The history keeps both."
    )

    def act(self, said: Mapping[str, Any], person: Any) -> str:  # noqa: ARG002
        actions.take_out_fact(self.thing, by=person)
        return address_of(self.thing.body)


def _of_the_register() -> Any:
    return Fact.objects.filter(body__kind__in=PUBLIC_KINDS).select_related("body__parent", "source")


def _said(fact: Fact) -> str:
    return str(FactName(fact.name).label)


class FactShelf(Shelf):
    name = "staff_facts"
    url_prefix = "register/facts"
    model = Fact
    icon = "list-ul"
    menu_label = gettext_lazy("Facts")
    menu_name = "facts"
    listing = Facts
    page = OneFact
    forms = {"end": ("<int:pk>/end/", EndFact), "take_out": ("<int:pk>/take-out/", TakeOut)}


FACTS = FactShelf()
