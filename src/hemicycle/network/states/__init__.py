"""Kinds of bodies, roles, names of facts, regions and the verbs about the register and its seats."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hemicycle.network.states.organisations import InnovationForm as InnovationForm
from hemicycle.network.states.organisations import OrganisationType as OrganisationType


class BodyKind(TextChoices):
    PARLIAMENT = "parliament", _("Parliament")
    CHAMBER = "chamber", _("Chamber")
    REGIONAL_BODY = "regional_body", _("Regional parliamentary body")
    HUB = "hub", _("Hub")
    ORGANISATION = "organisation", _("Organisation")
    SECRETARIAT = "secretariat", _("Secretariat")


PUBLIC_KINDS = (BodyKind.PARLIAMENT, BodyKind.CHAMBER, BodyKind.REGIONAL_BODY)


class ChamberKind(TextChoices):
    SINGLE = "single", _("Single chamber")
    LOWER = "lower", _("Lower chamber")
    UPPER = "upper", _("Upper chamber")


class Role(TextChoices):
    FOCAL_POINT = "focal_point", _("Focal point")
    DEPUTY = "deputy", _("Deputy focal point")
    SECRETARY_GENERAL = "secretary_general", _("Secretary general")
    CONTRIBUTOR = "contributor", _("Contributor")
    COORDINATOR = "coordinator", _("Hub coordinator")
    EXPERT = "expert", _("Expert")
    PARTNER = "partner", _("Partner representative")
    STEERING_MEMBER = "steering_member", _("Member of the steering committee")
    EDITOR = "editor", _("Editor")
    ANALYST = "analyst", _("Analyst")
    ADMINISTRATOR = "administrator", _("Administrator")


class RequestState(TextChoices):
    WAITING = "waiting", pgettext_lazy("request", "Waiting")
    ACCEPTED = "accepted", pgettext_lazy("request", "Accepted")
    REFUSED = "refused", pgettext_lazy("request", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")


SPEAKING_ROLES = (Role.FOCAL_POINT, Role.DEPUTY, Role.SECRETARY_GENERAL)
STAFF_ROLES = (Role.EDITOR, Role.ANALYST, Role.ADMINISTRATOR)
SEAT_ROLES = (*SPEAKING_ROLES, Role.CONTRIBUTOR)
# Seats that whoever speaks for a house gives; the others are the secretariat's to give.
HOUSE_ROLES = (Role.DEPUTY, Role.CONTRIBUTOR)
# Offices of a hub that its coordinators and its host give, without the secretariat.
HUB_ROLES = (Role.COORDINATOR, Role.STEERING_MEMBER)
ASKED_ROLES = [(role.value, role.label) for role in SEAT_ROLES]
# Which offices there are in which bodies; experts and members of the steering committee come from anywhere.
ANYWHERE = (Role.EXPERT, Role.STEERING_MEMBER)
ROLES_OF_KIND: dict[str, tuple[Role, ...]] = {
    **{kind.value: (*SEAT_ROLES, *ANYWHERE) for kind in PUBLIC_KINDS},
    BodyKind.HUB.value: (Role.COORDINATOR, *ANYWHERE),
    BodyKind.ORGANISATION.value: (Role.PARTNER, *ANYWHERE),
    BodyKind.SECRETARIAT.value: (*STAFF_ROLES, *ANYWHERE),
}
SECRETARIAT_KEY = "CIP"

# Offices that end within this time are brought to the attention of those who can prolong them.
ENDING_SOON = timedelta(days=60)
# Somebody who has not come yet is mailed the invitation again at most so often.
INVITE_AGAIN_AFTER = timedelta(hours=1)
# A letter on file, and a contact list, may be so large.
LETTER_BYTES = 5_000_000
CONTACT_LIST_BYTES = 2_000_000
# How many first letters a person may send through the directory in a day, and how long their text is kept.
INTRODUCTIONS_A_DAY = 10
TEXT_KEPT_DAYS = 30
# A checked contact list that nobody loads is forgotten after so many days.
CONTACT_LIST_KEPT_DAYS = 7
# What somebody said in a request for a seat, and their letters, are forgotten so many days after the decision.
REQUEST_KEPT_DAYS = 365
# An account that nobody has signed in to, and that held no office, for so many days is closed.
UNUSED_DAYS = 730


class FactName(TextChoices):
    SEATS = "seats", _("Seats")
    TERM_YEARS = "term_years", _("Term")
    ELECTION_SYSTEM = "election_system", _("Elected by")
    STATUS = "status", _("Status")
    STRUCTURE = "structure", _("Structure")
    IPU_MEMBER = "ipu_member", _("IPU membership")
    IPU_GROUP = "ipu_group", _("Geopolitical group of the IPU")
    INCOME_GROUP = "income_group", _("Income group")
    REGION = "region", _("Region")
    POPULATION = "population", _("Population")
    LANGUAGE = "language", _("Official languages")
    WEBSITE = "website", _("Website")
    INNOVATION_FORM = "innovation_form", _("How it organises innovation")
    ORGANISATION_TYPE = "organisation_type", _("Kind of organisation")


# Facts of which a body may have several at the same time.
PLURAL_FACTS = frozenset({FactName.IPU_GROUP, FactName.LANGUAGE, FactName.INNOVATION_FORM})
# Of these each value has a period of its own, and holds until that is over, whatever else begins meanwhile.
SIDE_BY_SIDE = frozenset({FactName.INNOVATION_FORM})

STRUCTURES = {"unicameral": _("One chamber"), "bicameral": _("Two chambers")}
STATUSES = {
    "functioning": _("Functioning"),
    "transitional": _("Transitional"),
    "dissolved_pending_election": _("Dissolved, election pending"),
    "dissolved_or_suspended": _("Dissolved or suspended"),
    "not_convened": _("Not convened"),
}
ELECTION_SYSTEMS = {
    "plurality_majority": _("plurality or majority"),
    "proportional": _("proportional representation"),
    "mixed": _("mixed system"),
    "indirect": _("indirect election"),
    "appointed": _("appointment"),
    "indirect_and_appointed": _("indirect election and appointment"),
    "other": _("another system"),
}
INCOME_GROUPS = {
    "low": _("Low income"),
    "lower-middle": _("Lower-middle income"),
    "upper-middle": _("Upper-middle income"),
    "high": _("High income"),
    "not_classified": _("Not classified"),
}
MEMBERSHIPS = {"yes": _("Member"), "no": _("Not a member"), "unknown": pgettext_lazy("IPU membership", "Not known")}
IPU_GROUPS = {
    "African": _("African Group"),
    "Arab": _("Arab Group"),
    "Asia-Pacific": _("Asia-Pacific Group"),
    "Eurasia": _("Eurasia Group"),
    "GRULAC": _("Group of Latin America and the Caribbean"),
    "Twelve Plus": _("Twelve Plus Group"),
}
GROUP_SLUGS = {name: name.lower().replace(" ", "-") for name in IPU_GROUPS}
GROUP_LABELS = {GROUP_SLUGS[name]: label for name, label in IPU_GROUPS.items()}
SEAT_BANDS = {
    "1-49": (1, 49),
    "50-99": (50, 99),
    "100-199": (100, 199),
    "200-399": (200, 399),
    "400-": (400, 100_000),
}
# UN regions by our slug: the name in the data, the code under which CLDR names it, and the slug above.
REGIONS: dict[str, tuple[str, str, str]] = {
    "africa": ("Africa", "002", ""),
    "northern-africa": ("Northern Africa", "015", "africa"),
    "sub-saharan-africa": ("Sub-Saharan Africa", "202", "africa"),
    "eastern-africa": ("Eastern Africa", "014", "sub-saharan-africa"),
    "middle-africa": ("Middle Africa", "017", "sub-saharan-africa"),
    "southern-africa": ("Southern Africa", "018", "sub-saharan-africa"),
    "western-africa": ("Western Africa", "011", "sub-saharan-africa"),
    "americas": ("Americas", "019", ""),
    "latin-america-and-the-caribbean": ("Latin America and the Caribbean", "419", "americas"),
    "caribbean": ("Caribbean", "029", "latin-america-and-the-caribbean"),
    "central-america": ("Central America", "013", "latin-america-and-the-caribbean"),
    "south-america": ("South America", "005", "latin-america-and-the-caribbean"),
    "northern-america": ("Northern America", "021", "americas"),
    "asia": ("Asia", "142", ""),
    "central-asia": ("Central Asia", "143", "asia"),
    "eastern-asia": ("Eastern Asia", "030", "asia"),
    "south-eastern-asia": ("South-eastern Asia", "035", "asia"),
    "southern-asia": ("Southern Asia", "034", "asia"),
    "western-asia": ("Western Asia", "145", "asia"),
    "europe": ("Europe", "150", ""),
    "eastern-europe": ("Eastern Europe", "151", "europe"),
    "northern-europe": ("Northern Europe", "154", "europe"),
    "southern-europe": ("Southern Europe", "039", "europe"),
    "western-europe": ("Western Europe", "155", "europe"),
    "oceania": ("Oceania", "009", ""),
    "australia-and-new-zealand": ("Australia and New Zealand", "053", "oceania"),
    "melanesia": ("Melanesia", "054", "oceania"),
    "micronesia": ("Micronesia", "057", "oceania"),
    "polynesia": ("Polynesia", "061", "oceania"),
}

# What may be said of a fact; names that are not here take any words.
FACT_VALUES: dict[str, frozenset[str]] = {
    FactName.STRUCTURE: frozenset(STRUCTURES),
    FactName.STATUS: frozenset(STATUSES),
    FactName.ELECTION_SYSTEM: frozenset(ELECTION_SYSTEMS),
    FactName.INCOME_GROUP: frozenset(INCOME_GROUPS),
    FactName.IPU_MEMBER: frozenset(MEMBERSHIPS),
    FactName.IPU_GROUP: frozenset(IPU_GROUPS),
    FactName.REGION: frozenset(name for name, _code, _above in REGIONS.values()),
    FactName.INNOVATION_FORM: frozenset(InnovationForm.values),
    FactName.ORGANISATION_TYPE: frozenset(OrganisationType.values),
}
REGION_SLUGS = {name: slug for slug, (name, _code, _above) in REGIONS.items()}

LOADED = "body.loaded"
BODY_RECORDED = "body.recorded"
BODY_CHANGED = "body.changed"
FACT_RECORDED = "body.fact_recorded"
FACT_ENDED = "body.fact_ended"
FACT_TAKEN_OUT = "body.fact_taken_out"
OFFICE_TAKEN = "office.taken"
OFFICE_ENDED = "office.ended"
INVITED_AGAIN = "office.invited_again"
SEAT_ASKED = "seat.asked"
SEAT_GIVEN = "seat.given"
SEAT_REFUSED = "seat.refused"
SEAT_WITHDRAWN = "seat.withdrawn"
SEAT_LETTER_KEPT = "seat.letter_kept"
CONTACTS_LOADED = "contacts.loaded"
INTRODUCED = "member.introduced"
VERBS = {
    LOADED: "public",
    BODY_RECORDED: "public",
    BODY_CHANGED: "public",
    FACT_RECORDED: "public",
    FACT_ENDED: "public",
    FACT_TAKEN_OUT: "public",
    OFFICE_TAKEN: "parties",
    OFFICE_ENDED: "parties",
    INVITED_AGAIN: "parties",
    SEAT_ASKED: "parties",
    SEAT_GIVEN: "parties",
    SEAT_REFUSED: "parties",
    SEAT_WITHDRAWN: "parties",
    SEAT_LETTER_KEPT: "parties",
    CONTACTS_LOADED: "staff",
    INTRODUCED: "parties",
}
