"""Signing in through an organisation's own identity provider: a real OpenID Connect server on loopback."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount

from hemicycle.accounts.models import Person
from hemicycle.accounts.tests.factories import a_person, a_second_factor
from hemicycle.project.oidc import providers
from hemicycle.project.reader import SettingRefused

SOURCES = Path(__file__).parent / "identity_provider"
BACK = "http://testserver/account/provider/zm/callback/"
START = "/en/account/provider/zm/"
TEXT = """
[[provider]]
key = "zm"
name = "National Assembly of Zambia"
issuer = "{issuer}"
client_id = "hemicycle"
client_secret = "secret-of-the-test"
domains = ["parliament.example"]
"""


@pytest.fixture(scope="module")
def issuer(tmp_path_factory):
    """The address of the server; node and npm are the only things that a machine may lack."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are not installed; signing in through a real OpenID Connect server is not tried here")
    folder = tmp_path_factory.mktemp("identity-provider")
    for file in SOURCES.iterdir():
        shutil.copy(file, folder)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    with subprocess.Popen(["node", "server.mjs", BACK], cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        yield server.stdout.readline().strip()
        server.terminate()


@pytest.fixture
def provider(issuer, settings):
    apps = providers(TEXT.format(issuer=issuer))
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
    return issuer


def vouch(provider: str, **claims: object) -> None:
    given = {"id": "17", "email": "clerk@parliament.example", "email_verified": True, **claims}
    requests.get(f"{provider}/as", params={"claims": json.dumps(given)}, timeout=10)


def go_there_and_back(client, **given: str):
    """What a browser does: our page, the provider's pages, and back to us; our last answer."""
    page = client.post(START, given).content.decode()
    address = html.unescape(re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)[1])
    with requests.Session() as browser:
        while not address.startswith(BACK):
            answer = browser.get(address, allow_redirects=False, timeout=10)
            assert answer.is_redirect, answer.text[:500]
            address = requests.compat.urljoin(address, answer.headers["Location"])
    back = urlsplit(address)
    return client.get(f"{back.path}?{back.query}")


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_the_provider_signs_in_a_known_person(client, provider):
    person = a_person("clerk@parliament.example", language="pt")
    vouch(provider)

    first = go_there_and_back(client, next="/en/cases/")
    client.post("/en/account/logout/")
    second = go_there_and_back(client)

    assert (first.url, second.url) == ("/en/cases/", "/pt/account/")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.slow
def test_whoever_was_not_known_comes_without_any_office(client, provider):
    vouch(provider, email="New@Parliament.example")

    go_there_and_back(client)

    person = Person.objects.get()
    assert (person.email, person.offices.count(), is_in(client)) == ("new@parliament.example", 0, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    "claims",
    [
        {"email": "clerk@other.example"},
        {"email": "clerk@evil.parliament.example.org"},
        {"email": "clerk@sub.parliament.example"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": None},
        {"refuse": True},
    ],
    ids=str,
)
def test_the_provider_is_believed_for_its_own_verified_addresses_alone(client, provider, claims):
    a_person("clerk@other.example")
    vouch(provider, **claims)

    response = go_there_and_back(client)

    assert response.url.endswith("/account/provider-refused/")
    assert (is_in(client), Person.objects.count(), SocialAccount.objects.count()) == (False, 1, 0)
    assert client.get(response.url).status_code == 403


@pytest.mark.slow
def test_the_second_factor_is_asked_for_all_the_same(client, provider):
    a_second_factor(a_person("clerk@parliament.example"))
    vouch(provider)

    response = go_there_and_back(client)

    assert (response.url.endswith("/account/login/second/"), is_in(client)) == (True, False)


@pytest.mark.slow
def test_an_answer_that_this_session_did_not_ask_for_opens_nothing(client, client_of, provider):
    a_person("clerk@parliament.example")
    vouch(provider)
    victim = client_of()

    response = victim.get(f"{urlsplit(BACK).path}?code=stolen&state=made-up")

    assert (response.url.endswith("/account/provider-refused/"), is_in(victim)) == (True, False)


def test_a_provider_that_does_not_answer_is_said_not_to(client, settings):
    apps = providers(TEXT.format(issuer="http://127.0.0.1:9"))
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}

    response = client.post(START)

    assert response.status_code == 403
    assert "Your organisation did not sign you in" in response.content.decode()


def test_the_page_of_signing_in_names_the_provider(client, settings):
    apps = providers(TEXT.format(issuer="http://127.0.0.1:9"))
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}

    assert "Sign in through National Assembly of Zambia" in client.get("/en/account/login/").content.decode()


def test_a_provider_that_nobody_set_is_not_found(client):
    assert client.post("/en/account/provider/nobody/").status_code == 404
    assert client.get("/account/provider/nobody/callback/?state=x").status_code == 404


def test_signing_in_cannot_be_begun_by_a_link(client):
    assert client.get(START).status_code == 405


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("[[provider", "HEMICYCLE_OIDC is not TOML"),
        ("provider = 3", "holds no [[provider]] tables"),
        ('[[provider]]\nkey = "zm"', "client_id is missing"),
        (TEXT.format(issuer="http://id.example"), "begins with https://"),
        (TEXT.format(issuer="https://id.example").replace('"zm"', '"Z M"'), "small letters"),
        (TEXT.format(issuer="https://id.example").replace('["parliament.example"]', '"x"'), "domains is a list"),
        (TEXT.format(issuer="https://id.example") * 2, "two providers by one key"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_in_a_sentence(wrong, sentence):
    with pytest.raises(SettingRefused) as refused:
        providers(wrong)

    assert sentence in str(refused.value)
