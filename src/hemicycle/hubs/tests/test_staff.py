"""Hubs on the staff side: read whole, opened and closed by the secretariat, and changed by nobody but who runs them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core.tests.staff import at, is_the_only_history, last_entry, queries_for, recorded, words
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.tests.factories import SIGNED, an_open_hub
from hemicycle.network import actions as network
from hemicycle.network.states import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def hub(zambia, focal_point, administrator):
    return an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)


@pytest.fixture
def offer(malawi, colleague):
    said = actions.Described(name="Hills hub", sort="thematic", language="en", purpose="To learn.")
    return actions.offer_hub(malawi, said, by=colleague)


@pytest.mark.parametrize("role", ["analyst", "editor", "administrator"])
def test_the_secretariat_reads_hubs_and_their_offers(client, person, secretariat, hub, offer, role):
    client.force_login(person(role, secretariat))

    pages = [words(client.get(address)) for address in (at("hubs"), at("hubs", "page", hub.pk))]

    assert ["Lakes hub" in page for page in pages] == [True, True]
    assert ["Hills hub" in pages[0], "To meet and to learn." in pages[1]] == [True, True]
    assert ("Close the hub" in pages[1]) is (role == "administrator")


def test_what_the_hub_decides_is_not_offered_to_the_secretariat(desk, hub):
    page = words(desk.get(at("hubs", "page", hub.pk)))

    assert "Members, plan, outputs, updates, words, languages and look." in page
    assert f"/en/hubs/{hub.slug}/run/" not in page


def test_who_runs_the_hub_as_well_is_led_to_its_own_pages(client, person, secretariat, hub):
    both = person("editor", secretariat)
    both.offices.create(body=hub.body, role=Role.COORDINATOR, since="2026-01-01")
    client.force_login(both)

    assert f"/en/hubs/{hub.slug}/run/" in words(client.get(at("hubs", "page", hub.pk)))


def test_a_hub_opens_once_its_hosting_is_signed_and_not_before(desk, offer, administrator):
    hub = Hub.objects.get(body=offer.hub)
    early = desk.post(at("hubs", "open", hub.pk))
    network.sign_agreement(offer, SIGNED, by=administrator)
    before = last_entry()

    answer = desk.post(at("hubs", "open", hub.pk))

    assert (early.status_code, answer.url) == (422, at("hubs", "page", hub.pk))
    assert "Nobody hosts this hub yet" in words(early)
    assert recorded(hub, before) == [("hub.opened", administrator.uid)]
    assert Hub.objects.get(pk=hub.pk).state == "open"
    assert is_the_only_history()


def test_opening_twice_leaves_one_entry(desk, hub):
    before = last_entry()

    desk.post(at("hubs", "open", hub.pk))

    assert recorded(hub, before) == []


def test_closing_leaves_one_entry_and_a_page_that_says_so(desk, hub, administrator):
    before = last_entry()

    desk.post(at("hubs", "close", hub.pk))

    assert recorded(hub, before) == [("hub.closed", administrator.uid)]
    assert "This hub is closed." in words(desk.get(at("hubs", "page", hub.pk)))


def test_an_agreement_about_hosting_leads_to_its_hub_and_back(desk, hub):
    agreement = hub.body.hosted_by.get()

    there = words(desk.get(at("agreements", "page", agreement.pk)))

    assert at("hubs", "page", hub.pk) in there
    assert at("agreements", "page", agreement.pk) in words(desk.get(at("hubs", "page", hub.pk)))


def test_turning_an_offer_down_on_the_staff_side_does_it_with_the_hub(desk, offer):
    desk.post(at("agreements", "act", offer.pk, "decline"))

    assert Hub.objects.get(body=offer.hub).state == "declined"


@pytest.mark.parametrize(("narrowed", "there", "absent"), [("offered", "Hills", "Lakes"), ("open", "Lakes", "Hills")])
def test_hubs_are_narrowed_by_state(desk, hub, offer, narrowed, there, absent):
    page = words(desk.get(at("hubs"), {"state": narrowed}))

    assert [f"{there} hub" in page, f"{absent} hub" in page] == [True, False]


def test_the_list_takes_as_many_queries_for_one_row_as_for_three(
    desk, hub, malawi, colleague, administrator, zambia, focal_point
):
    one = queries_for(desk, at("hubs"), lambda: CaptureQueriesContext(connection))
    an_open_hub(malawi, offered_by=colleague, opened_by=administrator, name="Hills hub")
    an_open_hub(zambia, offered_by=focal_point, opened_by=administrator, name="Coast hub")

    three = queries_for(desk, at("hubs"), lambda: CaptureQueriesContext(connection))

    assert (one, three) == (13, 13)
