"""What innovations offer: cases and use cases, with the facets by which their lists are narrowed."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hemicycle.accounts import deeds, exporting, leaving, places
from hemicycle.core import catalogue, history
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.innovations import hub_panel, personal, queries, states, talks, told
from hemicycle.innovations import tasks as _tasks  # noqa: F401 - sets up the timetable.
from hemicycle.innovations.cards import case_cards, use_case_cards
from hemicycle.innovations.case_deeds import DEEDS
from hemicycle.innovations.duties import DUTIES
from hemicycle.innovations.messages import MESSAGES
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.panels import PANELS
from hemicycle.innovations.records import case_records, term_slug, use_case_records
from hemicycle.innovations.ways import ways_to_begin
from hemicycle.kit.words import fold
from hemicycle.network.queries import register
from hemicycle.network.states import BodyKind
from hemicycle.threads import queries as threads
from hemicycle.topics.queries import labels_of
from hemicycle.ui.formatting import language_name

CARD = "innovations/case_card.html"


def _terms(branch: str) -> Callable[[], Mapping[str, str]]:
    return lambda: labels_of(branch)


def _countries() -> Mapping[str, str]:
    """Countries by the name that the reader knows."""
    names = {place.key: place.name for place in register().places.values()}
    return dict(sorted(names.items(), key=lambda named: fold(named[1])))


def _languages() -> Mapping[str, str]:
    return {code: language_name(code) for code, _name in settings.LANGUAGES}


def _stages() -> Mapping[str, str]:
    return {term_slug(code): str(label) for code, label in states.Stage.choices}


def _evidence() -> Mapping[str, str]:
    return {code: str(label) for code, label in states.Evidence.choices}


WORK = Facet("work", _("Area of work"), _terms("work"))
TECHNOLOGY = Facet("technology", _("Technology"), _terms("technology"))
CHANGE = Facet("change", _("What changes"), _terms("change"))
BENEFICIARY = Facet("beneficiary", _("For whom"), _terms("beneficiary"))
CHALLENGE = Facet("challenge", _("Challenges"), _terms("challenge"))
RESOURCE = Facet("resource", _("By what means"), _terms("resource"))
PRACTICE = Facet("practice", _("Practice area"), _terms("practice"))
POLICY = Facet("policy", _("Policy issues"), _terms("policy"))
STAGE = Facet("stage", _("Stage"), _stages)
EVIDENCE = Facet("evidence", _("Evidence"), _evidence)
COUNTRY = Facet("country", _("Country"), _countries)
LANGUAGE = Facet("language", pgettext_lazy("facet", "Can be read in"), _languages)
CATEGORY = Facet("category", _("Category"), lambda: dict(states.Category.choices))
# The tree of regions, and what they are called, are the register's.
REGION = next(facet for facet in catalogue.offered(BodyKind.PARLIAMENT).facets if facet.name == "region")

# Which facets stand open at first; the rest are one touch away.
FIRST_CASE_FACETS = ("work", "technology", "region")
FIRST_USE_CASE_FACETS = ("category", "work")

CASES = Offer(
    kind=Case.kind,
    name=(_("Case"), _("Cases")),
    visible=queries.visible_to,
    records=case_records,
    cards=case_cards,
    card=CARD,
    facets=(
        WORK,
        TECHNOLOGY,
        REGION,
        COUNTRY,
        STAGE,
        CHANGE,
        BENEFICIARY,
        CHALLENGE,
        RESOURCE,
        PRACTICE,
        POLICY,
        EVIDENCE,
        LANGUAGE,
    ),
)
USE_CASES = Offer(
    kind=UseCase.kind,
    name=(_("Use case"), _("Use cases")),
    visible=queries.use_cases_visible_to,
    records=use_case_records,
    cards=use_case_cards,
    card=CARD,
    facets=(CATEGORY, WORK, TECHNOLOGY, REGION, COUNTRY, BENEFICIARY, CHALLENGE, EVIDENCE, LANGUAGE),
)

catalogue.verbs(states.VERBS)
history.words(told.WORDS)
history.naming(told.naming)
for _kind in told.MODELS:
    history.standing(_kind, told.standing(_kind))
    history.thing(_kind, told.thing(_kind))
catalogue.offer(CASES, USE_CASES)
catalogue.panel(*PANELS, *hub_panel.PANELS)
catalogue.message(*MESSAGES)
catalogue.duty(*DUTIES)
exporting.export(personal.PART)
leaving.on_leave("innovations", personal.forget)
deeds.deed(*DEEDS)
places.beginning("innovations", ways_to_begin)
threads.circle(Case.kind, talks.members, talks.named)
