"""The members' directory: only those who chose it, only for those who hold an office, no addresses unless chosen."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.core.catalogue import MESSAGES
from hemicycle.core.models import Entry
from hemicycle.network import actions, queries
from hemicycle.network.models import DirectoryEntry, Introduction
from hemicycle.network.tests.reading import text_of
from hemicycle.topics import actions as topics
from hemicycle.topics.actions import TermGiven
from hemicycle.topics.models import Topic

TEXT = "We look at electronic voting too; may I ask you some questions?"


@pytest.fixture
def signed_in(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


@pytest.fixture
def voting(db):
    topics.load([TermGiven("work", "", {"en": "Work"}), TermGiven("work.voting", "work", {"en": "Voting"})], by=None)
    return Topic.objects.get(code="work.voting")


@pytest.fixture
def listed(colleague, voting):
    return actions.choose_listing(
        colleague, listed=True, shows_mail=False, topics=[voting.code], languages=["en", "pt"]
    )


def test_nobody_is_listed_who_did_not_choose_it(signed_in, focal_point, colleague):
    response = signed_in(focal_point).get("/en/members/")

    assert ("Focal point of Malawi" in text_of(response), "0 members" in text_of(response)) == (False, True)


def test_who_is_listed_is_shown_without_their_address(signed_in, focal_point, colleague, listed):
    said = text_of(signed_in(focal_point).get("/en/members/"))

    assert "1 member" in said
    assert "Focal point of Malawi Focal point · Malawi · National Assembly" in said
    assert "Topics: Voting" in said
    assert "Languages: English and Portuguese" in said
    assert colleague.email not in said


def test_an_address_is_shown_by_choice(signed_in, focal_point, colleague, voting):
    actions.choose_listing(colleague, listed=True, shows_mail=True, topics=[], languages=[])

    assert colleague.email in text_of(signed_in(focal_point).get("/en/members/"))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("body=MW", 1),
        ("body=ZM", 0),
        ("role=focal_point", 1),
        ("role=expert", 0),
        ("topic=work.voting", 1),
        ("language=pt", 1),
        ("language=ar", 0),
        ("body=MW&role=focal_point&topic=work.voting&language=en", 1),
    ],
)
def test_counterparts_are_found_by_parliament_office_topic_and_language(signed_in, focal_point, listed, sought, found):
    said = text_of(signed_in(focal_point).get(f"/en/members/?{sought}"))

    assert ("Focal point of Malawi" in said) == bool(found)


@pytest.mark.parametrize("sought", ["body=XX", "role=king", "topic=%00", "language=xx", "page=0", "page=9"])
def test_what_is_not_in_the_lists_is_not_found(signed_in, focal_point, listed, sought):
    assert signed_in(focal_point).get(f"/en/members/?{sought}").status_code == 404


@pytest.mark.parametrize("path", ["members/", "members/me/"])
def test_who_holds_no_office_finds_no_directory(signed_in, outsider, client, path):
    anonymous = client.get(f"/en/{path}").status_code

    assert (anonymous, signed_in(outsider).get(f"/en/{path}").status_code) == (302, 404)


def test_who_holds_no_office_any_more_is_not_listed(signed_in, focal_point, colleague, listed):
    colleague.offices.update(until=timezone.localdate() - timedelta(days=1))

    assert "0 members" in text_of(signed_in(focal_point).get("/en/members/"))
    assert signed_in(focal_point).get(f"/en/members/{colleague.uid}/").status_code == 404


def test_everybody_chooses_for_themselves(signed_in, focal_point, voting):
    client = signed_in(focal_point)

    response = client.post("/en/members/me/", {"listed": "on", "languages": ["fr"], "topics": ["work.voting"]})

    entry = queries.entry_of(focal_point)
    assert (response.url, entry.listed, entry.shows_mail) == ("/en/members/", True, False)
    assert [topic.code for topic in entry.topics.all()] == ["work.voting"]
    assert [language.code for language in entry.languages.all()] == ["fr"]
    assert "Focal point of Zambia" in text_of(client.get("/en/members/"))


def test_a_choice_is_taken_back(signed_in, focal_point, voting):
    actions.choose_listing(focal_point, listed=True, shows_mail=True, topics=[], languages=["en"])

    signed_in(focal_point).post("/en/members/me/", {})

    entry = queries.entry_of(focal_point)
    assert (entry.listed, entry.shows_mail, list(entry.languages.all())) == (False, False, [])


def test_nobody_is_listed_without_a_name(person, zambia):
    nameless = person("contributor", zambia)

    with pytest.raises(ValidationError):
        actions.choose_listing(nameless, listed=True, shows_mail=False, topics=[], languages=[])


def test_a_first_letter_is_written_through_a_form(signed_in, focal_point, colleague, listed):
    client = signed_in(focal_point)
    form = text_of(client.get(f"/en/members/{colleague.uid}/"))

    response = client.post(f"/en/members/{colleague.uid}/", {"text": TEXT})

    letter = Introduction.objects.get()
    entry = Entry.objects.get(verb="member.introduced")
    assert (focal_point.email in form, colleague.email in form) == (True, False)
    assert response.url == "/en/members/?sent=1"
    assert (letter.writer, letter.reader, letter.text) == (focal_point, colleague, TEXT)
    assert (entry.subject, entry.facts) == (letter.uid, {})


def test_the_letter_is_mailed_to_its_reader_alone(focal_point, colleague, listed):
    actions.introduce(listed, TEXT, by=focal_point)
    entry = Entry.objects.get(verb="member.introduced")
    message = MESSAGES["member.introduced"]

    told = message.about(entry, colleague)

    assert list(message.audience(entry)) == [colleague.uid]
    assert (told.writer, told.mail, told.text) == ("Focal point of Zambia", focal_point.email, TEXT)
    assert message.about(entry, focal_point) is None


@pytest.mark.parametrize("text", ["", "short", "x" * 3001])
def test_a_letter_that_cannot_be_sent_stays_as_typed(signed_in, focal_point, colleague, listed, text):
    response = signed_in(focal_point).post(f"/en/members/{colleague.uid}/", {"text": text})

    assert (response.status_code, text in response.content.decode()) == (422, True)
    assert not Introduction.objects.exists()


def test_nobody_writes_to_the_whole_directory(focal_point, listed):
    for each in range(10):
        actions.introduce(listed, f"{TEXT} {each}", by=focal_point)

    with pytest.raises(ValidationError):
        actions.introduce(listed, TEXT, by=focal_point)


def test_pressing_twice_writes_once(focal_point, listed):
    letters = [actions.introduce(listed, TEXT, by=focal_point) for _press in range(2)]

    assert (letters[0], Introduction.objects.count()) == (letters[1], 1)


def test_nobody_without_an_office_writes(outsider, listed):
    with pytest.raises(PermissionDenied):
        actions.introduce(listed, TEXT, by=outsider)


def test_the_text_of_a_letter_is_forgotten(focal_point, listed):
    letter = actions.introduce(listed, TEXT, by=focal_point)
    Introduction.objects.update(written_at=timezone.now() - timedelta(days=31))

    actions.forget_texts(timezone.now())

    letter.refresh_from_db()
    assert letter.text == ""


@pytest.mark.parametrize("number", [1, 3])
def test_the_directory_asks_as_much_for_one_member_as_for_three(
    signed_in, focal_point, malawi, person, voting, number, django_assert_num_queries
):
    for each in range(number):
        member = person("contributor", malawi, name=f"Member {each}")
        actions.choose_listing(member, listed=True, shows_mail=False, topics=[voting.code], languages=["en"])
    client = signed_in(focal_point)
    client.get("/en/members/")

    with django_assert_num_queries(9):
        client.get("/en/members/")
    assert DirectoryEntry.objects.count() == number
