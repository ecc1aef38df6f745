"""Pages tell the time where their reader is; what everybody reads, and what an office allows, does not depend on it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from hemicycle.core import days, history
from hemicycle.core.models import Entry
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.tests.factories import a_case, hand_in
from hemicycle.network import policy
from hemicycle.network.tests.factories import an_office
from hemicycle.threads import actions as threads
from hemicycle.ui.formatting import format_date

pytestmark = pytest.mark.django_db

# Twenty-five hours apart, so that at any moment the two have different days.
EAST, WEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"


def lives_in(person, zone: str):
    person.time_zone = zone
    person.save(update_fields=["time_zone"])
    return person


def day_in(zone: str, moment) -> str:
    return format_date(moment.astimezone(ZoneInfo(zone)).date())


@pytest.fixture
def submitted(zambia, contributor):
    case = innovations.draft(zambia, {"title": "Benches that count"}, language="en", by=contributor)
    return hand_in(case, by=contributor)


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_the_desk_says_by_when_a_task_is_due_where_its_reader_is(client, submitted, editor, zone):
    handed_in = Entry.objects.get(verb="case.submitted").at
    client.force_login(lives_in(editor, zone))

    page = client.get("/en/desk/").content.decode()

    assert f"due on {day_in(zone, handed_in + timedelta(days=14))}" in page


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_a_conversation_says_when_where_its_reader_is(client, submitted, editor, zone):
    thread = threads.open_thread(submitted, by=editor)
    threads.post(thread, "How many benches?", by=editor)
    client.force_login(lives_in(editor, zone))

    page = client.get(f"/en/threads/{thread.uid}/").content.decode()

    assert f">{day_in(zone, thread.letters.get().posted_at)}</time>" in page


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_the_history_of_a_record_says_when_where_its_reader_is(submitted, editor, zone):
    innovations.take(submitted, by=editor)
    innovations.publish(submitted, by=editor)
    moment = Entry.objects.get(verb="case.published").at

    with timezone.override(lives_in(editor, zone).zone):
        events = history.of("case", submitted.uid, viewer=editor)

    assert events[0].date == moment.astimezone(ZoneInfo(zone)).date().isoformat()


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_sessions_are_listed_with_the_day_where_their_owner_is(client, outsider, zone):
    client.force_login(lives_in(outsider, zone))
    UserSession.objects.create(
        user=outsider, ip="192.0.2.1", user_agent="A browser", session_key=client.session.session_key
    )

    page = client.get("/en/account/sessions/").content.decode()

    assert f"Since {day_in(zone, timezone.now())}" in page


def test_a_time_zone_that_this_machine_does_not_know_counts_as_utc(client, outsider):
    client.force_login(lives_in(outsider, "Atlantis/Centre"))

    assert client.get("/en/account/sessions/").status_code == 200


def test_what_everybody_reads_does_not_depend_on_who_read_it_before(client, outsider, zambia):
    case = a_case("public-case", body=zambia)
    visitor = Client()
    before = visitor.get(case.get_absolute_url()).content
    client.force_login(lives_in(outsider, EAST))
    client.get(case.get_absolute_url())

    assert Client().get(case.get_absolute_url()).content == before
    assert timezone.get_current_timezone_name() == "UTC"


@pytest.mark.parametrize("zone", [EAST, WEST])
def test_nobody_prolongs_an_office_by_living_elsewhere(client, person, zambia, zone):
    before, after = person(time_zone=zone), person(time_zone=zone)
    an_office(before, zambia, "focal_point", until=days.today() - timedelta(days=1))
    an_office(after, zambia, "focal_point", until=days.today())

    with timezone.override(ZoneInfo(zone)):
        held = [policy.speaks_for(each, zambia) for each in (before, after)]

    assert held == [False, True]
