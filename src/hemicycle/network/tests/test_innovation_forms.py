"""How a parliament organises innovation: dated, sourced, several side by side, on the profile and as a facet."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from hemicycle.core.models import Entry
from hemicycle.network import actions
from hemicycle.network.actions import FormSaid
from hemicycle.network.models import Fact
from hemicycle.network.states import ChamberKind
from hemicycle.network.tests.factories import a_chamber
from hemicycle.network.tests.reading import facet_of, shipped, text_of

pytestmark = pytest.mark.django_db

LAB = FormSaid("laboratory", "Annual report 2025", "https://parliament.example.org/report", since="2024", note="LAB")
COMMITTEE = FormSaid("future_committee", "Rules of procedure, 2026", since="2026-01")


def forms(body):
    body.refresh_from_db()
    return body.current.get("innovation_form")


def test_several_forms_stand_side_by_side_until_each_is_over(zambia, focal_point):
    lab = actions.record_innovation_form(zambia, LAB, by=focal_point)
    actions.record_innovation_form(zambia, COMMITTEE, by=focal_point)
    both = forms(zambia)

    actions.end_innovation_form(lab, until="2025", by=focal_point)

    assert (both, forms(zambia)) == (["laboratory", "future_committee"], ["future_committee"])
    assert Fact.objects.filter(body=zambia, name="innovation_form").count() == 2


def test_that_none_is_known_is_a_dated_answer_and_gives_way(zambia, focal_point):
    actions.record_innovation_form(zambia, FormSaid("none_known", "The focal point"), by=focal_point)
    before = forms(zambia)

    actions.record_innovation_form(zambia, LAB, by=focal_point)

    assert (before, forms(zambia)) == (["none_known"], ["laboratory"])


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (LAB, "form"),
        (FormSaid("none_known", "Me"), "form"),
        (FormSaid("unit", "Me", since="soon"), "since"),
        (FormSaid("unit", " "), "source_title"),
        (FormSaid("club", "Me"), "form"),
    ],
)
def test_what_cannot_be_recorded_is_refused(zambia, focal_point, said, field):
    actions.record_innovation_form(zambia, LAB, by=focal_point)

    with pytest.raises(ValidationError) as refused:
        actions.record_innovation_form(zambia, said, by=focal_point)

    assert list(refused.value.message_dict) == [field]
    assert Fact.objects.filter(body=zambia, name="innovation_form").count() == 1


def test_only_whoever_speaks_for_the_parliament_and_the_secretariat_record_it(
    zambia, focal_point, colleague, contributor, editor, administrator
):
    for who in (colleague, contributor, editor):
        with pytest.raises(PermissionDenied):
            actions.record_innovation_form(zambia, LAB, by=who)
    fact = actions.record_innovation_form(zambia, LAB, by=administrator)

    with pytest.raises(PermissionDenied):
        actions.end_innovation_form(fact, until="2026", by=colleague)


def test_a_parliament_is_found_by_what_any_of_its_chambers_has(client, person, administrator):
    lower = a_chamber("BR-LC01", country="BR", name="Chamber of Deputies", chamber_kind=ChamberKind.LOWER)
    a_chamber("BR-UC01", country="BR", name="Federal Senate", chamber_kind=ChamberKind.UPPER)
    a_chamber("ZM-LC01", country="ZM")

    actions.record_innovation_form(lower, LAB, by=administrator)

    response = client.get("/en/parliaments/")
    assert facet_of(response, "innovation") == {"Laboratory": 1}
    assert "1 of 2 parliaments" in text_of(client.get("/en/parliaments/?innovation=laboratory"))
    told = Entry.objects.filter(verb="body.fact_recorded").values_list("subject", flat=True)
    assert set(told) == {lower.uid, lower.parent.uid}


def test_the_profile_says_it_with_its_source(client, zambia, focal_point):
    actions.record_innovation_form(zambia, LAB, by=focal_point)

    text = text_of(client.get("/en/parliaments/ZM/"))

    assert "How it organises innovation Laboratory" in text
    assert "Laboratory LAB Since 2024" in text
    assert "Annual report 2025" in text


def test_shipped_forms_are_those_that_a_source_proves():
    found = [
        (fact["body"], fact["value"], fact["source"]) for fact in shipped("facts.csv") if "innovation" in fact["name"]
    ]

    assert found == [
        ("AR-LC01", "unit", "tracker-8"),
        ("BR-LC01", "laboratory", "cgu-2016"),
        ("ZM-LC01", "reform_committee", "tracker-22"),
    ]


def test_the_page_records_ends_and_keeps_what_was_typed(client, zambia, focal_point):
    client.force_login(focal_point)
    address = reverse("network:innovation", args=[zambia.key])
    assert f'href="{address}"' in client.get("/en/parliaments/ZM/").content.decode()
    typed = {"form": "laboratory", "since": "20244", "note": "The Lab", "source_title": "Our website"}

    wrong = client.post(address, typed)
    right = client.post(address, {**typed, "since": "2024"})
    fact = Fact.objects.get(body=zambia, name="innovation_form")
    unended = client.post(address, {"number": fact.pk, f"end-{fact.pk}-until": "2020"})
    ended = client.post(address, {"number": fact.pk, f"end-{fact.pk}-until": "2025"})

    assert [one.status_code for one in (wrong, right, unended, ended)] == [422, 302, 422, 302]
    assert 'value="The Lab"' in wrong.content.decode()
    assert "It would end before it begins." in text_of(unended)
    fact.refresh_from_db()
    assert (fact.until, fact.note) == ("2025", "The Lab")


def test_the_page_is_not_there_for_others(client, zambia, colleague, outsider):
    address = reverse("network:innovation", args=[zambia.key])

    answers = [client.get(address).status_code]
    for who in (colleague, outsider):
        client.force_login(who)
        answers += [client.get(address).status_code, client.post(address, {"form": "unit"}).status_code]

    assert answers == [302, 404, 404, 404, 404]
