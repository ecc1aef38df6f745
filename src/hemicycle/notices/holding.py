"""Prepares the operator's page: what is held, why, and what can be decided."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hemicycle.notices import queries
from hemicycle.notices.contexts import CarePage, Held
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.states import MailState, Reason

MAIL, LETTER, ADDRESS = "mail", "letter", "address"
AGAIN, LEAVE = "again", "leave"
MOST = 100


def page_for(viewer: Any, *, error: str = "") -> CarePage:
    mails = queries.mails_in_care(viewer)
    return CarePage(
        title=_("Mail that needs care"),
        lead=_("Whatever could not be sent, or may have been sent, waits here for your decision; nothing is repeated."),
        error=error,
        parked=tuple(map(_mail, mails.filter(state=MailState.PARKED)[:MOST])),
        dead=tuple(map(_mail, mails.filter(state=MailState.DEAD)[:MOST])),
        letters=tuple(map(_letter, queries.letters_in_care(viewer)[:MOST])),
        addresses=tuple(map(_address, queries.unreachable_people(viewer)[:MOST])),
    )


def _mail(mail: Mail) -> Held:
    return Held(
        address=_decided_at(MAIL, mail.uid),
        title=mail.subject,
        whose=mail.address or (mail.person.email if mail.person else ""),
        at=mail.settled_at or mail.made_at,
        note=mail.error,
        acts=((AGAIN, _("Send again")), (LEAVE, pgettext("decision", "Leave it"))),
    )


def _letter(letter: Letter) -> Held:
    return Held(
        address=_decided_at(LETTER, letter.uid),
        title=_("Letter to a conversation"),
        whose=letter.person.email if letter.person else "",
        at=letter.came_at,
        note=str(Reason(letter.reason).label) if letter.reason else "",
        acts=((LEAVE, pgettext("decision", "Leave it")),),
    )


def _address(unreachable: Unreachable) -> Held:
    return Held(
        address=_decided_at(ADDRESS, unreachable.person.uid),
        title=unreachable.address,
        whose=unreachable.person.name,
        at=unreachable.since,
        note=unreachable.status,
        acts=((AGAIN, _("Try it again")),),
    )


def _decided_at(what: str, uid: UUID) -> str:
    return reverse("notices:decide", args=[what, uid])
