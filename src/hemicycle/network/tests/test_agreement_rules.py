"""The rules of the four levels: what is refused, in what words, and that nothing else breaks unseen."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.core.models import Entry, File
from hemicycle.network import actions, hosting, queries
from hemicycle.network.actions import Given, Signing
from hemicycle.network.bearing import AgreementRefused, borne_no_more
from hemicycle.network.models import Agreement, Contribution
from hemicycle.network.tests.factories import a_contribution, a_hub_body, a_project, an_agreement, an_organisation

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NEXT_YEAR = Signing(signed_on="2026-01-10", since="2027-01-01")
NOW = Signing(signed_on="2026-01-10", since="2026-02-01", until="2027-12-31", signatories="Two secretaries general")


def refused(action, *given, **named):
    with pytest.raises(ValidationError) as caught:
        action(*given, **named)
    error = caught.value
    return error.message_dict if hasattr(error, "error_dict") else error.messages


def talks(body, level, by, **more):
    return actions.open_agreement(body, level, by=by, **more)


# Talks


def test_the_partner_itself_and_the_secretariat_open_talks_and_nobody_else(fund, representative, administrator, editor):
    mine = talks(fund, "funding", representative)
    theirs = talks(fund, "supporting", administrator)

    assert [mine.state, theirs.state] == ["talks", "talks"]
    with pytest.raises(PermissionDenied):
        talks(fund, "project", editor)


def test_talks_about_the_same_thing_are_opened_once(fund, administrator):
    talks(fund, "funding", administrator)

    words = refused(actions.open_agreement, fund, "funding", by=administrator)

    assert words == {"level": ["Talks with Fund for Parliaments about this are open already. Go on with them."]}


def test_a_hub_is_no_partner(lakes, administrator):
    words = refused(actions.open_agreement, lakes, "supporting", by=administrator)

    assert words == {"body": ["Choose a parliament, a chamber, a regional body or an organisation."]}


def test_what_names_no_hub_is_not_hosted(fund, zambia, administrator):
    words = refused(actions.open_agreement, fund, "keystone", hub=zambia, by=administrator)

    assert words == {"hub": ["Choose a hub that the partner hosts."]}


def test_both_sides_change_what_is_talked_about_and_only_words_once_it_is_signed(fund, representative, administrator):
    agreement = talks(fund, "unknown", administrator)
    actions.change_agreement(agreement, by=representative, words={"gives": "Money"}, language="en", level="funding")
    agreement.refresh_from_db()
    actions.sign_agreement(agreement, NOW, by=administrator)

    actions.change_agreement(agreement, by=administrator, words={"gives": "Much money"}, language="en", level="project")

    agreement.refresh_from_db()
    assert agreement.level == "funding"
    assert texts.read_one(agreement.uid, "en")["gives"] == "Much money"
    late = refused(actions.change_agreement, agreement, by=representative, words={"gives": "Less"}, language="en")
    assert late == ["This agreement is not in talks any more. Open it again to see what changed."]


def test_words_that_say_the_same_leave_no_trace(fund, administrator):
    agreement = talks(fund, "funding", administrator, words={"gives": "Money"})
    before = Entry.objects.count()

    actions.change_agreement(agreement, by=administrator, words={"gives": "Money "}, language="en", level="funding")

    assert Entry.objects.count() == before


def test_talks_that_came_to_nothing_are_over_and_stay_in_sight_of_both_sides(
    fund, representative, administrator, editor
):
    agreement = talks(fund, "funding", administrator)

    actions.decline_agreement(agreement, by=representative)

    assert refused(actions.decline_agreement, agreement, by=administrator) == [
        "This agreement is not in talks any more. Open it again to see what changed."
    ]
    assert [queries.agreements_visible_to(one).count() for one in (representative, editor, None)] == [1, 1, 0]


# Signing


def test_nobody_signs_for_their_own_body(fund, person, administrator, representative):
    agreement = talks(fund, "funding", administrator)
    both = person("administrator", administrator.offices.get().body)
    both.offices.create(body=fund, role="partner", since="2025-01-01")

    for who in (representative, both):
        with pytest.raises(PermissionDenied):
            actions.sign_agreement(agreement, NOW, by=who)


def test_what_was_signed_is_public_with_the_words_of_the_day(fund, administrator):
    agreement = talks(fund, "funding", administrator)
    assert queries.agreements_visible_to(None).count() == 0

    actions.sign_agreement(agreement, NOW, by=administrator)

    agreement.refresh_from_db()
    assert (agreement.state, agreement.signed_on, agreement.until) == ("signed", "2026-01-10", "2027-12-31")
    assert queries.agreements_visible_to(None).get() == agreement


def test_the_same_is_not_signed_twice(fund, administrator):
    agreement = talks(fund, "funding", administrator)
    actions.sign_agreement(agreement, NOW, by=administrator)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    assert words == ["This agreement is not in talks any more. Open it again to see what changed."]
    assert Entry.objects.filter(verb="agreement.signed").count() == 1


def test_a_keystone_agreement_with_nothing_given_is_refused(fund, administrator):
    agreement = talks(fund, "keystone", administrator)
    actions.record_contribution(agreement, Given("events", what="A seminar"), by=administrator)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    neither = "A keystone partner hosts a hub or gives core funding, and this agreement says neither. "
    assert words == {"level": [neither + "Name the hub, record the core funding, or choose another level."]}
    agreement.refresh_from_db()
    assert (agreement.state, agreement.since) == ("talks", "")


def test_core_funding_of_unknown_value_makes_a_keystone_partner(fund, administrator):
    agreement = talks(fund, "keystone", administrator)
    actions.record_contribution(agreement, Given("core_funding"), by=administrator)

    actions.sign_agreement(agreement, NOW, by=administrator)

    assert queries.keystone_bodies() == [fund]


def test_core_funding_of_another_time_makes_no_keystone_partner(fund, administrator):
    agreement = talks(fund, "keystone", administrator)
    actions.record_contribution(agreement, Given("core_funding", since="2019", until="2020"), by=administrator)

    assert "level" in refused(actions.sign_agreement, agreement, NOW, by=administrator)


def test_a_hub_by_another_agreement_makes_a_keystone_partner(zambia, focal_point, lakes, administrator):
    an_agreement(zambia, "keystone", hub=lakes, since="2026-01-01")
    agreement = talks(zambia, "keystone", administrator)

    actions.sign_agreement(agreement, NOW, by=administrator)

    agreement.refresh_from_db()
    assert agreement.state == "signed"


def test_whoever_hosts_a_hub_is_a_keystone_partner(zambia, focal_point, lakes, administrator):
    agreement = talks(zambia, "supporting", administrator, hub=lakes)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    assert words == {"level": ["Whoever hosts a hub is a keystone partner. Choose that level, or leave the hub out."]}


def test_a_hub_is_hosted_by_somebody_who_speaks_here(zambia, lakes, administrator):
    agreement = talks(zambia, "keystone", administrator, hub=lakes)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    assert words == {
        "body": [
            "National Assembly has nobody here who speaks for it. Invite its focal point first, then hand the hub over."
        ]
    }


def test_a_project_agreement_names_its_one_project(fund, administrator):
    agreement = talks(fund, "project", administrator)
    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)
    project = a_project()

    actions.change_agreement(agreement, by=administrator, words={}, language="en", project=project)
    actions.sign_agreement(agreement, NOW, by=administrator)

    assert words == {"project": ["A project agreement names its project. Open the project first."]}
    assert project.agreements.get() == agreement


def test_a_level_is_decided_before_anybody_signs(fund, administrator):
    agreement = talks(fund, "unknown", administrator)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    assert words == {
        "level": ["Say at which level the partner is. Only what public sources leave open may stay without one."]
    }


def test_rows_without_a_proven_level_are_left_out_of_the_rules_until_somebody_knows_it(fund, administrator):
    row = an_agreement(fund, "unknown", shipped=True)
    an_agreement(fund, "unknown", shipped=True)

    assert queries.keystone_bodies() == []
    words = refused(actions.change_agreement, row, by=administrator, words={}, language="en", level="keystone")
    actions.change_agreement(row, by=administrator, words={}, language="en", level="supporting")

    row.refresh_from_db()
    assert (row.level, row.shipped) == ("supporting", False)
    assert list(words) == ["level"]


@pytest.mark.parametrize(
    ("signing", "field", "sentence"),
    [
        (Signing("2026-01-10", "2026-02-01", "2026-01-01"), "until", "The agreement would end before it begins."),
        (Signing("2999-01-01", "2026-02-01"), "signed_on", "This day is still to come; nobody has signed on it yet."),
        (
            Signing("2026-01-10", "2026-02-30"),
            "since",
            "“2026-02-30” is not a date; write 2026, 2026-01 or 2026-01-05.",
        ),
        (Signing("2026-13", "2026-02-01"), "signed_on", "“2026-13” is not a date; write 2026, 2026-01 or 2026-01-05."),
    ],
)
def test_days_that_cannot_be_are_refused(fund, administrator, signing, field, sentence):
    agreement = talks(fund, "funding", administrator)

    assert refused(actions.sign_agreement, agreement, signing, by=administrator) == {field: [sentence]}


def test_agreements_of_one_partner_do_not_overlap(fund, administrator):
    an_agreement(fund, "funding", since="2025-01-01", until="2026-12-31")
    agreement = talks(fund, "funding", administrator)

    words = refused(actions.sign_agreement, agreement, NOW, by=administrator)

    already = "Fund for Parliaments already has such an agreement from 1 January 2025 to 31 December 2026. "
    assert words == {"since": [already + "Renew it or end it first."]}


def test_agreements_of_one_host_for_two_hubs_may_run_beside_each_other(zambia, focal_point, lakes, administrator):
    an_agreement(zambia, "keystone", hub=lakes, since="2025-01-01")
    other = talks(zambia, "keystone", administrator, hub=a_hub_body("Rivers hub"))

    actions.sign_agreement(other, NOW, by=administrator)

    assert Agreement.objects.filter(body=zambia, state="signed").count() == 2


# Renewal


def test_a_renewal_follows_and_the_old_one_stays(fund, administrator):
    old = an_agreement(fund, "funding", until="2027-06-30", words={"gives": "Money", "credit": "Paid by the Fund."})
    gift = a_contribution(old, "funding", what="Grant", amount=1000, currency="EUR")

    new = actions.renew_agreement(old, NEXT_YEAR, by=administrator, goes_on=[gift.uid])

    old.refresh_from_db()
    assert (old.until, new.since, new.renews, new.state) == ("2026-12-31", "2027-01-01", old, "signed")
    assert texts.read_one(new.uid, "en")["credit"] == "Paid by the Fund."
    carried = Contribution.objects.get(agreement=new)
    assert (carried.what, carried.amount) == ("Grant", None)


def test_a_keystone_agreement_is_renewed_with_its_core_funding_and_not_without(fund, administrator):
    old = an_agreement(fund, "keystone", until="2026-12-31")
    gift = a_contribution(old, "core_funding")

    words = refused(actions.renew_agreement, old, NEXT_YEAR, by=administrator)
    new = actions.renew_agreement(old, NEXT_YEAR, by=administrator, goes_on=[gift.uid])

    assert list(words) == ["level"]
    assert (Agreement.objects.count(), new.level) == (2, "keystone")


def test_a_renewal_does_not_begin_before_what_it_renews(fund, administrator):
    old = an_agreement(fund, "funding", since="2027-05-01")

    words = refused(actions.renew_agreement, old, NEXT_YEAR, by=administrator)

    assert words == {"since": ["The new agreement would begin before the old one does."]}
    old.refresh_from_db()
    assert old.until == ""


def test_a_renewal_begins_on_a_day(fund, administrator):
    old = an_agreement(fund, "funding")

    words = refused(actions.renew_agreement, old, Signing("2026-01", "2027"), by=administrator)

    assert words == {"since": ["Give the day, such as 2027-01-01."]}


def test_the_same_is_not_renewed_twice(fund, administrator):
    old = an_agreement(fund, "funding", until="2027-06-30")
    actions.renew_agreement(old, NEXT_YEAR, by=administrator)

    assert list(refused(actions.renew_agreement, old, NEXT_YEAR, by=administrator)) == ["since"]
    assert Agreement.objects.count() == 2


# Handover


def test_a_handover_keeps_both_hosts(zambia, malawi, focal_point, colleague, lakes, administrator):
    old = an_agreement(zambia, "keystone", hub=lakes, until="2028-12-31")

    new = actions.hand_over(old, malawi, NEXT_YEAR, by=administrator)

    assert [(one.body, one.until) for one in queries.hosts_of(lakes)] == [(malawi, ""), (zambia, "2026-12-31")]
    assert (new.takes_over, new.level) == (old, "keystone")


def test_a_hub_is_not_handed_to_a_house_without_focal_point(zambia, malawi, lakes, administrator):
    old = an_agreement(zambia, "keystone", hub=lakes)

    words = refused(actions.hand_over, old, malawi, NEXT_YEAR, by=administrator)

    assert words == {
        "body": [
            "National Assembly has nobody here who speaks for it. Invite its focal point first, then hand the hub over."
        ]
    }
    old.refresh_from_db()
    assert old.until == ""


def test_only_a_hub_is_handed_over_and_not_to_its_own_host(zambia, focal_point, fund, lakes, administrator):
    plain, hosting_agreement = an_agreement(fund, "funding"), an_agreement(zambia, "keystone", hub=lakes)

    assert refused(actions.hand_over, plain, zambia, NEXT_YEAR, by=administrator) == [
        "Only the hosting of a hub is handed over."
    ]
    assert refused(actions.hand_over, hosting_agreement, zambia, NEXT_YEAR, by=administrator) == {
        "body": ["This is the host itself; renew the agreement instead."]
    }


def test_a_handover_does_not_take_the_last_reason_from_the_old_host(
    zambia, malawi, focal_point, colleague, lakes, administrator
):
    hosting_agreement = an_agreement(zambia, "keystone", hub=lakes)
    keystone = an_agreement(zambia, "keystone", since="2025-01-01")

    words = refused(actions.hand_over, hosting_agreement, malawi, NEXT_YEAR, by=administrator)
    actions.end_agreement(keystone, on="2026-12-31", by=administrator)
    actions.hand_over(hosting_agreement, malawi, NEXT_YEAR, by=administrator)

    assert "is a keystone partner since 1 January 2025, and nothing else bears that" in words[0]


# End


def test_an_agreement_ends_with_its_last_day_and_no_later_than_it_would(fund, administrator):
    agreement = an_agreement(fund, "funding", until="2026-12-31")

    assert refused(actions.end_agreement, agreement, on="2027-01-31", by=administrator) == {
        "until": ["It ends earlier already. To go on, renew it."]
    }
    assert refused(actions.end_agreement, agreement, on="2023-01-31", by=administrator) == {
        "until": ["The agreement would end before it begins."]
    }
    actions.end_agreement(agreement, on="2026-06-30", by=administrator)
    actions.end_agreement(agreement, on="2026-06-30", by=administrator)

    agreement.refresh_from_db()
    assert agreement.until == "2026-06-30"
    assert Entry.objects.filter(verb="agreement.ended").count() == 1


def test_talks_are_not_ended_but_declined(fund, administrator):
    agreement = talks(fund, "funding", administrator)

    assert refused(actions.end_agreement, agreement, on="2026-06-30", by=administrator) == [
        "This agreement was not signed yet."
    ]


def test_the_only_hub_of_a_keystone_partner_does_not_end_unseen(zambia, focal_point, lakes, administrator):
    hosting_agreement = an_agreement(zambia, "keystone", hub=lakes)
    an_agreement(zambia, "keystone", since="2025-01-01", until="2027-12-31")

    words = refused(actions.end_agreement, hosting_agreement, on="2026-12-31", by=administrator)

    sentences = words[0].partition(": ")
    assert sentences[0] == "National Assembly is a keystone partner since 1 January 2025, and nothing else bears that"
    assert sentences[2].endswith("Record other core funding, or end its keystone agreement first.")
    hosting_agreement.refresh_from_db()
    assert hosting_agreement.until == ""


def test_a_hub_may_end_where_core_funding_bears_the_partner(zambia, focal_point, lakes, administrator):
    hosting_agreement = an_agreement(zambia, "keystone", hub=lakes)
    keystone = an_agreement(zambia, "keystone", since="2025-01-01", until="2027-12-31")
    a_contribution(keystone)

    actions.end_agreement(hosting_agreement, on="2026-12-31", by=administrator)

    assert borne_no_more(TODAY) == []


def test_the_only_core_funding_of_a_keystone_partner_neither_ends_nor_disappears(fund, administrator):
    keystone = an_agreement(fund, "keystone", until="2027-12-31")
    gift = a_contribution(keystone)

    ends = refused(actions.change_contribution, gift, Given("core_funding", until="2026-12-31"), by=administrator)
    turns = refused(actions.change_contribution, gift, Given("events", what="A seminar"), by=administrator)
    goes = refused(actions.remove_contribution, gift, by=administrator)
    actions.record_contribution(keystone, Given("core_funding", what="Another grant"), by=administrator)
    actions.remove_contribution(gift, by=administrator)

    assert {words[0].partition(", and")[0] for words in (ends, turns, goes)} == {
        "Fund for Parliaments is a keystone partner since 1 January 2024"
    }
    assert Contribution.objects.get().what == "Another grant"


def test_a_keystone_partner_whose_reasons_ran_out_is_noticed(fund):
    keystone = an_agreement(fund, "keystone")
    a_contribution(keystone, until="2025")

    assert borne_no_more(TODAY) == [keystone]


def test_an_open_hub_is_not_left_without_a_host(zambia, malawi, focal_point, lakes, administrator, monkeypatch):
    monkeypatch.setattr(hosting, "_open", [lambda hub: hub == lakes])
    agreement = an_agreement(zambia, "keystone", hub=lakes)

    words = refused(actions.end_agreement, agreement, on="2026-12-31", by=administrator)
    an_agreement(malawi, "keystone", hub=lakes)
    actions.end_agreement(agreement, on="2026-12-31", by=administrator)

    assert words == {
        "until": ["Lakes hub would have no host from then on. Hand it over to another host, or close the hub first."]
    }


# Contributions and documents


def test_a_contribution_of_unknown_value_is_recorded_as_such(fund, representative, administrator):
    agreement = an_agreement(fund, "funding")

    gift = actions.record_contribution(agreement, Given("secondment", what="One analyst"), by=representative)

    assert (gift.amount, gift.currency, gift.working_days) == (None, "", None)


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        (Given("funding", amount=10), "currency", "An amount and its currency belong together."),
        (Given("funding", currency="EUR"), "currency", "An amount and its currency belong together."),
        (Given("funding", since="2026", until="2025"), "until", "The contribution would end before it begins."),
        (Given("funding", since="soon"), "since", "“soon” is not a date; write 2026, 2026-01 or 2026-01-05."),
        (Given("treasure"), "gift", "Value 'treasure' is not a valid choice."),
    ],
)
def test_a_contribution_that_cannot_be_is_refused(fund, administrator, given, field, sentence):
    agreement = an_agreement(fund, "funding")

    assert refused(actions.record_contribution, agreement, given, by=administrator) == {field: [sentence]}


def test_the_same_contribution_is_recorded_once_and_only_by_the_two_sides(fund, colleague, administrator):
    agreement = an_agreement(fund, "funding")
    actions.record_contribution(agreement, Given("funding", what="Grant"), by=administrator)

    assert refused(actions.record_contribution, agreement, Given("funding", what="Grant"), by=administrator) == [
        "Exactly this is recorded already."
    ]
    with pytest.raises(PermissionDenied):
        actions.record_contribution(agreement, Given("funding", what="Mine"), by=colleague)


def test_a_document_is_read_by_the_two_sides_alone_though_everybody_sees_the_agreement(
    client, fund, representative, colleague, administrator
):
    agreement = an_agreement(fund, "funding")
    file = actions.keep_agreement_paper(agreement, b"%PDF-1.7\n%%EOF", by=administrator)

    answers = []
    for who in (None, colleague, representative, administrator):
        client.logout()
        if who is not None:
            client.force_login(who)
        answer = client.get(f"/files/{file.uid}")
        answers.append((answer.status_code, answer.getvalue() if answer.streaming else b""))

    paper = b"%PDF-1.7\n%%EOF"
    assert answers == [(404, b""), (404, b""), (200, paper), (200, paper)]
    assert File.objects.get().name == "agreement-1.pdf"


def test_what_is_no_document_is_not_kept(fund, administrator):
    agreement = an_agreement(fund, "funding")

    with pytest.raises(ValueError, match="neither a PDF nor a picture"):
        actions.keep_agreement_paper(agreement, b"<html>", by=administrator)

    assert File.objects.count() == 0


def test_an_agreement_that_ends_soon_is_known_until_something_follows(fund, representative, administrator, editor):
    soon = (TODAY + timedelta(days=60)).isoformat()
    agreement = an_agreement(fund, "funding", until=soon)
    an_agreement(an_organisation("Other Fund"), "funding", until=(TODAY + timedelta(days=300)).isoformat())

    assert [queries.agreements_ending_soon(one) for one in (representative, editor)] == [[agreement], [agreement]]
    later = (TODAY + timedelta(days=61)).isoformat()
    actions.renew_agreement(agreement, Signing("2026-01-10", later), by=administrator)

    assert queries.agreements_ending_soon(representative) == []


def test_refusals_are_of_one_kind():
    assert issubclass(AgreementRefused, ValidationError)
