"""Pages are kept whole and never wrong."""

import gzip
import pickle

import brotli
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory

from hemicycle.core.models import Counter
from hemicycle.core.pagecache import cached
from hemicycle.core.tests.offered import rename, terms
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """A view that counts how often it is drawn and shows all topics."""

    @cached("topic", parameters=("page", "region"))
    def view(request):
        view.drawn += 1
        labels = " ".join(topic.labels["en"] for topic in Topic.objects.order_by("code"))
        return HttpResponse(f"{labels} {request.GET.urlencode()} {request.get_full_path()} " + "x" * 600)

    view.drawn = 0
    # The decorated function is what callers hold; the counter must be the one that the inner view moves.
    view.__wrapped__.__globals__["view"] = view
    return view


def get(view, address="/en/topics/", **headers):
    return view(RequestFactory().get(address, **headers))


def test_a_second_reader_gets_the_kept_page(page):
    terms("work")

    first, second = get(page), get(page)

    assert first.content == second.content
    assert page.drawn == 1


def test_a_publication_is_seen_at_the_next_request(page):
    (topic,) = terms("work")
    get(page)

    rename(topic, "Renamed")

    assert b"Renamed" in get(page).content
    assert page.drawn == 2


def test_another_kinds_change_throws_nothing_away(page):
    terms("work")
    get(page)

    Counter.objects.create(kind="case", value=1, mark="a")
    get(page)

    assert page.drawn == 1


def test_what_is_published_while_a_page_is_drawn_is_not_hidden_by_it():
    (topic,) = terms("work")
    drawn = []

    @cached("topic")
    def view(request):
        shown = Topic.objects.get(pk=topic.pk).labels["en"]
        if not drawn:
            rename(topic, "Meanwhile")
        drawn.append(shown)
        return HttpResponse(shown)

    get(view)
    second = get(view)

    assert drawn == ["Work", "Meanwhile"]
    assert second.content == b"Meanwhile"


def test_unknown_parameters_neither_alter_nor_multiply_pages(page):
    plain = get(page)

    tracked = get(page, "/en/topics/?utm_source=letter")

    assert (tracked.content, page.drawn) == (plain.content, 1)


def test_an_unknown_parameter_of_the_first_reader_is_not_shown_to_the_next(page):
    get(page, "/en/topics/?region=africa&utm_source=letter")

    kept = get(page, "/en/topics/?region=africa")

    assert b"utm_source" not in kept.content
    assert b"/en/topics/?region=africa " in kept.content


def test_a_kept_file_keeps_what_its_view_said_of_it():
    said = {"Content-Disposition": 'attachment; filename="a.svg"', "Content-Security-Policy": "sandbox"}

    @cached("topic")
    def view(request):
        return HttpResponse("<svg/>", content_type="image/svg+xml", headers=said)

    get(view)
    kept = get(view)

    assert {name: kept.headers[name] for name in said} == said
    assert kept.headers["Content-Type"] == "image/svg+xml"


def test_a_large_page_is_held_compressed_alone(page):
    terms("work")
    sent = get(page)

    (kept,) = [pickle.loads(value) for value in caches["pages"]._cache.values()]  # noqa: S301 - written a line above.

    assert kept.body == b""
    assert gzip.decompress(kept.gzipped) == sent.content == get(page).content


def test_known_parameters_make_pages_of_their_own_in_any_order(page):
    one = get(page, "/en/topics/?page=2&region=africa")
    same = get(page, "/en/topics/?region=africa&page=2")
    other = get(page, "/en/topics/?region=asia&page=2")

    assert one.content == same.content != other.content
    assert page.drawn == 2


@pytest.mark.parametrize("header", [{"HTTP_COOKIE": "sessionid=abc"}, {"HTTP_AUTHORIZATION": "Bearer x"}])
def test_whoever_carries_a_session_or_a_token_gets_a_page_of_their_own(page, header):
    get(page)

    own = get(page, **header)

    assert page.drawn == 2
    assert own.headers["Cache-Control"] == "private, no-cache"


def test_posts_are_never_answered_from_memory(page):
    get(page)

    page(RequestFactory().post("/en/topics/"))

    assert page.drawn == 2


def test_errors_are_not_kept():
    drawn = []

    @cached("topic")
    def view(request):
        drawn.append(1)
        return HttpResponse("no", status=404)

    get(view)
    get(view)

    assert len(drawn) == 2


def test_an_unchanged_page_is_answered_with_304(page):
    first = get(page)

    again = get(page, HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_changed_page_is_sent_again(page):
    (topic,) = terms("work")
    first = get(page)
    rename(topic, "Renamed")

    again = get(page, HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert again.status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"), [("br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)]
)
def test_kept_pages_travel_compressed_and_equal(page, accepted, encoding, unpack):
    plain = get(page)

    packed = get(page, HTTP_ACCEPT_ENCODING=accepted)

    assert packed.headers["Content-Encoding"] == encoding
    assert unpack(packed.content) == plain.content
    assert packed.headers["ETag"] != plain.headers["ETag"]


def test_readers_of_different_languages_get_different_pages(page):
    from django.utils import translation

    get(page)
    with translation.override("ar"):
        get(page)

    assert page.drawn == 2


def test_a_kept_page_costs_one_query(page, django_assert_num_queries):
    terms("work")
    get(page)

    with django_assert_num_queries(1):
        get(page)


def test_sessions_are_not_touched_for_a_reader_without_a_cookie(page):
    get(page)

    assert SessionStore.get_model_class().objects.count() == 0
