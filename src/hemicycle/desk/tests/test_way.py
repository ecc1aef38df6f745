"""Who comes in without saying where to finds the desk if something awaits them, and else their account."""

import pytest

from hemicycle.network import actions

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("asks", "address"), [(True, "/fr/desk/"), (False, "/fr/account/")])
def test_the_way_in_leads_to_the_desk_if_anything_awaits(client, focal_point, outsider, zambia, asks, address):
    focal_point.language = "fr"
    focal_point.save()
    if asks:
        actions.ask_for_seat(zambia, "contributor", note="I work there.", by=outsider)
    client.force_login(focal_point)

    come = client.get("/en/account/login/")

    assert (come.status_code, come.url) == (302, address)


def test_a_way_that_was_asked_for_goes_before_the_desk(client, focal_point, outsider, zambia):
    actions.ask_for_seat(zambia, "contributor", note="I work there.", by=outsider)
    client.force_login(focal_point)

    come = client.get("/en/account/login/?next=/en/cases/")

    assert come.url == "/en/cases/"
