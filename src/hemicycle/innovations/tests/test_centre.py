"""What the library shows of itself on the page about the state of the Centre."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core.models import Entry
from hemicycle.innovations import actions
from hemicycle.innovations.centre_panel import library
from hemicycle.innovations.tests.factories import a_case, a_use_case, hand_in
from hemicycle.network.tests.factories import the_secretariat


def facts() -> dict[str, tuple[str, str]]:
    body = the_secretariat()
    return {fact.label: (fact.value, fact.note) for fact in library(body.uid, body.key, "en").facts}


@pytest.mark.django_db
def test_an_empty_library_says_so():
    assert set(facts().values()) == {("0", "")}


@pytest.mark.django_db
def test_what_waits_is_counted_with_the_day_since_when_and_what_is_late(zambia, contributor, monkeypatch):
    a_case("public-case", body=zambia)
    a_use_case("public-use-case")
    draft = actions.draft(zambia, {"title": "Benches", "lead": "A lead."}, language="en", by=contributor)
    for title in ("First", "Second"):
        hand_in(
            actions.draft(zambia, {"title": title, "lead": "A lead."}, language="en", by=contributor), by=contributor
        )
    later = timezone.now() + timedelta(days=30)

    now = facts()
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert draft.state == "draft"
    assert (now["Being described"], now["Public cases"], now["Public use cases"]) == (("1", ""), ("1", ""), ("1", ""))
    assert now["Waiting for review"][0] == "2"
    assert "2 are late" not in now["Waiting for review"][1]
    assert facts()["Waiting for review"][1].endswith(" · 2 are late")
    assert Entry.objects.filter(verb="case.submitted").count() == 2
