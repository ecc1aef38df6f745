"""Reads about people."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db.models import QuerySet
from django.utils import timezone

from hemicycle.accounts import states
from hemicycle.accounts.models import Person, Preference, Token


@dataclass(frozen=True)
class Bearer:
    """Who asks by a token, and what the token opens."""

    person: Person
    scopes: tuple[str, ...]


def wants(person: Person, topic: str) -> str:
    """How often this person hears of a topic: at_once, daily, weekly or never."""
    preference = preference_of(person)
    return str(getattr(preference, states.Topic(topic).value))


def preference_of(person: Person) -> Preference:
    """What a person chose, or the usual; reading it for many, first `select_related("preference")`."""
    try:
        return person.preference
    except Preference.DoesNotExist:
        return Preference(person=person)


def tokens_of(person: Person) -> QuerySet[Token]:
    """Tokens that still open something."""
    return Token.objects.filter(person=person, revoked_at=None, expires_at__gt=timezone.now())


def bearer_of(header: str) -> Bearer | None:
    """Whom an `Authorization` header speaks for; nobody if the token ended, was revoked, or its person left."""
    kind, _space, text = header.partition(" ")
    if kind.lower() != "bearer" or not text.startswith(states.TOKEN_PREFIX):
        return None
    from_digest = Token.objects.select_related("person").filter(digest=states.digest_of(text.strip()))
    token = from_digest.filter(revoked_at=None, expires_at__gt=timezone.now(), person__is_active=True).first()
    if token is None:
        return None
    today = timezone.now().date()
    if token.used_on != today:
        Token.objects.filter(pk=token.pk).update(used_on=today)
    return Bearer(token.person, token.scopes)


def sessions_of(person: Person) -> list[UserSession]:
    """Where this person is signed in now, newest first; what has ended is left out."""
    return sorted(UserSession.objects.purge_and_list(person), key=_begun, reverse=True)


def _begun(session: UserSession) -> datetime:
    return session.created_at
