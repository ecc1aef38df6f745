"""Who sees what: withdrawal first, then every role and every state."""

import pytest

from hemicycle.core.models import Link, Listing, Mark
from hemicycle.innovations import actions, policy, queries
from hemicycle.innovations.offer import CASES, USE_CASES
from hemicycle.innovations.states import State
from hemicycle.innovations.tests.factories import a_case, a_use_case, an_adoption
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_chamber, a_parliament

ADDRESSES = ("/en/cases/", "/en/cases.json", "/en/cases.csv", "/fr/cases/?country=ZM", "/en/parliaments/ZM/")


def test_what_is_withdrawn_leaves_every_list_at_once_and_its_address_says_so(client, editor, zambia, malawi):
    gone, stays = a_case("gone", body=zambia), a_case("stays", body=zambia)
    taker = a_case("taker", body=malawi)
    an_adoption(taker, gone, since="2020")
    before = [client.get(address).content.decode().count("Title of gone") for address in ADDRESSES]

    actions.withdraw(gone, by=editor)

    after = [client.get(address).content.decode() for address in ADDRESSES]
    assert all(before)
    assert [page.count("Title of gone") for page in after] == [0] * len(ADDRESSES)
    assert all("Title of stays" in page for page in after)
    assert [client.get(f"/en/cases/gone{end}").status_code for end in ("/", ".json")] == [410, 410]
    assert "Title of gone" not in client.get("/en/cases/taker/").content.decode()
    assert client.get("/en/spread.json").json()["count"] == 0
    assert not Mark.objects.filter(listing=gone.uid).exists()
    assert not Link.objects.filter(to=gone.uid).exists()
    assert Listing.objects.get(uid=gone.uid).gone_since is not None
    assert stays.state == State.PUBLISHED


def test_what_is_restored_is_back_at_the_same_address(client, editor, zambia):
    case = a_case("back", body=zambia)
    actions.withdraw(case, by=editor)

    actions.restore(case, by=editor)

    assert client.get("/en/cases/back/").status_code == 200
    assert "Title of back" in client.get("/en/cases/").content.decode()


def test_a_withdrawn_use_case_answers_410(client, editor, zambia):
    use_case = a_use_case("gone", body=zambia)

    actions.withdraw(use_case, by=editor)

    assert client.get("/en/use-cases/gone/").status_code == 410
    assert "Title of gone" not in client.get("/en/use-cases/").content.decode()


@pytest.fixture
def everybody(person, zambia, malawi, secretariat):
    parliament = zambia.parent
    other = a_chamber("ZM-UC01", country="ZM", name="Second chamber", chamber_kind="upper")
    people = {"nobody": None, "outsider": person()}
    for role in Role.values:
        people[f"{role} of the chamber"] = person(role, zambia)
        people[f"{role} of the parliament"] = person(role, parliament)
        people[f"{role} of the other chamber"] = person(role, other)
        people[f"{role} of another country"] = person(role, malawi)
        people[f"{role} of the secretariat"] = person(role, secretariat)
    return people


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("make", [a_case, a_use_case])
def test_policy_query_and_offer_agree_for_every_role(make, state, everybody, zambia):
    offer, visible = (CASES, queries.visible_to) if make is a_case else (USE_CASES, queries.use_cases_visible_to)
    author = everybody["contributor of another country"]
    things = [
        make(body=zambia, state=state),
        make(body=zambia.parent, state=state),
        make(body=a_parliament("MW"), state=state, author=author),
        make(body=None, body_name="A council", state=state),
    ]

    for name, viewer in everybody.items():
        allowed = {thing.slug for thing in things if policy.may_see(viewer, thing)}
        assert set(visible(viewer).values_list("slug", flat=True)) == allowed, name
        assert set(offer.visible(viewer).values_list("slug", flat=True)) == allowed, name


def test_a_draft_is_not_found_by_the_public_and_read_by_its_author(client, contributor, zambia):
    a_case("draft", body=zambia, author=contributor, state=State.DRAFT)

    public = client.get("/en/cases/draft/")
    client.force_login(contributor)
    own = client.get("/en/cases/draft/")

    assert public.status_code == 404
    assert own.status_code == 200
    assert own.headers["Cache-Control"] == "private, no-cache"
    assert "Not public: “Draft”." in own.content.decode()
    assert '<meta name="robots" content="noindex">' in own.content.decode()
    # There is no open data of what is not public.
    assert "/en/cases/draft.json" not in own.content.decode()


def test_who_has_handed_in_reads_what_comes_next(client, contributor, zambia):
    a_case("waiting", body=zambia, author=contributor, state=State.SUBMITTED)
    client.force_login(contributor)

    page = client.get("/en/cases/waiting/").content.decode()

    assert "An editor answers within ten working days, and its authors hear of it by mail." in page


def test_data_and_pictures_are_of_what_is_public_alone(client, contributor, zambia):
    a_case("draft", body=zambia, author=contributor, state=State.DRAFT)
    client.force_login(contributor)

    answers = [client.get(f"/en/cases/draft{end}").status_code for end in (".json", "/preview.png")]

    assert answers == [404, 404]
    assert client.get("/en/cases.json").json()["items"] == []
