"""Who reads what of a record's history, and what it says of people who have left."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.utils import timezone, translation

from hemicycle.core import catalogue, history, journal
from hemicycle.core.tests.offered import terms
from hemicycle.topics import states
from hemicycle.ui.parts import Event

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate().isoformat()
NOBODY = AnonymousUser()


@pytest.fixture(autouse=True)
def told(monkeypatch):
    """What the packages of the house have registered is put aside for the length of a test."""
    monkeypatch.setattr(history, "NAMINGS", [])
    monkeypatch.setattr(history, "STANDINGS", {})
    monkeypatch.setattr(history, "WORDS", {states.LOADED: "Loaded"})
    for verb, audience in {"topic.discussed": "parties", "topic.flagged_twice": "staff"}.items():
        monkeypatch.setitem(catalogue.AUDIENCES, verb, audience)


@pytest.fixture
def author(person):
    return person(name="Ada")


@pytest.fixture
def topic(author):
    """A topic with one entry for each audience, the last two by its author."""
    (work,) = terms("work")
    journal.record("topic.discussed", work, by=author)
    journal.record("topic.flagged_twice", work, by=author)
    return work


def read(topic, viewer=NOBODY) -> list[tuple[str, str]]:
    return [(event.text, event.by) for event in history.of("topic", topic.uid, viewer=viewer)]


def by_name(entries, viewer):
    from hemicycle.accounts.models import Person

    names = dict(Person.objects.filter(uid__in={entry.actor for entry in entries}).values_list("uid", "name"))
    return {entry.pk: names[entry.actor] for entry in entries if entry.actor in names}


def test_anybody_reads_the_public_part_of_what_is_public(topic):
    assert history.of("topic", topic.uid, viewer=NOBODY) == (Event(TODAY, "Loaded", by="The platform itself"),)


@pytest.mark.parametrize(
    ("audiences", "verbs"),
    [
        ({"public"}, ["Loaded"]),
        ({"public", "parties"}, ["Discussed", "Loaded"]),
        ({"public", "parties", "staff"}, ["Flagged twice", "Discussed", "Loaded"]),
        (set(), []),
    ],
)
def test_everybody_reads_what_their_standing_allows_newest_first(topic, audiences, verbs):
    history.standing("topic", lambda viewer, uid: audiences)

    assert [text for text, _by in read(topic)] == verbs


def test_what_is_not_visible_has_no_history(topic, monkeypatch):
    hidden = catalogue.Offer(
        **{**vars(catalogue.OFFERS["topic"]), "visible": lambda viewer: type(topic).objects.none()}
    )
    monkeypatch.setitem(catalogue.OFFERS, "topic", hidden)

    assert read(topic) == []


def test_a_kind_that_nobody_answers_for_has_no_history(topic):
    assert history.of("person", topic.uid, viewer=NOBODY) == ()


def test_a_verb_that_became_private_is_private_for_its_past(topic, monkeypatch):
    monkeypatch.setitem(catalogue.AUDIENCES, states.LOADED, "staff")

    assert read(topic) == []


def test_people_are_named_as_the_packages_above_say(topic):
    history.standing("topic", lambda viewer, uid: {"parties"})
    history.naming(by_name)

    assert read(topic) == [("Discussed", "Ada")]


def test_the_latest_package_is_asked_first_and_others_for_the_rest(topic, author):
    journal.record("topic.discussed", topic, by=type(author)(uid=uuid4()))
    history.standing("topic", lambda viewer, uid: {"parties"})
    history.naming(by_name)
    history.naming(lambda entries, viewer: {entry.pk: "Editor" for entry in entries if entry.actor != author.uid})

    assert read(topic) == [("Discussed", "Editor"), ("Discussed", "Ada")]


def test_who_was_erased_is_somebody_who_has_left(topic, author):
    history.standing("topic", lambda viewer, uid: {"parties"})
    history.naming(by_name)

    author.delete()

    assert read(topic) == [("Discussed", "Somebody who has left")]


def test_words_may_tell_a_fact(topic):
    history.standing("topic", lambda viewer, uid: {"staff"})
    history.words({"topic.flagged_twice": lambda entry: f"Flagged as {entry.facts['reason']}"})
    journal.record("topic.flagged_twice", topic, by=None, reason="odd")

    with translation.override("en"):
        assert history.of("topic", topic.uid, viewer=NOBODY, most=1) == (
            Event(TODAY, "Flagged as odd", by="The platform itself"),
        )


def test_two_packages_cannot_answer_for_the_same(topic):
    history.standing("topic", lambda viewer, uid: {"public"})

    with pytest.raises(history.AlreadyTold):
        history.standing("topic", lambda viewer, uid: {"staff"})
    with pytest.raises(history.AlreadyTold):
        history.words({states.LOADED: "Something else"})


def test_a_history_takes_two_questions_and_one_for_each_who_names(topic, django_assert_num_queries):
    history.naming(by_name)
    history.standing("topic", lambda viewer, uid: {"public", "parties", "staff"})

    with django_assert_num_queries(2):
        assert len(read(topic)) == 3


def test_the_list_of_the_look_shows_it(topic):
    component = engines["jinja2"].env.get_template("ui/components/history.html").module

    html = str(component.history_list(history.of("topic", topic.uid, viewer=NOBODY)))

    assert f'datetime="{TODAY}"' in html
    assert '<p class="history__text">Loaded <span class="history__by">The platform itself</span></p>' in html
