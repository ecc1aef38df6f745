"""Everything that is read can be had as data, and says the same."""

import csv
import io
import json
import re

import pytest

from hemicycle.core import deliveries
from hemicycle.core.models import Listing
from hemicycle.project import command

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LISTS = {"cases": "case", "use-cases": "use_case", "parliaments": "parliament", "chambers": "chamber"}


def test_every_list_is_whole_as_csv_and_json(client, loaded):
    counts = {}
    for name in LISTS:
        table = list(csv.DictReader(io.StringIO(client.get(f"/en/{name}.csv").content.decode("utf-8-sig"))))
        data = client.get(f"/en/{name}.json").json()
        counts[name] = (len(table), data["count"], len(data["items"]))

    listed = {name: Listing.objects.filter(kind=kind, gone_since=None).count() for name, kind in LISTS.items()}
    assert counts == {name: (number, number, number) for name, number in listed.items()}


def test_a_narrowed_list_is_narrowed_as_data(client, loaded):
    page = client.get("/en/cases/?region=africa").content.decode()

    data = client.get("/en/cases.json?region=africa").json()

    assert data["count"] == page.count('<article class="card')
    assert 'href="/en/cases.json?region=africa"' in page


def test_a_record_names_itself_by_its_permanent_uid(client, loaded):
    listing = Listing.objects.get(kind="case", key="zm-echamber-app")

    record = client.get("/fr/cases/zm-echamber-app.json").json()

    assert record["uid"] == str(listing.uid)
    assert record["address"] == "/fr/cases/zm-echamber-app/"


def test_every_figure_of_the_home_page_can_be_had_in_three_forms(client, loaded):
    page = client.get("/en/").content.decode()
    addresses = sorted(set(re.findall(r'href="(/en/figures/[^"]+)"', page)))

    answers = {address: client.get(address) for address in addresses}

    assert {address: answer.headers["Content-Type"].partition(";")[0] for address, answer in answers.items()} == {
        f"/en/figures/{name}.{form}": media_type
        for name in ("cases-by-country", "chambers-in-library")
        for form, media_type in {"csv": "text/csv", "png": "image/png", "svg": "image/svg+xml"}.items()
    }


def test_the_command_answers_a_question_as_data(loaded, capsys):
    deliveries.deliver_all()
    capsys.readouterr()

    status = command.main(["search", "vote électronique", "--language", "fr", "--json"])

    hits = json.loads(capsys.readouterr().out)
    assert status == 0
    assert [list(hit) for hit in hits] == [["uid", "kind", "title", "title_en", "language", "address"]] * len(hits)
    assert hits != []
