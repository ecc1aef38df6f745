"""First letters, to mailboxes: taken at once if a server vouches for their sender, else when the sender says so."""

from textwrap import shorten
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.accounts.models import Person
from hemicycle.core import files
from hemicycle.kit.typed import one_line
from hemicycle.notices import addresses
from hemicycle.notices.actions import courtesy
from hemicycle.notices.incoming.parsing import Parsed, UnreadableLetter, parsed
from hemicycle.notices.incoming.quoting import answer_in
from hemicycle.notices.incoming.vouching import vouches_for
from hemicycle.notices.models import Letter
from hemicycle.notices.states import LetterState, Reason
from hemicycle.threads import mailboxes
from hemicycle.threads.actions import Closed
from hemicycle.threads.mailboxes import FirstLetter
from hemicycle.ui.formatting import format_date

# So much of a letter helps its writer to know it again.
EXCERPT = 200


def read_first(letter: Letter, content: bytes) -> None:
    """Decide what becomes of a letter to a mailbox; the caller saves it."""
    try:
        found = parsed(content)
    except UnreadableLetter:
        _park(letter, Reason.UNREADABLE)
        return
    # What a list passes on would come back to it, and so on.
    if found.by_machine or found.from_list:
        letter.state = LetterState.IGNORED
        return
    person = _member(letter.box, found)
    if person is None:
        _park(letter, Reason.NOT_ADMITTED)
        courtesy.say_why_not(letter, found, Reason.NOT_ADMITTED)
        return
    letter.person = person
    if vouches_for(content, found.sender):
        _take(letter, found, person)
    elif courtesy.ask_whether(letter, found, person):
        letter.state = LetterState.ASKED
    else:
        _park(letter, Reason.TOO_MANY)


def ask(person: Person, uid: UUID) -> Asked | None:
    """What the page behind the mailed link says; nothing once the letter was posted or forgotten."""
    letter = _waiting(person).filter(uid=uid).first()
    found = _read_again(letter) if letter else None
    if letter is None or found is None or _member(letter.box, found) != person:
        return None
    sentence = _(
        "“%(subject)s” came on %(date)s and begins: “%(words)s”. You say that you wrote it, and the members of the hub "
        "read it."
    )
    said = {
        "subject": found.subject or "…",
        "date": format_date(letter.came_at),
        "words": shorten(one_line(answer_in(found.text)), EXCERPT, placeholder=" …"),
    }
    return Asked(_("Was it you who wrote this letter?"), sentence % said, _("Yes, post it"))


@transaction.atomic
def is_mine(person: Person, uid: UUID) -> str:
    """Whoever has the mailbox has written the letter, or says so; it is posted, or they are told why not."""
    letter = _waiting(person).select_for_update(of=("self",)).filter(uid=uid).first()
    found = _read_again(letter) if letter else None
    if letter is None or found is None or _member(letter.box, found) != person:
        raise PermissionDenied
    _take(letter, found, person)
    letter.save()
    if letter.state != LetterState.POSTED:
        raise ValidationError(str(Reason(letter.reason).label))
    return reverse("notices:posted")


def _take(letter: Letter, found: Parsed, person: Person) -> None:
    reason = _refusal(letter, found, person)
    if reason:
        _park(letter, reason)
        courtesy.say_why_not(letter, found, reason)
        return
    letter.state, letter.reason = LetterState.POSTED, ""
    if found.attachments:
        courtesy.say_what_was_left(letter, found)


def _refusal(letter: Letter, found: Parsed, person: Person) -> str:
    """Hand the letter to whoever has the mailbox, or say why not."""
    text = answer_in(found.text)
    if not text:
        return Reason.EMPTY
    boxed = mailboxes.box_of(letter.box)
    if boxed is None:
        return Reason.CLOSED
    box, name = boxed
    first = FirstLetter(found.subject, text, f"mail:{letter.mark}", addresses.thread_in(found.references))
    try:
        with transaction.atomic():
            letter.thread = box.take(name, person, first)
    except PermissionDenied as refused:
        return Reason.ENDED if isinstance(refused, Closed) else Reason.CLOSED
    except ValidationError:
        # The words were there, so they were too many.
        return Reason.TOO_LONG
    return ""


def _member(local: str, found: Parsed) -> Person | None:
    """Who sent it, if letters of theirs are taken there; a letter of nobody, or of two, is nobody's."""
    boxed = mailboxes.box_of(local) if found.sender else None
    person = Person.objects.filter(email__iexact=found.sender, is_active=True).first() if boxed else None
    return person if person is not None and boxed is not None and boxed[0].admits(boxed[1], person) else None


def _park(letter: Letter, reason: str) -> None:
    letter.state, letter.reason = LetterState.PARKED, reason


def _waiting(person: Person) -> QuerySet[Letter]:
    return Letter.objects.filter(person=person, state=LetterState.ASKED)


def _read_again(letter: Letter) -> Parsed | None:
    """The letter as it was kept; nothing if its file is gone."""
    try:
        return parsed(files.path_of(letter.file).read_bytes()) if letter.file else None
    except (UnreadableLetter, OSError):
        return None


DEEDS = (Deed(courtesy.MINE, ask, is_mine),)
