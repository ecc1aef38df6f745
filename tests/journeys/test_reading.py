"""Every kind of page in every language: answered, in that language, at the promised number of queries."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core.catalogue import PANELS
from tests.browser.kinds import KINDS, LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MOST = 5
PROFILES = frozenset({"parliament", "regional body"})
# What bears a topic: a count, then the cards of each kind in two queries and what they refer to.
TOPIC = 8
# An agreement, what it gives and its words, the one that followed it and the one that took over.
AGREEMENT = 6
# Hubs, on whose pages other packages show something in at most two queries each.
HUBS = frozenset({"hub", "hub without a map"})
# Search reads its index instead of listings, and is not kept.
NOT_PROMISED = frozenset({"answer", "search", "nothing here"})


def allowed(kind: str) -> int:
    if kind in PROFILES:
        return MOST + 1 + 2 * sum(panel.kind in {"parliament", "regional_body"} for panel in PANELS.values())
    if kind in HUBS:
        return MOST + 2 * sum(panel.kind == "hub" for panel in PANELS.values())
    return {"topic": TOPIC, "agreement": AGREEMENT}.get(kind, MOST)


def test_every_page_answers_in_every_language_at_the_same_price(client, loaded):
    prices: dict[str, set[int]] = {}
    wrong = []
    for kind, path in KINDS.items():
        for language, direction in LANGUAGES.items():
            address = f"/{language}/{path}"
            client.get(address)
            caches["pages"].clear()
            with CaptureQueriesContext(connection) as captured:
                response = client.get(address)
            prices.setdefault(kind, set()).add(len(captured))
            page = response.content.decode()
            if f'<html lang="{language}" dir="{direction}">' not in page or page.count("<h1") != 1:
                wrong.append(address)

    assert wrong == []
    assert {kind: found for kind, found in prices.items() if kind not in NOT_PROMISED and len(found) > 1} == {}
    assert {
        kind: found for kind, found in prices.items() if kind not in NOT_PROMISED and max(found) > allowed(kind)
    } == {}


LISTS_AND_MAPS = (
    "home",
    "list of cases",
    "narrowed list",
    "list of use cases",
    "spread",
    "list of parliaments",
    "parliament",
    "comparison",
    "regional body",
    "topic",
)


@pytest.mark.parametrize("kind", LISTS_AND_MAPS)
def test_every_list_and_map_says_what_names_of_countries_do_not_say(client, loaded, kind):
    content = client.get(f"/en/{KINDS[kind]}").content.decode()

    assert content.count("imply no opinion on the legal status of any country") == 1


def test_a_page_that_is_kept_costs_one_query(client, loaded, django_assert_num_queries):
    client.get("/en/cases/")

    with django_assert_num_queries(1):
        response = client.get("/en/cases/")

    assert response.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/en/cases/?region=atlantis",
        "/en/cases/?page=900",
        "/en/cases/?page=two",
        "/en/parliaments/?structure=tricameral",
        "/en/parliaments/XX/",
        "/en/cases/there-is-no-such-case/",
        "/en/topics/technology/there-is-no-such-topic/",
    ],
)
def test_what_does_not_exist_is_said_in_a_sentence(client, loaded, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response.content.decode().count("<h1") == 1


def test_a_parameter_that_nobody_knows_changes_nothing(client, loaded):
    assert client.get("/en/cases/?utm_source=mail").content == client.get("/en/cases/").content
