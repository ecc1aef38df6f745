"""The operator's command: what it does, and that each refusal is one sentence with a status of its own."""

import os
import shutil
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from hemicycle.accounts.models import Person
from hemicycle.core.models import Listing
from hemicycle.network import policy
from hemicycle.network.models import Office
from hemicycle.project import command
from hemicycle.project.commands import OperatorError, serve

REFUSED = 2


@pytest.fixture
def taken():
    """A port on which somebody else listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def told(capsys) -> tuple[str, str]:
    said = capsys.readouterr()
    return said.out, said.err


def test_an_old_python_is_refused_in_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 14))
    monkeypatch.setattr(sys, "version", "3.10.14 (main)")

    status = command.main(["doctor"])

    assert status == REFUSED
    assert told(capsys) == ("", "Hemicycle needs Python 3.11 or later; this is 3.10.14.\n")


def test_every_module_of_the_commands_is_offered():
    folder = settings.PACKAGE / "project" / "commands"

    assert sorted(command.NAMES) == sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")


def test_a_port_in_use_is_named_with_a_way_out(taken):
    with pytest.raises(OperatorError) as refused:
        serve.refuse_a_taken_port("127.0.0.1", taken)

    assert str(refused.value) == (
        f"Port {taken} on 127.0.0.1 cannot be used (Address already in use); "
        "choose another, for example: PORT=8080 make run."
    )


@pytest.mark.slow
def test_serving_on_a_taken_port_ends_with_one_line(taken, tmp_path):
    done = outside("serve", PORT=str(taken), HEMICYCLE_DATA=str(tmp_path))

    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert done.stderr.startswith(f"hemicycle: Port {taken} on 127.0.0.1 cannot be used")
    assert done.stderr.count("\n") == 1


def test_a_data_folder_that_is_not_there_is_named(tmp_path):
    missing = tmp_path / "mistyped" / "data"

    done = outside("upgrade", HEMICYCLE_DATA=str(missing))

    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert done.stderr == (
        f"hemicycle: The data folder {missing} cannot be used (No such file or directory); "
        "make it, or set HEMICYCLE_DATA to another.\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "eighty", "PORT is “eighty”; use a whole number from 1 to 65535."),
        ("HEMICYCLE_LOG", "LOUD", "HEMICYCLE_LOG is “LOUD”; use one of: DEBUG, INFO, WARNING, ERROR."),
        ("HEMICYCLE_URL", "example", "HEMICYCLE_URL is “example”; use an address such as https://network.example.org."),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(tmp_path, name, value, sentence):
    done = outside("upgrade", HEMICYCLE_DATA=str(tmp_path), **{name: value})

    assert (done.returncode, done.stderr) == (REFUSED, f"hemicycle: {sentence}\n")


def test_a_database_is_made_from_the_template(tmp_path):
    first = outside("upgrade", HEMICYCLE_DATA=str(tmp_path), DATABASE_URL="")
    again = outside("upgrade", "--dry-run", HEMICYCLE_DATA=str(tmp_path), DATABASE_URL="")

    assert (first.returncode, first.stdout) == (0, "Applied: nothing, the database is up to date.\n")
    assert (again.returncode, again.stdout) == (0, "Would apply: nothing\n")
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["load", "nonsense"],
            "There is nothing to load by the name of nonsense; use one of: topics, network, innovations, pages.",
        ),
        (
            ["load", "--folder", "data"],
            "With --folder, name the one thing to load, for example: hemicycle load network --folder DATA.",
        ),
        (["search", "votes", "--language", "de"], "“de” is not offered; use one of: en, fr, es, pt, ar."),
    ],
)
def test_a_wrong_use_is_refused_in_a_sentence(arguments, sentence, capsys):
    status = command.main(arguments)

    assert (status, told(capsys)) == (REFUSED, ("", f"hemicycle: {sentence}\n"))


@pytest.mark.django_db
def test_a_projection_that_does_not_exist_cannot_be_rebuilt(capsys):
    status = command.main(["rebuild", "nonsense"])

    assert status == REFUSED
    assert told(capsys)[1].startswith("hemicycle: “nonsense” cannot be rebuilt; these can: ")


@pytest.mark.django_db
def test_a_malformed_row_is_named_and_nothing_is_loaded(tmp_path, capsys):
    folder = tmp_path / "topics"
    shutil.copytree(settings.PACKAGE / "topics" / "data", folder)
    file = folder / "topics.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2] + ",one cell too many"
    file.write_text("\n".join(lines), encoding="utf-8")

    status = command.main(["load", "topics", "--folder", str(folder)])

    output, error = told(capsys)
    assert (status, output) == (REFUSED, "")
    assert error.startswith(f"hemicycle: {file}, row 3, column ")
    assert error.endswith("Nothing was loaded.\n")
    assert Listing.objects.count() == 0


@pytest.mark.django_db
def test_the_first_administrator_gets_a_link_to_enter_by(capsys):
    status = command.main(["init", "secretary@network.example"])

    output, _error = told(capsys)
    assert status == 0
    assert output.startswith("secretary@network.example is an administrator. Open this within an hour, once:\nhttp")
    assert policy.is_administrator(Person.objects.get(email="secretary@network.example"))


@pytest.mark.django_db
def test_the_link_of_the_first_administrator_lets_them_in_once(client, capsys):
    command.main(["init", "secretary@network.example"])
    path = urlsplit(told(capsys)[0].splitlines()[1]).path

    client.get(path)
    assert client.get("/admin/").status_code == 302
    entered = client.post(path)

    assert (entered.status_code, entered.headers["Location"]) == (302, "/admin/")
    # An administrator without a second factor sets one up first.
    assert client.get("/admin/").headers["Location"] == "/en/account/security/?next=%2Fadmin%2F"
    assert Client().post(path).status_code == 410


@pytest.mark.django_db
def test_an_administrator_who_asks_again_gets_another_link_and_no_second_office(capsys):
    command.main(["init", "secretary@network.example"])
    command.main(["init", "secretary@network.example"])

    assert Office.objects.count() == 1


@pytest.mark.django_db
def test_an_administrator_without_an_address_is_refused(capsys):
    status = command.main(["init", "nobody"])

    assert status == REFUSED
    assert told(capsys)[1].startswith("hemicycle: “nobody” cannot be used: ")


def outside(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run the command as an operator does, in a process and an environment of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hemicycle.project.command", *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(settings.PACKAGE.parent), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
