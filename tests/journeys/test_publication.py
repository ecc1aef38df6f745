"""What is published is seen at the next request, and what is withdrawn is gone from it."""

import json

import pytest

from hemicycle.core import deliveries
from hemicycle.core.models import Counter
from hemicycle.innovations import actions
from hemicycle.innovations.models import Case
from hemicycle.innovations.tests.factories import hand_in
from hemicycle.project import command, content
from hemicycle.search import actions as search

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WORDS = {
    "title": "Benches that count the quorum themselves",
    "lead": "A chamber measures who is in the room.",
    "problem": "Counting took ten minutes.",
    "done": "Sensors were put under the benches.",
}
ADDRESS = "/en/cases/benches-that-count-the-quorum-themselves/"


def total(client, address: str = "/en/cases.json") -> int:
    return client.get(address).json()["count"]


def found(capsys, question: str) -> list[str]:
    capsys.readouterr()
    assert command.main(["search", question, "--json"]) == 0
    return [hit["title_en"] for hit in json.loads(capsys.readouterr().out)]


def test_a_case_is_handed_in_reviewed_published_confirmed_withdrawn_and_restored(
    client, loaded, zambia, contributor, focal_point, editor, capsys
):
    before = total(client)
    case = actions.draft(zambia, WORDS, language="en", by=contributor)
    hand_in(case, by=contributor)
    assert client.get(ADDRESS).status_code == 404
    actions.take(case, by=editor)
    actions.publish(case, by=editor)
    assert client.get(ADDRESS).status_code == 200
    assert total(client) == before + 1
    assert WORDS["title"] in client.get("/en/parliaments/ZM/").content.decode()

    deliveries.deliver_all()
    assert found(capsys, "sensors under the benches")[0] == WORDS["title"]

    actions.confirm(case, by=focal_point, stage="in_use")
    assert "Confirmed by the parliament" in client.get(ADDRESS).content.decode()

    actions.withdraw(case, by=editor)
    assert client.get(ADDRESS).status_code == 410
    assert client.get(ADDRESS.rstrip("/") + ".json").status_code == 410
    assert total(client) == before
    assert WORDS["title"] not in client.get("/en/parliaments/ZM/").content.decode()
    # The index is brought up by the worker, and what is not public is not shown even before that.
    assert WORDS["title"] not in found(capsys, "sensors under the benches")
    deliveries.deliver_all()
    assert WORDS["title"] not in found(capsys, "sensors under the benches")

    actions.restore(case, by=editor)
    assert client.get(ADDRESS).status_code == 200
    assert total(client) == before + 1


def test_a_translation_is_read_with_its_credit_and_falls_behind(client, loaded, editor):
    case = Case.objects.get(slug="de-cloverleaf")
    assert "machine" not in client.get("/pt/cases/de-cloverleaf/").content.decode()

    actions.translate(case, {"title": "Escolher com o trevo"}, language="pt", credit="Ana Lima, Bundestag", by=editor)
    page = client.get("/pt/cases/de-cloverleaf/").content.decode()

    assert "Escolher com o trevo" in page
    assert "Ana Lima, Bundestag" in page


def test_loading_again_changes_nothing(client, loaded):
    counters = dict(Counter.objects.values_list("kind", "mark"))

    counts = content.load()

    assert dict(Counter.objects.values_list("kind", "mark")) == counters
    assert (counts["parliaments"], counts["chambers"]) == (198, 283)


def test_search_made_anew_finds_what_the_live_one_found(loaded, capsys):
    deliveries.deliver_all()
    search.keep_up()
    questions = ("remote voting", "hansard", "open data for citizens")
    live = [found(capsys, question) for question in questions]

    assert command.main(["rebuild", "search"]) == 0

    assert [found(capsys, question) for question in questions] == live
