"""Everything that is kept about a person, as one archive; each package adds its part."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q

from hemicycle.accounts.models import Person, Preference, Token
from hemicycle.accounts.states import Topic
from hemicycle.core.models import Entry, File


@dataclass(frozen=True)
class Part:
    """What one package keeps about people."""

    name: str  # ascii; the name of its file in the archive
    collect: Callable[[Person], Any]  # collect(person): plain values, lists and dictionaries
    files: Callable[[Person], Iterable[tuple[str, bytes]]] = lambda person: ()  # noqa: ARG005


PARTS: dict[str, Part] = {}


def export(*parts: Part) -> None:
    """Let packages add to the archive; called when they are loaded."""
    for each in parts:
        if PARTS.setdefault(each.name, each) != each:
            raise ValueError(f"two packages export by the name of {each.name}")


def archive(person: Person) -> bytes:
    """A zip of one JSON file per package, and of the files that the person handed in."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in (OWN, *PARTS.values()):
            text = json.dumps(part.collect(person), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True)
            packed.writestr(f"{part.name}.json", text)
            for number, (name, content) in enumerate(part.files(person), 1):
                # The number keeps two files of one name apart; of the name no folder is taken over.
                packed.writestr(f"files/{part.name}-{number}-{PurePosixPath(name).name or 'file'}", content)
    return held.getvalue()


def _collect(person: Person) -> dict[str, Any]:
    """What accounts itself keeps; secrets are named and not told."""
    preference = Preference.objects.filter(person=person).values(*Topic.values, "plain_text")
    return {
        "person": {
            "uid": person.uid,
            "mail_address": person.email,
            "name": person.name,
            "language": person.language,
            "time_zone": person.time_zone,
            "joined_at": person.joined_at,
            "last_sign_in": person.last_login,
            "has_password": person.has_usable_password(),
        },
        "preference": preference.first(),
        **_ways_in(person),
        **_done(person),
    }


def _ways_in(person: Person) -> dict[str, Any]:
    return {
        "second_factors": list(
            Authenticator.objects.filter(user=person).order_by("pk").values("type", "created_at", "last_used_at")
        ),
        "providers": list(
            SocialAccount.objects.filter(user=person).order_by("pk").values("provider", "uid", "date_joined")
        ),
        "sessions": list(
            UserSession.objects.filter(user=person).order_by("pk").values("created_at", "ip", "user_agent")
        ),
        "tokens": list(
            Token.objects.filter(person=person)
            .order_by("pk")
            .values("name", "scope", "start", "issued_at", "expires_at", "used_on", "revoked_at")
        ),
        "mail_addresses": list(EmailAddress.objects.filter(user=person).order_by("pk").values("email", "verified")),
    }


def _done(person: Person) -> dict[str, Any]:
    """What they did, and what was done about them; of others nothing but that it happened."""
    return {
        "groups": list(person.groups.order_by("pk").values_list("name", flat=True)),
        "permissions": list(person.user_permissions.order_by("pk").values_list("codename", flat=True)),
        "history": list(
            Entry.objects.filter(Q(actor=person.uid) | Q(subject=person.uid))
            .order_by("pk")
            .values("verb", "kind", "subject", "facts", "at")
        ),
        "files": list(
            File.objects.filter(kept_by=person.uid).order_by("kept_at").values("name", "media_type", "size", "kept_at")
        ),
    }


OWN = Part("account", _collect)
