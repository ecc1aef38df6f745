"""What an editor publishes, withdraws or moves is seen at the next request."""

from typing import Any

from django.db import transaction
from wagtail.signals import page_published, page_unpublished, post_page_move

from hemicycle.core import counters
from hemicycle.pages.actions import KIND


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(move_counter, dispatch_uid="pages.move_counter")


@transaction.atomic
def move_counter(**_given: Any) -> None:
    """Page caches are keyed by the counter; Wagtail deletes a page by unpublishing it first."""
    counters.move([KIND])
