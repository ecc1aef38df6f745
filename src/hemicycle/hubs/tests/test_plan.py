"""A work plan is adopted, revised beside the first, and its activities are moved on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core.models import Entry
from hemicycle.hubs import actions, states
from hemicycle.hubs.actions import Planned
from hemicycle.hubs.models import Plan


@pytest.fixture
def plan(lakes, coordinator):
    seminar = Planned("Seminar", since="2026-03", until="2026-03")
    return actions.adopt_plan(lakes, 2026, [seminar, Planned("Survey")], language="en", by=coordinator)


def again(activity, **other):
    """An activity as it stands, with something else in it."""
    same = {name: getattr(activity, name) for name in ("title", "text", "since", "until", "state", "uid")}
    return Planned(**{**same, **other})


def test_a_revision_stands_beside_the_first_and_activities_keep_their_identity(lakes, plan, coordinator):
    seminar, survey = plan.activities.order_by("order")

    revised = actions.adopt_plan(
        lakes, 2026, [again(survey, since="2026-09"), Planned("Video")], language="en", by=coordinator, after=1
    )

    assert list(Plan.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    kept = list(revised.activities.order_by("order"))
    assert ([each.title for each in kept], kept[0].uid == survey.uid) == (["Survey", "Video"], True)
    assert [each.title for each in plan.activities.order_by("order")] == ["Seminar", "Survey"]
    assert kept[1].uid not in {seminar.uid, survey.uid}


def test_a_plan_is_revised_twice_in_a_day(lakes, plan, coordinator):
    actions.adopt_plan(lakes, 2026, [Planned("One")], language="en", by=coordinator, after=1)
    actions.adopt_plan(lakes, 2026, [Planned("Two")], language="en", by=coordinator, after=2)

    told = Entry.objects.filter(verb__in=(states.PLAN_ADOPTED, states.PLAN_REVISED)).order_by("pk")
    assert [entry.facts["number"] for entry in told] == [1, 2, 3]


def test_nobody_overwrites_what_somebody_else_adopted_meanwhile(lakes, plan, coordinator, focal_point):
    actions.adopt_plan(lakes, 2026, [Planned("Theirs")], language="en", by=focal_point, after=1)

    with pytest.raises(actions.WordsMoved, match="Somebody else has revised this plan meanwhile"):
        actions.adopt_plan(lakes, 2026, [Planned("Mine")], language="en", by=coordinator, after=1)

    assert [each.title for each in lakes.plans.first().activities.all()] == ["Theirs"]


def test_the_same_plan_sent_twice_is_adopted_once(lakes, coordinator):
    planned = [Planned("Seminar"), Planned("Survey")]

    first = actions.adopt_plan(lakes, 2026, planned, language="en", by=coordinator)
    second = actions.adopt_plan(lakes, 2026, planned, language="en", by=coordinator)

    assert (first, Plan.objects.count()) == (second, 1)


@pytest.mark.parametrize(
    ("planned", "sentence"),
    [
        ([], "A plan has at least one activity."),
        ([Planned(" ")], "Give every activity a title."),
        ([Planned("Visit", since="2026-05", until="2026-04-30")], "“Visit” would end before it begins."),
        ([Planned("Visit", since="soon")], "Visit: Enter a valid value."),
    ],
)
def test_what_is_wrong_with_a_plan_is_said_in_a_sentence(lakes, coordinator, planned, sentence):
    with pytest.raises(ValidationError) as refused:
        actions.adopt_plan(lakes, 2026, planned, language="en", by=coordinator)

    assert (refused.value.messages, Plan.objects.count()) == ([sentence], 0)


def test_an_identity_of_another_hub_is_not_taken_over(lakes, plan, coordinator):
    stranger = Planned("Seminar", uid=lakes.uid)

    revised = actions.adopt_plan(lakes, 2026, [stranger], language="en", by=coordinator, after=1)

    assert revised.activities.get().uid != lakes.uid


def test_an_activity_moves_in_the_plan_that_holds_and_only_there(lakes, plan, coordinator):
    first = plan.activities.first()
    actions.move_activity(first, "done", by=coordinator)
    actions.move_activity(first, "done", by=coordinator)
    revised = actions.adopt_plan(lakes, 2026, [again(first, state="planned")], language="en", by=coordinator, after=1)

    with pytest.raises(ValidationError, match="This plan has been revised"):
        actions.move_activity(first, "dropped", by=coordinator)
    with pytest.raises(ValidationError, match="Choose one of the states"):
        actions.move_activity(revised.activities.get(), "finished", by=coordinator)

    assert Entry.objects.filter(verb=states.ACTIVITY_MOVED).count() == 1


def test_members_do_not_plan(lakes, membership, colleague):
    with pytest.raises(PermissionDenied):
        actions.adopt_plan(lakes, 2026, [Planned("Mine")], language="en", by=colleague)
