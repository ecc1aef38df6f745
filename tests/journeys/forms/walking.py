"""Somebody at a browser, who comes to a form by the way that leads there and whose every step is forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.journeys.forms.finding import Form, forms_of

# Whoever may do more comes later, so that a form is sent by the least of those who may send it.
ROLES = ("visitor", "outsider", "contributor", "colleague", "focal_point", "editor", "administrator")
# The folder of mails and the demonstration are there for whoever sits at the machine.
HERE = {"HTTP_HOST": "127.0.0.1:8000"}


@dataclass(frozen=True)
class Page:
    """A page on which forms may stand, and what has to be sent before it is there."""

    name: str
    address: str
    before: Sequence[tuple[str, Mapping[str, str]]] = ()

    @property
    def address_name(self) -> str:
        """One name for one way to a page."""
        return f"{self.name} after {len(self.before)}"


@dataclass(frozen=True)
class Place:
    """Where one form stands, and for whom."""

    role: str
    page: Page
    form: Form


class Browser:
    """Somebody in one role; what an answer changes is taken back at the end of each visit."""

    def __init__(self, person: Any) -> None:
        self.client = Client(raise_request_exception=False, **HERE)
        if person is not None:
            self.client.force_login(person)
        session = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        self.session = session.value if session else ""

    @contextmanager
    def visit(self, page: Page) -> Iterator[Client]:
        """Everything that happens in here is forgotten."""
        self.client.cookies.clear()
        if self.session:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.session
        with transaction.atomic():
            for address, data in page.before:
                self.client.post(address, data)
            yield self.client
            transaction.set_rollback(True)
        caches["pages"].clear()

    def forms_on(self, page: Page) -> list[Form]:
        with self.visit(page) as client:
            return forms_of(words_of(client.get(page.address)), page.address)


def words_of(answer: HttpResponse) -> str:
    """The page in an answer; nothing where the answer is no page."""
    if answer.streaming:
        answer.getvalue()
        return ""
    return answer.content.decode() if answer.headers.get("Content-Type", "").startswith("text/html") else ""
