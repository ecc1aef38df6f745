"""“We adopted this” becomes a link, then invites its own case: by mail to the house, and on the desk of its people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.innovations import actions, queries
from hemicycle.innovations.duties import INVITED
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State
from hemicycle.innovations.tests.factories import a_case
from hemicycle.network.states import Role


@pytest.fixture
def origin(zambia):
    return a_case("tablets", body=zambia, words={"en": {"title": "Papers on tablets", "lead": "Less paper."}})


@pytest.fixture
def taker(person, malawi):
    """A contributor of the house that takes over."""
    return person(Role.CONTRIBUTOR, malawi)


@pytest.fixture
def adoption(origin, malawi, taker):
    return actions.adopt(origin, malawi, by=taker, since="2024", words={"took": "The idea."})


def tasks(person):
    return [(task.title, task.address) for task in DUTIES["innovations.own_case"].awaiting(person)]


def mail(person):
    entry = Entry.objects.get(verb="case.adopted")
    return MESSAGES["case.adopted"].about(entry, person)


def test_the_link_is_public_at_once_and_the_house_is_invited(
    adoption, origin, taker, colleague, focal_point, outsider, editor
):
    begin = f"/en/cases/new/?adopted={adoption.uid}"
    entry = Entry.objects.get(verb="case.adopted")

    assert [link.origin.case for link in queries.links()] == [origin.uid]
    assert [tasks(who) for who in (taker, colleague)] == [[("Papers on tablets", begin)]] * 2
    assert [tasks(who) for who in (focal_point, outsider, editor)] == [[]] * 3
    assert MESSAGES["case.adopted"].audience(entry) == {focal_point.uid, colleague.uid}
    assert mail(colleague).subject == "Your turn to tell: Papers on tablets"
    assert mail(colleague).links[0].address.endswith(begin)
    assert mail(focal_point).subject == "Adopted: Papers on tablets"
    assert mail(outsider) is None


def test_what_a_house_took_over_stands_on_its_own_page(client, adoption):
    page = client.get("/en/parliaments/MW/").content.decode()

    assert ("What it took over from others" in page, "Papers on tablets" in page, "What it changed" in page) == (
        True,
        True,
        False,
    )


def test_the_task_goes_once_the_house_has_begun_and_comes_back_if_it_takes_it_back(
    client, adoption, taker, colleague, malawi
):
    client.force_login(taker)
    ((_title, address),) = tasks(taker)
    client.post(address, {"body": malawi.pk, "language": "en", "title": "Papers on phones"})
    own = Case.objects.get(slug="papers-on-phones")
    begun = tasks(colleague)

    Case.objects.filter(pk=own.pk).update(state=State.WITHDRAWN)

    assert (begun, len(tasks(colleague))) == ([], 1)


def test_nobody_is_asked_about_what_is_not_public_any_more(adoption, origin, colleague, editor):
    actions.withdraw(origin, by=editor)

    assert (tasks(colleague), mail(colleague)) == ([], None)


def test_nobody_is_asked_for_ever(adoption, colleague, monkeypatch):
    later = timezone.now() + INVITED + timedelta(days=1)

    monkeypatch.setattr(timezone, "now", lambda: later)

    assert tasks(colleague) == []


def test_whose_seat_has_ended_is_not_asked(adoption, colleague):
    colleague.offices.update(until=timezone.localdate() - timedelta(days=2))

    assert tasks(type(colleague).objects.get(pk=colleague.pk)) == []
