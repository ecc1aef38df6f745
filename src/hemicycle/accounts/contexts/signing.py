"""Pages of coming in."""

from dataclasses import dataclass
from typing import Any, ClassVar

from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class SignInPage:
    """Signing in: by a code sent by mail, by passkey, by one's organisation, by password."""

    template: ClassVar[str] = "accounts/sign_in.html"
    section: ClassVar[str] = "account_login"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # how signing in goes, in one sentence
    form: Any  # the form that asks for the mail address
    onward: str  # where the person wanted to go; empty if they said nothing
    providers: tuple[Link, ...]  # organisations that sign in their own people; each address is posted to
    refused: str  # why the last attempt failed where no field is at fault; empty at first


@dataclass(frozen=True)
class FormPage:
    """One question, one button: a code, a password, a name, a last check before something is removed."""

    template: ClassVar[str] = "accounts/form.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what happens, in one sentence
    form: Any  # the form
    button: str  # the verb on the button
    onward: str = ""  # where the person wanted to go
    links: tuple[Link, ...] = ()  # other ways
    grave: bool = False  # whether it cannot be undone


@dataclass(frozen=True)
class SecondFactorPage:
    """The second factor: a code from an app or a recovery code, or a passkey."""

    template: ClassVar[str] = "accounts/second_factor.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what to do, in one sentence
    form: Any  # the form for a code; nothing if the person has passkeys and no codes
    purpose: str  # for what a passkey is asked: second or confirm
    address: str  # where the code or the passkey is posted to
    sign_out: str  # where one gives up
    passkeys: bool  # whether the person has passkeys
    onward: str  # where the person wanted to go
    refused: str  # why the passkey was not accepted; empty at first


@dataclass(frozen=True)
class WordPage:
    """A page that says one thing and leads on."""

    template: ClassVar[str] = "accounts/word.html"
    indexed: ClassVar[bool] = False

    title: str  # what is so
    lead: str  # in one sentence
    links: tuple[Link, ...]  # where to go from here


@dataclass(frozen=True)
class SignOutPage:
    """Asks whether to sign out."""

    template: ClassVar[str] = "accounts/sign_out.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # as whom the person is signed in


@dataclass(frozen=True)
class ProviderPage:
    """Leads on to the sign-in of an organisation, which lies on another host."""

    template: ClassVar[str] = "accounts/provider.html"
    indexed: ClassVar[bool] = False

    title: str  # what happens
    lead: str  # in one sentence
    address: str  # where the organisation signs in
