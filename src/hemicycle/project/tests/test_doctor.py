"""What `hemicycle doctor` says of a node that is well, and of one that is not."""

import json

import pytest

from hemicycle.core.models import Delivery, Listing
from hemicycle.project import catalogues, command, doctor

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings, tmp_path):
    """A node whose static files and catalogues are built."""
    (tmp_path / "staticfiles.json").write_text("{}", encoding="utf-8")
    settings.STATIC_ROOT = tmp_path
    catalogues.compile_all()


@pytest.mark.slow
def test_a_loaded_node_is_well(built, loaded, capsys):
    status = command.main(["doctor", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert (status, said["faults"]) == (0, [])
    assert said["facts"]["Parliaments"] == 198
    assert said["facts"]["Chambers"] == 283
    counted = ("Hubs", "Outputs of hubs", "Agreements", "Partner organisations")
    assert [said["facts"][name] for name in counted] == [10, 28, 25, 13]
    assert said["facts"]["Languages of texts"] == "ar, en, es, fr, pt"


@pytest.mark.slow
def test_a_thing_that_is_public_and_not_listed_is_a_fault(built, loaded):
    Listing.objects.filter(kind="chamber", key="ZM-LC01").delete()

    assert doctor.examine().faults == ["chamber: 283 are public and 282 are listed; run “hemicycle load” again."]


def test_an_empty_register_is_a_fault_with_its_remedy(built, capsys):
    status = command.main(["doctor"])

    assert status == 1
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("WRONG")] == [
        "WRONG: There are fewer than 198 of kind parliament; run “hemicycle load network”.",
        "WRONG: There are fewer than 283 of kind chamber; run “hemicycle load network”.",
        "WRONG: There are fewer than 25 of kind agreement; run “hemicycle load partners”.",
        "WRONG: There are fewer than 10 of kind hub; run “hemicycle load hubs”.",
    ]


def test_a_node_says_by_what_it_searches_for_meaning():
    assert doctor.examine().facts["search by meaning"] == "use-multilingual-3"


def test_files_that_are_not_built_are_a_fault(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "nowhere"

    assert "The static files are not built; run “hemicycle build”." in doctor.examine().faults


@pytest.mark.slow
def test_a_delivery_that_failed_for_good_is_a_fault(built, loaded):
    Delivery.objects.filter(pk=Delivery.objects.order_by("pk").values("pk")[:1]).update(state=Delivery.State.DEAD)

    assert doctor.examine().faults == [
        "1 deliveries failed for good; run “hemicycle rebuild READER” once the cause is mended."
    ]
