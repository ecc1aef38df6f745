"""People for tests."""

from itertools import count

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time

from hemicycle.accounts.models import Person

_numbers = count(1)


def a_person(email: str = "", **fields: object) -> Person:
    return Person.objects.create_user(email or f"person{next(_numbers)}@example.org", **fields)


SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of nobody.


def a_second_factor(person: Person) -> Authenticator:
    """An authenticator app that is set up; `a_code()` gives what it shows now."""
    return TOTP.activate(person, SECRET).instance


def a_code() -> str:
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time()) + 1))
