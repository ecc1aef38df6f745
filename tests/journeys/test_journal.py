"""The journal holds through a record's life, the erasure of its author, and somebody's attempt to change it."""

import json

import pytest

from hemicycle.core import seals
from hemicycle.core.models import Entry, Seal
from hemicycle.core.tests.lifted import triggers_lifted
from hemicycle.innovations import actions
from hemicycle.innovations.tests.factories import hand_in
from hemicycle.project import command

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WORDS = {"title": "Benches that count the quorum themselves", "lead": "A chamber measures who is in the room."}


def doctor(capsys, *options: str) -> dict:
    capsys.readouterr()
    command.main(["doctor", "--json", *options])
    return json.loads(capsys.readouterr().out)


def of_the_journal(said: dict) -> list[str]:
    return [fault for fault in said["faults"] if "journal" in fault]


@pytest.fixture
def lived(zambia, contributor, focal_point, editor):
    """A case that was handed in, reviewed, published, confirmed and withdrawn."""
    case = actions.draft(zambia, WORDS, language="en", by=contributor)
    hand_in(case, by=contributor)
    actions.take(case, by=editor)
    actions.publish(case, by=editor)
    actions.confirm(case, by=focal_point, stage="in_use")
    actions.withdraw(case, by=editor)
    return case


def test_plain_doctor_says_what_is_sealed_and_what_waits(lived, capsys):
    entries = Entry.objects.count()
    before = doctor(capsys)["facts"]

    seals.seal_all()

    after = doctor(capsys)["facts"]
    assert (before["entries sealed"], before["entries waiting"]) == (0, entries)
    assert (after["entries sealed"], after["entries waiting"]) == (entries, 0)
    assert "seals verified" not in after


def test_the_whole_chain_is_verified_when_asked(lived, capsys):
    seals.seal_all()

    said = doctor(capsys, "--journal")

    assert said["facts"]["seals verified"] == Entry.objects.count()
    assert said["facts"]["last seal"] == Seal.objects.last().hash
    assert of_the_journal(said) == []


def test_a_changed_entry_is_named(lived, capsys):
    seals.seal_all()
    struck = Seal.objects.get(entry__verb="case.withdrawn")
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE core_entry SET verb = 'case.restored' WHERE id = %s", [struck.entry_id])

    status = command.main(["doctor", "--journal"])

    place = f"seal {struck.order}, entry {struck.entry_id}"
    line = f"WRONG: The journal is broken at {place}: the entry was changed; compare it with a backup."
    assert status == 1
    assert line in capsys.readouterr().out.splitlines()


def test_missing_triggers_are_named(lived, capsys):
    with triggers_lifted():
        said = doctor(capsys)

    (fault,) = of_the_journal(said)
    assert fault.startswith("The database does not keep the journal from changes; missing: core_entry_is_not_changed, ")


def test_people_and_their_work_can_be_erased_and_the_chain_still_verifies(lived, contributor, editor, capsys):
    seals.seal_all()
    entries = list(Entry.objects.order_by("pk").values())

    lived.delete()
    contributor.delete()
    editor.delete()

    assert list(Entry.objects.order_by("pk").values()) == entries
    assert of_the_journal(doctor(capsys, "--journal")) == []
