"""A process that is asked to end does so, even if it is asked twice at the same moment."""

import os
import signal

import pytest

from hemicycle.project.stopping import Stop


@pytest.fixture
def stop():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    made = Stop()
    made.listen()
    yield made
    for number, handler in before.items():
        signal.signal(number, handler)


def test_nobody_has_asked(stop):
    assert stop.wait(0) is False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_heard(stop, number):
    os.kill(os.getpid(), number)

    assert stop.wait(30) is True


def test_being_asked_twice_is_being_asked(stop):
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGTERM)

    assert stop.wait(30) is True
