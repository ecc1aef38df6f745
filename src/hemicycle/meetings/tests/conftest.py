"""A body that holds meetings: its coordinator, two members, and everybody else."""

from collections.abc import Iterator

import pytest

from hemicycle.meetings.tests.factories import Circle, holding
from hemicycle.network.tests.factories import a_regional_body


@pytest.fixture
def coordinator(person):
    return person(name="Coordinator")


@pytest.fixture
def member(person):
    return person(name="Member", time_zone="Africa/Lusaka")


@pytest.fixture
def other_member(person):
    return person(name="Other member")


@pytest.fixture
def circle(coordinator, member, other_member) -> Iterator[Circle]:
    made = Circle(a_regional_body(), runners=[coordinator], members=[member, other_member])
    with holding(made):
        yield made
