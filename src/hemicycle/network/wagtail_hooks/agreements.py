"""Agreements on the staff side: what is talked about and what was signed, and everything that can be done with each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.core.staff import Row, Shelf, StaffList, StaffPage, address_of, amid, linked, narrowing, table
from hemicycle.network import partner_wording as said_as
from hemicycle.network import policy, queries
from hemicycle.network.contexts.agreement import acts_for
from hemicycle.network.models import Agreement, Body
from hemicycle.network.queries.deals import Deal
from hemicycle.network.queries.partners import read_agreements
from hemicycle.network.shown_deals import text_of
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.network.wagtail_hooks.agreement_forms import DoAct, NewAgreement, agreement_for
from hemicycle.network.wagtail_hooks.columns import OF_AGREEMENTS, OF_GIFTS, about, state_of, title_of
from hemicycle.ui.formatting import format_date, format_file_size
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


def of_body(person: Any, body: Body) -> list[Agreement]:
    rows = queries.agreements_visible_to(person).filter(Q(body=body) | Q(hub=body))
    return list(rows.select_related("body", "hub").order_by("-since", "-pk"))


def new_with(body: Body) -> str:
    return f"{AGREEMENTS.address('new')}?{urlencode({'body': body.key})}"


class Agreements(StaffList):
    new = "new"
    new_label = gettext_lazy("Open talks")
    filterset_class = narrowing(
        Agreement,
        level=(
            pgettext_lazy("partner", "Level"),
            lambda: Level.choices,
            lambda rows, level: rows.filter(level=level),
        ),
        state=(gettext_lazy("State"), lambda: AgreementState.choices, lambda rows, state: rows.filter(state=state)),
    )
    said = OF_AGREEMENTS

    def rows(self) -> Any:
        rows = queries.agreements_visible_to(self.request.user)
        return rows.select_related("body", "hub").order_by("-since", "-pk")

    def find(self, rows: Any, words: str) -> Any:
        sought = words.casefold()
        houses = [each.pk for each in queries.register().houses.values() if sought in each.title.casefold()]
        named = Q(body__name__icontains=words) | Q(body__key__icontains=words) | Q(body__in=houses)
        return rows.filter(named | Q(hub__name__icontains=words) | Q(project__slug__icontains=words))

    def may_make(self, person: Any) -> bool:
        return policy.is_administrator(person)


class OneAgreement(StaffPage):
    @cached_property
    def thing(self) -> Agreement:
        return agreement_for(self.request.user, self.kwargs["pk"])

    def told_of(self) -> str:
        return str(Agreement.kind)

    def get_page_title(self) -> str:
        return _("%(partner)s: %(level)s") % {
            "partner": title_of(self.thing.body),
            "level": said_as.level_name(self.thing.level),
        }

    def rows(self) -> Iterable[Row]:
        agreement, person = self.thing, self.request.user
        deal = read_agreements([agreement])[0]
        hub, project = agreement.hub, agreement.project
        gifts = agreement.contributions.select_related("agreement__body").order_by("since", "pk")
        return amid(
            [
                Row(_("Partner"), linked(Link(title_of(agreement.body), address_of(agreement.body)))),
                Row(_("State"), state_of(agreement)),
                Row(_("Hub"), linked(Link(hub.name, address_of(hub))) if hub else ""),
                Row(_("Project"), linked(Link(about(agreement), address_of(project))) if project else ""),
                *_signed(agreement, deal),
                *_words(deal),
                Row(_("Contributions"), table(gifts, OF_GIFTS, address=address_of)),
                Row(_("Documents"), linked(*_papers(agreement))),
                Row(_("Before and after"), linked(*_beside(person, deal))),
                Row(_("Sources"), linked(*(Link(said_as.host_of(one), one) for one in deal.sources))),
                Row(
                    _("Remark"),
                    _("The source leaves room for doubt; nobody has verified this.") if deal.doubtful else "",
                ),
            ]
        )

    def ways(self) -> Iterable[Link]:
        """The same as on the agreement's own page, with the same rules."""
        for link in acts_for(self.request.user, self.thing):
            name = link.address.rstrip("/").rpartition("/")[2]
            yield Link(link.label, AGREEMENTS.address("act", self.thing.pk, name))

    def elsewhere(self) -> Iterable[Link]:
        yield Link(_("Its page"), f"/{active_language()}/agreements/{self.thing.uid}/")


def _signed(agreement: Agreement, deal: Deal) -> Iterable[Row]:
    if agreement.state != AgreementState.SIGNED:
        return
    yield Row(_("Signed on"), said_as.signed_of(deal))
    yield Row(_("Signed by"), agreement.signatories)
    yield Row(_("Period"), said_as.period_of(agreement.since, agreement.until))
    yield Row(_("What the source calls its part"), agreement.role_note)
    yield Row(_("From where"), _("From the files of partners") if agreement.shipped else _("Recorded here"))


def _words(deal: Deal) -> Iterable[Row]:
    labels = {
        "gives": _("What the partner gives"),
        "gets": _("What the partner gets"),
        "credit": _("Credit line that the partner requires"),
        "disclaimer": _("Disclaimer that the partner requires"),
    }
    for name, label in labels.items():
        text = text_of(deal, name)
        yield Row(label, linked(Link(text.words, "", language=text.language)) if text.words else "")


def _papers(agreement: Agreement) -> Iterable[Link]:
    """Files of the two sides, which never are documents of the content system: those are for everybody."""
    for file in queries.papers_of(agreement):
        yield Link(f"{file.name} ({format_file_size(file.size)})", f"/files/{file.uid}")


def _beside(person: Any, deal: Deal) -> Iterable[Link]:
    uids = [uid for uid in (deal.renews, deal.takes_over, deal.followed_by) if uid]
    for other in queries.agreements_visible_to(person).filter(uid__in=uids).select_related("body"):
        since = format_date(other.since) if other.since else _("a time that is not known")
        words = {"partner": title_of(other.body), "since": since}
        yield Link(_("%(partner)s, since %(since)s") % words, AGREEMENTS.address_of(other))


class AgreementShelf(Shelf):
    name = "staff_agreements"
    url_prefix = "partners/agreements"
    model = Agreement
    icon = "doc-full-inverse"
    menu_label = gettext_lazy("Agreements")
    menu_name = "agreements"
    listing = Agreements
    page = OneAgreement
    forms = {"new": ("new/", NewAgreement), "act": ("<int:pk>/<slug:act>/", DoAct)}


AGREEMENTS = AgreementShelf()
