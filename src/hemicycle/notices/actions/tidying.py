"""Forgets what no longer serves anybody, and whatever belonged to a person who leaves."""

from django.db.models import Q
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import files
from hemicycle.core.models import File
from hemicycle.notices.models import Letter, Mail, Notice, Unreachable
from hemicycle.notices.states import KEEP_ASKED, KEEP_LETTERS, KEEP_NOTICES, KEEP_SENT, LetterState, MailState


def forget_old() -> None:
    """Mails hold what people wrote to each other; they are kept only as long as somebody may ask about them."""
    now = timezone.now()
    Mail.objects.filter(state__in=(MailState.SENT, MailState.LEFT), settled_at__lt=now - KEEP_SENT).delete()
    Notice.objects.filter(settled_at__lt=now - KEEP_NOTICES).delete()
    _forget_letters(Q(came_at__lt=now - KEEP_LETTERS) & ~Q(state=LetterState.WAITING))
    # Nobody has said that these are theirs.
    _forget_letters(Q(came_at__lt=now - KEEP_ASKED, state=LetterState.ASKED))


def forget_person(person: Person) -> None:
    """Nothing more goes to somebody who leaves, and nothing that they sent or were sent is kept here."""
    Mail.objects.filter(Q(person=person) | Q(address__iexact=person.email)).delete()
    Notice.objects.filter(person=person).delete()
    Unreachable.objects.filter(person=person).delete()
    _forget_letters(Q(person=person))


def _forget_letters(which: Q) -> None:
    kept = list(File.objects.filter(pk__in=Letter.objects.filter(which).values("file")))
    Letter.objects.filter(which).delete()
    for file in kept:
        files.path_of(file).unlink(missing_ok=True)
    File.objects.filter(pk__in=[file.pk for file in kept]).delete()
