"""Who takes part in the demonstration, what they work on, and what is remembered of it."""

from dataclasses import dataclass

from hemicycle.network.states import SECRETARIAT_KEY, Role

# A domain that never receives mail (RFC 2606).
DOMAIN = "demo.invalid"
MARK = "Demonstration: "
# The file in the data folder that says what became of the demonstration.
MEMORY = "demonstration"
MADE, REMOVED = "made", "removed"


@dataclass(frozen=True)
class Played:
    """One person of the demonstration."""

    key: str  # the part of the address before the @
    role: str = ""  # the office they hold; empty for somebody without any
    body: str = ""  # the key of its body

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


# The focal point comes before the deputy, who stands in for them.
PEOPLE = (
    Played("focal-point.zambia", Role.FOCAL_POINT, "ZM-LC01"),
    Played("deputy.zambia", Role.DEPUTY, "ZM-LC01"),
    Played("secretary-general.zambia", Role.SECRETARY_GENERAL, "ZM-LC01"),
    Played("contributor.zambia", Role.CONTRIBUTOR, "ZM-LC01"),
    Played("focal-point.brazil", Role.FOCAL_POINT, "BR-LC01"),
    Played("expert.brazil", Role.EXPERT, "BR-LC01"),
    # A keystone partner, who sits on the committee by right.
    Played("steering-member.brazil", Role.STEERING_MEMBER, "BR-LC01"),
    Played("coordinator.pacific", Role.COORDINATOR, "HUB-pacific-hub"),
    Played("partner.ipen", Role.PARTNER, "ORG-ipen"),
    Played("editor", Role.EDITOR, SECRETARIAT_KEY),
    Played("analyst", Role.ANALYST, SECRETARIAT_KEY),
    Played("administrator", Role.ADMINISTRATOR, SECRETARIAT_KEY),
    Played("no-office"),
)

DRAFT = {
    "title": f"{MARK}a draft about the record of sittings",
    "lead": "An example that shows how a description begins. It is about nothing that has happened.",
    "problem": "This text stands here so that the steps of the form can be tried.",
}
SUBMITTED = {
    "title": f"{MARK}a case that was handed in, about questions from citizens",
    "lead": "An example that shows what an editor sees. It is about nothing that has happened.",
    "problem": "This text stands here so that a review can be tried.",
    "done": "Nothing was done; this is a demonstration.",
    "result": "There is no result; this is a demonstration.",
    "conditions": "Nothing; this is a demonstration.",
    "challenges": "Nothing; this is a demonstration.",
    "lessons": "Nothing; this is a demonstration.",
}
# Every question of the form has its answer, since nothing is handed in without.
ANSWERS = {
    "stage": "in_development",
    "team": "unknown",
    "cost": "unknown",
    "running_cost": "unknown",
    "donor_dependence": "unknown",
    "code_open": "unknown",
}
QUESTION = "Demonstration: an editor asks here what is not clear yet, and the answer stands below."
ANSWER = "Demonstration: the focal point answers here, or by replying to the mail."
