"""One thing, one text per language; revisions never change, translations know what they were made from."""

import uuid

import pytest

from hemicycle.core import texts
from hemicycle.core.models import Revision, Text
from hemicycle.core.texts import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject():
    return uuid.uuid4()


def write(subject, language, title, *, original=False, publish=True):
    draft = Draft(subject, language, {"title": title}, original=original, credit="" if original else "a friend")
    return texts.write(draft, by=None, publish=publish)


@pytest.mark.parametrize(
    ("written", "asked", "read"),
    [
        (["fr", "en", "es"], "es", "es"),
        (["fr", "en", "es"], "ar", "en"),
        (["fr", "es"], "ar", "fr"),
        (["en"], "pt", "en"),
    ],
)
def test_reading_falls_back_to_english_then_to_the_original(subject, written, asked, read):
    for number, language in enumerate(written):
        write(subject, language, language, original=number == 0)

    reading = texts.read_one(subject, asked)

    assert (reading.language, reading["title"], reading.is_other_language) == (read, read, read != asked)


def test_an_edit_waits_until_it_is_published(subject):
    write(subject, "en", "First", original=True)

    waiting = write(subject, "en", "Second", original=True, publish=False)
    before = texts.read_one(subject, "en")["title"]
    texts.make_current(waiting)

    assert (before, texts.read_one(subject, "en")["title"]) == ("First", "Second")


def test_a_draft_in_translation_is_read_by_nobody(subject):
    write(subject, "en", "First", original=True)

    write(subject, "fr", "Premier", publish=False)

    assert texts.read_one(subject, "fr").language == "en"
    assert [version.language for version in texts.read_one(subject, "fr").versions] == ["en"]


def test_a_changed_original_leaves_its_translations_behind_until_they_follow(subject):
    write(subject, "en", "First", original=True)
    write(subject, "fr", "Premier")
    fresh = texts.read_one(subject, "fr").behind
    write(subject, "en", "Second", original=True)

    behind = texts.read_one(subject, "fr").behind
    write(subject, "fr", "Deuxième")

    assert (fresh, behind, texts.read_one(subject, "fr").behind) == (False, True, False)
    assert not texts.read_one(subject, "en").behind


def test_revisions_are_added_and_never_changed(subject):
    write(subject, "en", "First", original=True)
    write(subject, "en", "Second", original=True)

    rows = list(Revision.objects.filter(text__subject=subject).values_list("number", "fields"))

    assert rows == [(1, {"title": "First"}), (2, {"title": "Second"})]


def test_a_translation_does_not_become_the_original(subject):
    write(subject, "en", "First", original=True)
    write(subject, "fr", "Premier")

    with pytest.raises(texts.ValidationError):
        write(subject, "fr", "Premier", original=True)


def test_loading_in_bulk_gives_the_same_as_writing_one_by_one(subject):
    other = uuid.uuid4()
    write(subject, "en", "First", original=True)
    write(subject, "fr", "Premier")

    texts.write_all(
        [
            Draft(other, "fr", {"title": "Premier"}, credit="a friend"),
            Draft(other, "en", {"title": "First"}, original=True),
        ],
        by=None,
    )

    assert _plain(texts.read_one(other, "fr")) == _plain(texts.read_one(subject, "fr"))
    assert Text.objects.filter(subject=other, state="original").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_things_is_read_in_one_query(number, django_assert_num_queries):
    subjects = [uuid.uuid4() for _each in range(number)]
    for each in subjects:
        write(each, "en", "First", original=True)
        write(each, "fr", "Premier")

    with django_assert_num_queries(1):
        readings = texts.read(subjects, "fr")

    assert {reading["title"] for reading in readings.values()} == {"Premier"}
    assert len(readings) == number


def test_a_thing_without_a_text_is_said_so(subject):
    with pytest.raises(texts.NoText):
        texts.read_one(subject, "en")


def _plain(reading):
    return (reading.language, reading.state, dict(reading.fields), reading.credit, reading.behind, reading.versions)
