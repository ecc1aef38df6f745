"""Walls and moments: odd zones, nights in which clocks change, and what readers elsewhere see."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from hemicycle.meetings import moments


@pytest.mark.parametrize(
    ("zone", "wall", "utc"),
    [
        ("Asia/Kathmandu", "2026-12-03T14:00", "2026-12-03T08:15"),
        # Three quarters of an hour, and summer at the end of the year.
        ("Pacific/Chatham", "2026-12-03T14:00", "2026-12-03T00:15"),
        ("Pacific/Chatham", "2026-07-03T14:00", "2026-07-03T01:15"),
        ("Pacific/Kiritimati", "2026-12-03T01:00", "2026-12-02T11:00"),
        # Half an hour of summer.
        ("Australia/Lord_Howe", "2026-12-03T14:00", "2026-12-03T03:00"),
        ("Australia/Lord_Howe", "2026-07-03T14:00", "2026-07-03T03:30"),
        # The last hour before and the first after clocks are put forward.
        ("Europe/Paris", "2027-03-28T01:59", "2027-03-28T00:59"),
        ("Europe/Paris", "2027-03-28T03:00", "2027-03-28T01:00"),
        # Twice in that night; the first is meant.
        ("Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("UTC", "2026-12-03T14:00", "2026-12-03T14:00"),
    ],
)
def test_a_wall_means_one_moment(zone, wall, utc):
    assert moments.meant(datetime.fromisoformat(wall), zone) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "wall"),
    [
        ("Europe/Paris", "2027-03-28T02:30"),
        ("America/New_York", "2027-03-14T02:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15"),
        # Samoa went over the date line and had no 30 December.
        ("Pacific/Apia", "2011-12-30T12:00"),
    ],
)
def test_an_hour_that_clocks_skip_is_refused_in_one_sentence(zone, wall):
    with pytest.raises(ValidationError) as refused:
        moments.meant(datetime.fromisoformat(wall), zone)

    assert len(refused.value.messages) == 1
    assert refused.value.messages[0].startswith(f"Clocks in {zone} never show")


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Pacific/Chatham", "Europe/Paris", "Africa/Lusaka"])
def test_what_stands_in_a_form_means_the_same_when_it_comes_back(zone):
    moment = datetime(2026, 11, 25, 9, 45, tzinfo=UTC)

    assert moments.meant(moments.on_the_wall(moment, zone), zone) == moment


def test_a_meeting_over_the_change_of_clocks_lasts_as_long_as_it_lasts():
    begins = moments.meant(datetime(2026, 10, 25, 1, 30), "Europe/Paris")  # noqa: DTZ001 - a wall.
    ends = moments.meant(datetime(2026, 10, 25, 3, 30), "Europe/Paris")  # noqa: DTZ001

    shown = moments.span(begins, ends, "Europe/Paris")

    assert (ends - begins).total_seconds() == 3 * 3600
    assert (shown.begins, shown.ends, shown.zone) == ("01:30", "03:30", "Paris · GMT+02:00")


def test_a_span_over_midnight_names_both_days():
    begins, ends = datetime(2026, 12, 3, 17, 0, tzinfo=UTC), datetime(2026, 12, 3, 19, 0, tzinfo=UTC)

    shown = [moments.in_one_line(moments.span(begins, ends, zone)) for zone in ("UTC", "Asia/Kathmandu")]

    assert shown == [
        "Thursday, 3 December 2026, 17:00 to 19:00 (UTC)",
        "Thursday, 3 December 2026, 22:45, to Friday, 4 December 2026, 00:45 (Kathmandu · GMT+05:45)",
    ]


def test_readers_in_arabic_get_their_own_clock_and_days():
    begins, ends = datetime(2026, 12, 3, 14, 5, tzinfo=UTC), datetime(2026, 12, 3, 15, 0, tzinfo=UTC)

    with override("ar"):
        shown = moments.span(begins, ends, "Asia/Kathmandu")

    assert (shown.begins, "الخميس" in shown.day) == ("7:50 م", True)


def test_a_zone_that_this_machine_does_not_know_counts_as_utc():
    begins, ends = datetime(2026, 12, 3, 14, 5, tzinfo=UTC), datetime(2026, 12, 3, 15, 0, tzinfo=UTC)

    assert moments.span(begins, ends, "Mars/Olympus").zone == "UTC"


def test_zones_that_can_be_chosen_are_places():
    zones = moments.zones()

    assert {"UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/Argentina/Buenos_Aires"} <= set(zones)
    assert [name for name in zones if name.startswith(("Etc/", "posix", "right"))] == []
