"""A file of hubs with a mistake is refused whole, with file, row and column."""

import csv

import pytest

from hemicycle.core.loading import LoadRefused
from hemicycle.core.models import Listing
from hemicycle.hubs import loading
from hemicycle.hubs.models import Hub
from hemicycle.hubs.tests.shipped import shipped, spoil

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_ground")]


@pytest.mark.parametrize(
    ("name", "row", "column", "value"),
    [
        ("hubs.csv", 3, "key", "moon-hub"),
        ("hubs.csv", 3, "sort", "lunar"),
        ("hubs.csv", 3, "state", "offered"),
        ("hubs.csv", 3, "joining", "perhaps"),
        ("hubs.csv", 3, "began", "last year"),
        ("hubs.csv", 3, "languages", "en xx"),
        ("hubs.csv", 3, "region", "Atlantis"),
        ("hubs.csv", 3, "countries", "QQ"),
        ("hubs.csv", 3, "topics", "work.gardening"),
        ("hubs.csv", 3, "compiled_on", "2026-11"),
        ("hubs.csv", 3, "sources", ""),
        ("hubs.csv", 3, "sources", "hearsay"),
        ("hub_texts.csv", 4, "language", "xx"),
        ("hub_texts.csv", 4, "purpose", ""),
        ("hub_texts.csv", 4, "credit", ""),
        ("hub_texts.csv", 4, "hub", "moon-hub"),
        ("members.csv", 4, "hub", "moon-hub"),
        ("members.csv", 4, "body", "QQ"),
        ("members.csv", 4, "body", "BW-LC01"),
        ("members.csv", 4, "since", "soon"),
        ("outputs.csv", 5, "sort", "cake"),
        ("outputs.csv", 5, "address", "somewhere"),
        ("outputs.csv", 5, "sources", ""),
        ("output_texts.csv", 7, "title", ""),
        ("output_texts.csv", 7, "output", "cake"),
    ],
)
def test_a_malformed_row_is_named_and_nothing_is_loaded(folder, name, row, column, value):
    spoil(folder, name, row, column, value)

    with pytest.raises(LoadRefused) as refused:
        loading.load(folder)

    assert (refused.value.file.name, refused.value.row, refused.value.column) == (name, row, column)
    assert (Hub.objects.count(), Listing.objects.filter(kind="hub").count()) == (0, 0)


def test_a_hub_without_an_english_text_is_refused(folder):
    rows = [line for line in shipped("hub_texts.csv") if (line["hub"], line["language"]) != ("pacific-hub", "en")]
    with (folder / "hub_texts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

    with pytest.raises(LoadRefused, match="it has no text in “en”"):
        loading.load(folder)
