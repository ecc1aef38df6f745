"""What happens when somebody leaves: each package takes the person's name out of what it keeps."""

from collections.abc import Callable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from hemicycle.accounts.models import Person, Preference, Token

# A domain that never receives mail (RFC 2606).
NOWHERE = "left.invalid"

LEAVING: dict[str, Callable[[Person], None]] = {}


def on_leave(name: str, work: Callable[[Person], None]) -> None:
    """Let a package end offices and remove names, inside the one transaction in which a person leaves."""
    if LEAVING.setdefault(name, work) != work:
        raise ValueError(f"two packages act on leaving by the name of {name}")


def forget(person: Person) -> None:
    """Remove what accounts knows; the row stays, empty, so that what was done still points somewhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
    Preference.objects.filter(person=person).delete()
    Token.objects.filter(person=person).delete()
    person.groups.clear()
    person.user_permissions.clear()
    person.email = f"{person.uid.hex}@{NOWHERE}"
    person.name, person.time_zone, person.is_active, person.is_superuser = "", "UTC", False, False
    # A new unusable password also ends every session that is not listed.
    person.set_unusable_password()
    person.last_login = None
    person.save()
