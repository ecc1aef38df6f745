"""The journal says who published a page of text, and who took it back."""

import pytest
from wagtail.log_actions import LogContext

from hemicycle.core.models import Entry
from hemicycle.pages import loading
from hemicycle.pages.models import TextPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    loading.load()
    return TextPage.objects.first()


def newest() -> tuple[str, object]:
    return Entry.objects.order_by("pk").values_list("verb", "actor").last()


def test_who_works_in_the_content_system_is_recorded(page, editor):
    with LogContext(user=editor):
        page.save_revision().publish()
        published = newest()
        page.unpublish()

    assert [published, newest()] == [("page.published", editor.uid), ("page.withdrawn", editor.uid)]


def test_what_appears_at_its_time_was_done_by_nobody(page):
    page.save_revision().publish()

    assert newest() == ("page.published", None)
