"""The signed address of a person's own calendar: whoever has it reads that calendar, and can do nothing."""

from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from hemicycle.accounts.models import Person
from hemicycle.meetings.models import Feed
from hemicycle.ui.frame import absolute

SALT = "hemicycle.meetings.feed"
LONGEST_TOKEN = 200


def address_of(feed: Feed) -> str:
    """Absolute, for the program that reads it."""
    return absolute(reverse("meetings:own_file", args=[_token(feed)]))


def person_of(token: str) -> Person | None:
    """Whose calendar it is; nobody if it was made up, was replaced, or the person has left."""
    if len(token) > LONGEST_TOKEN:
        return None
    try:
        number, _dot, secret = signing.Signer(salt=SALT).unsign(token).partition(".")
    except signing.BadSignature:
        return None
    feed = Feed.objects.filter(pk=int(number), person__is_active=True).select_related("person").first()
    if feed is None or not constant_time_compare(feed.secret, secret):
        return None
    found: Person = feed.person
    return found


def _token(feed: Feed) -> str:
    return signing.Signer(salt=SALT).sign(f"{feed.pk}.{feed.secret}")
