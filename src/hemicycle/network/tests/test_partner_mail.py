"""Who hears of talks, signings and ends, and what stands on whose desk."""

from datetime import timedelta

import pytest
from django.template import engines
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.network import actions
from hemicycle.network.actions import Signing
from hemicycle.network.tests.factories import a_contribution, an_agreement, an_organisation

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SOON = (TODAY + timedelta(days=90)).isoformat()
NOW = Signing("2026-01-10", "2026-02-01", SOON)


def entry(verb):
    return Entry.objects.filter(verb=verb).latest("pk")


def heard(verb):
    return set(MESSAGES[verb].audience(entry(verb)))


def told(verb, person):
    return MESSAGES[verb].about(entry(verb), person)


def said(verb, person, part="text"):
    template = engines["jinja2"].env.get_template(MESSAGES[verb].template)
    return str(getattr(template.module, part)(told(verb, person)))


def awaiting(name, person):
    return [(task.title, task.note) for task in DUTIES[name].awaiting(person)]


@pytest.fixture
def talks(fund, representative, administrator):
    return actions.open_agreement(fund, "funding", by=representative)


def test_talks_that_a_partner_opens_reach_the_secretariat_and_await_it(talks, representative, administrator, settings):
    settings.HEMICYCLE_URL = "https://network.example.org"

    assert heard("agreement.opened") == {administrator.uid, representative.uid}
    text = said("agreement.opened", administrator)
    assert "Talks about an agreement with Fund for Parliaments have begun." in text
    assert f"https://network.example.org/en/agreements/{talks.uid}/" in text
    assert awaiting("network.talks", administrator) == [
        ("Talks with Fund for Parliaments: sign them or end them", "Funding")
    ]
    assert awaiting("network.talks", representative) == []


def test_signing_reaches_the_partner(talks, representative, administrator):
    actions.sign_agreement(talks, NOW, by=administrator)

    assert heard("agreement.signed") == {representative.uid}
    assert "It was recorded that Fund for Parliaments and the Centre have signed." in said(
        "agreement.signed", representative
    )
    assert "Period: 1 February 2026 to" in said("agreement.signed", representative)
    assert told("agreement.opened", administrator) is None
    assert awaiting("network.talks", administrator) == []


def test_of_a_renewal_only_the_renewal_is_told(talks, representative, administrator):
    actions.sign_agreement(talks, NOW, by=administrator)
    actions.renew_agreement(talks, Signing("2026-11-01", SOON), by=administrator)

    assert "goes on" in said("agreement.renewed", representative)
    assert told("agreement.ended", representative) is None


def test_a_handover_is_told_to_both_hosts(zambia, malawi, focal_point, colleague, lakes, administrator):
    agreement = an_agreement(zambia, "keystone", hub=lakes)

    actions.hand_over(agreement, malawi, Signing("2026-11-01", "2027-01-01"), by=administrator)

    assert (heard("agreement.signed"), heard("agreement.ended")) == ({colleague.uid}, {focal_point.uid})
    assert "Another host takes the hub over." in said("agreement.ended", focal_point)
    assert "Hub: Lakes hub" in said("agreement.ended", focal_point)


def test_talks_that_came_to_nothing_are_told_to_both_sides(talks, representative, administrator):
    actions.decline_agreement(talks, by=administrator)

    assert heard("agreement.declined") == {administrator.uid, representative.uid}
    assert "came to nothing" in said("agreement.declined", representative)


def test_nobody_hears_of_an_agreement_that_they_no_longer_represent(talks, representative, administrator):
    actions.sign_agreement(talks, NOW, by=administrator)

    actions.revoke_office(representative.offices.get(), by=administrator)

    assert heard("agreement.signed") == set()
    assert told("agreement.signed", Person.objects.get(pk=representative.pk)) is None


def test_an_agreement_about_to_end_is_told_once_and_stands_on_both_desks(
    fund, representative, administrator, colleague
):
    agreement = an_agreement(fund, "funding", until=SOON)
    an_agreement(an_organisation("Other Fund"), "funding", until="2030-12-31")

    reminded = [actions.remind_of_ends(), actions.remind_of_ends()]

    assert reminded == [1, 0]
    assert heard("agreement.ends_soon") == {representative.uid, administrator.uid}
    assert "Renew it, hand over what it is about, or let it end." in said("agreement.ends_soon", representative)
    titles = [
        [title for title, _note in awaiting("network.agreements_ending", one)]
        for one in (representative, administrator)
    ]
    assert titles == [["Renew or let end: the agreement of Fund for Parliaments"]] * 2
    assert awaiting("network.agreements_ending", colleague) == []
    assert DUTIES["network.agreements_ending"].awaiting(administrator)[0].due.date().isoformat() == agreement.until


def test_an_end_that_somebody_set_is_not_reminded_of(fund, administrator):
    agreement = an_agreement(fund, "funding")

    actions.end_agreement(agreement, on=SOON, by=administrator)

    assert actions.remind_of_ends() == 0


def test_a_keystone_partner_without_reason_awaits_the_secretariat(fund, administrator, representative):
    a_contribution(an_agreement(fund, "keystone"), "core_funding", until="2025")

    assert awaiting("network.keystones", administrator) == [
        ("Fund for Parliaments neither hosts a hub nor gives core funding any more", "keystone agreement")
    ]
    assert awaiting("network.keystones", representative) == []
