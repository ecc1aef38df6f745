"""The way in that a mail to an invited person holds: the page of signing in, with their address filled in."""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import override

from hemicycle.accounts import ways
from hemicycle.accounts.models import Person

FIELD = "for"
SALT = "hemicycle.accounts.invitations"


def way_in(person: Person, onward: str) -> str:
    """The absolute address; whoever is signed in already is led on from it.

    It holds no mail address, which would stand in logs, and signs nobody in: the code sent by mail does. So it may be
    opened by anybody and at any time, as long as the person goes by the address to which it was sent.
    """
    token = _signer(person).sign(person.uid.hex)
    with override(person.language):
        return f"{settings.HEMICYCLE_URL}{reverse('account_login')}?{urlencode({FIELD: token, ways.FIELD: onward})}"


def address_in(token: str) -> str:
    """The mail address of who was invited; nothing if the token was made up, or serves another address by now."""
    try:
        person = Person.objects.filter(uid=UUID(hex=token.partition(":")[0]), is_active=True).first()
        return _signed(person, token) if person is not None else ""
    except ValueError:
        return ""


def _signed(person: Person, token: str) -> str:
    try:
        _signer(person).unsign(token)
    except signing.BadSignature:
        return ""
    return person.email


def _signer(person: Person) -> signing.Signer:
    """The address is part of the key: the old mailbox does not learn the new address."""
    return signing.Signer(salt=f"{SALT}:{person.email}")
