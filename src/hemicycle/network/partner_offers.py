"""The offers of organisations, agreements and projects, with the facets by which their lists are narrowed."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hemicycle.core.catalogue import Facet, Offer
from hemicycle.network import partner_wording, queries
from hemicycle.network.models import Agreement, Project
from hemicycle.network.partner_cards import agreement_cards, organisation_cards, project_cards
from hemicycle.network.partner_records import agreement_records, organisation_records, project_records
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import Level, Standing
from hemicycle.topics.queries import labels_of

CARD = "network/partner_card.html"


def _terms(branch: str) -> Callable[[], Mapping[str, str]]:
    return lambda: labels_of(branch)


LEVEL = Facet("level", pgettext_lazy("partner", "Level"), lambda: dict(Level.choices))
TYPE = Facet("type", _("Kind of partner"), partner_wording.types)
STATE = Facet("state", pgettext_lazy("agreement", "State"), lambda: dict(Standing.choices))
POLICY = Facet("policy", _("Policy issues"), _terms("policy"))
PRACTICE = Facet("practice", _("Practice area"), _terms("practice"))
WORK = Facet("work", _("Area of work"), _terms("work"))
TECHNOLOGY = Facet("technology", _("Technology"), _terms("technology"))

AGREEMENTS = Offer(
    kind=Agreement.kind,
    name=(_("Agreement"), _("Agreements")),
    visible=queries.agreements_visible_to,
    records=agreement_records,
    cards=agreement_cards,
    card=CARD,
    facets=(LEVEL, TYPE, STATE),
    whole="/partners/",
)
ORGANISATIONS = Offer(
    kind=BodyKind.ORGANISATION.value,
    name=(_("Partner organisation"), _("Partner organisations")),
    visible=queries.organisations,
    records=organisation_records,
    cards=organisation_cards,
    card=CARD,
    facets=(TYPE, LEVEL, STATE, POLICY, PRACTICE),
)
PROJECTS = Offer(
    kind=Project.kind,
    name=(_("Project"), _("Projects")),
    visible=queries.projects,
    records=project_records,
    cards=project_cards,
    card=CARD,
    facets=(POLICY, PRACTICE, WORK, TECHNOLOGY, STATE),
)
OFFERS = (ORGANISATIONS, AGREEMENTS, PROJECTS)
