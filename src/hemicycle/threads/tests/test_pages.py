"""The page of a conversation: letters in order, any number of them at the same cost, nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from hemicycle.threads import actions
from hemicycle.threads.models import Letter
from hemicycle.threads.tests.factories import letters

NUMBERS = re.compile(r'id="letter-(\d+)"')


@pytest.fixture
def address(thread) -> str:
    return reverse("threads:thread", args=[thread.uid])


def test_letters_stand_in_order_with_name_and_office(client, address, thread, contributor, editor):
    actions.post(thread, "Is it in use?", by=editor)
    actions.post(thread, "Since 2021.", by=contributor)
    client.force_login(contributor)

    page = client.get(address).content.decode()

    assert NUMBERS.findall(page) == ["1", "2"]
    assert re.findall(r'letters__author"><bdi>([^<]+)</bdi></span> <span class="letters__office">([^<]+)<', page) == [
        ("Editor", "Editor, Secretariat of the Centre"),
        ("Contributor of Zambia", "Contributor, Zambia · National Assembly"),
    ]


@pytest.mark.parametrize("count", [1, 20, 2_000])
def test_any_number_of_letters_costs_the_same(client, address, thread, contributor, django_assert_num_queries, count):
    letters(thread, count, by=contributor)
    client.force_login(contributor)
    client.get(address)

    with django_assert_num_queries(7):
        page = client.get(address).content.decode()

    assert NUMBERS.findall(page) == [str(number) for number in range(max(1, count - 19), count + 1)]


def test_earlier_letters_are_on_earlier_pages(client, address, thread, contributor):
    letters(thread, 45, by=contributor)
    client.force_login(contributor)

    first, newest, beyond = (client.get(f"{address}?page={number}") for number in (1, 3, 4))

    assert NUMBERS.findall(first.content.decode()) == [str(number) for number in range(1, 21)]
    assert NUMBERS.findall(newest.content.decode()) == [str(number) for number in range(41, 46)]
    assert beyond.status_code == 404


def test_a_letter_is_posted_without_script_and_shown(client, address, contributor):
    client.force_login(contributor)

    answer = client.post(address, {"text": "Since 2021."}, follow=True)

    assert answer.redirect_chain == [(f"{address}?posted=1#newest", 302)]
    assert "Since 2021." in answer.content.decode()
    assert Letter.objects.get().via == "page"


def test_pressing_twice_posts_once(client, address, contributor):
    client.force_login(contributor)
    page = client.get(address).content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page)[1]

    for _time in range(2):
        client.post(address, {"text": "Since 2021.", "once": once})

    assert Letter.objects.count() == 1


@pytest.mark.parametrize("text", ["", "x" * 20_001, "x" * 4_000_000])
def test_a_letter_that_is_refused_comes_back_as_typed(client, address, contributor, text):
    client.force_login(contributor)

    answer = client.post(address, {"text": text})

    shown = re.search(r"<textarea[^>]*>\r?\n?(.*?)</textarea>", answer.content.decode(), re.DOTALL)[1]
    assert (answer.status_code, shown, Letter.objects.count()) == (422, text, 0)


def test_what_is_hostile_is_shown_as_words(client, address, thread, contributor):
    actions.post(thread, "<script>alert(1)</script>", by=contributor)
    client.force_login(contributor)

    page = client.get(address).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_others_find_nothing_and_get_back_what_they_wrote(client, address, outsider, colleague):
    for person in (outsider, colleague):
        client.force_login(person)

        read, written = client.get(address), client.post(address, {"text": "Long <thought> words"})

        assert (read.status_code, written.status_code, Letter.objects.count()) == (404, 404, 0)
        assert "Long &lt;thought&gt; words</textarea>" in written.content.decode()
        assert "National Assembly" not in written.content.decode()


def test_who_was_signed_out_gets_back_what_they_wrote(client, address):
    read, written = client.get(address), client.post(address, {"text": "Long thought words"})

    assert (read.status_code, written.status_code) == (302, 403)
    assert "Long thought words</textarea>" in written.content.decode()


@pytest.mark.parametrize("language", ["fr", "es", "pt", "ar"])
def test_the_page_is_there_in_every_language(client, address, thread, contributor, language):
    actions.post(thread, "Since 2021.", by=contributor)
    client.force_login(contributor)

    answer = client.get(address.replace("/en/", f"/{language}/", 1))

    assert (answer.status_code, NUMBERS.findall(answer.content.decode())) == (200, ["1"])
