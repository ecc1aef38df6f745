"""The demonstration: made once, for whoever sits at the machine, and taken away without a trace on any page."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.cache import caches
from django.test import Client

from hemicycle.accounts.models import Person
from hemicycle.core import deliveries, seals
from hemicycle.core.models import Entry, Listing, Text
from hemicycle.core.tests.forwarding import FROM_ELSEWHERE, told
from hemicycle.demo import actions, memory, queries, states
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State
from hemicycle.innovations.tests.factories import a_case, a_topic
from hemicycle.network.models import Agreement, Body, Office
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.network.tests.factories import a_chamber, the_secretariat
from hemicycle.project import command
from hemicycle.threads.models import Letter, Thread

pytestmark = pytest.mark.django_db
# Making and removing it is tried on every database; its page is on an embedded node alone.
installed = pytest.mark.skipif(not site.DEMO, reason="the demonstration is not installed here")
HERE = {"HTTP_HOST": "127.0.0.1:8000"}
PAGE = "/en/demo/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.MAIL_FOLDER.mkdir()
    return tmp_path


@pytest.fixture
def made(zambia):
    brazil = a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")
    hub = Body.objects.create(kind=BodyKind.HUB, key="HUB-pacific-hub", name="Pacific hub")
    Body.objects.create(kind=BodyKind.ORGANISATION, key="ORG-ipen", name="International Parliament Engagement Network")
    Agreement.objects.create(body=brazil, hub=hub, level=Level.KEYSTONE, state=AgreementState.SIGNED, since="2018")
    a_topic()
    actions.add()
    return {person.email.partition("@")[0]: person for person in queries.people()}


def test_there_is_a_person_for_each_role(made):
    offices = Office.objects.filter(person__in=queries.people()).values_list("role", "body__key")

    assert sorted(offices) == sorted((played.role, played.body) for played in states.PEOPLE if played.role)
    assert made["focal-point.zambia"].name == "Demonstration: focal point of the National Assembly of Zambia"
    assert made["editor"].name == "Demonstration: editor of the Secretariat of the Centre"
    assert made["no-office"].name == "Demonstration: somebody without an office"


def test_the_work_is_private_and_marked(made, client):
    titles = Text.objects.filter(subject__in=Case.objects.values("uid")).values_list(
        "current__fields__title", flat=True
    )

    assert sorted(titles) == sorted([states.DRAFT["title"], states.SUBMITTED["title"]])
    assert list(Case.objects.order_by("pk").values_list("state", flat=True)) == [State.DRAFT, State.SUBMITTED]
    assert [letter.text for letter in Letter.objects.all()] == [states.QUESTION, states.ANSWER]
    assert Listing.objects.filter(kind="case").count() == 0
    assert [client.get(case.get_absolute_url()).status_code for case in Case.objects.all()] == [404, 404]
    assert "Demonstration" not in client.get("/en/parliaments/ZM/").content.decode()
    assert "Demonstration" not in client.get("/en/cases/").content.decode()


def test_a_node_without_these_chambers_does_without_their_people(db):
    actions.add()

    assert [person.email for person in queries.people()] == [
        f"{key}@demo.invalid" for key in ("editor", "analyst", "administrator", "no-office")
    ]


def test_making_it_again_changes_nothing(made):
    before = Entry.objects.count()

    assert actions.add() == len(made)
    assert Entry.objects.count() == before


@installed
@pytest.mark.parametrize("key", [played.key for played in states.PEOPLE])
def test_one_click_signs_in_as_anybody(made, client, key):
    answer = client.post(PAGE, {"person": str(made[key].uid)}, **HERE)

    assert (answer.status_code, answer.url) == (302, "/en/account/")
    assert client.get("/en/account/", **HERE).status_code == 200
    assert client.session["_auth_user_id"] == str(made[key].pk)


@installed
def test_opening_the_page_signs_nobody_in(made, client):
    answer = client.get(PAGE, **HERE)

    assert answer.status_code == 200
    assert answer.content.decode().count("Demonstration: ") == len(made)
    assert "_auth_user_id" not in client.session


@installed
def test_signing_in_as_another_ends_what_the_session_held(made, client):
    client.post(PAGE, {"person": str(made["editor"].uid)}, **HERE)
    before = client.session.session_key

    client.post(PAGE, {"person": str(made["no-office"].uid)}, **HERE)

    assert client.session.session_key != before
    assert client.session["_auth_user_id"] == str(made["no-office"].pk)


@installed
@pytest.mark.parametrize("method", ["get", "post", "put"])
@pytest.mark.parametrize("sign", FROM_ELSEWHERE, ids=told)
def test_who_comes_from_elsewhere_or_through_a_proxy_finds_nothing(made, client, settings, method, sign):
    settings.ALLOWED_HOSTS = ["*"]

    answer = getattr(client, method)(PAGE, {"person": str(made["editor"].uid)}, **{**HERE, **sign})

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


@installed
@pytest.mark.parametrize("given", ["", "nobody", "\x00", "00000000-0000-0000-0000-000000000000"])
def test_a_person_who_is_not_there_is_not_found(made, client, given):
    assert client.post(PAGE, {"person": given}, **HERE).status_code == 404


@installed
def test_real_people_are_never_signed_in(made, client, editor):
    assert client.post(PAGE, {"person": str(editor.uid)}, **HERE).status_code == 404


@installed
def test_a_foreign_page_signs_nobody_in(made):
    client = Client(enforce_csrf_checks=True)

    answer = client.post(PAGE, {"person": str(made["editor"].uid)}, **HERE)

    assert answer.status_code == 403


def test_removing_leaves_real_things_alone_and_the_journal_whole(made, contributor, zambia):
    own = innovations.draft(zambia, {"title": "A real draft"}, language="en", by=contributor)
    work_off()
    before = list(Entry.objects.values("pk", "verb", "subject", "actor", "facts"))

    removed = actions.remove()
    work_off()

    assert removed == (len(made), 2)
    assert list(Person.objects.all()) == [contributor]
    assert list(Office.objects.values_list("person", flat=True)) == [contributor.pk]
    assert list(Case.objects.all()) == [own]
    assert list(Text.objects.values_list("subject", flat=True)) == [own.uid]
    assert (Thread.objects.count(), Letter.objects.count()) == (0, 0)
    assert list(Entry.objects.values("pk", "verb", "subject", "actor", "facts"))[: len(before)] == before
    seals.seal_all()
    assert (seals.verify().broken, seals.verify().verified) == (None, Entry.objects.count())


def test_what_was_published_as_a_demonstration_disappears_as_well(made, client):
    case = Case.objects.get(state=State.SUBMITTED)
    innovations.take(case, by=made["editor"])
    innovations.publish(case, by=made["editor"])
    address = case.get_absolute_url()
    assert client.get(address).status_code == 200

    actions.remove()
    work_off()

    assert client.get(address).status_code == 404
    assert "Demonstration" not in client.get("/en/cases/").content.decode()
    assert "Demonstration" not in client.get("/en/search/?q=demonstration").content.decode()


PUBLIC = (
    "",
    "cases/",
    "cases.csv",
    "cases.json",
    "use-cases/",
    "use-cases.json",
    "parliaments/",
    "parliaments.json",
    "chambers.csv",
    "parliaments/ZM/",
    "parliaments/ZM.json",
    "parliaments/BR/",
    "topics/",
    "search/?q=demonstration",
    "search/?q=questions",
)


def test_public_pages_are_the_same_before_during_and_after(zambia, client):
    a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")
    a_case("vote", body=zambia)
    work_off()

    before = public_pages(client)
    actions.add()
    work_off()
    during = public_pages(client)
    actions.remove()
    work_off()

    assert [path for path, (status, _content) in before.items() if status != 200] == []
    assert changed(before, during) == []
    assert changed(before, public_pages(client)) == []


def public_pages(client) -> dict[str, tuple[int, bytes]]:
    caches["pages"].clear()
    answers = {path: client.get(f"/en/{path}") for path in PUBLIC} | {"sitemap": client.get("/sitemap.xml")}
    return {path: (answer.status_code, answer.getvalue()) for path, answer in answers.items()}


def changed(one, other) -> list[str]:
    return [path for path in one if one[path] != other[path]]


def test_what_was_removed_is_not_made_again(made):
    actions.remove()

    assert actions.add() == 0
    assert memory.is_settled()
    assert Body.objects.filter(key="ZM-LC01").exists()


def test_mails_to_its_people_go_and_those_to_others_stay(made, folder):
    for name, to in (("one", "Editor <editor@demo.invalid>"), ("two", "somebody@example.org"), ("three", "")):
        (folder / "mail" / f"{name}.eml").write_text(f"To: {to}\nSubject: Words\n\nWords\n" if to else "\n")

    actions.remove()

    assert sorted(file.name for file in (folder / "mail").iterdir()) == ["three.eml", "two.eml"]


def test_the_command_removes_it_wherever_it_came_to(made, capsys):
    """Also where it cannot be made: the data of a trial may have been moved to a database server."""
    removed = command.main(["demo", "remove"])
    work_off()
    seals.seal_all()

    assert (removed, queries.people().count()) == (0, 0)
    assert seals.verify().broken is None
    assert capsys.readouterr().out.splitlines() == [
        "Removed: 13 people, 2 records. The journal keeps its entries, which name nobody."
    ]


@installed
def test_the_command_makes_it_again(made, capsys):
    actions.remove()

    added = command.main(["demo", "add"])

    assert (added, queries.people().count()) == (0, len(made))
    assert capsys.readouterr().out.splitlines() == [f"The demonstration has 13 people: {site.HEMICYCLE_URL}/en/demo/"]


def test_a_node_that_may_not_have_it_is_told_why(db, settings, capsys):
    settings.DEMO = False

    assert command.main(["demo", "add"]) == command.WRONG_USE
    assert "no demonstration" in capsys.readouterr().err


@installed
def test_the_page_says_that_it_was_removed(made, client):
    actions.remove()

    assert "The demonstration was removed" in client.get(PAGE, **HERE).content.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"DATABASE_URL": "postgresql://hemicycle@localhost/hemicycle"},
        {"HEMICYCLE_DEMO": "no"},
        {"HEMICYCLE_URL": "https://network.example.org"},
        {"HEMICYCLE_TRUSTED_PROXIES": "127.0.0.1"},
        {},
    ],
    ids=lambda environment: "".join(environment) or "embedded",
)
def test_production_does_not_know_the_demonstration(tmp_path, environment):
    names = ("DATABASE_URL", "HEMICYCLE_DEMO", "HEMICYCLE_URL", "HEMICYCLE_TRUSTED_PROXIES")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    program = (
        "import django, json, sys; django.setup(); from django.conf import settings;"
        "from django.urls import resolve;"
        f"found = resolve({PAGE!r}).view_name;"
        "print(json.dumps(['hemicycle.demo' in settings.INSTALLED_APPS, found,"
        " any(name.startswith('hemicycle.demo') for name in sys.modules)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**clean, "HEMICYCLE_DATA": str(tmp_path / "data"), **environment, "PYTHONPATH": source()},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == ([False, "pages:text", False] if environment else [True, "demo:demo", True])


def source() -> str:
    return str(Path(states.__file__).resolve().parents[2])


def work_off() -> None:
    deliveries.deliver_all()
    assert deliveries.dead() == 0


def test_the_bodies_of_the_demonstration_are_in_the_register_that_ships():
    files = [site.PACKAGE / f"network/data/{name}.csv" for name in ("chambers", "hub_bodies", "organisations")]
    keys = {line.partition(",")[0] for file in files for line in file.read_text().splitlines()}

    assert {played.body for played in states.PEOPLE if played.body} - keys == {the_secretariat().key}
