"""What an operator decides about mails and letters that went no further by themselves."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.notices import policy
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.states import CARE_STATES, LEFT, REACHED_AGAIN, SENT_AGAIN, LetterState, MailState


@transaction.atomic
def send_again(mail: Mail, *, by: Person) -> None:
    """A mail that is dead or parked waits to be handed over once more, by somebody's decision."""
    now = timezone.now()
    _decide(mail, by)
    Mail.objects.filter(pk=mail.pk).update(
        state=MailState.WAITING, attempts=0, due_at=now, settled_at=None, claim=None, lease_until=None, error=""
    )
    journal.record(SENT_AGAIN, mail, by=by)


@transaction.atomic
def leave(mail: Mail, *, by: Person) -> None:
    """Nothing more is done about this mail."""
    _decide(mail, by)
    Mail.objects.filter(pk=mail.pk).update(state=MailState.LEFT, settled_at=timezone.now())
    journal.record(LEFT, mail, by=by)


@transaction.atomic
def leave_letter(letter: Letter, *, by: Person) -> None:
    """Nothing more is done about a letter that was not posted."""
    _require(by)
    if not Letter.objects.filter(pk=letter.pk, state=LetterState.PARKED).update(state=LetterState.LEFT):
        raise ValidationError(_already())
    journal.record(LEFT, letter, by=by)


@transaction.atomic
def try_address_again(unreachable: Unreachable, *, by: Person) -> None:
    """Mail goes to this address again, until it comes back again."""
    _require(by)
    journal.record(REACHED_AGAIN, unreachable.person, by=by)
    unreachable.delete()


def _decide(mail: Mail, by: Person) -> None:
    _require(by)
    held = Mail.objects.select_for_update(of=("self",)).filter(pk=mail.pk, state__in=CARE_STATES)
    if not held.exists():
        raise ValidationError(_already())


def _require(by: Person) -> None:
    if not policy.may_care(by):
        raise PermissionDenied


def _already() -> str:
    return _("Somebody has already decided about this.")
