"""The public page of a hub, its list and its data."""

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError

from hemicycle.hubs import actions
from hemicycle.hubs.states import HubKind
from hemicycle.hubs.tests.factories import an_open_hub


@pytest.fixture
def lakes(zambia, focal_point, administrator):
    return an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)


def with_everything(hub, by, things):
    actions.adopt_plan(hub, 2026, [actions.Planned(title=f"Seminar {n}") for n in range(things)], language="en", by=by)
    for n in range(things):
        made = actions.Made(sort="survey", dated="2026-05", words={"title": f"Survey {n}"}, language="en")
        actions.publish_output(hub, made, by=by)
        words = {"title": f"News {n}", "text": "We met."}
        actions.publish_update(actions.draft_update(hub, words, language="en", by=by), by=by)


@pytest.mark.parametrize("things", [1, 3])
def test_the_page_of_a_hub_costs_six_queries_however_much_it_shows(
    client, lakes, focal_point, things, django_assert_num_queries
):
    with_everything(lakes, focal_point, things)
    client.get("/en/hubs/")
    caches["pages"].clear()

    with django_assert_num_queries(6):
        page = client.get("/en/hubs/lakes-hub/")

    text = page.content.decode()
    assert [f"{what} {things - 1}" in text for what in ("Seminar", "Survey", "News")] == [True, True, True]


def test_an_offer_is_not_found_by_the_public_and_seen_by_its_host(client, zambia, focal_point):
    said = actions.Described(name="Coast hub", sort=HubKind.THEMATIC, language="en", purpose="To try.")
    actions.offer_hub(zambia, said, by=focal_point)

    found = [client.get("/en/hubs/coast-hub/").status_code]
    client.force_login(focal_point)
    found.append(client.get("/en/hubs/coast-hub/").status_code)

    assert found == [404, 200]


def test_a_colour_that_cannot_be_read_is_refused_with_its_contrast(lakes, focal_point):
    with pytest.raises(ValidationError, match=r"the contrast is 1\.\d, and 4\.5 are needed"):
        actions.arrange_hub(lakes, actions.Ways(accent="#ffee88"), by=focal_point)


def test_a_hub_shows_its_colour_by_a_style_sheet_of_its_own(client, lakes, focal_point):
    actions.arrange_hub(lakes, actions.Ways(accent="#8A1C5B"), by=focal_point)

    page = client.get("/en/hubs/lakes-hub/").content.decode()
    sheet = client.get("/en/hubs/lakes-hub/look.css")

    assert ('href="/en/hubs/lakes-hub/look.css"' in page, sheet.headers["Content-Type"]) == (
        True,
        "text/css; charset=utf-8",
    )
    assert sheet.content.decode().startswith(":root{--hub:#8a1c5b}")
