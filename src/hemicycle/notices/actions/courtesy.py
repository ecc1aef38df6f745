"""One polite sentence back to whoever wrote a letter that could not be posted, or not wholly; never to a machine."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from hemicycle.accounts import deeds
from hemicycle.accounts.models import Person
from hemicycle.notices.actions.tray import Outgoing, put
from hemicycle.notices.incoming.parsing import Parsed
from hemicycle.notices.models import Letter, Mail
from hemicycle.notices.states import KEEP_ASKED, MOST_ASKED, Reason
from hemicycle.threads.models import Thread
from hemicycle.ui.formatting import format_number
from hemicycle.ui.frame import absolute

# Whoever writes under many false names must not make us write many mails to one address.
ONE_IN = timedelta(days=1)
KEY = "courtesy:"
ASKING = "was-it-you:"
# The deed by which somebody says that a letter is theirs.
MINE = "letter.is_mine"


def say_why_not(letter: Letter, found: Parsed, reason: str) -> None:
    with override(letter.person.language if letter.person else None):
        sentences = {
            Reason.OTHER_SENDER: _(
                "The address that you wrote to takes answers from one person alone, and from the mail address that "
                "this site knows of them. Please write from that address, or sign in and answer on the page."
            ),
            Reason.EMPTY: _(
                "There was nothing in your letter besides what it quoted. Please write your answer above the quotation."
            ),
            Reason.TOO_LONG: _("Your letter is too long for a conversation. Please shorten it, or send it in parts."),
            Reason.CLOSED: _("You take no part in this conversation any more, so your letter was not posted."),
            Reason.ENDED: _("This conversation was closed, so your letter was not posted. You can read it on."),
            Reason.NOT_ADMITTED: _(
                "The address that you wrote to takes letters from the members of a hub, from the mail addresses that "
                "this site knows of them. Your letter was not posted."
            ),
        }
        _answer(
            letter,
            found,
            _("Your letter was not posted"),
            sentences[Reason(reason)],
            with_address=reason not in {Reason.CLOSED, Reason.NOT_ADMITTED},
        )


def ask_whether(letter: Letter, found: Parsed, person: Person) -> bool:
    """Ask the member in whose name a letter came whether it is theirs; False if they were asked too often today."""
    lately = Mail.objects.filter(key__startswith=ASKING, person=person, made_at__gt=timezone.now() - ONE_IN)
    if lately.count() >= MOST_ASKED:
        return False
    with override(person.language):
        sentence = _(
            "A letter came in your name, “%(subject)s”, to be read by the members of a hub. Nobody vouches for the "
            "server that sent it, and it has not been posted. If it is yours, post it by the button behind this "
            "address within %(days)s days:"
        ) % {"subject": found.subject or "…", "days": format_number(KEEP_ASKED.days)}
        link = deeds.link_for(person, MINE, letter.uid, days=KEEP_ASKED.days)
        nothing = _("If it is not, do nothing: it is forgotten.")
        outgoing = Outgoing(
            subject=_("Was it you who wrote?"),
            text=f"{sentence}\n\n{link}\n\n{nothing}\n",
            person=person,
            # What is answered here is answered where the letter says that it came from.
            address=found.sender,
            headers={"Auto-Submitted": "auto-replied", **_answering(found)},
            urgent=True,
        )
    put(f"{ASKING}{letter.uid}", outgoing)
    return True


def say_what_was_left(letter: Letter, found: Parsed) -> None:
    with override(letter.person.language if letter.person else None):
        sentence = ngettext(
            "Your letter was posted without its %(count)s attachment: conversations hold words alone.",
            "Your letter was posted without its %(count)s attachments: conversations hold words alone.",
            found.attachments,
        )
        said = sentence % {"count": format_number(found.attachments)}
        _answer(letter, found, _("Your letter was posted without its attachments"), said, with_address=True)


def _answer(letter: Letter, found: Parsed, subject: str, sentence: str, *, with_address: bool) -> None:
    """To the address that wrote; a stranger is told no more than the sentence says."""
    if not found.sender:
        return
    lately = Mail.objects.filter(key__startswith=KEY, address=found.sender, made_at__gt=timezone.now() - ONE_IN)
    if lately.exists():
        return
    own = letter.person is not None and found.sender == letter.person.email.lower()
    thread = Thread.objects.filter(uid=letter.thread).first() if letter.thread and own and with_address else None
    address = f"\n\n{absolute(thread.get_absolute_url())}" if thread else ""
    put(
        f"{KEY}{letter.uid}",
        Outgoing(
            subject=subject,
            text=f"{sentence}{address}\n",
            person=letter.person if own else None,
            address=found.sender,
            headers={"Auto-Submitted": "auto-replied", **_answering(found)},
        ),
    )


def _answering(found: Parsed) -> dict[str, str]:
    named = found.message_id.startswith("<") and found.message_id.isascii()
    return {"In-Reply-To": found.message_id, "References": found.message_id} if named else {}
