"""What the pages about discussions receive."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.lists import no_page, pages_of
from hemicycle.hubs import policy, talks, wording
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.queries import discussions as reads
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Link, Pages

PAGE_SIZE = 20


@dataclass(frozen=True)
class DiscussionRow:
    """One discussion in the list."""

    title: str  # as it was opened
    address: str  # where it is read
    opened: str  # by whom and when
    last: str  # when somebody wrote last
    letters: str  # how many letters there are
    closed: bool  # whether nothing more is written


@dataclass(frozen=True)
class DiscussionsPage:
    """What the members of a hub talk about."""

    template: ClassVar[str] = "hubs/discussions.html"
    indexed: ClassVar[bool] = False
    section: ClassVar[str] = "hubs:hubs"

    title: str  # of the page
    lead: str  # who reads along
    trail: tuple[Link, ...]  # the way here
    mail: str  # the hub's own mail address; empty where no mail comes in
    rows: tuple[DiscussionRow, ...]  # those first in which somebody wrote last
    summary: str  # how many there are
    pages: Pages  # where this page stands
    form: Any  # by which a discussion is opened; nothing in a hub that is closed


@dataclass(frozen=True)
class ClosePage:
    """The question whether a discussion is to be closed."""

    template: ClassVar[str] = "hubs/discussions_close.html"
    indexed: ClassVar[bool] = False

    title: str  # the discussion's
    trail: tuple[Link, ...]  # the way here
    back: Link  # to the discussion
    closed: bool  # whether it is closed already


@dataclass(frozen=True)
class UnsentPage:
    """What somebody wrote and could not send, given back to them."""

    template: ClassVar[str] = "hubs/discussions_unsent.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not sent
    lead: str  # why, and what to do
    text: str  # what they had written


def discussions_page(hub: Hub, viewer: Any, form: Any, number: int) -> DiscussionsPage:
    """Two reads beside who may see it, however much was said."""
    found: QuerySet[Discussion] = reads.discussions_of(hub)
    total = hub.discussions.count()
    if number > 1 and (number - 1) * PAGE_SIZE >= total:
        raise no_page(number)
    here = address_of(hub)
    start = (number - 1) * PAGE_SIZE
    return DiscussionsPage(
        title=_("Discussions"),
        lead=_("Among the members of %(hub)s. Nobody else reads them.") % {"hub": hub.body.name},
        trail=_trail(hub),
        mail=talks.address_of(hub) if policy.may_discuss(viewer, hub) else "",
        rows=tuple(_row(each) for each in found[start : start + PAGE_SIZE]),
        summary=ngettext("%(n)s discussion", "%(n)s discussions", total) % {"n": format_number(total)},
        pages=pages_of(number, total, PAGE_SIZE, lambda to: f"{here}?page={to}" if to > 1 else here),
        form=form if policy.may_discuss(viewer, hub) else None,
    )


def close_page(discussion: Discussion) -> ClosePage:
    hub = discussion.hub
    return ClosePage(
        title=discussion.title,
        trail=(*_trail(hub), Link(_("Discussions"), address_of(hub))),
        back=Link(_("Back to the discussion"), discussion.get_absolute_url()),
        closed=discussion.closed_at is not None,
    )


def unsent_page(lead: str, text: str) -> UnsentPage:
    return UnsentPage(_("Your letter was not sent"), lead, text[: settings.DATA_UPLOAD_MAX_MEMORY_SIZE])


def address_of(hub: Hub) -> str:
    return wording.address(f"{hub.path}discussions/")


def _trail(hub: Hub) -> tuple[Link, ...]:
    return (Link(_("Hubs"), wording.address("/hubs/")), Link(hub.body.name, hub.get_absolute_url()))


def _row(discussion: Any) -> DiscussionRow:
    letters = discussion.letters or 0
    who = discussion.opened_by
    name = who.name.strip() if who is not None and who.is_active else ""
    words = {"name": name or _("somebody who is not named"), "date": format_date(discussion.opened_at)}
    return DiscussionRow(
        title=discussion.title,
        address=discussion.get_absolute_url(),
        opened=_("opened by %(name)s on %(date)s") % words,
        last=_("last letter on %(date)s") % {"date": format_date(discussion.last_at)},
        letters=ngettext("%(n)s letter", "%(n)s letters", letters) % {"n": format_number(letters)},
        closed=discussion.closed_at is not None,
    )
