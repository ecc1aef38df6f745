"""A post office on loopback, and a conversation of people in five languages."""

from collections.abc import Iterator

import pytest

from hemicycle.core import deliveries
from hemicycle.notices import actions
from hemicycle.notices.tests.servers import PostOffice, post_office
from hemicycle.threads import actions as threads
from hemicycle.threads.models import Thread
from hemicycle.threads.tests.factories import Matter, talked_about


@pytest.fixture
def office(settings) -> Iterator[PostOffice]:
    with post_office() as opened:
        settings.SMTP_URL = opened.url
        settings.MAIL_FOLDER = None
        settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"
        yield opened


@pytest.fixture
def matter(zambia, contributor, focal_point) -> Iterator[Matter]:
    made = Matter(zambia, contributor, focal_point)
    with talked_about(made):
        yield made


@pytest.fixture
def thread(matter, contributor) -> Thread:
    return threads.open_thread(matter, by=contributor)


@pytest.fixture
def tell():
    """The journal is read, what is due is written, and what waits is handed over."""

    def run() -> None:
        deliveries.deliver_all()
        actions.write_due()
        actions.hand_over()

    return run
