"""Pages of a person's own account."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from hemicycle.ui.parts import Cell, Column, Fact, Link


@dataclass(frozen=True)
class HomePage:
    """A person's account at a glance."""

    template: ClassVar[str] = "accounts/home.html"
    section: ClassVar[str] = "accounts:home"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # as whom the person is signed in
    places: tuple[Link, ...]  # what can be seen and set


@dataclass(frozen=True)
class PreferencesPage:
    """What a person is called, and what they want to hear, how often and in what form."""

    template: ClassVar[str] = "accounts/preferences.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what it changes
    form: Any  # name, language, time zone
    hearing: Any  # how often per topic, and plain text
    saved: bool  # whether it was saved just now


@dataclass(frozen=True)
class Key:
    """A passkey of a person."""

    name: str  # what the person called it
    added: datetime  # when it was added
    used: datetime | None  # when it was used last
    address: str  # where it is removed


@dataclass(frozen=True)
class SecurityPage:
    """By what a person signs in: passkeys, authenticator app, recovery codes, password."""

    template: ClassVar[str] = "accounts/security.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what is good to have
    demanded: bool  # whether the person must set up a second factor before going on
    onward: str  # where they wanted to go, once that is done
    keys: tuple[Key, ...]  # passkeys
    app: bool  # whether an authenticator app is set up
    recovery: int | None  # how many recovery codes are left; nothing if there are none
    password: bool  # whether a password is set


@dataclass(frozen=True)
class AppPage:
    """Setting up an authenticator app."""

    template: ClassVar[str] = "accounts/app.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what to do
    form: Any  # asks for the first code
    picture: str  # the QR code as a data address
    secret: str  # the same in letters, in groups of four
    onward: str  # where the person wanted to go


@dataclass(frozen=True)
class PasskeyPage:
    """Adding a passkey."""

    template: ClassVar[str] = "accounts/passkey.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what a passkey is
    form: Any  # asks for a name
    onward: str  # where the person wanted to go
    refused: str  # why the passkey was not accepted; empty at first


@dataclass(frozen=True)
class RecoveryPage:
    """Recovery codes, shown once."""

    template: ClassVar[str] = "accounts/recovery.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what to do with the codes
    codes: tuple[str, ...]  # the codes
    onward: str  # where the person goes next


@dataclass(frozen=True)
class Session:
    """One place where a person is signed in."""

    program: str  # the browser and system, as far as they tell
    network: str  # the address it signed in from
    begun: datetime  # since when
    current: bool  # whether it is this one
    address: str  # where it is ended


@dataclass(frozen=True)
class SessionsPage:
    """Where a person is signed in."""

    template: ClassVar[str] = "accounts/sessions.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what can be done
    sessions: tuple[Session, ...]  # newest first


@dataclass(frozen=True)
class TokenRow:
    """One token of a person."""

    name: str  # what it is for
    start: str  # its first characters
    scope: str  # what it may do, in words
    expires: datetime  # when it ends
    used: Any  # the day on which it was used last; nothing if never
    address: str  # where it is revoked


@dataclass(frozen=True)
class TokensPage:
    """A person's tokens for programs."""

    template: ClassVar[str] = "accounts/tokens.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what a token is
    tokens: tuple[TokenRow, ...]  # those that still open something
    form: Any  # to make another
    text: str  # a token that was made just now, shown once; else empty


@dataclass(frozen=True)
class DataPage:
    """What is kept about a person, how long, and how to take it or to leave."""

    template: ClassVar[str] = "accounts/data.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what can be done
    facts: tuple[Fact, ...]  # what accounts knows
    columns: tuple[Column, ...]  # headings of the table of periods
    periods: tuple[tuple[str | Cell, ...], ...]  # what is kept, and how long
