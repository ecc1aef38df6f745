"""Facts are dated periods; what holds now is drawn from them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core.dates import is_partial_date
from hemicycle.network import actions, queries
from hemicycle.network.actions import FactGiven
from hemicycle.network.models import Fact
from hemicycle.network.periods import current_of, fault_of, region_path, seats_band
from hemicycle.network.tests.factories import a_fact, a_source

TODAY = date(2026, 6, 1)


def a_period(value, since="", until="", as_of="", name="seats"):
    return Fact(name=name, value=value, since=since, until=until, as_of=as_of)


def test_what_held_on_a_day_is_in_its_period():
    facts = [a_period("150", until="2021-08"), a_period("167", since="2021-08-12")]

    assert queries.held_on(facts, "seats", date(2020, 1, 1)) == ["150"]
    assert queries.held_on(facts, "seats", date(2022, 1, 1)) == ["167"]


def test_both_bounds_of_a_period_belong_to_it():
    facts = [a_period("98", since="2023", until="2026-06-30")]

    assert queries.held_on(facts, "seats", date(2023, 1, 1)) == ["98"]
    assert queries.held_on(facts, "seats", date(2026, 6, 30)) == ["98"]
    assert queries.held_on(facts, "seats", date(2026, 7, 1)) == []


def test_the_latest_period_that_has_begun_holds_now():
    facts = [a_period("150", until="2021-08"), a_period("167", since="2021-08"), a_period("226", since="2026-08")]

    assert current_of(facts, TODAY) == {"seats": "167", "seats_as_of": ""}


def test_a_period_that_is_over_stays_the_latest_known():
    facts = [a_period("low", since="2024-07-01", until="2025-06-30", name="income_group")]

    assert current_of(facts, TODAY) == {"income_group": "low"}


def test_without_periods_the_later_source_is_followed():
    facts = [a_period("150", as_of="2017-03"), a_period("167", as_of="2026-01"), a_period("156", as_of="2025-01")]

    assert current_of(facts, TODAY) == {"seats": "167", "seats_as_of": "2026-01"}


def test_a_body_may_have_several_languages():
    facts = [a_period("ny", name="language"), a_period("en", name="language")]

    assert current_of(facts, TODAY) == {"language": ["ny", "en"]}


def test_a_region_is_kept_as_its_slug():
    assert current_of([a_period("Eastern Africa", name="region")], TODAY) == {"region": "eastern-africa"}
    assert region_path("eastern-africa") == ("africa", "sub-saharan-africa", "eastern-africa")


@pytest.mark.parametrize(
    ("seats", "band"), [(None, ""), (1, "1-49"), (49, "1-49"), (50, "50-99"), (399, "200-399"), (2980, "400-")]
)
def test_seats_fall_into_bands(seats, band):
    assert seats_band(seats) == band


def test_dates_are_as_precise_as_their_source():
    assert [is_partial_date(text) for text in ("2026", "2026-02", "2026-02-29", "2026-13", "26")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_number_of_seats_is_a_number():
    assert fault_of("seats", "many") == "“many” is not a whole number from 1."
    assert fault_of("seats", "167") == ""


def test_a_new_fact_is_a_new_period_and_closes_none(administrator, zambia):
    a_source()
    before = zambia.facts.get(name="seats")

    actions.record_fact(
        FactGiven("ZM-LC01", "seats", "226", "register-2026", since="2020-08", as_of="2026-08"), by=administrator
    )

    before.refresh_from_db()
    assert before.until == ""
    assert sorted(zambia.facts.filter(name="seats").values_list("value", flat=True)) == ["167", "226"]
    assert queries.register()["ZM"].seats == 226


def test_ending_a_period_is_a_verb_of_its_own(administrator, zambia):
    fact = zambia.facts.get(name="seats")

    actions.end_fact(fact, until="2026-08", by=administrator)

    fact.refresh_from_db()
    assert fact.until == "2026-08"


def test_a_fact_that_cannot_be_is_refused(administrator, zambia):
    a_source()

    with pytest.raises(ValidationError):
        actions.record_fact(FactGiven("ZM-LC01", "seats", "many", "register-2026"), by=administrator)

    assert zambia.facts.filter(name="seats").count() == 1


@pytest.mark.parametrize("who", ["focal_point", "editor", "outsider"])
def test_only_administrators_keep_the_register(request, zambia, who):
    a_source()

    with pytest.raises(PermissionDenied):
        actions.record_fact(FactGiven("ZM-LC01", "seats", "226", "register-2026"), by=request.getfixturevalue(who))


def test_the_seats_of_a_parliament_are_those_of_its_chambers(zambia):
    from hemicycle.network.tests.factories import a_chamber

    a_chamber("ZM-UC01", country="ZM", name="House of Chiefs", chamber_kind="upper", facts={"seats": "50"})

    assert queries.register()["ZM"].seats == 217


def test_a_fact_of_a_body_comes_with_its_source(zambia, django_assert_num_queries):
    a_fact(zambia, "term_years", "5", as_of="2026-01")

    with django_assert_num_queries(1):
        found = [(fact.name, fact.source.title) for fact in queries.facts_of([zambia.pk])]

    assert sorted(found) == [("seats", "A register, 2026"), ("term_years", "A register, 2026")]
