"""What network offers: bodies with the facets of their lists, mail about seats, and what awaits those who give them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hemicycle.accounts import exporting, leaving, places, retention
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, files, history
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.kit.words import fold
from hemicycle.network import acting, actions, partner_told, personal, policy, queries, states, told, wording
from hemicycle.network import tasks as _tasks  # noqa: F401 - sets up the timetable.
from hemicycle.network.messages import DUTIES, MESSAGES
from hemicycle.network.models import Body, SeatRequest
from hemicycle.network.partner_messages import DUTIES as PARTNER_DUTIES
from hemicycle.network.partner_messages import MESSAGES as PARTNER_MESSAGES
from hemicycle.network.partner_offers import OFFERS as PARTNER_OFFERS
from hemicycle.network.partner_panels import PANELS
from hemicycle.network.policy.agreements import represents
from hemicycle.network.records import records
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AGREEMENT_VERBS, PAPER_KIND
from hemicycle.network.states.organisations import InnovationForm
from hemicycle.ui import formatting
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Card:
    """A body in a list of things of several kinds."""

    title: str  # its name
    address: str  # its page
    place: str  # its country; empty for a regional body
    lead: str  # what it is
    kind: str  # the word for its kind


def cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:  # noqa: ARG001 - the register follows the page.
    register = queries.register()
    found = ((uid, register.by_uid.get(uid)) for uid in uids)
    return {uid: _card(register, house) for uid, house in found if house is not None}


def _card(register: queries.Register, house: queries.House) -> Card:
    chambers = len(register.chambers_of(house.key)) or 1
    return Card(
        title=house.name,
        address=house.get_absolute_url(),
        place=house.place.name if house.place else "",
        lead=wording.lead(house, chambers),
        kind=str(BodyKind(house.kind).label),
    )


def _regions() -> Mapping[str, str]:
    return {slug: wording.region_name(slug) for slug in states.REGIONS}


def _languages() -> Mapping[str, str]:
    """The official languages that the register knows, by their names."""
    codes = {code for house in queries.register().houses.values() for code in house.current.get("language", ())}
    return dict(sorted(((code, formatting.language_name(code)) for code in codes), key=lambda pair: fold(pair[1])))


def _seat_bands() -> Mapping[str, str]:
    return {band: seat_band_label(band) for band in states.SEAT_BANDS}


def seat_band_label(band: str) -> str:
    least, most = states.SEAT_BANDS[band]
    if band == list(states.SEAT_BANDS)[-1]:
        return str(_("%(least)s or more") % {"least": formatting.format_number(least)})
    return str(
        _("%(least)s to %(most)s") % {"least": formatting.format_number(least), "most": formatting.format_number(most)}
    )


REGION = Facet("region", _("Region"), _regions, parent=lambda slug: states.REGIONS[slug][2])
INCOME = Facet("income", _("Income group"), lambda: states.INCOME_GROUPS)
STRUCTURE = Facet("structure", _("Structure"), lambda: states.STRUCTURES)
CHAMBER = Facet("chamber", _("Chamber"), lambda: dict(states.ChamberKind.choices))
SEATS = Facet("seats", _("Seats"), _seat_bands)
LANGUAGE = Facet("language", _("Official language"), _languages)
MEMBERSHIP = Facet("membership", _("IPU membership"), lambda: states.MEMBERSHIPS)
GROUP = Facet("group", _("Geopolitical group of the IPU"), lambda: states.GROUP_LABELS)
STATUS = Facet("status", _("Status"), lambda: states.STATUSES)
INNOVATION = Facet("innovation", _("How it organises innovation"), lambda: dict(InnovationForm.choices))


def _visible(kind: BodyKind) -> Callable[[object], QuerySet[Body]]:
    return lambda viewer: queries.visible_to(viewer).filter(kind=kind)


def _records(bodies: Iterable[Body]) -> Iterable[catalogue.Record]:
    return records(bodies)


catalogue.verbs(states.VERBS)
catalogue.verbs(AGREEMENT_VERBS)
catalogue.message(*MESSAGES)
catalogue.duty(*DUTIES)
exporting.export(personal.PART)
leaving.on_leave("network", actions.forget_member)
retention.rule(*personal.RULES)


def _places(person: Person) -> Iterable[Link]:
    """What stands on a person's account page: where they have a seat, and whom they can meet."""
    yield Link(str(_("Offices and seats")), reverse("network:my_seats"))
    if policy.offices_today(person):
        yield Link(str(_("Members’ directory")), reverse("network:members"))
    if policy.is_secretariat(person) or any(represents(person, one.body) for one in policy.offices_today(person)):
        yield Link(str(_("Agreements with partners")), reverse("network:agreements"))


places.place("network", _places)
history.naming(acting.who_acted)
for _words in (told, partner_told):
    history.words(_words.WORDS)
    for _kind, _called in _words.KINDS.items():
        history.thing(_kind, _called)
    for _kind, _standing in _words.STANDINGS.items():
        history.standing(_kind, _standing)
files.private_kind(SeatRequest.kind, queries.requests_visible_to)
files.private_kind(PAPER_KIND, queries.agreements_with_papers_for)
catalogue.offer(
    Offer(
        kind=BodyKind.PARLIAMENT.value,
        name=(_("Parliament"), _("Parliaments")),
        visible=_visible(BodyKind.PARLIAMENT),
        records=_records,
        cards=cards,
        card="network/card.html",
        facets=(REGION, INCOME, STRUCTURE, INNOVATION, SEATS, LANGUAGE, MEMBERSHIP, GROUP, STATUS),
    ),
    Offer(
        kind=BodyKind.CHAMBER.value,
        name=(_("Chamber"), _("Chambers")),
        visible=_visible(BodyKind.CHAMBER),
        records=_records,
        cards=cards,
        card="network/card.html",
        facets=(REGION, INCOME, CHAMBER, SEATS, LANGUAGE, STATUS),
    ),
    Offer(
        kind=BodyKind.REGIONAL_BODY.value,
        name=(_("Regional parliamentary body"), _("Regional parliamentary bodies")),
        visible=_visible(BodyKind.REGIONAL_BODY),
        records=_records,
        cards=cards,
        card="network/card.html",
        facets=(SEATS, LANGUAGE, STATUS),
    ),
)
catalogue.offer(*PARTNER_OFFERS)
catalogue.message(*PARTNER_MESSAGES)
catalogue.duty(*PARTNER_DUTIES)
catalogue.panel(*PANELS)
