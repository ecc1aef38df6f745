"""How django-allauth is told our ways: no sign-up forms, our own words and mails; providers vouch for their own."""

from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from hemicycle.accounts import actions, limits, mails, second_factor, ways
from hemicycle.accounts.models import Person

# What django-allauth calls a change, and what we call it.
CHANGES = {
    "mfa/email/totp_activated": "app_added",
    "mfa/email/totp_deactivated": "app_removed",
    "mfa/email/webauthn_added": "passkey_added",
    "mfa/email/webauthn_removed": "passkey_removed",
    "mfa/email/recovery_codes_generated": "recovery_made",
    "socialaccount/email/account_connected": "provider_added",
}
WRONG_CODE = _("This code is not right. Check it, or wait for the next one.")
TOO_OFTEN = _("Too many attempts from your network. Wait ten minutes and try again.")


class Accounts(DefaultAccountAdapter):
    """Signing in. Who may come in is decided in our views; the rest of django-allauth's forms is not offered."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say what happened where it happened; nothing waits for the next page."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return ways.home_of(request.user)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        limits.make_familiar(request, user.email)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:  # noqa: ARG002
        return HttpResponseRedirect(reverse("account_inactive"))

    def is_reauthentication_required(self, **kwargs: Any) -> bool:  # noqa: ARG002
        """Our own decorator asks on every page that needs it; see `confirming`."""
        return False

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        if template_prefix in CHANGES:
            mails.tell_in_own_language(user, CHANGES[template_prefix])


class SecondFactors(DefaultMFAAdapter):
    """Passkeys and authenticator apps."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "rate_limited": TOO_OFTEN,
        "too_many_login_attempts": TOO_OFTEN,
    }

    def _get_site_name(self) -> str:
        return str(settings.SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        """On a white ground of its own: cameras read dark on light, whatever the colours of the page."""
        return str(qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode"))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return second_factor.may_remove(authenticator.user, authenticator)


class Providers(DefaultSocialAccountAdapter):
    """A parliament's own identity provider signs in the people of its own mail domains, and nobody else."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        # What the provider tells beyond the identity is not needed, and so not kept.
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            sociallogin.account.save(update_fields=["extra_data"])
            return
        address = vouched_address(sociallogin)
        if not address:
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("accounts:provider_refused")))
        person = actions.arrive(address, language=getattr(request, "LANGUAGE_CODE", "en"))
        sociallogin.connect(request, person)

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:  # noqa: ARG002
        """Decided in `pre_social_login`, by the provider's own domains."""
        return

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("accounts:provider_refused")))

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        if template_prefix in CHANGES and isinstance(user, Person):
            mails.tell_in_own_language(user, CHANGES[template_prefix])


def vouched_address(sociallogin: SocialLogin) -> str:
    """The verified address that the provider tells, if it lies in a domain for which the operator lets it speak."""
    domains = {domain.lower() for domain in sociallogin.provider.app.settings.get("domains", ())}
    for given in sociallogin.email_addresses:
        if given.verified is True and given.email.lower().rpartition("@")[2] in domains:
            return str(given.email)
    return ""
