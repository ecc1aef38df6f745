"""How an innovation spread: what hangs together, how it is drawn and told, and as data."""

import csv
import io

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.innovations import actions
from hemicycle.innovations.analysis import all_spreads, spread_of
from hemicycle.innovations.states import Relation, State
from hemicycle.innovations.tests.factories import a_case, an_adoption
from hemicycle.network.tests.factories import a_chamber


@pytest.fixture
def brazil(db):
    return a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")


@pytest.fixture
def chain(brazil, zambia, malawi):
    """Brazil, then Zambia, then Malawi with help from Zambia's chamber."""
    cases = {
        "brazil": a_case("brazil", body=brazil, began="2020-03"),
        "zambia": a_case("zambia", body=zambia, began="2020-05"),
        "malawi": a_case("malawi", body=malawi, began="2021"),
    }
    an_adoption(cases["zambia"], cases["brazil"], since="2020-05")
    an_adoption(cases["malawi"], cases["zambia"], since="2021")
    an_adoption(cases["malawi"], zambia, relation=Relation.HELPED, since="2021")
    return cases


def test_everything_that_is_linked_hangs_together_from_wherever_one_looks(chain):
    a_case("alone")

    seen = [[member.end.slug for member in spread_of(case.uid).members] for case in chain.values()]

    assert seen == [["brazil", "zambia", "", "malawi"]] * 3


def test_each_member_stands_below_and_beyond_where_it_came_from(chain):
    spread = spread_of(chain["brazil"].uid)

    for edge in spread.edges:
        origin, taker = spread.members[edge.origin].place, spread.members[edge.taker].place
        assert origin.column < taker.column
        assert origin.row < taker.row


def test_what_is_linked_with_nothing_has_no_spread(chain):
    assert spread_of(a_case("alone").uid) is None


def test_a_body_does_not_tie_two_innovations_together(chain, zambia, brazil):
    other = a_case("other", body=brazil)
    an_adoption(other, zambia, relation=Relation.HELPED)

    assert [member.end.slug for member in spread_of(other.uid).members] == ["", "other"]
    assert len(all_spreads()) == 2


def test_a_link_to_what_is_not_public_is_not_told(chain, editor):
    actions.withdraw(chain["zambia"], by=editor)

    assert spread_of(chain["brazil"].uid) is None
    assert [member.end.slug for member in spread_of(chain["malawi"].uid).members] == ["", "malawi"]


def test_a_circle_of_links_is_drawn_once_and_does_not_hang(brazil, zambia):
    first, second = a_case("first", body=brazil), a_case("second", body=zambia)
    an_adoption(second, first)
    an_adoption(first, second)

    spread = spread_of(first.uid)

    assert [(edge.origin, edge.taker) for edge in spread.edges] == [(1, 0), (0, 1)]


def test_the_page_of_a_case_draws_and_tells_its_spread(chain, client):
    page = client.get("/en/cases/zambia/").content.decode()

    assert page.count('<circle class="spread__dot') == 4
    assert page.count("spread__dot--here") == 1
    assert page.count("spread__dot--outside") == 1
    assert " style=" not in page
    assert "Zambia (National Assembly) adapted it from Brazil (Chamber of Deputies) · May 2020" in page
    assert "Zambia (National Assembly) helped Malawi (National Assembly) · 2021" in page


def test_the_drawing_is_mirrored_where_reading_begins_at_the_right(chain, client):
    left, right = (client.get(f"/{language}/cases/zambia/").content.decode() for language in ("en", "ar"))

    assert 'cx="14"' in left
    assert 'cx="326"' in right
    assert 'direction="rtl"' in right


def test_all_spreads_stand_on_one_page(chain, client):
    page = client.get("/en/spread/").content.decode()

    assert page.count('<figure class="spread">') == 1
    assert "Title of brazil" in page
    assert client.get("/en/spread/?page=2").status_code == 404


def test_all_spreads_take_as_many_queries_for_many_as_for_few(chain, client, brazil, zambia, django_assert_num_queries):
    for number in range(5):
        an_adoption(a_case(f"taker-{number}", body=zambia), a_case(f"origin-{number}", body=brazil))
    all_spreads()
    client.get("/fr/spread/")

    with django_assert_num_queries(2):
        client.get("/en/spread/")


def test_the_links_are_data(chain, client):
    rows = list(csv.DictReader(io.StringIO(client.get("/en/spread.csv").content.decode())))
    items = client.get("/en/spread.json").json()["items"]

    assert [(row["relation"], row["origin_case"], row["taker_case"], row["since"]) for row in rows] == [
        ("adapted_from", "brazil", "zambia", "2020-05"),
        ("adapted_from", "zambia", "malawi", "2021"),
        ("helped_by", "", "malawi", "2021"),
    ]
    assert items[2]["origin_body"] == "ZM-LC01"
    assert items[0]["source_address"] == "https://example.org/bulletin"


def test_records_name_what_they_were_taken_from_and_who_took_them(chain, client):
    facts = client.get("/en/cases/zambia.json").json()["facts"]

    assert [end["case"] for end in facts["adapted_from"]] == ["brazil"]
    assert [end["case"] for end in facts["adapted_by"]] == ["malawi"]
    assert client.get("/en/cases/zambia.json").json()["links"][1]["to"] == str(chain["brazil"].uid)


def test_a_card_says_from_where_a_case_was_adapted(chain, client):
    assert "adapted from: Brazil" in client.get("/en/cases/?country=ZM").content.decode()


def test_another_house_says_that_it_took_a_case_up(chain, client, colleague, malawi):
    actions.adopt(chain["brazil"], malawi, by=colleague, since="2026")

    page = client.get("/en/cases/brazil/").content.decode()

    assert "Malawi (National Assembly) adapted it from Brazil (Chamber of Deputies) · 2026" in page
    assert "as stated by the body that took it up; nobody else has checked it" in page


def test_nobody_says_it_for_a_house_that_is_not_theirs(chain, colleague, zambia):
    with pytest.raises(PermissionDenied):
        actions.adopt(chain["brazil"], zambia, by=colleague)


def test_a_house_does_not_take_up_its_own_case(chain, focal_point, zambia):
    with pytest.raises(PermissionDenied):
        actions.adopt(chain["zambia"], zambia, by=focal_point)


def test_a_house_says_it_once(chain, colleague, malawi):
    actions.adopt(chain["brazil"], malawi, by=colleague)

    with pytest.raises(ValidationError):
        actions.adopt(chain["brazil"], malawi, by=colleague)


def test_what_is_not_public_cannot_be_taken_up(colleague, malawi, zambia):
    with pytest.raises(PermissionDenied):
        actions.adopt(a_case(body=zambia, state=State.DRAFT), malawi, by=colleague)
