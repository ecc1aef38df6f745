"""What lists of the staff side say of facts, agreements, contributions and projects, each in its own column."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.network import partner_wording as said_as
from hemicycle.network import queries, wording
from hemicycle.network.models import Agreement, Body, Contribution, Fact, Project
from hemicycle.network.queries import House, Undertaking, partnership, party
from hemicycle.network.states import FactName
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.languages import active_language


def house(body: Body) -> House:
    """The body as pages know it; those of the register are all held in memory."""
    return queries.register().by_pk[body.pk]


def facts_in_order(body: Body) -> list[Fact]:
    """By what is said, the latest first."""
    order = {name: place for place, name in enumerate(FactName.values)}
    return sorted(queries.facts_of([body.pk]), key=lambda fact: order[fact.name])


def standing_of(fact: Fact) -> str:
    """Whose the fact is, and whether it is doubted."""
    whose = _("From the files of the register") if fact.shipped else _("Recorded here")
    return _("%(whose)s; doubtful") % {"whose": whose} if fact.doubtful else whose


OF_FACTS = (
    (gettext_lazy("Fact"), lambda fact: FactName(fact.name).label),
    (gettext_lazy("Value"), lambda fact: wording.said(fact.name, fact.value)),
    (gettext_lazy("Period"), lambda fact: wording.sentence_case(wording.time_of(fact.since, fact.until, fact.as_of))),
    (gettext_lazy("Source"), lambda fact: fact.source.title),
    (gettext_lazy("Remark"), standing_of),
)


def title_of(body: Body) -> str:
    known = party(body.pk)
    return known.title if known else body.name


def state_of(agreement: Agreement) -> str:
    """In talks, or where the day finds what was signed."""
    deal = partnership().by_uid.get(agreement.uid)
    return said_as.standing_name(deal) if deal else str(AgreementState(agreement.state).label)


def about(agreement: Agreement) -> str:
    """The hub that the partner hosts, or the project."""
    if agreement.hub is not None:
        return agreement.hub.name
    project = partnership().project_of.get(agreement.project_id or 0)
    return project.words("title", active_language())[0] if project else ""


OF_AGREEMENTS = (
    (gettext_lazy("Partner"), lambda one: title_of(one.body)),
    (pgettext_lazy("partner", "Level"), lambda one: said_as.level_name(one.level)),
    (gettext_lazy("State"), state_of),
    (gettext_lazy("Hub or project"), about),
    (gettext_lazy("Period"), lambda one: said_as.period_of(one.since, one.until)),
)


def _value(gift: Any) -> str:
    return said_as.value_of(gift)


def _period(gift: Contribution) -> str:
    return wording.sentence_case(wording.period(gift.since, gift.until))


OF_GIFTS = (
    (gettext_lazy("What sort of contribution"), lambda gift: said_as.gift_name(gift.gift)),
    (gettext_lazy("What it is"), lambda gift: gift.what),
    (gettext_lazy("Value"), _value),
    (gettext_lazy("Period"), _period),
    (gettext_lazy("What it led to"), lambda gift: gift.led_to),
)


def whole(project: Project) -> Undertaking:
    return partnership().project_of[project.pk]


def titled(project: Undertaking) -> str:
    return project.words("title", active_language())[0]
