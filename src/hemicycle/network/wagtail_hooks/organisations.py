"""Partner organisations on the staff side."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import Row, Shelf, StaffForm, StaffList, StaffPage, WordsForm, address_of, amid, linked, table
from hemicycle.network import actions, queries, wording
from hemicycle.network.actions import OrganisationSaid
from hemicycle.network.forms import OrganisationForm, initial_of
from hemicycle.network.models import Body
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries import partnership
from hemicycle.network.states import BodyKind, FactName
from hemicycle.network.wagtail_hooks.agreements import new_with, of_body
from hemicycle.network.wagtail_hooks.columns import OF_AGREEMENTS, OF_FACTS, facts_in_order
from hemicycle.network.wagtail_hooks.projects import of_party
from hemicycle.ui.parts import Link


def _sort(body: Body) -> str:
    known = body.current.get(FactName.ORGANISATION_TYPE, "")
    return wording.said(FactName.ORGANISATION_TYPE, known) if known else _("Not known")


def _agreed(body: Body) -> int:
    return len(partnership().of_body.get(body.pk, ()))


class Organisations(StaffList):
    new = "new"
    new_label = gettext_lazy("Add an organisation")
    said = (
        (gettext_lazy("Name"), lambda body: body.name),
        (gettext_lazy("Name in its own language"), lambda body: body.name_local),
        (gettext_lazy("Kind of organisation"), _sort),
        (gettext_lazy("Signed agreements"), _agreed),
        (gettext_lazy("Key"), lambda body: body.key),
    )

    def rows(self) -> Any:
        return queries.organisations(self.request.user).order_by("name", "key")

    def find(self, rows: Any, words: str) -> Any:
        return rows.filter(Q(name__icontains=words) | Q(name_local__icontains=words) | Q(key__icontains=words))

    def may_make(self, person: Any) -> bool:
        return agreeing.may_keep_organisations(person)


class OneOrganisation(StaffPage):
    @cached_property
    def thing(self) -> Body:
        return get_object_or_404(queries.organisations(self.request.user), pk=self.kwargs["pk"])

    def told_of(self) -> str:
        return str(self.thing.kind)

    def get_page_title(self) -> str:
        return self.thing.name

    def rows(self) -> Iterable[Row]:
        body = self.thing
        website = body.current.get(FactName.WEBSITE, "")
        agreements = of_body(self.request.user, body)
        return amid(
            [
                Row(_("Kind of organisation"), _sort(body)),
                Row(_("Name in its own language"), body.name_local),
                Row(_("Website"), linked(Link(website, website)) if website else ""),
                Row(_("Remark in English"), body.note),
                Row(_("Key"), body.key),
                Row(_("Agreements"), table(agreements, OF_AGREEMENTS, address=address_of)),
                Row(_("Projects"), linked(*of_party(body))),
                Row(_("Facts"), table(facts_in_order(body), OF_FACTS)),
            ]
        )

    def ways(self) -> Iterable[Link]:
        if agreeing.may_keep_organisations(self.request.user):
            yield Link(_("Change what is said of it"), ORGANISATIONS.address("change", self.thing.pk))
        if agreeing.may_open_agreement(self.request.user, self.thing):
            yield Link(_("Open talks"), new_with(self.thing))

    def elsewhere(self) -> Iterable[Link]:
        public = partnership().organisation_of.get(self.thing.pk)
        if public is not None:
            yield Link(_("Public page"), public.get_absolute_url())


class Describing(StaffForm):
    form_class = OrganisationForm

    def may(self, person: Any) -> bool:
        return agreeing.may_keep_organisations(person)


class NewOrganisation(Describing):
    page_title = gettext_lazy("Add an organisation")
    button = gettext_lazy("Add it")
    lead = gettext_lazy(
        "Parliaments and chambers stand in the register already; everybody else who takes part is added."
    )

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        return ORGANISATIONS.address_of(actions.record_organisation(OrganisationSaid(**said), by=person))


class ChangeOrganisation(Describing, WordsForm):
    page_title = gettext_lazy("Change what is said of it")
    lead = gettext_lazy(
        "Another kind or website is a new fact from the source below; the one before stays in the history."
    )

    @cached_property
    def thing(self) -> Body:
        return get_object_or_404(queries.organisations(self.request.user), pk=self.kwargs["pk"])

    def trail(self) -> list[Link]:
        return [Link(self.thing.name, ORGANISATIONS.address_of(self.thing))]

    def get_initial(self) -> dict[str, Any]:
        return initial_of(self.thing)

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        actions.change_organisation(self.thing, OrganisationSaid(**said), by=person)
        return ORGANISATIONS.address_of(self.thing)


class OrganisationShelf(Shelf):
    name = "staff_organisations"
    url_prefix = "partners/organisations"
    model = Body
    icon = "group"
    menu_label = gettext_lazy("Organisations")
    menu_name = "organisations"
    listing = Organisations
    page = OneOrganisation
    forms = {"new": ("new/", NewOrganisation), "change": ("<int:pk>/change/", ChangeOrganisation)}

    def holds(self, thing: Body) -> bool:
        return bool(thing.kind == BodyKind.ORGANISATION)


ORGANISATIONS = OrganisationShelf()
