"""A thing that people of Zambia and the secretariat talk about."""

from collections.abc import Iterator

import pytest

from hemicycle.threads import actions
from hemicycle.threads.models import Thread
from hemicycle.threads.tests.factories import Matter, talked_about


@pytest.fixture
def matter(zambia, contributor, focal_point) -> Iterator[Matter]:
    made = Matter(zambia, contributor, focal_point)
    with talked_about(made):
        yield made


@pytest.fixture
def thread(matter, contributor) -> Thread:
    return actions.open_thread(matter, by=contributor)
