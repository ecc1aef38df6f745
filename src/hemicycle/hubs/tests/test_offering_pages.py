"""A body offers to host a hub, talks with the secretariat, and the secretariat sees how every hub stands."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from hemicycle.accounts.tests.factories import a_person
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.queries.standing import hubs_standing
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.hubs.tests.factories import SIGNED, an_open_hub
from hemicycle.network import actions as network
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState
from hemicycle.network.tests.factories import a_chamber, an_office
from hemicycle.threads.queries import thread_of

OFFER = {
    "name": "Coast hub",
    "sort": "regional",
    "language": "en",
    "purpose": "To share the coast.",
    "gives": "Two people.",
    "joining": "on_request",
}


def body(page):
    return page.content.decode()


@pytest.fixture
def offered(client, zambia, focal_point):
    client.force_login(focal_point)
    client.post("/en/hubs/offer/", {**OFFER, "body": zambia.key})
    return Agreement.objects.get()


def test_an_offer_leads_to_its_page_and_the_same_form_sent_twice_is_one_offer(client, zambia, focal_point):
    client.force_login(focal_point)
    sent = {**OFFER, "body": zambia.key, "once": str(uuid4())}

    answers = [client.post("/en/hubs/offer/", sent) for _press in range(2)]

    agreement = Agreement.objects.get()
    assert [answer.url for answer in answers] == [f"/en/hubs/offers/{agreement.uid}/"] * 2
    page = body(client.get(answers[0].url))
    assert ("To share the coast." in page, "Two people." in page, Hub.objects.get().state) == (True, True, "offered")


def test_what_is_missing_in_an_offer_is_said_and_nothing_is_lost(client, zambia, focal_point):
    client.force_login(focal_point)

    answer = client.post("/en/hubs/offer/", {**OFFER, "body": zambia.key, "name": "", "gives": "A long list."})

    assert (answer.status_code, "A long list." in body(answer), Hub.objects.count()) == (422, True, 0)


def test_nobody_offers_for_a_body_for_which_they_do_not_speak(client, zambia, malawi, focal_point, contributor):
    client.force_login(focal_point)
    other = client.post("/en/hubs/offer/", {**OFFER, "body": malawi.key})
    client.force_login(contributor)

    assert (other.status_code, client.get("/en/hubs/offer/").status_code, Hub.objects.count()) == (422, 404, 0)


def test_both_sides_talk_and_nobody_else_reads(client, offered, focal_point, administrator, editor, colleague):
    place = f"/en/hubs/offers/{offered.uid}/"
    once = str(uuid4())
    for _press in range(2):
        client.post(place, {"act": "write", "text": "When can we sign?", "once": once})
    client.force_login(administrator)
    client.post(place, {"act": "write", "text": "In January."})
    answers = []
    for person in (focal_point, administrator, editor, colleague):
        client.force_login(person)
        answers.append(client.get(place).status_code)

    said = thread_of(Agreement.kind, offered.uid).letters.order_by("number").values_list("text", flat=True)
    assert (list(said), answers) == (["When can we sign?", "In January."], [200, 200, 200, 404])


def test_the_secretariat_opens_what_is_signed(client, offered, administrator):
    place = f"/en/hubs/offers/{offered.uid}/"
    client.force_login(administrator)
    early = client.post(place, {"act": "open"})
    network.sign_agreement(offered, SIGNED, by=administrator)
    opened = [client.post(place, {"act": "open"}).status_code for _press in range(2)]

    assert (early.status_code, "Nobody hosts this hub yet" in body(early)) == (422, True)
    assert (opened, Hub.objects.get().state, client.get("/en/hubs/coast-hub/").status_code) == ([302, 302], "open", 200)


def test_the_body_that_offers_ends_the_talks_and_does_not_open_its_own_hub(client, offered, focal_point):
    place = f"/en/hubs/offers/{offered.uid}/"
    alone = client.post(place, {"act": "open"})
    ended = client.post(place, {"act": "decline"})
    late = client.post(place, {"act": "write", "text": "One word more."})

    offered.refresh_from_db()
    assert (alone.status_code, ended.status_code, offered.state) == (422, 302, AgreementState.DECLINED)
    assert (Hub.objects.get().state, late.status_code, "One word more." in body(late)) == ("declined", 404, True)


def test_another_body_offers_to_host_together_and_its_talks_are_its_own(client, lakes, malawi, colleague, focal_point):
    client.force_login(colleague)
    place = "/en/hubs/offer/?hub=lakes-hub"
    sent = {"body": malawi.key, "language": "en", "gives": "A platform."}

    answers = [client.post(place, sent) for _press in range(2)]

    agreement = Agreement.objects.get(state=AgreementState.TALKS)
    assert [answer.url for answer in answers] == [f"/en/hubs/offers/{agreement.uid}/"] * 2
    client.force_login(focal_point)
    assert client.get(answers[0].url).status_code == 404


def test_a_host_does_not_offer_twice_and_nobody_offers_to_join_what_is_closed(
    client, lakes, zambia, malawi, focal_point, colleague, administrator
):
    client.force_login(focal_point)
    again = client.post("/en/hubs/offer/?hub=lakes-hub", {"body": zambia.key, "language": "en", "gives": "More."})
    actions.close_hub(lakes, by=administrator)
    client.force_login(colleague)

    assert (again.status_code, "hosts this hub already" in body(again)) == (422, True)
    assert client.get("/en/hubs/offer/?hub=lakes-hub").status_code == 404


def several(number, administrator):
    for one in range(number):
        house = a_chamber(f"BR-LC0{one + 1}", country="BR", name=f"House {one}")
        an_open_hub(house, offered_by=speaker(house), opened_by=administrator, name=f"Hub number {one}")


def speaker(house):
    made = a_person()
    an_office(made, house)
    return made


@pytest.mark.parametrize("hubs", [1, 3])
def test_the_list_of_how_hubs_stand_costs_the_same_however_many_there_are(
    client, administrator, hubs, django_assert_num_queries
):
    several(hubs, administrator)
    client.force_login(administrator)
    client.get("/en/hubs/state/")

    with django_assert_num_queries(8):
        page = client.get("/en/hubs/state/")

    assert f"Hub number {hubs - 1}" in body(page)


def test_it_says_of_each_hub_what_is_to_be_known(
    lakes, membership, zambia, malawi, colleague, coordinator, administrator
):
    Agreement.objects.update(until=(timezone.localdate() + timedelta(days=90)).isoformat())
    Hub.objects.update(last_sign_at=timezone.now() - timedelta(days=200))
    asker = a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")
    actions.ask_to_join(lakes, asker, by=speaker(asker))
    other = a_chamber("KE-LC01", country="KE", name="National Assembly")
    said = actions.Described(name="Coast hub", sort=HubKind.THEMATIC, purpose="To try.")
    actions.offer_hub(other, said, by=speaker(other))

    found = {stands.slug: stands for stands in hubs_standing(administrator)}

    lake, coast = found["lakes-hub"], found["coast-hub"]
    assert (lake.quiet, bool(lake.ends), lake.members, lake.requests, lake.coordinators) == (True, True, 1, 1, 1)
    assert (lake.hosts, lake.may_open, lake.may_close) == ((zambia.pk,), False, True)
    assert (coast.state, len(coast.talks), coast.hosts, coast.may_open) == (HubState.OFFERED, 1, (), False)


def test_an_agreement_that_another_follows_does_not_end_a_hub(lakes, malawi, colleague, administrator):
    soon = timezone.localdate() + timedelta(days=30)
    first = Agreement.objects.get()
    later = network.Signing(signed_on="2026-01-10", since=soon.isoformat())
    actions.hand_over(first, malawi, later, by=administrator)

    assert hubs_standing(administrator)[0].ends == ""


@pytest.mark.parametrize(
    ("which", "shown"),
    [("", True), ("open", True), ("quiet", False), ("nobody", True), ("offered", False), ("closed", False)],
)
def test_the_list_is_narrowed_by_how_hubs_stand(client, lakes, administrator, which, shown):
    client.force_login(administrator)

    assert ("Lakes hub" in body(client.get(f"/en/hubs/state/?which={which}"))) is shown


@pytest.mark.parametrize("asked", ["?which=made-up", "?page=2", "?page=x"])
def test_made_up_narrowings_and_pages_are_not_found(client, lakes, administrator, asked):
    client.force_login(administrator)

    assert client.get(f"/en/hubs/state/{asked}").status_code == 404


def test_an_administrator_closes_a_hub_and_an_editor_only_looks(client, lakes, administrator, editor):
    client.force_login(editor)
    looked = client.get("/en/hubs/lakes-hub/state/")
    pressed = client.post("/en/hubs/lakes-hub/state/", {"act": "close"})
    client.force_login(administrator)
    closed = [client.post("/en/hubs/lakes-hub/state/", {"act": "close"}).status_code for _press in range(2)]

    lakes.refresh_from_db()
    assert (looked.status_code, "Close the hub" in body(looked), pressed.status_code) == (200, False, 404)
    assert (closed, lakes.state) == ([302, 302], HubState.CLOSED)
    assert "This hub is closed" in body(client.get("/en/hubs/lakes-hub/"))
