"""What is done with agreements on the staff side: talks are opened, and whatever may be done with each now."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import StaffForm
from hemicycle.network import actions, policy, queries
from hemicycle.network.contexts.agreement import acts_for
from hemicycle.network.forms import OpenTermsForm, partner_choices
from hemicycle.network.models import Agreement, Body
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states.agreements import Level
from hemicycle.network.views.acts import ACTS, Act, places
from hemicycle.network.wagtail_hooks.columns import title_of
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


def agreement_for(person: Any, pk: int) -> Agreement:
    rows = queries.agreements_visible_to(person).select_related("body__parent", "hub", "project")
    found: Agreement = get_object_or_404(rows, pk=pk)
    return found


class NewAgreement(StaffForm):
    page_title = gettext_lazy("Open talks")
    button = gettext_lazy("Open talks")
    lead = gettext_lazy("Talks are between the two sides; everybody sees the agreement once it is signed.")

    def may(self, person: Any) -> bool:
        return policy.is_administrator(person)

    def get_form(self, form_class: Any = None) -> Any:  # noqa: ARG002
        first = {"level": Level.UNKNOWN.value, "language": active_language()}
        initial = {**first, "body": self.request.GET.get("body", "")}
        return OpenTermsForm(self.request.POST or None, bodies=partner_choices(), initial=initial)

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        body = get_object_or_404(Body.objects.select_related("parent"), key=said["body"])
        words = {"words": said, "language": said["language"]}
        made = actions.open_agreement(body, said["level"], by=person, **words, **places(said))
        return self.shelf.address_of(made)


class DoAct(StaffForm):
    """One thing that may be done with an agreement now. Whoever comes too late hears it with what they typed."""

    @cached_property
    def thing(self) -> Agreement:
        return agreement_for(self.request.user, self.kwargs["pk"])

    @cached_property
    def chosen(self) -> Act:
        try:
            return ACTS[self.kwargs["act"]]
        except KeyError:
            raise Http404 from None

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        self.lead, self.button = self.chosen.lead, self.chosen.button
        now = {link.address.rstrip("/").rpartition("/")[2] for link in acts_for(request.user, self.thing)}
        if not agreeing.may_open_agreement(request.user, self.thing.body):
            raise PermissionDenied
        if request.method != "POST" and self.kwargs["act"] not in now:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[Link]:
        return [Link(title_of(self.thing.body), self.shelf.address_of(self.thing))]

    def get_page_title(self) -> str:
        return str(self.chosen.title)

    def get_form(self, form_class: Any = None) -> Any:  # noqa: ARG002
        return self.chosen.form(self.request, self.thing)

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        """A renewal or a handover is another agreement; that is where one goes on."""
        self.chosen.do(self.thing, said, person)
        followed = Agreement.objects.filter(Q(renews=self.thing) | Q(takes_over=self.thing)).order_by("pk").last()
        return self.shelf.address_of(followed or self.thing)
