"""How long what is personal is kept: rules of every package, carried out by `hemicycle retain` and the timetable."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from hemicycle.accounts.models import DeedDone, Token


@dataclass(frozen=True)
class Rule:
    """One thing that is kept for a time and then forgotten."""

    name: str  # ascii, as the command prints it
    sentence: str  # what is forgotten, and when; for the operator, in English
    forget: Callable[[datetime], int]  # forget(now): how much was forgotten; doing it again changes nothing


RULES: dict[str, Rule] = {}


def rule(*rules: Rule) -> None:
    """Let packages add rules; called when they are loaded."""
    for each in rules:
        if RULES.setdefault(each.name, each) != each:
            raise ValueError(f"two rules of retention are called {each.name}")


def retain() -> dict[str, int]:
    """Carry out every rule; how much each forgot."""
    now = timezone.now()
    return {each.name: each.forget(now) for each in RULES.values()}


# Longer than any mailed link may work.
DEEDS = timedelta(days=400)
TOKENS = timedelta(days=90)


def _deeds(now: datetime) -> int:
    return DeedDone.objects.filter(done_at__lt=now - DEEDS).delete()[0]


def _tokens(now: datetime) -> int:
    ended = Token.objects.filter(expires_at__lt=now - TOKENS) | Token.objects.filter(revoked_at__lt=now - TOKENS)
    return ended.delete()[0]


def _sessions(now: datetime) -> int:
    """From where somebody signed in is known only as long as the session lasts."""
    running = Session.objects.filter(expire_date__gt=now).values("session_key")
    return UserSession.objects.exclude(session_key__in=running).delete()[0]


rule(
    Rule("deeds_done", "The marks of used mail links, after 400 days.", _deeds),
    Rule("ended_tokens", "Tokens that ended or were revoked, after 90 days.", _tokens),
    Rule("ended_sessions", "From where somebody signed in, when the session has ended.", _sessions),
)
