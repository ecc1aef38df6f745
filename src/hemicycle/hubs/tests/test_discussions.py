"""What members of a hub talk about: who takes part, who hears, what is kept, and what a long talk costs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.exporting import PARTS
from hemicycle.accounts.models import Person
from hemicycle.core.models import Counter, Entry
from hemicycle.hubs import actions as hubs
from hemicycle.hubs import policy, queries, states
from hemicycle.hubs.actions import discussions as actions
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.queries import discussions as reads
from hemicycle.hubs.queries import inside
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.meetings import hosts
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_chamber, an_office
from hemicycle.threads import actions as threads
from hemicycle.threads import circles
from hemicycle.threads import queries as conversations
from hemicycle.threads.models import Letter
from hemicycle.threads.policy import may_see
from hemicycle.threads.tests.factories import letters


@pytest.fixture
def hub(zambia, focal_point, administrator):
    return an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)


@pytest.fixture
def coordinator(person, hub):
    made = person(name="Coordinator")
    an_office(made, hub.body, Role.COORDINATOR)
    return made


@pytest.fixture
def membership(hub, malawi, colleague, coordinator):
    asked = hubs.ask_to_join(hub, malawi, by=colleague)
    return hubs.accept_member(asked, by=coordinator)


@pytest.fixture
def discussion(hub, membership, colleague):
    return actions.open_discussion(hub, "Shared software", "Who has some?", by=afresh(colleague))


def afresh(person):
    """What a person may do is asked once for each object; another request has another."""
    return Person.objects.get(pk=person.pk)


def thread_of(discussion):
    return conversations.thread_of("discussion", discussion.uid)


def test_a_member_opens_a_discussion_with_a_first_letter(hub, discussion, colleague):
    thread = thread_of(discussion)

    letter = thread.letters.get()
    assert (discussion.title, letter.text, letter.author) == ("Shared software", "Who has some?", colleague)
    assert (circles.name_of("discussion", discussion.uid).title, discussion.hub) == ("Shared software", hub)


def test_all_members_hear_and_nobody_else(hub, discussion, coordinator, colleague, focal_point, editor, contributor):
    heard = conversations.audience_of(thread_of(discussion))

    assert heard == {coordinator.uid, colleague.uid, focal_point.uid}


def test_nobody_outside_opens_reads_or_closes(hub, discussion, outsider, editor, administrator):
    for person in (outsider, editor, administrator):
        with pytest.raises(PermissionDenied):
            actions.open_discussion(hub, "Hello", "Hello", by=person)
        with pytest.raises(PermissionDenied):
            actions.close_discussion(discussion, by=person)
        assert may_see(person, thread_of(discussion)) is False

    assert Discussion.objects.count() == 1


def test_rule_query_and_circle_agree_for_everybody(hub, membership, discussion, person, contributor, editor):
    """Also for those who speak for a member that has named others, and for whoever speaks for the whole parliament."""
    named = person(Role.CONTRIBUTOR, membership.body, name="Named")
    deputy = person("secretary_general", membership.body.parent, name="Secretary general")
    colleague = discussion.opened_by
    hubs.name_correspondents(membership, [named], by=afresh(colleague))
    thread = thread_of(discussion)

    for each in (*Person.objects.all(), AnonymousUser()):
        ruled = policy.may_see_discussion(each, discussion)
        asked = reads.discussions_visible_to(each).exists()
        meets = hub.body_id in hosts.inside(each)
        assert (asked, may_see(each, thread), meets) == (ruled,) * 3, each
        assert hosts.runs(each, hub.body) == (hub.body_id in inside.bodies_run_by(each)), each
    assert policy.is_member(afresh(deputy), hub) is True
    assert colleague.uid not in conversations.audience_of(thread)


def test_the_same_press_opens_one_discussion(hub, coordinator):
    made = [actions.open_discussion(hub, "Twice", "Once.", by=coordinator, message_id="page:1") for _press in range(2)]

    assert (made[0], Letter.objects.count(), Entry.objects.filter(verb=states.DISCUSSION_OPENED).count()) == (
        made[1],
        1,
        1,
    )


@pytest.mark.parametrize(
    ("title", "text"), [("", "Text"), (" \u202e ", "Text"), ("Title", ""), ("Title", "x" * 20_001)]
)
def test_what_says_nothing_or_too_much_is_refused_and_nothing_is_kept(hub, coordinator, title, text):
    with pytest.raises(ValidationError) as refused:
        actions.open_discussion(hub, title, text, by=coordinator)

    assert len(refused.value.messages) == 1
    assert (Discussion.objects.count(), Letter.objects.count()) == (0, 0)


def test_the_journal_holds_neither_title_nor_text(discussion):
    facts = str(list(Entry.objects.values_list("facts", flat=True)))

    assert ("Shared" in facts, "Who has some" in facts) == (False, False)


def test_who_opened_it_and_who_runs_the_hub_close_it_and_nothing_more_is_written(
    hub, discussion, coordinator, colleague
):
    actions.close_discussion(discussion, by=afresh(colleague))
    actions.close_discussion(discussion, by=afresh(coordinator))

    thread = thread_of(discussion)
    with pytest.raises(threads.Closed):
        threads.post(thread, "One more thing", by=afresh(coordinator))
    assert (thread.letters.count(), may_see(afresh(colleague), thread)) == (1, True)
    assert Entry.objects.filter(verb=states.DISCUSSION_CLOSED).count() == 1


def test_a_coordinator_whose_office_ends_in_mid_discussion_reads_no_more_and_their_words_stay(
    hub, discussion, coordinator, focal_point
):
    thread = thread_of(discussion)
    threads.post(thread, "I have some.", by=afresh(coordinator))
    coordinator.offices.update(until=timezone.localdate() - timedelta(days=1))

    late = afresh(coordinator)
    with pytest.raises(PermissionDenied):
        threads.post(thread, "More.", by=late)
    with pytest.raises(PermissionDenied):
        actions.close_discussion(discussion, by=late)

    assert coordinator.uid not in conversations.audience_of(thread)
    said = [(letter.author, letter.office.role if letter.office else "") for letter in thread.letters.order_by("pk")]
    assert said[1] == (coordinator, Role.COORDINATOR)
    # The host goes on running the hub.
    assert policy.may_close_discussion(afresh(focal_point), discussion) is True


def test_a_member_that_left_reads_no_more_and_reads_again_when_it_is_back(hub, membership, discussion, colleague):
    thread = thread_of(discussion)
    hubs.leave_hub(membership, by=afresh(colleague))
    gone = may_see(afresh(colleague), thread)
    with pytest.raises(PermissionDenied):
        threads.post(thread, "Still here?", by=afresh(colleague))

    again = hubs.ask_to_join(hub, membership.body, by=afresh(colleague))
    hubs.accept_member(again, by=afresh(Person.objects.get(name="Coordinator")))

    assert (gone, may_see(afresh(colleague), thread)) == (False, True)


def test_a_hub_that_closes_keeps_what_was_said_and_takes_no_more(hub, discussion, coordinator, administrator):
    hubs.close_hub(hub, by=administrator)

    with pytest.raises(threads.Closed):
        threads.post(thread_of(discussion), "Hello?", by=afresh(coordinator))
    with pytest.raises(PermissionDenied):
        actions.close_discussion(discussion, by=afresh(coordinator))


def test_a_letter_and_a_meeting_are_signs_of_life(hub, discussion, coordinator):
    long_ago = timezone.now() - timedelta(days=200)
    Hub.objects.update(last_sign_at=long_ago, quiet_told_at=long_ago)
    quiet = queries.is_quiet(Hub.objects.get())
    counter = Counter.objects.get(kind="hub").value

    threads.post(thread_of(discussion), "I have some.", by=afresh(coordinator))
    after_letter = Hub.objects.get()
    Hub.objects.update(last_sign_at=long_ago)
    hosts.alive(hub.body, by=coordinator)

    assert (quiet, queries.is_quiet(after_letter), queries.is_quiet(Hub.objects.get())) == (True, False, False)
    assert (after_letter.quiet_told_at, Counter.objects.get(kind="hub").value > counter) == (None, True)


def test_who_leaves_is_not_named_any_more(client, discussion, colleague, focal_point):
    kept = PARTS["discussions"].collect(colleague)

    accounts.leave(colleague)

    client.force_login(focal_point)
    page = client.get("/en/hubs/lakes-hub/discussions/").content.decode()
    assert [row["title"] for row in kept] == ["Shared software"]
    assert ("opened by somebody who is not named" in page, "Focal point of Malawi" in page) == (True, False)


@pytest.mark.parametrize("number", [20, 2_000])
def test_a_long_talk_opens_at_its_last_page_in_as_many_queries_as_a_short_one(client, discussion, coordinator, number):
    thread = thread_of(discussion)
    letters(thread, number - 2, by=coordinator)
    threads.post(thread, "The last word.", by=coordinator)
    client.force_login(coordinator)
    address = thread.get_absolute_url()
    client.get(address)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(address).content.decode()

    assert f'id="letter-{number}"' in page
    assert len(asked) == 12


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_many_discussions_as_for_few(
    client, hub, coordinator, number, django_assert_num_queries
):
    for place in range(number):
        actions.open_discussion(hub, f"Matter {place}", "A letter.", by=coordinator)
    client.force_login(coordinator)
    client.get(f"/en/hubs/{hub.slug}/discussions/")

    with django_assert_num_queries(6):
        client.get(f"/en/hubs/{hub.slug}/discussions/")


def test_the_list_begins_with_what_was_written_last_and_shows_the_hubs_address(client, settings, hub, coordinator):
    settings.MAIL_DOMAIN = "mail.example.org"
    first = actions.open_discussion(hub, "First matter", "A letter.", by=coordinator)
    actions.open_discussion(hub, "Second matter", "A letter.", by=coordinator)
    threads.post(thread_of(first), "Another.", by=coordinator)
    client.force_login(coordinator)

    page = client.get(f"/en/hubs/{hub.slug}/discussions/").content.decode()

    assert page.index("First matter") < page.index("Second matter")
    assert 'href="mailto:hub+lakes-hub@mail.example.org"' in page


def test_for_everybody_else_there_are_no_discussions(client, hub, discussion, outsider, editor):
    addresses = [f"/en/hubs/{hub.slug}/discussions/", discussion.get_absolute_url()]
    anonymous = [client.get(address).status_code for address in addresses]
    for person in (outsider, editor):
        client.force_login(person)
        assert [client.get(address).status_code for address in addresses] == [404, 404]
        assert client.get(f"{discussion.get_absolute_url()}close/").status_code == 404

    assert anonymous == [302, 302]


def test_a_discussion_is_opened_read_and_closed_on_pages(client, hub, coordinator):
    client.force_login(coordinator)
    address = f"/en/hubs/{hub.slug}/discussions/"
    said = {"title": "A matter", "text": "A first letter.", "once": "6f1d3c1e-6c0e-4d0b-9a53-8a1f6c0b7e21"}

    made = [client.post(address, said) for _press in range(2)]
    thread = client.get(made[0].url)
    page = client.get(thread.url).content.decode()
    asked = client.get(f"{made[0].url}close/")
    client.post(f"{made[0].url}close/")
    late = client.post(thread.url, {"text": "Too late, and not lost."})

    assert (Discussion.objects.count(), made[0].url == made[1].url) == (1, True)
    assert ("A first letter." in page, "Close this discussion" in page, asked.status_code) == (True, True, 200)
    assert (late.status_code, "Too late, and not lost." in late.content.decode()) == (409, True)
    assert "This conversation is closed." in client.get(thread.url).content.decode()


def test_what_was_typed_comes_back_whatever_was_wrong(client, hub, coordinator, outsider):
    address = f"/en/hubs/{hub.slug}/discussions/"
    said = {"title": "", "text": "Words that must not be lost."}
    answers = [client.post(address, said)]
    client.force_login(outsider)
    answers.append(client.post(address, said))
    client.force_login(coordinator)
    answers.append(client.post(address, said))

    assert [answer.status_code for answer in answers] == [403, 404, 422]
    assert all("Words that must not be lost." in answer.content.decode() for answer in answers)


def test_another_hub_has_no_such_discussion(client, hub, discussion, person, administrator, coordinator):
    brazil = a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")
    other = an_open_hub(brazil, offered_by=person("focal_point", brazil), opened_by=administrator, name="Rivers hub")
    client.force_login(coordinator)

    assert client.get(f"/en/hubs/{other.slug}/discussions/{discussion.uid}/").status_code == 404
