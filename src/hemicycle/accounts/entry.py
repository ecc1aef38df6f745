"""One-time links by which an operator lets somebody in; opening one shows a button, pressing it signs in."""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import base36_to_int
from django.utils.translation import override

from hemicycle.accounts.models import Person
from hemicycle.accounts.states import ENTRY_LINK_SECONDS


class EntryTokens(PasswordResetTokenGenerator):
    """A token is bound to the last sign-in, so that it works once, and to the clock, so that it ends."""

    key_salt = "hemicycle.accounts.entry"

    def is_fresh(self, person: Person, token: str) -> bool:
        try:
            made = base36_to_int(token.split("-", maxsplit=1)[0])
        except (ValueError, IndexError):
            return False
        age = self._num_seconds(self._now()) - made
        expected = self._make_token_with_timestamp(person, made, self.secret)
        return 0 <= age <= ENTRY_LINK_SECONDS and constant_time_compare(expected, token)


tokens = EntryTokens()


def link_for(person: Person) -> str:
    with override(person.language):
        return settings.HEMICYCLE_URL + reverse("accounts:enter", args=[person.uid, tokens.make_token(person)])
