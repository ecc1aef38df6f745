"""What hubs offer: hubs, their outputs and their updates, with the facets by which lists are narrowed."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hemicycle.accounts import deeds, exporting, leaving, places, retention
from hemicycle.core import catalogue, files, history
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.hubs import actions, centre_panel, personal, queries, states, told
from hemicycle.hubs import talking as _talking  # noqa: F401 - makes the talks about offers known.
from hemicycle.hubs import talks as _talks  # noqa: F401 - makes discussions, mailboxes and meetings of hubs known.
from hemicycle.hubs import tasks as _tasks  # noqa: F401 - sets up the timetable.
from hemicycle.hubs.cards import hub_cards, output_cards, update_cards
from hemicycle.hubs.duties import DUTIES
from hemicycle.hubs.hub_deeds import DEEDS
from hemicycle.hubs.messages import MESSAGES
from hemicycle.hubs.models import Hub, HubPaper, Output, Update
from hemicycle.hubs.panels import PANELS
from hemicycle.hubs.records import hub_records, output_records, update_records
from hemicycle.hubs.ways import places_of
from hemicycle.network.states import BodyKind
from hemicycle.topics.queries import labels_of
from hemicycle.ui.formatting import language_name

CARD = "hubs/card.html"


def _languages() -> Mapping[str, str]:
    return {code: language_name(code) for code, _name in settings.LANGUAGES}


def _hubs() -> Mapping[str, str]:
    return dict(queries.visible_to(None).values_list("slug", "body__name"))


REGION = next(facet for facet in catalogue.offered(BodyKind.PARLIAMENT).facets if facet.name == "region")
SORT = Facet("sort", pgettext_lazy("facet", "Kind of hub"), lambda: dict(states.HubKind.choices))
STATE = Facet("state", pgettext_lazy("facet", "State"), lambda: dict(states.HubState.choices))
LANGUAGE = Facet("language", pgettext_lazy("facet", "Works in"), _languages)
MADE = Facet("sort", pgettext_lazy("facet", "Kind of output"), lambda: dict(states.OutputKind.choices))
HUB = Facet("hub", _("Hub"), _hubs)
TECHNOLOGY = Facet("technology", _("Technology"), lambda: labels_of("technology"))
WORK = Facet("work", _("Area of work"), lambda: labels_of("work"))
PRACTICE = Facet("practice", _("Practice area"), lambda: labels_of("practice"))

HUBS = Offer(
    kind=Hub.kind,
    name=(_("Hub"), _("Hubs")),
    visible=queries.visible_to,
    records=hub_records,
    cards=hub_cards,
    card=CARD,
    facets=(SORT, REGION, LANGUAGE, PRACTICE, WORK, TECHNOLOGY, STATE),
)
OUTPUTS = Offer(
    kind=Output.kind,
    name=(_("Output of a hub"), _("Outputs of hubs")),
    visible=queries.outputs_visible_to,
    records=output_records,
    cards=output_cards,
    card=CARD,
    facets=(HUB, MADE, PRACTICE, WORK, TECHNOLOGY),
    whole="/hubs/outputs/",
)
UPDATES = Offer(
    kind=Update.kind,
    name=(_("Update of a hub"), _("Updates of hubs")),
    visible=queries.updates_visible_to,
    records=update_records,
    cards=update_cards,
    card=CARD,
    facets=(HUB, PRACTICE, WORK, TECHNOLOGY),
    whole="/hubs/updates/",
)

files.private_kind(HubPaper.kind, queries.papers_visible_to)
catalogue.verbs(states.VERBS)
catalogue.offer(HUBS, OUTPUTS, UPDATES)
catalogue.panel(*PANELS, *centre_panel.PANELS)
catalogue.message(*MESSAGES)
catalogue.duty(*DUTIES)
deeds.deed(*DEEDS)
exporting.export(personal.PART)
leaving.on_leave("hubs", actions.forget_person)
retention.rule(*personal.RULES)
places.place("hubs", places_of)
history.words(told.WORDS)
history.naming(told.naming)
for _kind, _called in told.KINDS.items():
    history.thing(_kind, _called)
for _kind, _standing in told.STANDINGS.items():
    history.standing(_kind, _standing)
