"""Choosing to be listed in the members' directory, and writing to somebody who is."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.network import queries, states
from hemicycle.network.models import DirectoryEntry, Introduction, SpokenLanguage
from hemicycle.topics.models import Topic


@transaction.atomic
def choose_listing(
    person: Person, *, listed: bool, shows_mail: bool, topics: Collection[str], languages: Collection[str]
) -> DirectoryEntry:
    """Take over what a person chose; it is theirs alone to choose. Topics are given by code."""
    if listed and not person.name.strip():
        raise ValidationError({"listed": _("Say your name in your account first; nobody is listed without one.")})
    entry, _made = DirectoryEntry.objects.update_or_create(
        person=person, defaults={"listed": listed, "shows_mail": listed and shows_mail}
    )
    entry.topics.set(Topic.objects.filter(code__in=topics))
    entry.languages.all().delete()
    SpokenLanguage.objects.bulk_create(SpokenLanguage(entry=entry, code=code) for code in dict.fromkeys(languages))
    return entry


@transaction.atomic
def introduce(entry: DirectoryEntry, text: str, *, by: Person) -> Introduction:
    """Write a first letter to somebody who is listed. It is mailed with the writer's name and address."""
    Person.objects.select_for_update().get(pk=by.pk)
    if entry.person == by or not queries.listed_to(by).filter(pk=entry.pk).exists():
        raise PermissionDenied
    if not text.strip():
        raise ValidationError({"text": _("Write what you would like to say.")})
    today = timezone.now() - timedelta(days=1)
    same = Introduction.objects.filter(writer=by, reader=entry.person, text=text, written_at__gt=today).first()
    if same is not None:
        # The button was pressed twice; nobody is written to twice for that.
        return same
    if Introduction.objects.filter(writer=by, written_at__gt=today).count() >= states.INTRODUCTIONS_A_DAY:
        raise ValidationError(_("You have written to as many people as one may in a day; go on tomorrow."))
    introduction = Introduction.objects.create(writer=by, reader=entry.person, text=text)
    journal.record(states.INTRODUCED, introduction, by=by)
    return introduction


def forget_texts(now: datetime) -> int:
    """Empty letters that were mailed a while ago: they live on in the mail, and nowhere here."""
    before = now - timedelta(days=states.TEXT_KEPT_DAYS)
    return Introduction.objects.filter(written_at__lt=before).exclude(text="").update(text="")
