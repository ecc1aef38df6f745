"""What moved redirects, what was withdrawn says so, and no subject is asked."""

import pytest
from django.utils import timezone

from hemicycle.core.models import Address, Listing
from hemicycle.core.tests.offered import terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved():
    (topic,) = terms("change")
    Address.objects.create(path="/topics/labour/", listing_id=topic.uid, since=timezone.now())
    return topic


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("/en/topics/labour/", "/en/topics/change/"),
        ("/ar/topics/labour/", "/ar/topics/change/"),
        ("/fr/topics/labour/?page=2", "/fr/topics/change/?page=2"),
        ("/en/topics/labour.json", "/en/topics/change.json"),
    ],
)
def test_an_old_address_leads_to_the_new_one_in_the_same_language(client, moved, asked, sent):
    response = client.get(asked)

    assert (response.status_code, response.url) == (301, sent)


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_a_withdrawn_thing_says_so_in_every_language(client, moved, language):
    Listing.objects.filter(uid=moved.uid).update(gone_since=timezone.now())

    response = client.get(f"/{language}/topics/labour/")

    assert response.status_code == 410
    assert f'lang="{language}"' in response.content.decode()


def test_an_address_that_never_was_is_not_found(client, moved):
    assert client.get("/en/topics/nothing-here/").status_code == 404
    assert client.get("/en/no/such/place/").status_code == 404
