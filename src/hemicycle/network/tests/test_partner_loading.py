"""The partners of the Centre load whole, each with its source, once, and only if every row is right."""

import csv
import shutil

import pytest

from hemicycle.core.identity import shipped_uid
from hemicycle.core.loading import LoadRefused
from hemicycle.core.models import Counter, Entry, Listing
from hemicycle.core.texts import read_one
from hemicycle.network import actions, loading, queries
from hemicycle.network.loading import partners
from hemicycle.network.models import Agreement, Body, Contribution, Fact, Project
from hemicycle.network.tests.reading import shipped
from hemicycle.network.tests.test_loading import spoil
from hemicycle.topics import loading as topics

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(register, db):
    """The register and the vocabulary, on which partners rest."""
    topics.load()


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped files, to be spoilt."""
    return shutil.copytree(loading.DATA, tmp_path / "data")


def row_of(name, column, value):
    return next(place for place, row in enumerate(shipped(name), 2) if row[column] == value)


def agreement_of(key):
    return Agreement.objects.get(uid=shipped_uid("agreement", key))


def test_all_partners_are_there_each_with_where_it_is_said(ground):
    counts = partners.load()

    rows = shipped("partners.csv")
    assert (counts["agreements"], len({row["partner"] for row in rows})) == (len(rows), 23)
    assert counts["organisations"] == Body.objects.filter(kind="organisation").count() == 13
    assert [row["key"] for row in rows if not agreement_of(row["key"]).sources] == []
    assert Agreement.objects.filter(state="signed", shipped=True).count() == len(rows)


def test_only_hosts_of_hubs_have_a_level_that_a_source_proves(ground):
    partners.load()

    proven = Agreement.objects.exclude(level="unknown")
    assert {agreement.level for agreement in proven} == {"keystone"}
    assert proven.filter(hub=None).count() == 0
    assert agreement_of("pt").level == agreement_of("inter-pares").level == "unknown"


def test_contributions_of_unknown_value_stay_unknown(ground):
    partners.load()

    known = Contribution.objects.exclude(amount=None, working_days=None)
    assert (known.count(), Contribution.objects.count()) == (0, len(shipped("contributions.csv")))


def test_the_hub_of_the_pacific_was_handed_over(ground):
    partners.load()

    old, new = agreement_of("nz"), agreement_of("fj")
    assert (new.takes_over, new.since, new.hub) == (old, "2025-04", old.hub)


def test_institutions_keep_their_names_and_their_kind_has_a_source(ground):
    partners.load()

    ndi = Body.objects.get(key="ORG-ndi")
    kind = Fact.objects.get(body=ndi, name="organisation_type")
    assert (ndi.name, kind.value, kind.doubtful) == ("National Democratic Institute", "strengthening", True)
    assert kind.source.address.startswith("https://www.ipu.org/")


def test_loading_twice_leaves_no_trace(ground):
    partners.load()
    before = list(Counter.objects.order_by("kind").values()), Entry.objects.count()
    rows = list(Agreement.objects.order_by("pk").values()), list(Contribution.objects.order_by("pk").values())

    partners.load()
    loading.load()

    assert (list(Counter.objects.order_by("kind").values()), Entry.objects.count()) == before
    after = list(Agreement.objects.order_by("pk").values()), list(Contribution.objects.order_by("pk").values())
    assert after == rows


def test_a_changed_cell_changes_one_agreement_and_its_partner(ground, folder):
    partners.load()
    before = Entry.objects.count()
    spoil(folder, "partners.csv", row_of("partners.csv", "key", "ndi"), "gives", "Supported two conferences.")

    partners.load(folder)

    assert read_one(agreement_of("ndi").uid, "en")["gives"] == "Supported two conferences."
    told = [(entry.verb, entry.kind) for entry in Entry.objects.order_by("pk")[before:]]
    assert told == [("agreement.loaded", "agreement"), ("organisation.loaded", "organisation")]


def test_what_people_wrote_since_stays_theirs(ground, administrator):
    partners.load()
    agreement, project = agreement_of("grulac"), Project.objects.get(slug="e-parliament-in-myanmar")
    gift = Contribution.objects.get(agreement=agreement)
    actions.change_contribution(gift, actions.Given("translation", what="The Tracker in Spanish"), by=administrator)
    actions.end_agreement(agreement, on="2026-12-31", by=administrator)
    said = actions.ProjectSaid(title="Ours", purpose="Ours", language="en", since="2014", until="2020")
    actions.change_project(project, said, by=administrator)
    body = Body.objects.get(key="ORG-grulac")
    words = actions.OrganisationSaid(name="GRULAC", type="association", source_title="A letter of 2026")
    actions.change_organisation(body, words, by=administrator)

    partners.load()

    agreement.refresh_from_db()
    project.refresh_from_db()
    body.refresh_from_db()
    assert (agreement.until, project.until, body.name) == ("2026-12-31", "2020", "GRULAC")
    assert Contribution.objects.get(agreement=agreement).what == "The Tracker in Spanish"


def test_partners_are_listed_and_found(ground):
    partners.load()

    listed = Listing.objects.filter(kind__in=("agreement", "organisation", "project"), gone_since=None)
    assert listed.count() == len(shipped("partners.csv")) + 13 + 3
    assert queries.partnership().organisation_by_slug["undp"].path == "/partners/undp/"


MISTAKES = [
    ("organisations.csv", "ORG-ndi", "type", "friend", "“friend” is not known here"),
    ("organisations.csv", "ORG-ndi", "source", "hearsay", "“hearsay” is not in sources.csv."),
    ("organisations.csv", "ORG-ndi", "key", "NDI", "“NDI” does not begin with ORG-."),
    ("organisations.csv", "ORG-ndi", "name", "", "this cell is empty and must not be."),
    ("partners.csv", "br", "partner", "XX", "“XX” is not in organisations.csv or the register."),
    ("partners.csv", "br", "hub", "HUB-moon", "“HUB-moon” is not in hub_bodies.csv."),
    ("partners.csv", "pt", "level", "keystone", "a keystone partner hosts a hub or gives core funding"),
    ("partners.csv", "pt", "since", "2018-13", "“2018-13” is not a date"),
    ("partners.csv", "nz", "until", "2018", "the period ends (2018) before it begins (2019)."),
    ("partners.csv", "br", "sources", "somewhere", "“somewhere” is not an address"),
    ("contributions.csv", "br-hosting", "agreement", "moon", "“moon” is not in partners.csv."),
    ("contributions.csv", "br-hosting", "currency", "EUR", "an amount and its currency belong together."),
    ("contributions.csv", "br-hosting", "working_days", "-3", "“-3” is not a whole number from 1."),
    ("projects.csv", "e-parliament-in-myanmar", "topics", "policy.moon", "“policy.moon” is not in the vocabulary."),
    ("hub_bodies.csv", "HUB-pacific-hub", "key", "pacific", "“pacific” does not begin with HUB-."),
]


@pytest.mark.parametrize(("name", "key", "column", "value", "sentence"), MISTAKES)
def test_a_mistake_is_refused_with_file_row_and_column_and_loads_nothing(
    ground, folder, name, key, column, value, sentence
):
    row = row_of(name, "key", key)
    spoil(folder, name, row, column, value)

    with pytest.raises(LoadRefused) as refused:
        partners.load(folder)

    assert (refused.value.file.name, refused.value.row, refused.value.column) == (name, row, column)
    assert sentence in refused.value.sentence
    assert Agreement.objects.count() == Body.objects.filter(kind="organisation").count() == 0


def test_a_missing_file_is_named(ground, folder):
    (folder / "contributions.csv").unlink()

    with pytest.raises(LoadRefused, match=r"contributions\.csv: there is no such file"):
        partners.load(folder)


def test_the_same_row_twice_is_refused(ground, folder):
    with (folder / "project_parties.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with (folder / "project_parties.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*rows, rows[-1]])

    with pytest.raises(LoadRefused, match="already says this"):
        partners.load(folder)
