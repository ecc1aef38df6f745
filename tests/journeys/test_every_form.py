"""Every form of the site, found by walking the map of addresses, is sent what no form should be sent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import product

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from hemicycle.core.models import File
from hemicycle.network.models import ContactList, Office
from tests.access.test_matrix import MATRIX, people  # noqa: F401 - a fixture.
from tests.journeys.forms import attacks, places
from tests.journeys.forms.attacks import Sent
from tests.journeys.forms.judging import faults, lost_in, reason_of
from tests.journeys.forms.walking import ROLES, Browser, Page, Place, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# By what a form is told from others: in which role and on which page it stands. Filled by the first test that asks.
FOUND: dict[str, tuple[str, str]] = {}
# Answers after which nothing can have been sent there.
NOT_TAKEN = frozenset({"no such method", "not found", "sign in", "gone"})
# How many forms take files, at least.
WITH_FILES = 4
METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "\u00c9")
# What may be done twice: the journal then tells it twice, and nothing else is there twice.
ONLY_TOLD = frozenset({"core.Entry", "core.Unsealed", "core.Delivery", "core.Mark"})
# What may be there twice: two descriptions that are begun under one title need not be one.
TWICE = frozenset({"innovations:begin"})


def _office_ends(client: Client) -> None:
    Office.objects.update(since=date(2020, 1, 1), until=date(2020, 12, 31))


def _session_ends(client: Client) -> None:
    client.cookies.clear()


@pytest.fixture
def pages(people, zambia, malawi, settings, tmp_path) -> list[Page]:  # noqa: F811
    settings.DATA_DIR = tmp_path
    return places.pages(zambia, malawi, people)


@pytest.fixture
def browsers(pages, people) -> dict[str, Browser]:  # noqa: F811
    return {role: Browser(people[role]) for role in ROLES}


@pytest.fixture
def forms(pages, browsers) -> list[Place]:
    """Each form of the site once, in the hands of the least who may send it."""
    if not FOUND:
        for role, page in ((role, page) for role in ROLES for page in pages):
            for form in browsers[role].forms_on(page):
                FOUND.setdefault(form.signature, (role, page.address_name))
    wanted = set(FOUND.values())
    return [
        *_once(
            Place(role, page, form)
            for role, page in ((role, page) for role in ROLES for page in pages)
            if (role, page.address_name) in wanted
            for form in browsers[role].forms_on(page)
        ),
        *(Place(role, page, form) for page, form in places.without_form(pages) for role in ("visitor", "contributor")),
    ]


def _once(found: Iterable[Place]) -> list[Place]:
    places_of = {}
    for place in found:
        places_of.setdefault(place.form.signature, place)
    return list(places_of.values())


def shapes(found: Iterable[Place]) -> list[Place]:
    """Each form once, whichever of its buttons is pressed."""
    return list({place.form.shape: place for place in found}.values())


def test_every_address_that_takes_posts_is_sent_them_here(forms):
    """A new form is found by itself; an address that only scripts or mail programs send to stands in `places`."""
    reached = {place.form.target for place in forms}
    takes = {
        name.partition(": ")[0]
        for name, row in MATRIX.items()
        for role in ROLES
        if (given := row.get(role, {}).get("POST") or row["everybody"]["POST"]) not in NOT_TAKEN
        and given != (row.get(role, {}).get("GET") or row["everybody"]["GET"])
    }

    assert takes - reached == set()


def test_what_is_missing_is_told_in_a_sentence_and_the_rest_given_back(forms, browsers):
    found = faults(forms, browsers, attacks.missing)

    assert found == [], "\n".join(found)


def test_what_is_huge_is_told_in_a_sentence_and_given_back(forms, browsers):
    found = faults(shapes(forms), browsers, attacks.huge)

    assert found == [], "\n".join(found)


def test_what_is_hostile_is_taken_as_words_or_told_in_a_sentence(forms, browsers):
    found = faults(forms, browsers, attacks.wrong)

    assert found == [], "\n".join(found)


def test_what_is_hostile_in_one_field_gets_no_further(forms, browsers):
    found = faults(shapes(forms), browsers, attacks.wrong_in_one)

    assert found == [], "\n".join(found)


def test_what_is_no_form_at_all_is_refused(forms, browsers):
    found = faults(shapes(forms), browsers, attacks.misshapen)

    assert found == [], "\n".join(found)


def test_no_file_is_kept_that_is_not_what_was_asked_for(forms, browsers):
    found = []
    with_files = [place for place in forms if place.form.has_file]
    for place, (name, content) in product(with_files, {**attacks.FILES, "bomb.xlsx": attacks.bomb()}.items()):
        handed_in = {each.name: SimpleUploadedFile(name, content) for each in place.form.fields if each.kind == "file"}
        with browsers[place.role].visit(place.page) as client:
            before = _files_kept()
            answer = client.post(place.form.address, {**place.form.sent(), **handed_in})
            answer.words = words_of(answer)
            kept = _files_kept() - before
        reason = reason_of(answer, Sent(name, b""))
        if answer.status_code != 422 or reason or kept:
            found.append(f"{place.form.signature} | {name} | {answer.status_code} {reason} {kept}")

    assert (len(with_files) >= WITH_FILES, found) == (True, []), "\n".join(found)


def _files_kept() -> int:
    return File.objects.exclude(kind="case").count() + ContactList.objects.count()


def test_the_same_thing_sent_twice_is_taken_once_or_told_in_a_sentence(forms, browsers):
    found = [
        f"{place.form.signature}: {told}"
        for place in forms
        if place.form.target not in TWICE and (told := _twice(place, browsers))
    ]

    assert found == [], "\n".join(found)


def test_no_other_method_acts(pages, forms, browsers):
    """Neither where forms are sent nor anywhere else, and by nobody."""
    reached = {place.form.target for place in forms}
    found = [
        f"{role} | {page.name} | {fault}"
        for page in pages
        for role in ("visitor", "administrator")
        for fault in _unasked(browsers[role], page, reads_posts=page.name.partition(": ")[0] not in reached)
    ]

    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", ["fr", "es", "pt", "ar"])
def test_the_sentence_is_in_the_language_of_the_reader(forms, browsers, language):
    found = []
    for place in shapes(forms):
        address = place.form.address.replace("/en/", f"/{language}/", 1)
        with browsers[place.role].visit(place.page) as client:
            answer = client.post(address, {"csrfmiddlewaretoken": "x"})
        if answer.status_code >= 500 or (words_of(answer) and f'<html lang="{language}"' not in words_of(answer)):
            found.append(f"{place.form.signature} | {answer.status_code}")

    assert found == [], "\n".join(found)


@pytest.mark.parametrize("happened", [_office_ends, _session_ends], ids=["office", "session"])
def test_what_was_typed_before_an_office_or_a_session_ended_is_given_back(forms, browsers, happened):
    found = [
        f"{place.form.signature} | {answer.status_code} | loses {', '.join(lost)}"
        for place in shapes(forms)
        if place.role != "visitor" and place.form.target not in places.WITHOUT_FORM
        for sent in [attacks.as_typed("late", place.form, place.form.sent(words=attacks.LATE))]
        for answer in [_late(place, sent, browsers, happened)]
        if (lost := lost_in(sent, answer) if answer.status_code != 302 or "/login/" in answer.url else [])
        or answer.status_code >= 500
    ]

    assert found == [], "\n".join(found)


def _late(
    place: Place, sent: Sent, browsers: Mapping[str, Browser], happened: Callable[[Client], None]
) -> HttpResponse:
    with browsers[place.role].visit(place.page) as client:
        client.get(place.page.address)
        happened(client)
        answer = client.generic("POST", place.form.address, sent.body, content_type=sent.kind)
        answer.words = words_of(answer)
    return answer


def _twice(place: Place, browsers: Mapping[str, Browser]) -> str:
    """Nothing if the second time adds no row to any table of ours, except what tells that somebody was there."""
    with browsers[place.role].visit(place.page) as client:
        kept = [_rows()]
        answers = []
        for _time in range(2):
            answers.append(client.post(place.form.address, place.form.sent()).status_code)
            kept.append(_rows())
    if max(answers) >= 500:
        return f"answers {answers}"
    grown = [name for name, count in kept[2].items() if count > kept[1][name] and name not in ONLY_TOLD]
    return f"answers {answers} and adds to {', '.join(grown)}" if grown else ""


def _unasked(browser: Browser, page: Page, *, reads_posts: bool) -> Iterator[str]:
    with browser.visit(page) as client:
        before = _rows()
        for method in METHODS + (("POST",) if reads_posts else ()):
            answer = client.generic(method, page.address, b"x=1", content_type=attacks.ENCODED)
            words_of(answer)
            if answer.status_code >= 500:
                yield f"{method} {answer.status_code}"
        if _rows() != before:
            yield "changes something"


def _rows() -> dict[str, int]:
    """How many rows each table of ours has."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("hemicycle.") and not model._meta.proxy
    }
