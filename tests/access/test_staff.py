"""Who gets what answer on the staff side: every address of ours there, by every role, against `staff.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from hemicycle.hubs import actions as hubs
from hemicycle.hubs.models import Hub
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.innovations.tests.factories import a_topic
from hemicycle.network import actions as network
from hemicycle.network.actions import FactSaid, ProjectSaid, StepSaid
from hemicycle.network.models import Body, Fact, ProjectParty, ProjectStep
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_chamber, a_contribution, an_agreement, an_organisation
from tests.access import rows

MATRIX = tomllib.loads(Path(__file__).with_name("staff.toml").read_text(encoding="utf-8"))
SECRETARIAT = ("analyst", "editor", "administrator")
OTHERS = ("outsider", "contributor", "focal_point", "colleague", "partner", "coordinator")
METHODS = ("GET", "POST")
EVERYBODY = "everybody"
OURS = "staff_"
SIGN_IN = "/account/login/"
CLASSES = {200: "ok", 403: "refused", 404: "not found", 405: "no such method", 422: "asked again"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(request, person, secretariat, malawi):
    """`partner` stands for an organisation; the coordinator of the hub comes with the world."""
    named = ("editor", "administrator", "outsider", "contributor", "focal_point", "colleague")
    return {
        **{name: request.getfixturevalue(name) for name in named},
        "analyst": person(Role.ANALYST, secretariat),
        "partner": person(Role.PARTNER, an_organisation("Fund of the North")),
    }


@pytest.fixture
def asked(people, zambia, malawi, person) -> dict[str, tuple]:
    """By name of the address, with the state of the thing behind a colon, what leads to something there."""
    keeper = people["administrator"]
    topic = a_topic("work.sittings")
    open_hub = an_open_hub(zambia, offered_by=people["focal_point"], opened_by=keeper)
    people["coordinator"] = person(Role.COORDINATOR, open_hub.body)
    words = hubs.Described(name="Hills hub", sort="thematic", language="en", purpose="To learn.")
    talks = hubs.offer_hub(malawi, words, by=people["colleague"])
    offered = Hub.objects.get(body=talks.hub)
    network.state_fact(zambia, FactSaid("seats", "170", since="2027", source_title="A letter"), by=keeper)
    recorded = Fact.objects.get(body=zambia, value="170")
    shipped = Fact.objects.filter(body=zambia).exclude(pk=recorded.pk)[0]
    Fact.objects.filter(pk=shipped.pk).update(shipped=True)
    signed = an_agreement(a_chamber("BR-LC01", country="BR", name="Chamber of Deputies"), "supporting")
    gift = a_contribution(signed, "staff_time")
    organisation = Body.objects.get(name="Fund of the North")
    project = network.open_project(ProjectSaid("A project", "To try it.", "en"), by=keeper)
    network.add_party(project, organisation, "funder", by=keeper)
    network.add_step(project, StepSaid("A workshop", "en", is_output=False), by=keeper)
    party, step = ProjectParty.objects.get(project=project), ProjectStep.objects.get(project=project)
    return {
        **_each("staff_topics", ("page", "change"), topic.pk),
        **_each("staff_bodies", ("page", "change"), zambia.pk),
        "staff_bodies:state_fact": (zambia.pk, "seats"),
        **_each("staff_facts", ("page", "end", "take_out"), recorded.pk),
        **_each("staff_facts", ("page", "end", "take_out"), shipped.pk, ": of the files"),
        **_each("staff_hubs", ("page", "open", "close"), open_hub.pk),
        **_each("staff_hubs", ("page", "open", "close"), offered.pk, ": offered"),
        **_each("staff_organisations", ("page", "change"), organisation.pk),
        **_each("staff_agreements", ("page",), signed.pk),
        **_each("staff_agreements", ("page",), talks.pk, ": in talks"),
        **{f"staff_agreements:act: {act}, signed": (signed.pk, act) for act in ("change", "renew", "end", "sign")},
        **{f"staff_agreements:act: {act}, in talks": (talks.pk, act) for act in ("sign", "decline", "document", "end")},
        "staff_agreements:act: none": (signed.pk, "nothing"),
        **_each("staff_contributions", ("page", "change", "take_out"), gift.pk),
        **_each("staff_projects", ("page", "change", "add_party", "add_step"), project.pk),
        "staff_projects:remove_party": (project.pk, party.pk),
        "staff_projects:remove_step": (project.pk, step.pk),
    }


def _each(shelf: str, names: tuple[str, ...], pk: int, state: str = "") -> dict[str, tuple]:
    return {f"{shelf}:{name}{state}": (pk,) for name in names}


@pytest.fixture
def everything(asked) -> dict[str, tuple]:
    """The same with the addresses that need no argument."""
    given = {":".join(name.split(":")[:2]) for name in asked}
    return {**{name: () for name in _addresses() if name not in given}, **asked}


def _addresses() -> list[str]:
    """Every address of our packages below the door of the content system."""
    below = next(
        pattern for pattern in get_resolver().url_patterns if str(pattern.pattern) == "admin/" and pattern.url_patterns
    )
    ours = [each for each in below.url_patterns if str(getattr(each, "namespace", "") or "").startswith(OURS)]
    return [f"{each.namespace}:{pattern.name}" for each in ours for pattern in each.url_patterns]


def test_every_address_of_the_staff_side_stands_in_its_matrix(everything, people):
    missing = [name for name in everything if name not in MATRIX]
    unknown = [name for name in MATRIX if name not in everything]

    assert (missing, unknown) == ([], []), "read, correct and keep:\n\n" + _drawn(missing, everything, people)


@pytest.mark.slow
@pytest.mark.parametrize("role", SECRETARIAT)
def test_each_role_of_the_secretariat_gets_what_the_matrix_says(everything, people, role):
    known = {name: arguments for name, arguments in everything.items() if name in MATRIX}
    expected = {(name, way): _expected(MATRIX[name], role, way) for name in known for way in METHODS}

    answered = dict(_answers(known, people[role]))

    assert {key: answer for key, answer in answered.items() if answer != expected[key]} == {}


@pytest.mark.slow
@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_gets_past_the_door(everything, people, role):
    assert set(dict(_answers(everything, people[role])).values()) == {"refused"}


def test_visitors_are_led_to_sign_in(everything):
    assert set(dict(_answers(everything, None)).values()) == {"sign in"}


def _expected(row: Mapping[str, Mapping[str, str]], role: str, way: str) -> str:
    return row.get(role, {}).get(way) or row.get(EVERYBODY, {}).get(way, "")


def _drawn(names: list[str], everything: dict, people: dict) -> str:
    asked = {name: everything[name] for name in names}
    given = {role: dict(_answers(asked, people[role])) for role in SECRETARIAT}
    return "\n".join(
        rows.drawn(name, {role: {way: given[role][name, way] for way in METHODS} for role in SECRETARIAT})
        for name in names
    )


def _answers(asked: Mapping[str, tuple], person: object) -> Iterator[tuple[tuple[str, str], str]]:
    """What this person is answered at each address; nothing that an answer changes is kept."""
    client = Client()
    if person is not None:
        client.force_login(person)
    for name, arguments in asked.items():
        address = reverse(":".join(name.split(":")[:2]), args=arguments)
        for way in METHODS:
            with transaction.atomic():
                answer = client.generic(way, address, content_type="application/x-www-form-urlencoded")
                transaction.set_rollback(True)
            yield (name, way), _class_of(answer)


def _class_of(answer: Any) -> str:
    """`door` is the content system's word for what one may not do there."""
    if answer.status_code == 302:
        if SIGN_IN in answer.url:
            return "sign in"
        return "door" if answer.url == reverse("wagtailadmin_home") else "done"
    return CLASSES.get(answer.status_code, str(answer.status_code))
