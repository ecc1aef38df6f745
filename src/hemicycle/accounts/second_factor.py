"""Who must show a second factor, and who can; which offices ask for it is told by the package that keeps offices."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from hemicycle.accounts.models import Person

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
SEEN = "accounts.second_factor"

NEEDED: list[Callable[[Person], bool]] = []


def needed_by(rule: Callable[[Person], bool]) -> None:
    """Let a rule say of whom a second factor is asked."""
    if rule not in NEEDED:
        NEEDED.append(rule)


def needs(person: Person) -> bool:
    return any(rule(person) for rule in NEEDED)


def has(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=STRONG).exists()


def is_missing(request: HttpRequest) -> bool:
    """Whether this person has to set one up before anything else; asked of the database until it is so."""
    person = request.user
    if not isinstance(person, Person) or request.session.get(SEEN) == person.pk or not needs(person):
        return False
    if not has(person):
        return True
    request.session[SEEN] = person.pk
    return False


def may_remove(person: Person, authenticator: Authenticator) -> bool:
    """Whoever needs a second factor keeps at least one."""
    others = Authenticator.objects.filter(user=person, type__in=STRONG).exclude(pk=authenticator.pk)
    return others.exists() or not needs(person)
