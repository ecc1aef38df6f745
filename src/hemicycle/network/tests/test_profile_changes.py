"""A profile follows what changes, and shows what other packages have to say."""

import pytest

from hemicycle.core import catalogue
from hemicycle.core.catalogue import Panel
from hemicycle.network.tests.factories import a_chamber, a_fact, a_source
from hemicycle.network.tests.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_website_that_somebody_has_checked_is_a_link(client, zambia):
    a_fact(zambia.parent, "website", "https://parliament.example", source=a_source())

    assert 'href="https://parliament.example"' in client.get("/en/parliaments/ZM/").content.decode()


def test_a_panel_of_another_package_stands_on_the_profile(client, zambia, monkeypatch):
    panel = Panel(
        name="things",
        kind="parliament",
        template="network/card.html",
        build=lambda uid, key, language: (uid, key, language),
    )
    monkeypatch.setattr(catalogue, "PANELS", {"things": panel})
    drawn = []
    monkeypatch.setattr(
        "hemicycle.core.panels.drawn", lambda template, macro, content: drawn.append(content) or "A panel"
    )

    response = client.get("/fr/parliaments/ZM/")

    assert drawn == [(zambia.parent.uid, "ZM", "fr")]
    assert "A panel" in text_of(response)


def test_the_facts_of_a_profile_follow_at_once(client, zambia):
    client.get("/en/parliaments/ZM/")

    a_chamber("ZM-UC01", country="ZM", name="House of Chiefs", chamber_kind="upper", facts={"seats": "50"})

    assert "House of Chiefs" in text_of(client.get("/en/parliaments/ZM/"))
