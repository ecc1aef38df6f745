"""What partners give, on the staff side: recorded with an agreement, put right or taken out here."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import Bare, Row, Shelf, StaffForm, StaffList, StaffPage, address_of, amid, linked, narrowing
from hemicycle.network import actions, queries
from hemicycle.network import partner_wording as said_as
from hemicycle.network.actions import Given
from hemicycle.network.forms import ContributionForm
from hemicycle.network.models import Contribution
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states.agreements import AgreementState, Gift
from hemicycle.network.wagtail_hooks.columns import OF_GIFTS, title_of
from hemicycle.ui.parts import Link


def _partner(gift: Contribution) -> str:
    return title_of(gift.agreement.body)


class Contributions(StaffList):
    filterset_class = narrowing(
        Contribution,
        gift=(
            gettext_lazy("What sort of contribution"),
            lambda: Gift.choices,
            lambda rows, gift: rows.filter(gift=gift),
        ),
    )
    said = (*OF_GIFTS[:1], (gettext_lazy("Partner"), _partner), *OF_GIFTS[1:])

    def rows(self) -> Any:
        return _visible(self.request.user).order_by("-agreement__since", "agreement", "since", "pk")

    def find(self, rows: Any, words: str) -> Any:
        sought = words.casefold()
        houses = [each.pk for each in queries.register().houses.values() if sought in each.title.casefold()]
        named = Q(agreement__body__name__icontains=words) | Q(agreement__body__in=houses)
        return rows.filter(named | Q(what__icontains=words) | Q(led_to__icontains=words))


class OneContribution(StaffPage):
    @cached_property
    def thing(self) -> Contribution:
        return _contribution(self.request.user, self.kwargs["pk"])

    def get_page_title(self) -> str:
        return said_as.gift_name(self.thing.gift)

    def rows(self) -> Iterable[Row]:
        gift = self.thing
        led_to = Link(gift.led_to or gift.led_to_address, gift.led_to_address, language=gift.language)
        return amid(
            [
                Row(_("Agreement"), linked(Link(_partner(gift), address_of(gift.agreement)))),
                Row(_("What it is"), linked(Link(gift.what, "", language=gift.language)) if gift.what else ""),
                Row(_("Value"), OF_GIFTS[2][1](gift)),
                Row(_("Period"), OF_GIFTS[3][1](gift)),
                Row(_("What it led to"), linked(led_to) if led_to.label else ""),
                Row(_("From where"), _("From the files of partners") if gift.shipped else _("Recorded here")),
            ]
        )

    def ways(self) -> Iterable[Link]:
        if _may_correct(self.request.user, self.thing):
            yield Link(_("Change it"), CONTRIBUTIONS.address("change", self.thing.pk))
            yield Link(_("Take it out"), CONTRIBUTIONS.address("take_out", self.thing.pk))


def _visible(person: Any) -> Any:
    agreements = queries.agreements_visible_to(person)
    return Contribution.objects.filter(agreement__in=agreements).select_related("agreement__body__parent")


def _contribution(person: Any, pk: int) -> Contribution:
    found: Contribution = get_object_or_404(_visible(person), pk=pk)
    return found


def _may_correct(person: Any, gift: Contribution) -> bool:
    open_still = gift.agreement.state != AgreementState.DECLINED
    return open_still and agreeing.may_record_contribution(person, gift.agreement)


class Correcting(StaffForm):
    @cached_property
    def thing(self) -> Contribution:
        return _contribution(self.request.user, self.kwargs["pk"])

    def may(self, person: Any) -> bool:
        return _may_correct(person, self.thing)

    def trail(self) -> list[Link]:
        return [Link(f"{_partner(self.thing)}: {said_as.gift_name(self.thing.gift)}", address_of(self.thing))]


class ChangeContribution(Correcting):
    form_class = ContributionForm
    page_title = gettext_lazy("Change a contribution")

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.thing, name) for name in Given.__dataclass_fields__}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        actions.change_contribution(self.thing, Given(**said), by=person)
        return address_of(self.thing)


class TakeOut(Correcting):
    form_class = Bare
    page_title = gettext_lazy("Take it out")
    button = gettext_lazy("Take it out")
    lead = gettext_lazy("Only for what was recorded by mistake; the history of the agreement keeps that it was there.")

    def act(self, said: Mapping[str, Any], person: Any) -> str:  # noqa: ARG002
        agreement = self.thing.agreement
        actions.remove_contribution(self.thing, by=person)
        return address_of(agreement)


class ContributionShelf(Shelf):
    name = "staff_contributions"
    url_prefix = "partners/contributions"
    model = Contribution
    icon = "plus-inverse"
    menu_label = gettext_lazy("Contributions")
    menu_name = "contributions"
    listing = Contributions
    page = OneContribution
    forms = {"change": ("<int:pk>/change/", ChangeContribution), "take_out": ("<int:pk>/take-out/", TakeOut)}


CONTRIBUTIONS = ContributionShelf()
