"""What an editor publishes, withdraws or moves is recorded, listed, found, and seen at the next request."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from hemicycle.core import counters, journal
from hemicycle.pages import states
from hemicycle.pages.models import TextPage


@dataclass(frozen=True)
class PageChanged:
    """A page as the journal knows it: one thing, whatever its languages."""

    uid: UUID
    kind: str = states.KIND


def connect() -> None:
    page_published.connect(published, dispatch_uid="pages.published")
    page_unpublished.connect(withdrawn, dispatch_uid="pages.withdrawn")
    post_page_move.connect(published, dispatch_uid="pages.moved")
    post_save.connect(hidden_or_shown, sender=PageViewRestriction, dispatch_uid="pages.hidden")
    post_delete.connect(hidden_or_shown, sender=PageViewRestriction, dispatch_uid="pages.shown")
    post_save.connect(drawn_otherwise, sender=get_image_model(), dispatch_uid="pages.picture")
    post_delete.connect(drawn_otherwise, sender=get_image_model(), dispatch_uid="pages.no_picture")


def published(instance: Any, **_given: Any) -> None:
    _record(states.PUBLISHED, instance)


def withdrawn(instance: Any, **_given: Any) -> None:
    """Wagtail deletes a page by unpublishing it first, so that a deletion passes here as well."""
    _record(states.WITHDRAWN, instance)


def hidden_or_shown(**_given: Any) -> None:
    """Whoever makes a page private, or public again, does not publish it; no page that was kept may outlive that."""
    counters.move([states.KIND])


def drawn_otherwise(**_given: Any) -> None:
    """A picture was put in place of another, or taken away; pages that show it are drawn anew."""
    counters.move([states.KIND])


@transaction.atomic
def _record(verb: str, page: Any) -> None:
    """Page caches are keyed by the counter, which also moves for home pages; these are no things of their own."""
    if isinstance(page.specific, TextPage):
        # Whoever is at work in the content system; nobody when a page appears at its time, or is loaded.
        by = get_active_log_context().user
        journal.record(verb, PageChanged(page.translation_key), by=by, language=page.locale.language_code)
    counters.move([states.KIND])
