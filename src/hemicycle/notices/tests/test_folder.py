"""The folder of an embedded node: written once a mail, shown on this machine alone, absent elsewhere."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as configured

from hemicycle.core.tests.forwarding import FROM_ELSEWHERE, told
from hemicycle.notices import actions
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.models import Mail

ABSENT = """
import django; django.setup()
from django.conf import settings
from django.urls import resolve, Resolver404
print(settings.MAIL_FOLDER)
for address in ("/dev/mail/", "/en/dev/mail/"):
    try:
        resolve(address)
    except Resolver404:
        print("absent")
"""


embedded = pytest.mark.skipif(not configured.EMBEDDED, reason="The addresses exist on an embedded node alone.")


@pytest.fixture
def mail(settings, tmp_path, db) -> Mail:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.SMTP_URL = ""
    html = "<p>Read <a href='https://example.org/a'>this</a></p>"
    mail = actions.put(
        "1", Outgoing(subject="News & <more>", text="Read https://example.org/a.", html=html, address="a@example.org")
    )
    actions.hand_over()
    return mail


@pytest.fixture
def here(client):
    """A browser on this machine."""
    client.defaults["HTTP_HOST"] = "127.0.0.1:8000"
    return client


def test_a_mail_becomes_one_file(mail, settings):
    Mail.objects.update(state="waiting")
    actions.hand_over()

    (file,) = settings.MAIL_FOLDER.iterdir()
    assert file.name == f"{mail.uid.hex}.eml"
    assert b"X-Envelope-To: <a@example.org>" in file.read_bytes()


@embedded
def test_the_folder_is_shown_on_this_machine(mail, here):
    door = here.get("/dev/mail/")
    listed = here.get("/en/dev/mail/")
    one = here.get(f"/en/dev/mail/{mail.uid}/")
    page = here.get(f"/en/dev/mail/{mail.uid}/html/")

    assert (door.status_code, door["Location"]) == (302, "/en/dev/mail/")
    assert f'<a href="/en/dev/mail/{mail.uid}/">News &amp; &lt;more&gt;</a>' in listed.content.decode()
    assert '<a href="https://example.org/a">https://example.org/a</a>' in one.content.decode()
    assert page["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'; sandbox")


@embedded
@pytest.mark.parametrize("given", FROM_ELSEWHERE, ids=told)
@pytest.mark.parametrize("place", ["/en/dev/mail/", "/en/dev/mail/{}/", "/en/dev/mail/{}/html/"])
def test_whoever_comes_from_elsewhere_finds_nothing(mail, here, settings, given, place):
    settings.ALLOWED_HOSTS = ["*"]

    answers = [here.get(place.format(mail.uid)).status_code, here.get(place.format(mail.uid), **given).status_code]

    assert answers == [200, 404]


@embedded
def test_even_a_trusted_proxy_is_somebody_from_elsewhere(mail, here, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]

    assert here.get("/en/dev/mail/", HTTP_X_FORWARDED_FOR="127.0.0.1").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [{"DATABASE_URL": "postgresql://nobody@127.0.0.1/none"}, {"HEMICYCLE_SMTP_URL": "smtp://127.0.0.1"}],
    ids=["with a database server", "with a mail server"],
)
def test_a_node_that_sends_its_mail_has_no_such_address(tmp_path, given):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HEMICYCLE_DATA": str(tmp_path), **given}

    told = subprocess.run([sys.executable, "-c", ABSENT], env=environment, capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["None", "absent", "absent"]
