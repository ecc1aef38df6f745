"""The secretariat's contact list: every row is understood or says where and why not; nothing is half-loaded."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core.models import Entry
from hemicycle.network import actions, contacts, workbooks
from hemicycle.network.models import ContactList, Office
from hemicycle.network.tests.factories import an_office
from hemicycle.network.tests.reading import text_of
from hemicycle.network.tests.workbooks import HEADING, RIGHT, a_workbook, repacked

pytestmark = pytest.mark.django_db
DEPUTY = ("ZM-LC01", "Deputy focal point", "Ben Deputy", "BEN@example.org", "Français")


@pytest.fixture
def signed_in(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


def hand_in(client, content, name="contacts.xlsx"):
    return client.post("/en/seats/contacts/", {"workbook": SimpleUploadedFile(name, content)})


def places(content):
    return [(found.row, found.column) for found in contacts.read(content)[1]]


def hidden(book):
    book.create_sheet("old").sheet_state = "hidden"


def merged(book):
    book.worksheets[0].merge_cells("B2:C2")


def formula(book):
    book.worksheets[0]["D2"] = '=HYPERLINK("https://example.org","x")'


def far_away(book):
    book.worksheets[0].cell(1_000_000, 1).fill = __import__("openpyxl").styles.PatternFill("solid")


def test_a_list_is_looked_at_and_then_loaded_as_a_whole(signed_in, administrator, zambia):
    client = signed_in(administrator)

    # The deputy stands before the focal point who names them.
    handed_in = hand_in(client, a_workbook(DEPUTY, RIGHT))
    seen = text_of(client.get(handed_in.url))
    before = Person.objects.filter(email__endswith="example.org").exclude(pk=administrator.pk).count()
    loaded = client.post(handed_in.url, {"act": "load"})

    offices = {office.person.email: office for office in Office.objects.exclude(person=administrator)}
    assert ("2 people will be given an office." in seen, "Ben Deputy" in seen, before) == (True, True, 0)
    assert (loaded.status_code, sorted(offices)) == (302, ["ann@example.org", "ben@example.org"])
    assert offices["ben@example.org"].deputy_of == offices["ann@example.org"]
    assert (offices["ben@example.org"].person.name, offices["ben@example.org"].person.language) == ("Ben Deputy", "fr")
    assert ContactList.objects.get().rows == []
    assert Entry.objects.get(verb="contacts.loaded").facts == {"offices": 2}


def test_a_list_is_loaded_once(signed_in, administrator, zambia):
    client = signed_in(administrator)
    address = hand_in(client, a_workbook(RIGHT)).url
    client.post(address, {"act": "load"})

    again = client.post(address, {"act": "load"})

    assert (again.status_code, "has been loaded already" in text_of(again)) == (422, True)
    assert Office.objects.filter(role="focal_point").count() == 1


def test_who_holds_the_office_already_is_left_as_they_are(administrator, person, zambia):
    held = an_office(person(email="ann@example.org", name="Ann"), zambia)
    rows, findings = contacts.read(a_workbook((*RIGHT[:2], "Ann Another", *RIGHT[3:])))

    given = actions.load_contacts(actions.keep_contacts(rows, name="list", by=administrator), by=administrator)

    assert (findings, given, Office.objects.filter(role="focal_point").get()) == ([], 0, held)
    assert Person.objects.get(email="ann@example.org").name == "Ann"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", "XX-LC01"),
        ("body", ""),
        ("office", "King"),
        ("office", "administrator"),
        ("office", "deputy"),
        ("name", ""),
        ("name", "x" * 151),
        ("name", "Ann \u202eClerk"),
        ("mail", "nobody"),
        ("mail", "a@b"),
        ("mail", ""),
        ("language", "xx"),
        ("language", 7),
    ],
)
def test_a_cell_that_cannot_be_understood_is_named(zambia, column, value):
    row = dict(zip(HEADING, RIGHT, strict=True)) | {column: value}

    assert places(a_workbook(tuple(row.values()))) == [(2, column)]


@pytest.mark.parametrize(
    ("change", "found"),
    [(hidden, (None, "")), (merged, (2, "B")), (formula, (2, "D"))],
)
def test_what_a_sheet_hides_is_named(zambia, change, found):
    assert found in places(a_workbook(RIGHT, change=change))


def test_a_row_that_stands_there_twice_is_named(zambia):
    assert places(a_workbook(RIGHT, RIGHT)) == [(3, "mail")]


def test_one_address_with_two_names_is_named(zambia, malawi):
    assert places(a_workbook(RIGHT, ("MW-LC01", "contributor", "Another", *RIGHT[3:]))) == [(3, "name")]


def test_the_address_of_somebody_who_left_is_named(zambia, person):
    person(email="ann@example.org", is_active=False)

    assert places(a_workbook(RIGHT)) == [(2, "mail")]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        (("body", "office", "name", "mail", "tongue"), [(1, "language"), (1, "tongue")]),
        (("body", "office", "name", "mail", "Language "), []),
        (("body", "office", "name", "mail", "mail"), [(1, "language"), (1, "mail")]),
        ((), [(1, name) for name in sorted(HEADING)]),
    ],
)
def test_the_first_row_names_the_columns(zambia, heading, found):
    assert places(a_workbook(RIGHT, heading=heading)) == found


def test_an_empty_list_says_so():
    assert places(a_workbook()) == [(1, "")]


def test_a_cell_that_was_once_touched_far_down_costs_nothing(zambia):
    rows, findings = contacts.read(a_workbook(RIGHT, change=far_away))

    assert (len(rows), findings) == (1, [])


def test_a_name_in_parts_and_one_in_whole_letters_are_the_same(zambia):
    rows, findings = contacts.read(a_workbook((*RIGHT[:2], "Andre\u0301", *RIGHT[3:])))

    assert ([row.name for row in rows], findings) == (["André"], [])


def zip_bomb():
    return repacked(a_workbook(RIGHT), add=[("xl/media/x.bin", b"\0" * 11_000_000)])


def too_many_parts():
    return repacked(a_workbook(RIGHT), add=[(f"xl/{number}.xml", b"<a/>") for number in range(600)])


def with_entities():
    laughing = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    return repacked(a_workbook(RIGHT), replace=[("xl/workbook.xml", laughing)])


def with_macros():
    return repacked(a_workbook(RIGHT), add=[("xl/vbaProject.bin", b"macro")])


def damaged():
    return repacked(a_workbook(RIGHT), replace=[("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")])


def another_archive():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../../etc/passwd", "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (zip_bomb, "far more than a contact list needs"),
        (too_many_parts, "far more than a contact list needs"),
        (with_entities, "definitions that no contact list needs"),
        (with_macros, "holds macros"),
        (damaged, "is damaged"),
        (another_archive, "not an XLSX workbook"),
        (lambda: b"body,office\n", "not an XLSX workbook"),
        (lambda: a_workbook(RIGHT)[:-40], "not an XLSX workbook"),
        (lambda: workbooks.OLD_OR_LOCKED + b"\0" * 600, "the old XLS format"),
        (lambda: b"PK" + b"\0" * 2_000_000, "at most 2 MB"),
    ],
)
def test_what_is_no_contact_list_is_refused_before_it_is_unpacked(signed_in, administrator, make, sentence):
    response = hand_in(signed_in(administrator), make())

    assert (response.status_code, sentence in text_of(response)) == (422, True)
    assert not ContactList.objects.exists()


def test_a_list_with_a_fault_loads_nothing_and_says_where(signed_in, administrator, zambia):
    response = hand_in(signed_in(administrator), a_workbook(RIGHT, ("XX", *RIGHT[1:3], "b@example.org", "en")))

    said = text_of(response)
    assert (response.status_code, "1 cell must be mended; nothing was loaded." in said) == (422, True)
    assert "contacts 3 body The register has no body with the key “XX”." in said
    assert not ContactList.objects.exists()


def test_what_became_wrong_since_the_check_stops_the_whole_list(signed_in, administrator, zambia, malawi):
    client = signed_in(administrator)
    address = hand_in(client, a_workbook(RIGHT, ("MW-LC01", "focal_point", "Bo", "bo@example.org", "en"))).url
    Person.objects.create_user("bo@example.org", is_active=False)

    response = client.post(address, {"act": "load"})

    assert (response.status_code, "nothing was loaded" in text_of(response)) == (422, True)
    assert not Person.objects.filter(email="ann@example.org").exists()
    assert len(ContactList.objects.get().rows) == 2


def test_a_list_can_be_discarded(signed_in, administrator, zambia):
    client = signed_in(administrator)
    address = hand_in(client, a_workbook(RIGHT)).url

    client.post(address, {"act": "discard"})

    assert not ContactList.objects.exists()


@pytest.mark.parametrize("who", ["editor", "focal_point", "outsider"])
def test_others_find_no_such_page(request, signed_in, administrator, zambia, who):
    kept = actions.keep_contacts([], name="list", by=administrator)
    client = signed_in(request.getfixturevalue(who))

    found = [
        hand_in(client, a_workbook(RIGHT)).status_code,
        client.post(f"/en/seats/contacts/{kept.uid}/", {"act": "load"}).status_code,
        client.get("/en/seats/contacts/empty.xlsx").status_code,
    ]

    assert found == [404, 404, 404]


def test_the_empty_list_has_the_columns_that_are_asked_for(signed_in, administrator):
    content = signed_in(administrator).get("/en/seats/contacts/empty.xlsx").content

    assert [found.sentence for found in contacts.read(content)[1]] == ["The list has no rows."]


def test_lists_that_nobody_loads_are_forgotten(administrator):
    old, new = (actions.keep_contacts([], name="list", by=administrator) for _each in range(2))
    ContactList.objects.filter(pk=old.pk).update(handed_in_at=timezone.now() - timedelta(days=8))

    actions.forget_contact_lists(timezone.now())

    assert list(ContactList.objects.all()) == [new]


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_is_checked_with_as_much_for_one_row_as_for_three(zambia, number, django_assert_num_queries):
    rows = [(*RIGHT[:1], "contributor", f"Person {each}", f"p{each}@example.org", "en") for each in range(number)]
    content = a_workbook(*rows)
    contacts.read(content)

    with django_assert_num_queries(3):
        assert contacts.read(content)[1] == []
