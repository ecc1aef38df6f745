"""What a person has set up to show that it is them."""

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from hemicycle.accounts import codes
from hemicycle.accounts.models import Person

CODES = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


def has_codes(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=CODES).exists()


def has_passkeys(person: Person) -> bool:
    return passkeys_of(person).exists()


def has_app(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def passkeys_of(person: Person) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).order_by("created_at")


def recovery_of(person: Person) -> Authenticator | None:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).first()


def plain(typed: str) -> str:
    """The digits of a code, however they were typed; letters stay, and are then wrong."""
    return codes.plain(typed) or typed
