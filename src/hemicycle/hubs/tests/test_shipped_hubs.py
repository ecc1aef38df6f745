"""What the shipped hubs say: ten of them, every one with its sources, in five languages."""

from collections import Counter as Tally

import pytest

from hemicycle.core import texts
from hemicycle.core.identity import shipped_uid
from hemicycle.hubs.models import Hub, Membership, Output
from hemicycle.hubs.states import HubState, MemberState
from hemicycle.hubs.tests.shipped import shipped
from hemicycle.network.models import Agreement
from hemicycle.network.queries import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_hubs")]
LANGUAGES = {"en", "fr", "es", "pt", "ar"}


def test_the_ten_hubs_are_there_under_their_own_names():
    names = set(Hub.objects.filter(state=HubState.OPEN).values_list("body__name", flat=True))

    assert names == {
        "Caribbean hub",
        "East African hub",
        "Hispanophone hub",
        "ICT solutions hub",
        "IT (ICT) governance hub",
        "Pacific hub",
        "Parliamentary Data Science hub",
        "Public engagement hub",
        "Southern African hub",
        "Transparency hub",
    }


def test_a_hub_and_its_body_have_one_identity_that_is_the_same_on_every_node():
    hub = Hub.objects.select_related("body").get(slug="pacific-hub")

    assert hub.uid == hub.body.uid == shipped_uid("hub", "HUB-pacific-hub")


def test_every_hub_and_every_output_names_its_sources_and_the_day_of_compiling():
    unsourced = [
        *Hub.objects.filter(sources=[]),
        *Output.objects.filter(sources=[]),
        *Hub.objects.filter(compiled_on=None),
    ]

    assert unsourced == []


def test_every_text_is_there_in_all_five_languages_and_translations_are_credited():
    uids = [*Hub.objects.values_list("uid", flat=True), *Output.objects.values_list("uid", flat=True)]
    told = texts.all_languages(uids)
    read = texts.read(uids, "ar")

    assert {uid for uid in uids if set(told[uid]) != LANGUAGES} == set()
    assert {next(iter(words)) for words in told.values()} == {"en"}
    assert {reading.credit for reading in read.values()} == {
        "translated by this project, not reviewed by a native speaker"
    }


def test_a_text_says_in_every_language_what_it_says_in_english():
    """No part of a text is missing in a translation, and none is there that the original lacks."""
    told = texts.all_languages(Hub.objects.values_list("uid", flat=True))

    filled = {
        uid: {frozenset(name for name, words in fields.items() if words) for fields in languages.values()}
        for uid, languages in told.items()
    }
    assert {len(forms) for forms in filled.values()} == {1}


def test_members_are_those_that_sources_name():
    rows = Membership.objects.filter(state=MemberState.MEMBER).values_list("hub__slug", "body__key")

    assert Tally(slug for slug, _key in rows) == {"pacific-hub": 12, "southern-african-hub": 3}
    assert {key for slug, key in rows if slug == "southern-african-hub"} == {"BW-LC01", "MU-LC01", "ZM-LC01"}


def test_no_hub_is_alive_only_because_it_was_loaded():
    assert list(Hub.objects.exclude(last_sign_at=None)) == []


def test_every_hub_has_a_host_among_the_partners():
    hosted = Agreement.objects.exclude(hub=None).values_list("hub__key", flat=True)

    assert set(hosted) == {f"HUB-{row['key']}" for row in shipped("hubs.csv")}


def test_the_spanish_speaking_countries_are_those_of_the_register():
    speaking = {house.key for house in register().parliaments if "es" in house.current.get("language", ())}

    assert set(Hub.objects.get(slug="hispanophone-hub").countries) == speaking
