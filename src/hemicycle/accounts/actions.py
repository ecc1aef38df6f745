"""The verbs about people."""

import secrets
from collections.abc import Collection
from datetime import timedelta
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts import leaving, states
from hemicycle.accounts.models import Person, Preference, Token
from hemicycle.core import journal


@transaction.atomic
def invite(email: str, *, by: Person | None, language: str = "en", name: str = "") -> Person:
    """Know a person by their address; nobody gains an office by it. Inviting again returns the same person."""
    known = Person.objects.filter(email__iexact=email.strip()).first()
    if known is not None:
        return known
    person = Person.objects.create_user(email, language=language, name=name)
    journal.record(states.INVITED, person, by=by)
    return person


def arrive(email: str, *, language: str = "en") -> Person:
    """The person of an address that was just proven; one who was not known yet comes without any office."""
    try:
        return _join(email, language)
    except (IntegrityError, ValidationError):
        # Somebody proved the same address in the same moment, in another window.
        return Person.objects.get(email__iexact=email.strip())


@transaction.atomic
def _join(email: str, language: str) -> Person:
    known = Person.objects.filter(email__iexact=email.strip()).first()
    if known is not None:
        return known
    person = Person.objects.create_user(email, language=language)
    journal.record(states.JOINED, person, by=person)
    return person


@transaction.atomic
def enter(person: Person) -> None:
    """Record that a one-time link was used."""
    journal.record(states.ENTERED, person, by=person)


@transaction.atomic
def describe(person: Person, *, name: str, language: str, time_zone: str) -> None:
    """What a person is called, and in which language and time zone they are written to."""
    if time_zone not in available_timezones():
        raise ValidationError({"time_zone": _("Choose a time zone from the list.")})
    person.name, person.language, person.time_zone = name.strip(), language, time_zone
    person.full_clean(exclude=("password",))
    person.save(update_fields=["name", "language", "time_zone"])


@transaction.atomic
def prefer(person: Person, *, plain_text: bool, **often: str) -> Preference:
    """How often a person hears of each topic, and whether mails to them come as plain text alone."""
    preference = Preference.objects.filter(person=person).first() or Preference(person=person)
    preference.plain_text = plain_text
    for topic in states.Topic.values:
        if topic in often:
            setattr(preference, topic, often[topic])
    preference.full_clean()
    preference.save()
    return preference


@transaction.atomic
def hear(person: Person, topic: str, often: str) -> None:
    """Change how often a person hears of one topic, as the link in a mail does."""
    Preference.objects.get_or_create(person=person)
    if topic not in states.Topic.values or often not in states.Often.values:
        raise ValidationError(_("There is no such choice."))
    Preference.objects.filter(person=person).update(**{topic: often})


@transaction.atomic
def move(person: Person, email: str) -> None:
    """Let a person go by another address, which they have just proven to be theirs."""
    person.email = Person.objects.normalize_email(email).strip().lower()
    person.full_clean(exclude=("password",))
    person.save(update_fields=["email"])
    journal.record(states.ADDRESS_CHANGED, person, by=person)


@transaction.atomic
def protect(person: Person) -> None:
    journal.record(states.PROTECTED, person, by=person)


@transaction.atomic
def unprotect(person: Person) -> None:
    journal.record(states.UNPROTECTED, person, by=person)


@transaction.atomic
def issue_token(person: Person, *, name: str, scopes: Collection[str], days: int) -> tuple[Token, str]:
    """A new key for programs, and its text, which nobody can see again."""
    if not scopes or set(scopes) - set(states.Scope.values):
        raise ValidationError({"scopes": _("Choose what the token opens.")})
    held = [scope for scope in states.Scope.values if scope in scopes]
    text = states.TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = Token(
        person=person,
        name=name.strip(),
        scope=" ".join(held),
        digest=states.digest_of(text),
        start=text[:8],
        expires_at=timezone.now() + timedelta(days=days),
    )
    token.full_clean()
    token.save()
    journal.record(states.TOKEN_ISSUED, person, by=person, token=str(token.uid), scope="+".join(held))
    return token, text


@transaction.atomic
def revoke_token(token: Token, *, by: Person) -> None:
    """From now on the key opens nothing; revoking it again changes nothing."""
    revoked = Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
    if revoked:
        journal.record(states.TOKEN_REVOKED, token.person, by=by, token=str(token.uid))


@transaction.atomic
def leave(person: Person, *, asked: bool = True) -> None:
    """Close an account: what is personal goes, what was done stays and names nobody. By rule if not `asked`."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    for each in leaving.LEAVING.values():
        each(person)
    leaving.forget(person)
    journal.record(states.LEFT, person, by=person if asked else None)


__all__ = [
    "ValidationError",
    "arrive",
    "describe",
    "enter",
    "hear",
    "invite",
    "issue_token",
    "leave",
    "move",
    "prefer",
    "protect",
    "revoke_token",
    "unprotect",
]
