"""Signing in by a code: for every address alike, once, for a short time, and in spite of scanners and hostile links."""

import re
import time

import pytest
from django.core import mail

from hemicycle.accounts import codes
from hemicycle.accounts.models import Person
from hemicycle.accounts.tests.factories import a_person
from hemicycle.core.models import Entry

LOGIN, CODE, HOME = "/en/account/login/", "/en/account/login/code/", "/en/account/"
ADDRESS = re.compile(r"https?://\S+")


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_a_code_sent_by_mail_signs_in(client, come_in):
    person = a_person("clerk@example.org")

    response = come_in("clerk@example.org")

    assert (response.status_code, response.url) == (302, HOME)
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_address_is_known_whatever_its_case(client, come_in):
    a_person("clerk@example.org")

    come_in("Clerk@Example.ORG")

    assert (is_in(client), Person.objects.count()) == (True, 1)


def test_the_way_home_is_in_the_language_of_the_person(come_in):
    a_person("clerk@example.org", language="pt")

    assert come_in("clerk@example.org").url == "/pt/account/"


def test_the_code_may_be_typed_in_groups_and_in_other_digits(client, code):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    eastern = code().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    client.post(CODE, {"code": f" {eastern[:4]} {eastern[4:]} "})

    assert is_in(client)


def test_known_and_unknown_addresses_cannot_be_told_apart(client, client_of):
    a_person("known@example.org")

    known = client_of().post(LOGIN, {"email": "known@example.org"})
    unknown = client_of().post(LOGIN, {"email": "unknown@example.org"})

    first, second = (re.sub(r"\d{4} \d{4}", "…", each.subject + each.body) for each in mail.outbox)
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert first == second


def test_asking_for_a_code_makes_nobody(client):
    client.post(LOGIN, {"email": "newcomer@example.org"})

    assert Person.objects.count() == 0


def test_whoever_proves_an_unknown_address_comes_in_without_any_office(client, come_in):
    come_in("newcomer@example.org")

    person = Person.objects.get()
    assert (person.email, person.offices.count(), person.is_staff) == ("newcomer@example.org", 0, False)
    assert Entry.objects.filter(verb="person.joined", subject=person.uid).count() == 1


def test_a_code_works_once(client, code, client_of):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    client.post(CODE, {"code": code()})
    client.post("/en/account/logout/")

    again = client.post(CODE, {"code": code()})

    assert (again.status_code, again.url, is_in(client)) == (302, LOGIN, False)


def test_a_code_works_only_where_it_was_asked_for(client, code, client_of):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    other = client_of()

    other.post(CODE, {"code": code()})

    assert not is_in(other)


def test_a_code_ends(client, code, monkeypatch):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    now = time.time()
    monkeypatch.setattr(codes.time, "time", lambda: now + 901)

    client.post(CODE, {"code": code()})

    assert not is_in(client)


def test_a_new_code_makes_the_one_before_worthless(client, code):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    before = code()
    client.post(LOGIN, {"email": "clerk@example.org"})

    client.post(CODE, {"code": before})

    assert not is_in(client)


def test_five_wrong_codes_end_it(client, code):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    right = code()
    wrong = str((int(right) + 1) % 10**8).zfill(8)

    answers = [client.post(CODE, {"code": wrong}) for _number in range(5)]
    client.post(CODE, {"code": right})

    assert [answer.status_code for answer in answers] == [422] * 5
    assert "1 more time." in answers[3].content.decode()
    assert not is_in(client)


def test_the_code_is_kept_as_a_digest(client, code):
    client.post(LOGIN, {"email": "clerk@example.org"})

    assert code() not in str(dict(client.session))


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_scanner_that_opens_every_link_of_the_mail_spoils_nothing(client, code, client_of, method):
    a_person("clerk@example.org")
    client.post(LOGIN, {"email": "clerk@example.org"})
    message = mail.outbox[-1]
    bodies = message.body + message.alternatives[0].content
    scanner = client_of()

    for link in ADDRESS.findall(bodies):
        getattr(scanner, method)(re.sub(r"^https?://[^/]+|[\"<].*$", "", link) or "/")
    client.post(CODE, {"code": code()})

    assert (is_in(client), is_in(scanner)) == (True, False)


def test_opening_the_pages_sends_and_spends_nothing(client, code):
    client.post(LOGIN, {"email": "clerk@example.org"})

    for method in (client.get, client.head):
        method(LOGIN)
        method(CODE)
    client.post(CODE, {"code": code()})

    assert (is_in(client), len(mail.outbox)) == (True, 1)


@pytest.mark.parametrize(
    "way",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "/\t/evil.example",
        "http:evil.example",
        "evil",
        "/" + "a" * 3000,
    ],
)
def test_a_hostile_way_on_leads_home(come_in, way):
    a_person("clerk@example.org")

    assert come_in("clerk@example.org", next=way).url == HOME


def test_a_way_on_this_site_is_kept(come_in):
    a_person("clerk@example.org")

    assert come_in("clerk@example.org", next="/fr/cases/?stage=pilot").url == "/fr/cases/?stage=pilot"


@pytest.mark.parametrize(
    "address", ["", "no address", "a@b", "x" * 300 + "@example.org", "a@example.org\nBcc: b@example.org"]
)
def test_what_is_no_address_is_said_to_be_none(client, address):
    response = client.post(LOGIN, {"email": address})

    assert (response.status_code, mail.outbox) == (422, [])


def test_what_was_typed_is_not_lost(client):
    response = client.post(LOGIN, {"email": "no address <script>"})

    assert "no address &lt;script&gt;" in response.content.decode()


def test_whoever_left_is_told_after_proving_the_address(client, come_in):
    a_person("clerk@example.org", is_active=False)

    response = come_in("clerk@example.org")

    assert (response.url, is_in(client)) == ("/en/account/inactive/", False)
    assert client.get(response.url).status_code == 403


def test_on_a_shared_computer_the_session_ends_with_the_browser(client, come_in):
    a_person("clerk@example.org")

    come_in("clerk@example.org", shared="on")

    assert client.session.get_expire_at_browser_close()


def test_the_mail_speaks_the_language_of_the_page(client):
    client.post("/ar/account/login/", {"email": "clerk@example.org"})

    assert 'lang="ar" dir="rtl"' in mail.outbox[0].alternatives[0].content


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_page_of_signing_in_is_there_in_every_language(client, language):
    response = client.get(f"/{language}/account/login/")

    assert (response.status_code, response.headers["Cache-Control"].split(", ")[-1]) == (200, "private")
    assert 'name="robots" content="noindex"' in response.content.decode()


def test_looking_at_the_page_begins_no_session(client):
    response = client.get(LOGIN)

    assert "sessionid" not in response.cookies


def test_the_staff_door_leads_to_the_same_way_in(client):
    response = client.get("/admin/login/?next=/admin/pages/")

    assert (response.status_code, response.url) == (302, "/en/account/login/?next=/admin/pages/")


def test_signing_out_asks_first(client, come_in):
    come_in("clerk@example.org")

    client.get("/en/account/logout/")
    still_in = is_in(client)
    client.post("/en/account/logout/")

    assert (still_in, is_in(client)) == (True, False)
