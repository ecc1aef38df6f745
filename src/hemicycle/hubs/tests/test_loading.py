"""The shipped hubs load once; what people wrote since stays theirs."""

import pytest

from hemicycle.core import texts
from hemicycle.core.models import Counter, Entry
from hemicycle.hubs import actions, loading
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.hubs.tests.factories import the_shipped_ground
from hemicycle.hubs.tests.shipped import spoil
from hemicycle.network.models import Body

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(db):
    the_shipped_ground()


@pytest.fixture
def loaded(ground):
    loading.load()


def traces():
    return list(Counter.objects.order_by("kind").values()), Entry.objects.count()


def test_loading_twice_leaves_no_trace(loaded):
    before = traces()

    loading.load()

    assert traces() == before


def test_a_changed_cell_changes_one_hub(loaded, folder):
    before = Entry.objects.count()
    spoil(folder, "hubs.csv", 2, "began", "2019")

    loading.load(folder)

    assert Hub.objects.get(slug="southern-african-hub").began == "2019"
    assert Entry.objects.count() == before + 1


def test_a_changed_word_is_read_in_its_language(loaded, folder):
    spoil(folder, "hub_texts.csv", 3, "purpose", "Autres mots.")

    loading.load(folder)

    hub = Hub.objects.get(slug="southern-african-hub")
    assert texts.read_one(hub.uid, "fr")["purpose"] == "Autres mots."


def test_what_a_coordinator_wrote_stays(loaded, person):
    hub = Hub.objects.select_related("body").get(slug="pacific-hub")
    coordinator = person("coordinator", hub.body)
    actions.describe_hub(hub, {"purpose": "Our own words."}, language="en", by=coordinator)
    before = traces()

    loading.load()

    assert texts.read_one(hub.uid, "en")["purpose"] == "Our own words."
    assert traces() == before


def test_a_member_that_left_is_not_brought_back(loaded, person):
    hub = Hub.objects.select_related("body").get(slug="pacific-hub")
    coordinator = person("coordinator", hub.body)
    membership = Membership.objects.select_related("body", "hub__body").get(hub=hub, body__key="PW")
    actions.leave_hub(membership, by=coordinator)

    loading.load()

    assert list(Membership.objects.filter(hub=hub, body__key="PW").values_list("state", flat=True)) == ["left"]


def test_a_hub_that_people_offered_under_the_same_name_is_theirs(ground):
    body = Body.objects.get(key="HUB-pacific-hub")
    Hub.objects.create(uid=body.uid, body=body, slug="pacific-hub", sort=HubKind.REGIONAL)

    loading.load()

    assert Hub.objects.get(slug="pacific-hub").state == HubState.OFFERED
