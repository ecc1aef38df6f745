"""The register on the staff side: every form does a verb of ours, leaves one entry, and is not undone by a load."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hemicycle.core.tests.staff import at, is_the_only_history, last_entry, queries_for, recorded, words
from hemicycle.network import actions
from hemicycle.network.actions import BodyGiven, BodySaid, FactGiven, FactSaid, RegisterGiven, SourceGiven
from hemicycle.network.models import Body, Fact, Source
from hemicycle.network.tests.factories import a_chamber, a_country, a_fact, a_regional_body, a_source

pytestmark = pytest.mark.django_db

SEATS = {"value": "170", "since": "2026-08-13", "as_of": "2026-08", "source_title": "Letter of the Clerk, 2026"}


@pytest.fixture
def desk(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


def named(body, **other):
    """What the form of a body sends when nothing is changed, but for what is named."""
    plain = {name: getattr(body, name) for name in ("name", "name_local", "name_note", "note")}
    return {**plain, **other}


def the_same_register(*facts):
    """What the files would say again of Zambia."""
    source = SourceGiven("register-2026", "A register, 2026")
    parliament = BodyGiven("parliament", "ZM", "National Assembly", country="ZM")
    chamber = BodyGiven("chamber", "ZM-LC01", "National Assembly", parent="ZM", country="ZM", chamber_kind="single")
    return RegisterGiven([source], [], [parliament, chamber], facts)


@pytest.mark.parametrize("role", ["analyst", "editor", "administrator"])
def test_the_secretariat_reads_a_body_with_its_facts(client, person, secretariat, zambia, role):
    client.force_login(person(role, secretariat))

    page = client.get(at("bodies", "page", zambia.pk))

    assert page.status_code == 200
    assert ["Zambia · National Assembly" in words(page), "A register, 2026" in words(page)] == [True, True]
    assert ("Change names and remarks" in words(page)) is (role == "administrator")


def test_other_names_leave_one_entry_and_stand_on_the_profile(desk, zambia, administrator):
    before = last_entry()

    answer = desk.post(
        at("bodies", "change", zambia.pk),
        named(zambia, name="National Assembly of Zambia", name_fr="Assemblée nationale", source_title="Its website"),
    )

    assert (answer.status_code, answer.url) == (302, at("bodies", "page", zambia.pk))
    assert recorded(zambia, before) == [("body.changed", administrator.uid)]
    assert "National Assembly of Zambia" in words(desk.get("/en/parliaments/ZM/"))
    assert is_the_only_history()


def test_the_same_names_leave_no_trace(desk, zambia):
    before = last_entry()

    desk.post(at("bodies", "change", zambia.pk), named(zambia))

    assert recorded(zambia, before) == []


def test_another_name_needs_a_source_and_what_was_typed_comes_back(desk, zambia):
    answer = desk.post(at("bodies", "change", zambia.pk), named(zambia, name="House of Zambia"))

    assert answer.status_code == 422
    assert ["Say where this is known from." in words(answer), "House of Zambia" in words(answer)] == [True, True]
    assert Body.objects.get(pk=zambia.pk).name == "National Assembly"


def test_loading_again_leaves_names_that_people_changed(desk, zambia):
    desk.post(at("bodies", "change", zambia.pk), named(zambia, name="House of Zambia", source_title="Its website"))

    actions.load_register(the_same_register(), by=None)

    assert Body.objects.get(pk=zambia.pk).name == "House of Zambia"
    assert Body.objects.get(key="ZM").name == "National Assembly"


def test_a_chamber_is_added_below_its_parliament(desk, zambia, administrator):
    said = {"parliament": "ZM", "sort": "upper", "name": "Senate", "source_title": "Constitution, 2026"}

    answer = desk.post(at("bodies", "new_chamber"), said)

    senate = Body.objects.get(key="ZM-UC01")
    assert answer.url == at("bodies", "page", senate.pk)
    assert (senate.parent.key, senate.country.key, senate.name_source.title) == ("ZM", "ZM", "Constitution, 2026")
    assert recorded(senate) == [("body.recorded", administrator.uid)]
    assert "Senate" in words(desk.get("/en/parliaments/ZM/"))


def test_a_regional_body_is_added_once(desk):
    said = {"short_name": "ECOWAS", "name": "Parliament of ECOWAS", "source_title": "Its website"}
    first = desk.post(at("bodies", "new_regional_body"), said)

    second = desk.post(at("bodies", "new_regional_body"), said)

    assert (first.status_code, second.status_code) == (302, 422)
    assert "“RB-ECOWAS” is in the register already." in words(second)
    assert desk.get("/en/regional-bodies/RB-ECOWAS/").status_code == 200


def test_a_fact_leaves_one_entry_of_the_body_and_a_source(desk, zambia, administrator):
    before = last_entry()

    answer = desk.post(at("bodies", "state_fact", zambia.pk, "seats"), SEATS)

    fact = Fact.objects.get(body=zambia, value="170")
    assert answer.url == at("facts", "page", fact.pk)
    assert (fact.source.title, fact.shipped, fact.since) == ("Letter of the Clerk, 2026", False, "2026-08-13")
    assert recorded(zambia, before) == [("body.fact_recorded", administrator.uid)]
    assert Body.objects.get(pk=zambia.pk).current["seats"] == "170"
    assert is_the_only_history()


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("seats", {"value": "many"}, "Enter a whole number."),
        ("seats", {"since": "2026-13"}, "“2026-13” is not a date"),
        ("seats", {"until": "2025"}, "It would end before it begins."),
        ("seats", {"as_of": "last year"}, "“last year” is not a date"),
        ("seats", {"source_title": ""}, "Choose where this is known from"),
        ("seats", {"value": "167", "since": "", "as_of": "2026-01"}, "Exactly this is recorded already."),
        ("election_system", {"value": "lottery"}, "Select a valid choice."),
        ("website", {"value": "not an address"}, "Enter a valid URL."),
    ],
)
def test_what_cannot_be_a_fact_is_said_at_its_field(desk, zambia, name, said, sentence):
    before = last_entry()

    answer = desk.post(at("bodies", "state_fact", zambia.pk, name), {**SEATS, **said})

    assert (answer.status_code, last_entry()) == (422, before)
    assert sentence in words(answer)


def test_only_facts_of_its_kind_are_recorded_of_a_body(desk, zambia):
    assert desk.get(at("bodies", "state_fact", zambia.pk, "population")).status_code == 404
    assert desk.get(at("bodies", "state_fact", zambia.parent.pk, "population")).status_code == 200


def test_a_known_source_is_cited_and_not_kept_twice(desk, zambia):
    a_source("clerk", title="Letter of the Clerk, 2026")
    before = Source.objects.count()

    desk.post(at("bodies", "state_fact", zambia.pk, "term_years"), {"value": "5", "source": "clerk"})

    assert (Fact.objects.get(body=zambia, name="term_years").value, Source.objects.count()) == ("5", before)


def test_the_end_of_a_shipped_fact_outlives_the_next_load(desk, zambia, administrator):
    fact = Fact.objects.get(body=zambia, name="seats")
    Fact.objects.filter(pk=fact.pk).update(shipped=True, since="2016")
    before = last_entry()
    desk.post(at("facts", "end", fact.pk), {"until": "2026-08"})
    given = FactGiven("ZM-LC01", "seats", "167", "register-2026", since="2016", as_of="2026-01")

    actions.load_register(the_same_register(given), by=None)

    assert recorded(zambia, before)[0] == ("body.fact_ended", administrator.uid)
    assert list(Fact.objects.filter(body=zambia, name="seats").values_list("value", "until")) == [("167", "2026-08")]


def test_a_fact_does_not_end_before_it_begins(desk, zambia):
    fact = a_fact(zambia, "term_years", "5", since="2021")

    answer = desk.post(at("facts", "end", fact.pk), {"until": "2020"})

    assert answer.status_code == 422
    assert "It would end before it begins." in words(answer)


def test_ending_a_fact_twice_on_the_same_day_leaves_one_entry(desk, zambia):
    fact = a_fact(zambia, "term_years", "5", since="2021")
    before = last_entry()

    for _press in range(2):
        desk.post(at("facts", "end", fact.pk), {"until": "2026"})

    assert [verb for verb, _actor in recorded(zambia, before)] == ["body.fact_ended"]


def test_what_was_recorded_by_mistake_is_taken_out(desk, zambia, administrator):
    desk.post(at("bodies", "state_fact", zambia.pk, "seats"), SEATS)
    fact = Fact.objects.get(body=zambia, value="170")
    before = last_entry()

    answer = desk.post(at("facts", "take_out", fact.pk))

    assert answer.url == at("bodies", "page", zambia.pk)
    assert recorded(zambia, before) == [("body.fact_taken_out", administrator.uid)]
    assert Body.objects.get(pk=zambia.pk).current["seats"] == "167"


@pytest.mark.parametrize("shipped", [True, False])
def test_what_files_said_is_not_taken_out_also_once_it_was_ended(desk, zambia, shipped):
    fact = Fact.objects.get(body=zambia, name="seats")
    Fact.objects.filter(pk=fact.pk).update(shipped=shipped)

    answer = desk.post(at("facts", "take_out", fact.pk))

    assert answer.status_code == 422
    assert Fact.objects.filter(pk=fact.pk).exists()
    assert "Take it out" not in words(desk.get(at("facts", "page", fact.pk)))


def test_how_a_parliament_organises_innovation_has_its_own_verbs(desk, zambia):
    fact = a_fact(zambia, "innovation_form", "unit")

    assert desk.get(at("facts", "end", fact.pk)).status_code == 404
    assert "/en/parliaments/ZM-LC01/innovation/" in words(desk.get(at("facts", "page", fact.pk)))


@pytest.mark.parametrize("who", ["editor", "focal_point", "outsider"])
def test_nobody_but_administrators_keeps_the_register(who, zambia, request):
    person = request.getfixturevalue(who)
    said = BodySaid("Mine")

    for attempt in (
        lambda: actions.change_body(zambia, said, by=person),
        lambda: actions.record_chamber(zambia.parent, "upper", said, by=person),
        lambda: actions.record_regional_body("X", said, by=person),
        lambda: actions.state_fact(zambia, FactSaid("seats", "1", source_title="I say so"), by=person),
        lambda: actions.take_out_fact(Fact.objects.get(body=zambia), by=person),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


def test_a_chamber_of_no_kind_is_refused(administrator, zambia):
    with pytest.raises(ValidationError):
        actions.record_chamber(zambia.parent, "third", BodySaid("Third", source_title="A letter"), by=administrator)


def test_lists_find_by_country_in_the_language_of_the_reader(desk, administrator, zambia):
    a_country("DE", names={"en": "Germany", "fr": "Allemagne"})
    a_chamber("DE-LC01", country="DE", name="Bundestag")
    administrator.language = "fr"
    administrator.save()

    page = words(desk.get(at("bodies"), {"q": "allem"}))

    assert ["DE-LC01" in page, "ZM-LC01" in page] == [True, False]


@pytest.mark.parametrize(
    ("address", "there", "absent"),
    [
        ("?kind=regional_body", "RB-EP", "ZM-LC01"),
        ("?kind=chamber", "ZM-LC01", "RB-EP"),
    ],
)
def test_bodies_are_narrowed_by_kind(desk, zambia, address, there, absent):
    a_regional_body()

    page = words(desk.get(at("bodies") + address))

    assert [there in page, absent in page] == [True, False]


def test_facts_are_narrowed_by_name_and_by_whose_they_are(desk, zambia):
    desk.post(at("bodies", "state_fact", zambia.pk, "seats"), SEATS)
    Fact.objects.filter(value="167").update(shipped=True)

    here = words(desk.get(at("facts"), {"whose": "here", "name": "seats"}))
    files = words(desk.get(at("facts"), {"whose": "files", "name": "seats"}))

    assert [">\n    170" in here, ">\n    167" in here] == [True, False]
    assert [">\n    170" in files, ">\n    167" in files] == [False, True]


def test_lists_take_as_many_queries_for_one_row_as_for_three(desk, zambia):
    def count():
        return CaptureQueriesContext(connection)

    one = [queries_for(desk, at(shelf), count) for shelf in ("bodies", "facts")]
    a_chamber("BR-LC01", country="BR", name="Chamber of Deputies", facts={"term_years": "4"})
    a_chamber("BR-UC01", country="BR", name="Senate", chamber_kind="upper", facts={"term_years": "8"})

    three = [queries_for(desk, at(shelf), count) for shelf in ("bodies", "facts")]

    assert (one, three) == ([12, 12], [12, 12])


def test_whoever_comes_second_hears_of_it_and_loses_nothing(desk, client, person, secretariat, zambia):
    address = at("bodies", "change", zambia.pk)
    seen = desk.get(address).context["form"]["seen"].value()
    first = Client()
    first.force_login(person("administrator", secretariat))
    first.post(address, named(zambia, note="What the first one wrote."))

    refused = desk.post(address, named(zambia, note="What the second one wrote.", seen=seen))
    again = refused.context["form"]["seen"].value()
    taken = desk.post(address, named(zambia, note="What both agree on.", seen=again))

    assert refused.status_code == 422
    assert "Somebody else has changed this since you opened it." in words(refused)
    assert "What the second one wrote." in words(refused)
    assert (taken.status_code, Body.objects.get(pk=zambia.pk).note) == (302, "What both agree on.")
