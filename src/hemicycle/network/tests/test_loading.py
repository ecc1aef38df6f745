"""The shipped register loads whole, once, and only if every row is right."""

import csv
import shutil

import pytest

from hemicycle.core.identity import shipped_uid
from hemicycle.core.loading import LoadRefused
from hemicycle.core.models import Counter, Entry, Listing
from hemicycle.network import loading
from hemicycle.network.models import Body, Country, Fact, Source
from hemicycle.network.states import LOADED
from hemicycle.network.tests.reading import shipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped files, to be spoilt."""
    return shutil.copytree(loading.DATA, tmp_path / "data")


def spoil(folder, name, row, column, value):
    """Put a value into a cell; rows are counted as a spreadsheet does."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    table[row - 1][table[0].index(column)] = value
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)


def test_the_whole_register_is_there():
    counts = loading.load()

    assert counts["parliaments"] == Body.objects.filter(kind="parliament").count() == 198
    assert counts["chambers"] == Body.objects.filter(kind="chamber").count() == 283
    assert counts["regional_bodies"] == Body.objects.filter(kind="regional_body").count() == 1
    assert counts["facts"] == Fact.objects.count() == len(shipped("facts.csv"))
    assert counts["sources"] == Source.objects.count()
    assert Country.objects.filter(column=None).count() == 0


def test_identities_are_the_same_on_every_node():
    loading.load()

    assert Body.objects.get(key="BR-UC01").uid == shipped_uid("chamber", "BR-UC01")


def test_each_body_enters_the_journal_once():
    loading.load()

    subjects = list(Entry.objects.filter(verb=LOADED).exclude(kind="topic").values_list("subject", flat=True))
    assert len(subjects) == len(set(subjects)) == 482


def test_loading_twice_leaves_no_trace():
    loading.load()
    before = list(Counter.objects.order_by("kind").values()), Entry.objects.count()
    rows = list(Fact.objects.order_by("pk").values())

    loading.load()

    assert (list(Counter.objects.order_by("kind").values()), Entry.objects.count()) == before
    assert list(Fact.objects.order_by("pk").values()) == rows


def test_a_changed_cell_changes_one_body_and_its_parliament(folder):
    loading.load()
    before = Entry.objects.count()
    row = next(place for place, fact in enumerate(shipped("facts.csv"), 2) if fact["body"] == "ZM-LC01")
    spoil(folder, "facts.csv", row, "value", "226")

    loading.load(folder)

    assert Body.objects.get(key="ZM").current["seats"] == "226"
    assert Entry.objects.count() == before + 2


@pytest.mark.parametrize(
    ("name", "row", "column", "value"),
    [
        ("sources.csv", 3, "title", ""),
        ("countries.csv", 5, "un_status", "friend"),
        ("countries.csv", 5, "name_ar", ""),
        ("countries.csv", 5, "names_source", "hearsay"),
        ("parliaments.csv", 4, "country", "QQ"),
        ("chambers.csv", 9, "parliament", "QQ"),
        ("chambers.csv", 9, "kind", "third"),
        ("chambers.csv", 9, "name_en_doubtful", "perhaps"),
        ("regional_bodies.csv", 2, "name_en", ""),
        ("tilegrid.csv", 7, "row", "top"),
        ("facts.csv", 6, "body", "QQ"),
        ("facts.csv", 6, "name", "weather"),
        ("facts.csv", 6, "source", "hearsay"),
        ("facts.csv", 6, "from", "last year"),
        ("facts.csv", 6, "until", "2026-13"),
        ("facts.csv", 2, "value", "tricameral"),
    ],
)
def test_a_malformed_row_is_named_and_nothing_is_loaded(folder, name, row, column, value):
    spoil(folder, name, row, column, value)

    with pytest.raises(LoadRefused) as caught:
        loading.load(folder)

    assert (caught.value.file.name, caught.value.row, caught.value.column) == (name, row, column)
    assert (Body.objects.count(), Source.objects.count(), Listing.objects.count()) == (0, 0, 0)


def test_a_period_that_ends_before_it_begins_is_refused(folder):
    spoil(folder, "facts.csv", 6, "from", "2025-07-01")
    spoil(folder, "facts.csv", 6, "until", "2025-06")

    with pytest.raises(LoadRefused) as caught:
        loading.load(folder)

    assert (caught.value.row, caught.value.column) == (6, "until")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LoadRefused) as caught:
        loading.load(tmp_path / "absent")

    assert str(caught.value) == f"{tmp_path / 'absent'}: there is no such folder."


def test_what_people_recorded_survives_a_load():
    loading.load()
    recorded = Fact.objects.create(
        body=Body.objects.get(key="ZM-LC01"), name="seats", value="226", since="2026-08", source=Source.objects.first()
    )

    loading.load()

    assert Fact.objects.filter(pk=recorded.pk).exists()
