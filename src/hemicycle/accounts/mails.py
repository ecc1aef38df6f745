"""The mails that accounts sends itself: codes, and word of what changed about a person's own safety."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import engines
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from hemicycle.accounts import codes
from hemicycle.accounts.models import Person
from hemicycle.accounts.states import CODE_SECONDS
from hemicycle.ui.languages import direction_of

ENGINE = "jinja2"
# Tells other mail programs not to answer.
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@dataclass(frozen=True)
class Said:
    """What one short mail says."""

    subject: str
    sentences: tuple[str, ...]  # Plain text, one paragraph each.
    code: str = ""  # Set apart from the sentences, to be copied.


def send_code(address: str, code: str) -> None:
    """In the language of the page on which it was asked for; known or unknown addresses get the same words."""
    minutes = CODE_SECONDS // 60
    said = Said(
        subject=_("Your code for %(site)s: %(code)s") % {"site": settings.SITE_NAME, "code": codes.grouped(code)},
        sentences=(
            _("Type this code on the page on which you asked for it. It works once, and for %(minutes)s minutes.")
            % {"minutes": minutes},
            _("If you did not ask for it, do nothing: without the code nobody can sign in as you. Give it to nobody."),
        ),
        code=codes.grouped(code),
    )
    deliver(address, said)


def tell(person: Person, subject: str, sentence: str) -> None:
    """Word of a change that the person should know of, whoever made it."""
    advice = _("If this was not you, sign in, end all other sessions and write to us.")
    deliver(person.email, Said(subject=subject, sentences=(sentence, advice)))


def tell_in_own_language(person: Person, change: str, **values: object) -> None:
    with override(person.language):
        subject, sentence = _changes()[change]
        tell(person, subject % values, sentence % values)


def deliver(address: str, said: Said) -> None:
    context: Mapping[str, Any] = {"said": said, "site": settings.SITE_NAME, "address": settings.HEMICYCLE_URL}
    engine = engines[ENGINE]
    text = engine.get_template("accounts/mail.txt").render(dict(context))
    marked = {"language_code": get_language(), "reading": direction_of(get_language() or "en")}
    page = engine.get_template("accounts/mail.html").render({**context, **marked})
    mail = EmailMultiAlternatives(said.subject, str(text), to=[address], headers=HEADERS)
    mail.attach_alternative(str(page), "text/html")
    mail.send()


def _changes() -> dict[str, tuple[str, str]]:
    return {
        "passkey_added": (_("A passkey was added"), _("A passkey was added to your account.")),
        "passkey_removed": (_("A passkey was removed"), _("A passkey was removed from your account.")),
        "app_added": (_("An authenticator app was added"), _("An authenticator app was added to your account.")),
        "app_removed": (
            _("An authenticator app was removed"),
            _("The authenticator app was removed from your account."),
        ),
        "recovery_made": (
            _("New recovery codes"),
            _("New recovery codes were made for your account; the ones before no longer work."),
        ),
        "password_changed": (_("Your password was changed"), _("The password of your account was set or changed.")),
        "password_removed": (_("Your password was removed"), _("The password of your account was removed.")),
        "provider_added": (
            _("Your organisation now signs you in"),
            _("From now on your organisation's own sign-in opens your account."),
        ),
        "address_changed": (
            _("Your mail address was changed"),
            _("From now on your account goes by another mail address."),
        ),
        "token_issued": (_("An access token was made"), _("An access token for programs was made for your account.")),
        "left": (
            _("Your account was closed"),
            _("As you asked, your account was closed and your name was removed from public pages."),
        ),
    }
