"""Both sides keep agreements on pages: each act in its time, clear refusals, nothing typed is lost, nothing leaks."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.core.models import File
from hemicycle.network import actions, hosting, queries
from hemicycle.network.models import Agreement, Body, Contribution, ProjectParty
from hemicycle.network.tests.factories import a_contribution, a_project, an_agreement
from hemicycle.network.tests.reading import text_of

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SIGNING = {"signed_on": "2026-01", "since": "2026-02-01", "until": "2027-12-31", "signatories": "Two clerks"}
PDF = b"%PDF-1.7\n%%EOF"


def act(agreement, name):
    return reverse("network:agreement_act", args=[agreement.uid, name])


def page(agreement):
    return reverse("network:agreement", args=[agreement.uid])


def acts_on(response):
    return re.findall(r'/agreements/[0-9a-f-]+/([a-z-]+)/"', response.content.decode())


@pytest.fixture
def talks(fund, administrator):
    return actions.open_agreement(fund, "funding", by=administrator, words={"gives": "A grant"})


# Who sees and may do what


def test_each_side_is_offered_what_it_may_do_in_talks(client, talks, representative, administrator, editor):
    offered = []
    for who in (representative, administrator, editor):
        client.force_login(who)
        offered.append(acts_on(client.get(page(talks))))

    assert offered == [
        ["contribution", "document", "change", "decline"],
        ["sign", "contribution", "document", "change", "decline"],
        [],
    ]


def test_each_side_is_offered_what_it_may_do_after_signing(
    client, fund, zambia, lakes, focal_point, representative, administrator
):
    money, hub = an_agreement(fund, "funding"), an_agreement(zambia, "keystone", hub=lakes)

    offered = []
    for who, agreement in ((representative, money), (administrator, money), (focal_point, hub), (administrator, hub)):
        client.force_login(who)
        offered.append(acts_on(client.get(page(agreement))))

    assert offered == [
        ["contribution"],
        ["renew", "end", "contribution", "document", "change"],
        ["contribution"],
        ["renew", "hand-over", "end", "contribution", "document", "change"],
    ]


@pytest.mark.parametrize("name", ["change", "sign", "renew", "hand-over", "end", "decline", "contribution", "document"])
def test_talks_of_others_are_not_found_whatever_is_asked(client, talks, colleague, outsider, name):
    answers = [client.post(act(talks, name), SIGNING).status_code]
    for who in (outsider, colleague):
        client.force_login(who)
        answers += [client.get(act(talks, name)).status_code, client.post(act(talks, name), SIGNING).status_code]

    talks.refresh_from_db()
    assert (answers, talks.state) == ([302, 404, 404, 404, 404], "talks")


@pytest.mark.parametrize("name", ["sign", "renew", "end", "hand-over"])
def test_the_partner_does_not_sign_end_or_hand_over_for_itself(client, talks, fund, representative, name):
    client.force_login(representative)
    signed = an_agreement(fund, "supporting")

    answers = [client.post(act(one, name), SIGNING).status_code for one in (talks, signed)]

    assert answers == [404, 404]
    assert Agreement.objects.filter(state="signed").count() == 1


def test_an_act_that_does_not_exist_is_not_found(client, talks, administrator):
    client.force_login(administrator)

    assert [client.get(act(talks, name)).status_code for name in ("burn", "new")] == [404, 404]


def test_documents_are_listed_for_the_two_sides_alone(client, fund, representative, colleague, administrator):
    agreement = an_agreement(fund, "funding")
    actions.keep_agreement_paper(agreement, PDF, by=administrator)

    seen = []
    for who in (None, colleague, representative, administrator):
        client.logout()
        if who is not None:
            client.force_login(who)
        seen.append("agreement-1.pdf" in client.get(page(agreement)).content.decode())

    assert seen == [False, False, True, True]


# Opening talks


def test_a_partner_opens_talks_for_its_own_body_alone(client, fund, zambia, representative):
    client.force_login(representative)
    address = reverse("network:new_agreement")
    typed = {"level": "supporting", "language": "en", "gives": "Two experts a year"}

    form = client.get(address).content.decode()
    wrong = client.post(address, {**typed, "body": zambia.key})
    right = client.post(address, {**typed, "body": fund.key})

    assert (fund.key in form, zambia.key in form) == (True, False)
    assert (wrong.status_code, "Two experts a year" in wrong.content.decode()) == (422, True)
    agreement = Agreement.objects.get()
    assert (right.url, agreement.body, agreement.state) == (page(agreement), fund, "talks")


def test_the_secretariat_opens_talks_with_anybody_and_others_with_nobody(
    client, zambia, administrator, outsider, editor
):
    address = reverse("network:new_agreement")
    answers = []
    for who in (outsider, editor, administrator):
        client.force_login(who)
        answers.append(client.get(address).status_code)

    client.post(address, {"body": "ZM-LC01", "level": "unknown", "language": "fr", "gives": "Du personnel"})

    assert answers == [404, 404, 200]
    assert texts.read_one(Agreement.objects.get().uid, "fr")["gives"] == "Du personnel"


def test_opening_twice_says_so_and_keeps_what_was_typed(client, fund, representative):
    client.force_login(representative)
    address = reverse("network:new_agreement")
    typed = {"body": fund.key, "level": "funding", "language": "en", "gives": "A grant for three years"}

    client.post(address, typed)
    again = client.post(address, typed)

    assert again.status_code == 422
    assert "Talks with Fund for Parliaments about this are open already. Go on with them." in text_of(again)
    assert "A grant for three years" in again.content.decode()
    assert Agreement.objects.count() == 1


# Changing, signing, declining


def test_words_are_changed_in_the_language_in_which_they_are_written(client, talks, representative):
    client.force_login(representative)
    terms = {"level": "funding", "hub": "", "project": ""}

    form = client.get(f"{act(talks, 'change')}?language=en").content.decode()
    client.post(act(talks, "change"), {**terms, "language": "fr", "gives": "Une subvention", "credit": "Merci"})

    words = texts.all_languages([talks.uid])[talks.uid]
    assert "A grant</textarea>" in form
    assert (words["en"]["gives"], words["fr"]["gives"], words["fr"]["credit"]) == ("A grant", "Une subvention", "Merci")


def test_a_refusal_by_the_rules_comes_back_with_the_form_and_what_was_typed(client, fund, administrator):
    client.force_login(administrator)
    talks = actions.open_agreement(fund, "keystone", by=administrator)

    answer = client.post(act(talks, "sign"), SIGNING)

    assert answer.status_code == 422
    assert "A keystone partner hosts a hub or gives core funding, and this agreement says neither." in text_of(answer)
    html = answer.content.decode()
    assert all(f'value="{typed}"' in html for typed in SIGNING.values())
    talks.refresh_from_db()
    assert talks.state == "talks"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"signed_on": ""}, "This field is required."),
        ({"signed_on": "yesterday"}, "“yesterday” is not a date; write 2026, 2026-01 or 2026-01-05."),
        ({"since": "2026-02"}, "Give the day, such as 2027-01-01."),
        ({"since": "2026-02-31"}, "Give the day, such as 2027-01-01."),
        ({"until": "2025-01-01"}, "The agreement would end before it begins."),
        ({"signed_on": "2999"}, "This day is still to come; nobody has signed on it yet."),
        ({"signatories": "x" * 301}, "Ensure this value has at most 300 characters (it has 301)."),
    ],
)
def test_each_mistake_gets_its_sentence(client, talks, administrator, typed, sentence):
    client.force_login(administrator)

    answer = client.post(act(talks, "sign"), {**SIGNING, **typed})

    assert (answer.status_code, sentence in text_of(answer)) == (422, True)


def test_the_second_of_two_who_sign_hears_that_it_is_done(client, talks, administrator, person):
    other = person("administrator", administrator.offices.get().body)
    client.force_login(other)
    open_form = client.get(act(talks, "sign"))
    actions.sign_agreement(talks, actions.Signing("2026-01", "2026-02-01"), by=administrator)

    late = client.post(act(talks, "sign"), SIGNING)

    assert (open_form.status_code, late.status_code) == (200, 422)
    assert "This agreement is not in talks any more. Open it again to see what changed." in text_of(late)
    talks.refresh_from_db()
    assert talks.until == ""


def test_a_form_that_is_out_of_time_leads_back(client, fund, administrator):
    client.force_login(administrator)
    agreement = an_agreement(fund, "funding")

    answer = client.get(act(agreement, "sign"))

    assert (answer.status_code, answer.url) == (302, page(agreement))


def test_words_that_come_too_late_come_back_with_the_reason(client, talks, representative, administrator):
    client.force_login(representative)
    actions.sign_agreement(talks, actions.Signing("2026-01", "2026-02-01"), by=administrator)
    typed = {"level": "funding", "language": "en", "gives": "A much larger grant"}

    late = client.post(act(talks, "change"), typed)

    assert (late.status_code, "A much larger grant" in late.content.decode()) == (422, True)
    assert "This agreement is not in talks any more. Open it again to see what changed." in text_of(late)


def test_talks_are_ended_by_one_press(client, talks, representative):
    client.force_login(representative)

    answers = [client.post(act(talks, "decline")).status_code for _press in range(2)]

    talks.refresh_from_db()
    assert (answers, talks.state) == ([302, 422], "declined")
    assert client.get(page(talks)).status_code == 200


def test_the_package_of_hubs_declines_and_hands_over_in_its_own_way(
    client, zambia, malawi, focal_point, lakes, administrator, monkeypatch
):
    done = []
    monkeypatch.setattr(
        hosting,
        "_verbs",
        {
            "decline": lambda agreement, *, by: done.append(("decline", agreement.pk)),
            "hand_over": lambda agreement, body, signing, *, by: done.append(("hand over", body.key)),
        },
    )
    client.force_login(administrator)
    talks = actions.open_agreement(zambia, "keystone", hub=lakes, by=administrator)
    signed = an_agreement(malawi, "keystone", hub=lakes)

    client.post(act(talks, "decline"))
    client.post(act(signed, "hand-over"), {**SIGNING, "body": zambia.key})

    assert done == [("decline", talks.pk), ("hand over", zambia.key)]


# Renewing, handing over, ending


def test_a_renewal_by_form_carries_on_what_is_ticked(client, fund, administrator):
    client.force_login(administrator)
    agreement = an_agreement(fund, "funding", until="2026-12-31")
    goes_on, stops = (a_contribution(agreement, gift, what=gift) for gift in ("funding", "events"))

    answer = client.post(act(agreement, "renew"), {**SIGNING, "since": "2027-01-01", "goes_on": [goes_on.uid]})

    renewal = Agreement.objects.get(renews=agreement)
    assert answer.status_code == 302
    assert [gift.what for gift in renewal.contributions.all()] == [goes_on.what]
    text = text_of(client.get(page(renewal)))
    assert "Renews the agreement before it: Fund for Parliaments" in text
    assert stops.what


def test_a_handover_by_form_is_refused_to_a_house_without_anybody(client, zambia, malawi, lakes, administrator):
    client.force_login(administrator)
    agreement = an_agreement(zambia, "keystone", hub=lakes)

    answer = client.post(act(agreement, "hand-over"), {**SIGNING, "body": malawi.key})

    assert answer.status_code == 422
    assert "has nobody here who speaks for it. Invite its focal point first, then hand the hub over." in text_of(answer)
    assert 'value="Two clerks"' in answer.content.decode()


def test_a_handover_by_form_keeps_both(client, zambia, malawi, colleague, lakes, administrator):
    client.force_login(administrator)
    agreement = an_agreement(zambia, "keystone", hub=lakes)

    client.post(act(agreement, "hand-over"), {**SIGNING, "body": malawi.key})

    successor = Agreement.objects.get(takes_over=agreement)
    texts_of_both = [text_of(client.get(page(one))) for one in (agreement, successor)]
    assert "Followed by: MW · National Assembly" in texts_of_both[0] or "Malawi · National Assembly" in texts_of_both[0]
    assert "Took the hub over from: Zambia · National Assembly" in texts_of_both[1]


def test_an_end_by_form(client, fund, administrator):
    client.force_login(administrator)
    agreement = an_agreement(fund, "funding")

    wrong = client.post(act(agreement, "end"), {"until": "2020-01-01"})
    right = client.post(act(agreement, "end"), {"until": "2026-12-31"})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "The agreement would end before it begins." in text_of(wrong)
    assert "1 January 2024 to 31 December 2026" in text_of(client.get(page(agreement)))


def test_what_ended_is_not_ended_again_and_can_be_renewed(client, fund, administrator):
    client.force_login(administrator)
    agreement = an_agreement(fund, "funding", until=(TODAY - timedelta(days=1)).isoformat())

    offered = acts_on(client.get(page(agreement)))

    assert ("end" in offered, "renew" in offered) == (False, True)


# Contributions and documents


def test_a_contribution_by_form(client, fund, representative):
    client.force_login(representative)
    agreement = an_agreement(fund, "funding")
    typed = {"gift": "funding", "what": "Grant", "language": "en", "amount": "1000,5", "currency": "eur"}

    wrong = client.post(act(agreement, "contribution"), typed)
    unpaired = client.post(act(agreement, "contribution"), {**typed, "amount": "1000.5", "currency": ""})
    strange = client.post(act(agreement, "contribution"), {**typed, "amount": "1000.5", "currency": "XYZ"})
    right = client.post(act(agreement, "contribution"), {**typed, "amount": "1000.5"})

    gift = Contribution.objects.get()
    assert [one.status_code for one in (wrong, unpaired, strange, right)] == [422, 422, 422, 302]
    assert "An amount and its currency belong together." in text_of(unpaired)
    assert "“XYZ” is no currency; write it with three letters, such as EUR." in text_of(strange)
    assert (str(gift.amount), gift.currency) == ("1000.50", "EUR")
    assert "1,000.5 EUR" in text_of(client.get(page(agreement)))


def test_a_contribution_is_put_right_and_taken_out(client, fund, representative):
    client.force_login(representative)
    agreement = an_agreement(fund, "funding")
    gift = a_contribution(agreement, "events", what="Seminer")
    address = reverse("network:contribution", args=[agreement.uid, gift.uid])

    client.post(address, {"gift": "events", "what": "Seminar", "language": "en", "led_to": "A guide"})
    text = text_of(client.get(page(agreement)))
    gone = [client.post(address, {"act": "remove"}).status_code for _press in range(2)]

    assert "Seminar Value not known Led to: A guide" in text
    assert (gone, Contribution.objects.count()) == ([302, 404], 0)


def test_the_last_core_funding_is_not_taken_out_and_it_is_said_why(client, fund, administrator):
    client.force_login(administrator)
    agreement = an_agreement(fund, "keystone")
    gift = a_contribution(agreement, "core_funding", what="Grant")
    address = reverse("network:contribution", args=[agreement.uid, gift.uid])

    answer = client.post(address, {"act": "remove"})

    assert answer.status_code == 422
    assert "Record other core funding, or end its keystone agreement first." in text_of(answer)
    assert 'value="Grant"' in answer.content.decode()
    assert Contribution.objects.count() == 1


def test_a_contribution_of_another_agreement_is_not_found(client, fund, zambia, representative):
    client.force_login(representative)
    mine, other = an_agreement(fund, "funding"), an_agreement(zambia, "supporting")
    gift = a_contribution(other, "events")

    answers = [
        client.post(reverse("network:contribution", args=[agreement.uid, gift.uid]), {"act": "remove"}).status_code
        for agreement in (mine, other)
    ]

    assert (answers, Contribution.objects.count()) == ([404, 404], 1)


def test_a_document_by_form(client, talks, representative):
    client.force_login(representative)
    address = act(talks, "document")

    nothing = client.post(address)
    wrong = client.post(address, {"paper": SimpleUploadedFile("a.pdf", b"<html>")})
    right = client.post(address, {"paper": SimpleUploadedFile("../../etc.pdf", PDF)})

    assert [one.status_code for one in (nothing, wrong, right)] == [422, 422, 302]
    assert "This is neither a PDF nor a picture (JPEG or PNG) that can be opened." in text_of(wrong)
    assert [file.name for file in File.objects.all()] == ["agreement-1.pdf"]


# The list of one's own


def test_everybody_finds_the_agreements_of_their_bodies(
    client, talks, fund, zambia, representative, administrator, outsider
):
    an_agreement(zambia, "supporting")
    an_agreement(fund, "supporting", until=(TODAY + timedelta(days=30)).isoformat())
    seen = []
    for who in (outsider, representative, administrator):
        client.force_login(who)
        seen.append(
            re.findall(r'<h2 class="section__title" id="(\w+)"', client.get("/en/agreements/").content.decode())
        )

    assert seen == [[], ["talks", "soon"], ["talks", "soon", "signed"]]


def test_the_list_of_ones_own_takes_as_many_queries_with_one_and_with_three(client, fund, administrator):
    client.force_login(administrator)
    counts = []
    for since in ("2020", "2021", "2022"):
        an_agreement(fund, "supporting", since=since, until=since)
        client.get("/en/agreements/")
        with CaptureQueriesContext(connection) as made:
            client.get("/en/agreements/")
        counts.append(len(made))

    assert len(set(counts)) == 1


def test_the_history_is_read_by_the_two_sides(client, talks, representative, administrator):
    actions.sign_agreement(talks, actions.Signing("2026-01", "2026-02-01"), by=administrator)
    client.force_login(representative)

    text = text_of(client.get(page(talks))).partition("History")[2]
    client.logout()

    assert "Signed by both sides" in text
    assert "Talks opened" in text
    assert "Talks opened" not in text_of(client.get(page(talks)))


# Organisations and projects


def test_an_organisation_is_recorded_once_by_the_secretariat(client, fund, administrator, representative):
    address = reverse("network:new_organisation")
    typed = {"name": "New Institute", "type": "university", "source_title": "Its charter"}
    client.force_login(representative)
    hidden = client.post(address, typed).status_code
    client.force_login(administrator)

    right = client.post(address, typed)
    twice = client.post(address, typed)
    unsourced = client.post(address, {**typed, "name": "Other", "source_title": ""})

    assert (hidden, right.url) == (404, "/en/partners/new-institute/")
    assert [one.status_code for one in (twice, unsourced)] == [422, 422]
    assert "“New Institute” is on the list already." in text_of(twice)
    assert 'value="Its charter"' in twice.content.decode()
    assert Body.objects.filter(kind="organisation").count() == 2


def test_an_organisation_is_changed_by_the_secretariat(client, fund, administrator, representative):
    address = reverse("network:change_organisation", args=[fund.key[4:]])
    typed = {"name": "Fund", "type": "donor", "website": "https://fund.example.org", "source_title": "Its website"}
    client.force_login(representative)
    hidden = client.get(address).status_code
    client.force_login(administrator)

    answer = client.post(address, typed)

    fund.refresh_from_db()
    assert (hidden, answer.status_code) == (404, 302)
    assert (fund.name, fund.current["website"]) == ("Fund", "https://fund.example.org")


def test_a_project_is_opened_and_kept_by_its_lead(client, fund, representative, administrator):
    client.force_login(administrator)
    typed = {"title": "Open bills", "purpose": "To open bills", "language": "en", "since": "2026"}
    opened = client.post(reverse("network:new_project"), typed)
    parts = reverse("network:project_parts", args=["open-bills"])
    client.force_login(representative)
    before = client.get(parts).status_code
    client.force_login(administrator)
    client.post(parts, {"act": "party", "body": fund.key, "part": "lead"})
    client.force_login(representative)

    client.post(parts, {"act": "step", "title": "A guide", "language": "en", "kind": "output", "dated": "2026-03"})
    wrong = client.post(parts, {"act": "step", "title": "A book", "language": "en", "dated": "2026-3"})
    french = {"title": "Projets de loi ouverts", "purpose": "Ouvrir", "language": "fr", "since": "2026"}
    client.post(reverse("network:change_project", args=["open-bills"]), french)

    assert (opened.url, before) == (parts, 404)
    assert (wrong.status_code, 'value="A book"' in wrong.content.decode()) == (422, True)
    text = text_of(client.get("/fr/projects/open-bills/"))
    assert "Projets de loi ouverts" in text
    assert "A guide" in text


def test_who_signed_for_a_project_stays_one_of_its_parties(client, fund, administrator):
    client.force_login(administrator)
    project = a_project()
    party = ProjectParty.objects.create(project=project, body=fund, part="partner")
    an_agreement(fund, "project", project=project)
    parts = reverse("network:project_parts", args=[project.slug])

    answer = client.post(parts, {"act": "remove_party", "number": party.pk})

    assert answer.status_code == 422
    assert "Fund for Parliaments has signed an agreement about this project and stays" in text_of(answer)
    assert project.parties.count() == 1


@pytest.mark.parametrize("number", ["", "x", "-1", "99999999999999999999", "1' OR 1"])
def test_taking_out_what_is_not_there_does_nothing(client, administrator, number):
    client.force_login(administrator)
    project = a_project()
    parts = reverse("network:project_parts", args=[project.slug])

    answers = [
        client.post(parts, {"act": name, "number": number}).status_code for name in ("remove_party", "remove_step")
    ]

    assert answers == [302, 302]


def test_a_project_that_ends_before_it_begins_is_refused(client, administrator):
    client.force_login(administrator)
    typed = {"title": "Open bills", "purpose": "All", "language": "en", "since": "2027", "until": "2026"}

    answer = client.post(reverse("network:new_project"), typed)

    assert (answer.status_code, "The project would end before it begins." in text_of(answer)) == (422, True)


def test_markup_that_is_typed_is_words(client, fund, administrator, representative):
    client.force_login(representative)
    agreement = an_agreement(fund, "funding")
    typed = {
        "gift": "events",
        "what": "<script>alert(1)</script>",
        "language": "ar",
        "led_to_address": "javascript:alert(1)",
    }

    refused = client.post(act(agreement, "contribution"), typed)
    client.post(act(agreement, "contribution"), {**typed, "led_to_address": ""})

    html = client.get(page(agreement)).content.decode()
    assert refused.status_code == 422
    assert "<script>alert" not in html
    assert '<p class="gift__what" lang="ar" dir="rtl">&lt;script&gt;' in html


def test_a_partner_goes_from_first_talk_to_keystone(client, zambia, focal_point, lakes, administrator):
    """The whole way by pages: refused without hub or core funding, then signed with a hub, then a seat by right."""
    client.force_login(focal_point)
    client.post(
        reverse("network:new_agreement"), {"body": zambia.key, "level": "unknown", "language": "en", "gives": "A room"}
    )
    agreement = Agreement.objects.get()
    client.post(act(agreement, "change"), {"level": "keystone", "language": "en", "gives": "A room"})
    client.force_login(administrator)
    refused = client.post(act(agreement, "sign"), SIGNING)
    client.post(act(agreement, "change"), {"level": "keystone", "hub": lakes.key, "language": "en", "gives": "A room"})

    signed = client.post(act(agreement, "sign"), SIGNING)

    assert (refused.status_code, signed.status_code) == (422, 302)
    assert queries.keystone_bodies() == [zambia]
    assert "Partner of the Centre" in text_of(client.get("/en/parliaments/ZM/"))
