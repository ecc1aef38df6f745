"""Identity providers of parliaments, read from the text of one setting."""

import re
import tomllib
from typing import Any
from urllib.parse import urlsplit

from hemicycle.project.reader import SettingRefused

KEY = re.compile(r"^[a-z][a-z0-9-]{0,29}$")
NEEDED = frozenset({"key", "name", "issuer", "client_id", "client_secret", "domains"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def providers(text: str) -> list[dict[str, Any]]:
    """The providers as django-allauth wants them; what cannot be used is refused in one sentence."""
    try:
        tables = tomllib.loads(text).get("provider", [])
    except tomllib.TOMLDecodeError as error:
        raise SettingRefused(f"HEMICYCLE_OIDC is not TOML: {error}.") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SettingRefused("HEMICYCLE_OIDC holds no [[provider]] tables; see the guide on signing in.")
    made = [_provider(table) for table in tables]
    if len({each["provider_id"] for each in made}) < len(made):
        raise SettingRefused("HEMICYCLE_OIDC names two providers by one key; give each its own.")
    return made


def _provider(table: dict[str, Any]) -> dict[str, Any]:
    named = f"HEMICYCLE_OIDC, provider “{table.get('key', '')}”"
    missing = sorted(NEEDED - {name for name, value in table.items() if value})
    if missing:
        raise SettingRefused(f"{named}: {missing[0]} is missing.")
    if not KEY.match(str(table["key"])):
        raise SettingRefused(f"{named}: the key is made of small letters, digits and hyphens.")
    if not isinstance(table["domains"], list) or not all("." in str(domain) for domain in table["domains"]):
        raise SettingRefused(f'{named}: domains is a list such as ["parliament.example"].')
    issuer = urlsplit(str(table["issuer"]))
    if issuer.scheme != "https" and issuer.hostname not in LOOPBACK:
        raise SettingRefused(f"{named}: the issuer is an address that begins with https://.")
    return {
        "provider_id": table["key"],
        "name": str(table["name"]),
        "client_id": str(table["client_id"]),
        "secret": str(table["client_secret"]),
        "settings": {"server_url": str(table["issuer"]).rstrip("/"), "domains": table["domains"]},
    }
