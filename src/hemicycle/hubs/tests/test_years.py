"""What a year held: figures that can be counted again, and what one revision of a plan changed."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from hemicycle.hubs import actions
from hemicycle.hubs.actions.discussions import open_discussion
from hemicycle.hubs.differing import Difference, Sketch, differences
from hemicycle.hubs.models import Membership, YearReport
from hemicycle.hubs.states import MemberState
from hemicycle.hubs.years import FIGURES, year_of
from hemicycle.meetings.models import Meeting
from hemicycle.network.tests.factories import a_chamber


def term(hub, number, since, until=""):
    house = a_chamber(f"BR-LC{number:02}", country="BR", name=f"House {number}")
    state = MemberState.LEFT if until else MemberState.MEMBER
    return Membership.objects.create(hub=hub, body=house, state=state, since=since, until=until)


def figures(hub, year, *names):
    told = year_of(hub, year)["figures"]
    return tuple(told[name] for name in names)


def test_members_are_counted_by_the_years_of_their_terms(lakes):
    term(lakes, 1, "")
    term(lakes, 2, "2024")
    term(lakes, 3, "2025-03", "2026-02-01")
    term(lakes, 4, "2026-05-05", "2026-09")
    term(lakes, 5, "2026-07")

    counted = {
        year: figures(lakes, year, "members_before", "joined", "left", "members_after") for year in (2025, 2026, 2027)
    }

    assert counted == {2025: (2, 1, 0, 3), 2026: (3, 2, 2, 3), 2027: (3, 0, 0, 3)}


def test_each_year_begins_with_as_many_members_as_the_one_before_ended_with(lakes):
    for number, (since, until) in enumerate(
        [("", ""), ("2019", "2021"), ("2020-02", ""), ("2021-01-01", "2021-12-31")]
    ):
        term(lakes, number + 1, since, until)

    for year in range(2018, 2026):
        assert figures(lakes, year, "members_after") == figures(lakes, year + 1, "members_before")


def test_the_plan_is_told_against_the_one_first_adopted(lakes, coordinator):
    first = actions.adopt_plan(
        lakes, 2026, [actions.Planned("One"), actions.Planned("Two")], language="en", by=coordinator
    )
    one = first.activities.get(title="One")
    kept = actions.Planned("One", uid=one.uid, state="done")
    actions.adopt_plan(lakes, 2026, [kept, actions.Planned("Three")], language="en", by=coordinator, after=1)

    told = year_of(lakes, 2026)
    assert figures(lakes, 2026, "planned", "added", "dropped", "done") == (2, 1, 1, 1)
    assert [(row["title"], row["how"]) for row in told["plan"]] == [("One", ""), ("Three", "added"), ("Two", "dropped")]
    assert told["revisions"] == 1


def meeting(hub, begins, **fields):
    ends = begins + timedelta(hours=1)
    return Meeting.objects.create(body=hub.body, begins_at=begins, ends_at=ends, zone="UTC", **fields)


def test_meetings_count_once_they_were_held_and_only_public_ones_are_named(lakes):
    before = datetime(2026, 3, 1, 10, tzinfo=UTC)
    meeting(lakes, before, opening="members")
    meeting(lakes, before, opening="public", state="cancelled")
    meeting(lakes, timezone.now() + timedelta(hours=2), opening="public")

    told = year_of(lakes, 2026)

    assert (told["figures"]["meetings"], told["meetings"]) == (1, [])


def test_what_was_talked_made_and_told_is_counted(lakes, coordinator):
    year = timezone.localdate().year
    open_discussion(lakes, "A matter", "A letter.", by=coordinator)
    made = actions.Made(sort="survey", dated=f"{year}-05", words={"title": "Survey"}, language="en")
    actions.publish_output(lakes, made, by=coordinator)
    old = actions.Made(sort="survey", dated="2019", words={"title": "Old"}, language="en")
    actions.publish_output(lakes, old, by=coordinator)
    actions.draft_update(lakes, {"title": "Draft"}, language="en", by=coordinator)
    words = {"title": "News", "text": "We met."}
    actions.publish_update(actions.draft_update(lakes, words, language="en", by=coordinator), by=coordinator)

    assert figures(lakes, year, "discussions", "letters", "outputs", "updates") == (1, 1, 1, 1)


def test_a_year_without_anything_has_every_figure(lakes):
    told = year_of(lakes, 2015, date(2026, 11, 22))

    assert told["figures"] == dict.fromkeys(FIGURES, 0)
    assert (told["as_of"], told["plan"], told["hosts"]) == ("2015-12-31", [], [])


def test_a_published_report_counts_again_the_same_until_something_is_recorded(lakes, membership, coordinator):
    year = timezone.localdate().year
    actions.adopt_plan(lakes, year, [actions.Planned("One")], language="en", by=coordinator)
    actions.publish_report(lakes, year, by=coordinator)

    assert YearReport.objects.get().told == year_of(lakes, year)
    first = YearReport.objects.get().told
    actions.adopt_plan(lakes, year, [actions.Planned("Two")], language="en", by=coordinator, after=1)
    actions.publish_report(lakes, year, by=coordinator)
    assert YearReport.objects.get().told == first != year_of(lakes, year)


def test_nobody_reports_on_a_year_to_come(lakes, coordinator):
    with pytest.raises(actions.HubRefused, match="this year has not begun"):
        actions.publish_report(lakes, timezone.localdate().year + 1, by=coordinator)


ONE, TWO, THREE = (uuid4() for _number in range(3))


@pytest.mark.parametrize(
    ("before", "after", "hows"),
    [
        ([Sketch(ONE, "A")], [Sketch(ONE, "A")], []),
        ([], [Sketch(ONE, "A")], ["added"]),
        ([Sketch(ONE, "A")], [], ["dropped"]),
        ([Sketch(ONE, "A", since="2026-03")], [Sketch(ONE, "A", since="2026-09")], ["dates"]),
        ([Sketch(ONE, "A")], [Sketch(ONE, "B", text="More.", since="2026")], ["title", "dates", "text"]),
        (
            [Sketch(ONE, "A", bodies=frozenset({1}))],
            [Sketch(ONE, "A", bodies=frozenset({2}), project=3)],
            ["bodies", "project"],
        ),
        ([Sketch(ONE, "A"), Sketch(TWO, "B")], [Sketch(TWO, "B"), Sketch(THREE, "C")], ["added", "dropped"]),
        ([Sketch(ONE, "A"), Sketch(TWO, "B")], [Sketch(TWO, "B"), Sketch(ONE, "A")], []),
    ],
)
def test_what_a_revision_changed_is_told_by_activity(before, after, hows):
    assert [difference.how for difference in differences(before, after)] == hows


def test_a_difference_is_called_by_the_later_title():
    then, now = Sketch(ONE, "A"), Sketch(ONE, "B")

    assert [Difference("title", then, now).title, Difference("dropped", then, None).title] == ["B", "A"]
