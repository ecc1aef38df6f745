"""Who hears by mail of what happens in a hub, what the mail says, and what its links do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.accounts import deeds
from hemicycle.accounts.models import Person
from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.core.panels import drawn
from hemicycle.hubs import actions, states
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind, MemberState
from hemicycle.hubs.tests.factories import SIGNED
from hemicycle.network import actions as network


def entry_of(verb):
    return Entry.objects.filter(verb=verb).order_by("-pk").first()


def heard(verb):
    return set(MESSAGES[verb].audience(entry_of(verb)))


def mail(verb, person):
    """What this person is told, as text; nothing if nothing is left to say."""
    message = MESSAGES[verb]
    told = message.about(entry_of(verb), Person.objects.get(pk=person.pk))
    return str(drawn(message.template, "text", told)) if told is not None else None


def press(person, deed, thing):
    """Open a mailed link and press its button."""
    token = deeds.link_for(person, deed, thing.uid).rstrip("/").rpartition("/")[2]
    given = deeds.opened(token)
    asked = given.deed.ask(given.person, given.uid)
    return deeds.do(given) if asked is not None else None


def tasks(person, duty):
    return [task.title for task in DUTIES[duty].awaiting(Person.objects.get(pk=person.pk))]


def test_the_secretariat_hears_of_an_offer_and_its_desk_leads_there(zambia, focal_point, administrator, editor):
    said = actions.Described(name="Coast hub", sort=HubKind.THEMATIC, purpose="To try.", gives="Two people.")
    agreement = actions.offer_hub(zambia, said, by=focal_point)

    text = mail(states.OFFERED, administrator)
    assert heard(states.OFFERED) == {administrator.uid, editor.uid}
    assert ("Two people." in text, f"/en/hubs/offers/{agreement.uid}/" in text) == (True, True)
    assert tasks(administrator, "hubs.offers") == ["Offer to host Coast hub"]

    network.sign_agreement(agreement, SIGNED, by=administrator)
    assert (mail(states.OFFERED, administrator), tasks(administrator, "hubs.offers")) == (
        None,
        ["Open the hub: Coast hub"],
    )
    actions.open_hub(Hub.objects.get(), by=administrator)
    assert (heard(states.OPENED), tasks(administrator, "hubs.offers")) == ({focal_point.uid}, [])


def test_whoever_offered_hears_that_the_talks_ended(zambia, focal_point, administrator):
    said = actions.Described(name="Coast hub", sort=HubKind.THEMATIC, purpose="To try.")
    actions.decline_offer(actions.offer_hub(zambia, said, by=focal_point), by=administrator)

    assert heard(states.OFFER_DECLINED) == {focal_point.uid}
    assert "have ended without an agreement" in mail(states.OFFER_DECLINED, focal_point)


def test_the_coordinator_hears_of_a_request_and_accepts_it_with_one_press(lakes, malawi, colleague, coordinator):
    asked = actions.ask_to_join(lakes, malawi, note="We vote by tablet.", by=colleague)

    text = mail(states.MEMBERSHIP_ASKED, coordinator)
    assert (heard(states.MEMBERSHIP_ASKED), "We vote by tablet." in text) == ({coordinator.uid}, True)
    assert tasks(coordinator, "hubs.requests") == ["Accept or refuse: Malawi · National Assembly"]
    assert press(coordinator, "hub.accept", asked) == "/en/hubs/lakes-hub/"

    asked.refresh_from_db()
    assert (asked.state, press(coordinator, "hub.accept", asked)) == (MemberState.MEMBER, None)
    assert (mail(states.MEMBERSHIP_ASKED, coordinator), tasks(coordinator, "hubs.requests")) == (None, [])
    assert "Say who writes for it there." in mail(states.MEMBER_JOINED, colleague)


@pytest.mark.parametrize(("deed", "state"), [("hub.join", MemberState.MEMBER), ("hub.decline", MemberState.DECLINED)])
def test_an_invitation_is_answered_with_one_press(lakes, malawi, colleague, coordinator, deed, state):
    invited = actions.invite_member(lakes, malawi, note="Come.", by=coordinator)

    text = mail(states.MEMBER_INVITED, colleague)
    assert (heard(states.MEMBER_INVITED), "Come." in text) == ({colleague.uid}, True)
    assert tasks(colleague, "hubs.invitations") == ["Answer the invitation of Lakes hub"]
    assert press(coordinator, deed, invited) is None

    press(colleague, deed, invited)
    invited.refresh_from_db()
    assert (invited.state, mail(states.MEMBER_INVITED, colleague), tasks(colleague, "hubs.invitations")) == (
        state,
        None,
        [],
    )


def test_a_refusal_is_mailed_with_its_reason(lakes, malawi, colleague, coordinator):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    actions.refuse_member(asked, reason="The hub is for the lakes.", by=coordinator)

    assert heard(states.MEMBER_REFUSED) == {colleague.uid}
    assert "The hub is for the lakes." in mail(states.MEMBER_REFUSED, colleague)

    actions.ask_to_join(lakes, malawi, by=colleague)
    assert mail(states.MEMBER_REFUSED, colleague) is None


def test_members_hear_of_news_and_of_what_is_still_public(lakes, membership, colleague, coordinator, focal_point):
    words = {"title": "We met", "text": "In Lusaka."}
    update = actions.draft_update(lakes, words, language="en", by=coordinator)
    actions.publish_update(update, by=coordinator)

    assert heard(states.UPDATE_PUBLISHED) == {colleague.uid, coordinator.uid, focal_point.uid}
    assert "“Lakes hub” tells: We met." in mail(states.UPDATE_PUBLISHED, colleague)
    actions.withdraw_update(update, by=coordinator)
    assert mail(states.UPDATE_PUBLISHED, colleague) is None


def test_a_correspondent_hears_that_they_were_named(lakes, membership, colleague, clerk):
    actions.name_correspondents(membership, [clerk], by=colleague)

    assert heard(states.CORRESPONDENT_NAMED) == {clerk.uid}
    assert "You write for Malawi · National Assembly in “Lakes hub”" in mail(states.CORRESPONDENT_NAMED, clerk)


def test_the_message_says_what_a_plan_became(lakes, membership, colleague, coordinator):
    actions.adopt_plan(lakes, 2026, [actions.Planned("One")], language="en", by=coordinator)
    actions.adopt_plan(lakes, 2026, [actions.Planned("Two")], language="en", by=coordinator, after=1)

    assert "has adopted its work plan for 2026" in mail(states.PLAN_ADOPTED, colleague)
    assert "has revised its work plan for 2026" in mail(states.PLAN_REVISED, colleague)


def test_drafts_await_those_who_run_the_hub(lakes, coordinator, colleague):
    words = {"title": "We met", "text": "In Lusaka."}
    update = actions.draft_update(lakes, words, language="en", by=coordinator)
    made = actions.Made(sort="survey", dated="2026", words={"title": "Survey"}, language="en")
    actions.draft_output(lakes, made, by=coordinator)

    before = tasks(coordinator, "hubs.drafts")
    actions.publish_update(update, by=coordinator)

    assert before == ["Publish or put aside: We met", "Publish or put aside: Survey"]
    assert (tasks(coordinator, "hubs.drafts"), tasks(colleague, "hubs.drafts")) == (
        ["Publish or put aside: Survey"],
        [],
    )


def long_ago(hub, days):
    Hub.objects.filter(pk=hub.pk).update(last_sign_at=timezone.now() - timedelta(days=days))


def reminders():
    return Entry.objects.filter(verb=states.FELL_QUIET)


def test_a_hub_is_quiet_after_half_a_year_and_its_coordinator_is_reminded_once_a_quarter(
    client, lakes, coordinator, focal_point
):
    long_ago(lakes, 182)
    assert actions.tell_of_quietness() == 0
    long_ago(lakes, 184)

    assert (actions.tell_of_quietness(), actions.tell_of_quietness()) == (1, 0)
    assert reminders().get().actor is None
    assert heard(states.FELL_QUIET) == {coordinator.uid}
    assert "Nothing has been recorded in “Lakes hub” since" in mail(states.FELL_QUIET, coordinator)
    assert tasks(coordinator, "hubs.quiet") == ["Quiet for half a year: Lakes hub"]
    page = client.get("/en/hubs/lakes-hub/").content.decode()
    assert "Quiet: no activity of this hub has been recorded here since" in page

    later = timezone.now() + timedelta(days=93)
    assert (actions.tell_of_quietness(later), actions.tell_of_quietness(later), reminders().count()) == (1, 0, 2)


def test_a_hub_that_lives_again_is_not_reminded_and_its_page_says_nothing(client, lakes, coordinator):
    long_ago(lakes, 200)
    actions.tell_of_quietness()
    client.get("/en/hubs/lakes-hub/")
    actions.adopt_plan(lakes, 2026, [actions.Planned("One")], language="en", by=coordinator)

    assert (actions.tell_of_quietness(), mail(states.FELL_QUIET, coordinator)) == (0, None)
    assert tasks(coordinator, "hubs.quiet") == []
    assert "Quiet:" not in client.get("/en/hubs/lakes-hub/").content.decode()


def test_where_there_is_no_coordinator_the_host_is_reminded(lakes, focal_point):
    long_ago(lakes, 200)
    actions.tell_of_quietness()

    assert heard(states.FELL_QUIET) == {focal_point.uid}


@pytest.mark.parametrize("state", ["offered", "closed", "declined"])
def test_only_a_hub_at_work_falls_quiet(lakes, state):
    long_ago(lakes, 400)
    Hub.objects.update(state=state)

    assert actions.tell_of_quietness() == 0


def test_a_hub_of_which_nothing_was_ever_recorded_is_not_quiet(client, lakes):
    Hub.objects.update(last_sign_at=None)

    assert actions.tell_of_quietness() == 0
    assert "Quiet:" not in client.get("/en/hubs/lakes-hub/").content.decode()
