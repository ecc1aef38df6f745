"""What the secretariat does with bodies of the register: adds one, calls one otherwise, records a fact about one."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import StaffForm, WordsForm, address_of
from hemicycle.network import actions, policy
from hemicycle.network.actions import BodySaid, FactSaid
from hemicycle.network.forms import BodyForm, ChamberForm, FactForm, RegionalBodyForm
from hemicycle.network.forms.register import OF_NAME
from hemicycle.network.models import Body
from hemicycle.network.states import PUBLIC_KINDS, BodyKind, FactName
from hemicycle.network.wagtail_hooks.columns import house
from hemicycle.ui.parts import Link

# Which facts are recorded of which bodies; how a body organises innovation has a page of its own.
OF_HOUSES = (FactName.SEATS, FactName.TERM_YEARS, FactName.ELECTION_SYSTEM)
OF_WHOLE = (FactName.STATUS, FactName.STRUCTURE, FactName.WEBSITE, FactName.LANGUAGE)
OF_COUNTRIES = (FactName.IPU_MEMBER, FactName.IPU_GROUP, FactName.REGION, FactName.INCOME_GROUP, FactName.POPULATION)
FACTS_OF_KIND: Mapping[str, tuple[FactName, ...]] = {
    BodyKind.PARLIAMENT: (*OF_WHOLE, *OF_COUNTRIES),
    BodyKind.CHAMBER: (*OF_HOUSES, FactName.WEBSITE),
    BodyKind.REGIONAL_BODY: (*OF_HOUSES, *OF_WHOLE),
}


class Keeping(StaffForm):
    """Only who keeps the register."""

    def may(self, person: Any) -> bool:
        return policy.may_keep_register(person)


class OfBody(Keeping):
    @cached_property
    def thing(self) -> Body:
        rows = Body.objects.select_related("parent", "country")
        return get_object_or_404(rows, pk=self.kwargs["pk"], kind__in=PUBLIC_KINDS)

    def trail(self) -> list[Link]:
        return [Link(house(self.thing).title, self.shelf.address_of(self.thing))]


class NewChamber(Keeping):
    form_class = ChamberForm
    page_title = gettext_lazy("Add a chamber")
    button = gettext_lazy("Add it")
    lead = gettext_lazy(
        "Which chambers sit today is said by facts; a chamber that was abolished stays in the register."
    )

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        words = dict(said)
        parliament = get_object_or_404(Body.objects.select_related("country"), key=words.pop("parliament"))
        made = actions.record_chamber(parliament, words.pop("sort"), BodySaid(**words), by=person)
        return self.shelf.address_of(made)


class NewRegionalBody(Keeping):
    form_class = RegionalBodyForm
    page_title = gettext_lazy("Add a regional body")
    button = gettext_lazy("Add it")

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        words = dict(said)
        made = actions.record_regional_body(words.pop("short_name"), BodySaid(**words), by=person)
        return self.shelf.address_of(made)


class ChangeBody(OfBody, WordsForm):
    form_class = BodyForm
    page_title = gettext_lazy("Change names and remarks")
    lead = gettext_lazy("From then on the files of the register leave these words as they are written here.")

    def get_initial(self) -> dict[str, Any]:
        body = self.thing
        plain = ("name", "name_doubtful", "name_local", "name_local_doubtful", "name_note", "note")
        names = {f"{OF_NAME}{language}": name for language, name in body.names.items()}
        return {**{name: getattr(body, name) for name in plain}, **names}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        # English stands in its own field; where the official names hold it as well, both follow.
        names = dict(said["names"]) | ({"en": said["name"]} if "en" in self.thing.names else {})
        actions.change_body(self.thing, BodySaid(**{**said, "names": names}), by=person)
        return self.shelf.address_of(self.thing)


class StateFact(OfBody):
    form_class = FactForm
    button = gettext_lazy("Record it")
    lead = gettext_lazy(
        "A new value is a new period beside the others. Of several, the latest that has begun is shown."
    )

    @cached_property
    def fact(self) -> FactName:
        name = self.kwargs["fact"]
        if name not in FACTS_OF_KIND[self.thing.kind]:
            raise Http404
        return FactName(name)

    def get_page_title(self) -> str:
        return _("Record a fact: %(fact)s") % {"fact": self.fact.label}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "fact": self.fact.value}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        fact = actions.state_fact(self.thing, FactSaid(**said), by=person)
        return address_of(fact)
