import pytest
from django.http import Http404

from hemicycle.ui import errors

PAGES = [
    (errors.bad_request, 400, "This request cannot be understood"),
    (errors.forbidden, 403, "You may not do this"),
    (errors.csrf_failure, 403, "This form could not be accepted"),
    (errors.not_found, 404, "There is nothing at this address"),
    (errors.gone, 410, "This page was withdrawn"),
    (errors.server_error, 500, "Something went wrong on our side"),
]


@pytest.mark.parametrize(("view", "status", "title"), PAGES, ids=[view.__name__ for view, _s, _t in PAGES])
def test_each_error_says_what_happened_in_the_usual_frame(get, view, status, title):
    """No database is allowed here: asking one would fail the test."""
    response = view(get("/en/nowhere/"))

    text = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{title}</h1>" in text
    assert '<header class="header">' in text
    assert '<a href="/en/">Home page</a>' in text


def test_an_explained_absence_is_explained(get):
    text = errors.not_found(get(), errors.Explained("There is no region “<xyz>”.")).content.decode()

    assert "There is no region “&lt;xyz&gt;”." in text


def test_other_absences_keep_their_reasons_to_themselves(get):
    text = errors.not_found(get(), Http404("No Case matches the given query.")).content.decode()

    assert "No Case matches" not in text


def test_a_language_that_is_not_offered_is_named(get):
    response = errors.language_not_offered(get("/de/cases/?page=2"), "de")

    text = response.content.decode()
    assert response.status_code == 404
    assert "This site is not offered in German." in text
    assert '<a href="/fr/cases/?page=2" lang="fr" dir="ltr">Français</a>' in text


def test_a_language_that_does_not_exist_is_quoted(get):
    text = errors.language_not_offered(get("/qq/cases/"), "qq").content.decode()

    assert "The address begins with “qq”, which is no language of this site." in text


def test_the_sentence_is_said_even_when_the_frame_is_broken(get, settings, caplog):
    settings.NAVIGATION = [("Hubs", "hubs")]

    response = errors.server_error(get())

    text = response.content.decode()
    assert response.status_code == 500
    assert text.startswith('<!doctype html><html lang="en" dir="ltr">')
    assert "<h1>Something went wrong on our side</h1>" in text
    assert [record.message for record in caplog.records] == ["The error page could not be drawn in its frame."]


@pytest.mark.parametrize(("site", "given_back"), [("same-origin", True), ("cross-site", False), ("", False)])
def test_a_form_of_ours_whose_sign_is_too_old_gives_back_what_was_typed(rf, site, given_back):
    typed = {"text": "Words that somebody typed for an hour.", "page": "53f3e63075a4445590f5224cd2090016"}
    request = rf.post("/en/cases/", typed, headers={"Sec-Fetch-Site": site})

    response = errors.csrf_failure(request)

    assert response.status_code == 403
    assert [word in response.content.decode() for word in typed.values()] == [given_back, False]
