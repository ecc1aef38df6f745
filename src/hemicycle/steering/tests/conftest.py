"""A committee of two seats: a chamber that is a keystone partner, and an organisation that was invited."""

import pytest

from hemicycle.core import deliveries
from hemicycle.notices import actions as notices
from hemicycle.steering.tests.factories import a_keystone, a_member, a_seat, a_sitting, an_organisation


@pytest.fixture
def partner(db):
    return an_organisation()


@pytest.fixture
def keystone_member(zambia, administrator):
    """Sits for a chamber that is a keystone partner."""
    a_keystone(zambia)
    return a_member(zambia, name="Member for Zambia", email="zambia@example.org")


@pytest.fixture
def invited_member(partner, administrator):
    """Sits for an organisation that was invited for a term."""
    a_seat(partner)
    return a_member(partner, name="Member for the partner", email="partner@example.org")


@pytest.fixture
def sitting(administrator, keystone_member, invited_member):
    return a_sitting(administrator)


@pytest.fixture
def tell():
    """The journal is read, and what is due is written."""

    def run() -> None:
        deliveries.deliver_all()
        notices.write_due()

    return run
