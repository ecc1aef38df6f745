"""What hubs show of themselves on the page about the state of the Centre."""

from datetime import timedelta

from django.utils import timezone

from hemicycle.hubs.centre_panel import hubs
from hemicycle.hubs.models import Hub
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.network.tests.factories import the_secretariat


def facts():
    body = the_secretariat()
    return {fact.label: (fact.value, fact.note) for fact in hubs(body.uid, body.key, "en").facts if fact.value != "0"}


def test_a_hub_is_alive_and_later_quiet(zambia, focal_point, administrator):
    an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)

    alive = facts()
    Hub.objects.update(last_sign_at=timezone.now() - timedelta(days=200))

    assert alive == {"Alive": ("1", ""), "Without a coordinator": ("1", "")}
    assert facts() == {"Quiet for half a year": ("1", "Lakes hub"), "Without a coordinator": ("1", "")}


def test_hubs_on_the_centres_page_cost_four_queries(zambia, focal_point, administrator, django_assert_num_queries):
    an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)
    body = the_secretariat()

    with django_assert_num_queries(4):
        hubs(body.uid, body.key, "en")
