"""The pages from which a hub is run: what they show, take and give back, and to whom they are there."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub, HubPaper, Output, Update, YearReport
from hemicycle.hubs.states import MemberState
from hemicycle.network import actions as network
from hemicycle.network.models import Office
from hemicycle.network.states import Role

RUN = "/en/hubs/lakes-hub/run/"
PAGES = (
    "",
    "settings/",
    "words/",
    "people/",
    "members/",
    "plan/2026/",
    "outputs/new/",
    "updates/new/",
    "papers/",
    "reports/2026/",
)


def body(page):
    return page.content.decode()


@pytest.fixture
def runs(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def full(lakes, membership, coordinator, colleague, document):
    """A hub with something of everything; makes as many as it is told."""

    def fill(things):
        planned = [actions.Planned(title=f"Seminar {n}") for n in range(things)]
        actions.adopt_plan(lakes, 2026, planned, language="en", by=coordinator)
        for n in range(things):
            made = actions.Made(sort="survey", dated="2026-05", words={"title": f"Survey {n}"}, language="en")
            actions.draft_output(lakes, made, by=coordinator)
            actions.publish_output(lakes, made, by=coordinator)
            actions.draft_update(lakes, {"title": f"News {n}"}, language="en", by=coordinator)
            actions.keep_paper(lakes, document, title=f"Paper {n}", language="en", public=True, by=coordinator)
        return lakes

    return fill


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_running_is_there_for_those_who_run_the_hub_and_for_nobody_else(client, membership, page, viewers):
    answers = []
    for person in viewers:
        client.logout()
        if person is not None:
            client.force_login(person)
        answers.append(client.get(f"{RUN}{page}").status_code)

    # Nobody, an outsider, two of a member, the coordinator, the host, an editor, an administrator.
    assert answers == [302, 404, 404, 404, 200, 200, 404, 404]


@pytest.mark.parametrize("things", [1, 3])
def test_the_page_of_running_costs_the_same_however_much_there_is(runs, full, things, django_assert_num_queries):
    full(things)
    runs.get(RUN)

    with django_assert_num_queries(19):
        page = runs.get(RUN)

    text = body(page)
    assert [f"{what} {things - 1}" in text for what in ("Seminar", "Survey", "News")] == [True, True, True]


def test_an_activity_moves_in_one_press(runs, full):
    hub = full(1)
    activity = hub.plans.first().activities.get()

    answer = runs.post(RUN, {"act": "move", "uid": activity.uid, "state": "done"})

    activity.refresh_from_db()
    assert (answer.status_code, answer.url, activity.state) == (302, f"{RUN}#plan", "done")


@pytest.mark.parametrize("sent", [{}, {"act": "move"}, {"act": "move", "uid": "x", "state": "done"}, {"act": "x"}])
def test_made_up_presses_find_nothing(runs, full, sent):
    full(1)

    assert runs.post(RUN, sent).status_code == 404


def test_the_coordinator_accepts_refuses_and_invites(runs, lakes, malawi, colleague):
    asked = actions.ask_to_join(lakes, malawi, note="We vote by tablet.", by=colleague)
    page = body(runs.get(f"{RUN}members/"))
    empty = runs.post(f"{RUN}members/", {"act": "refuse", "uid": asked.uid, "reason": " "})
    refused = runs.post(f"{RUN}members/", {"act": "refuse", "uid": asked.uid, "reason": "Only the lakes."})
    late = runs.post(f"{RUN}members/", {"act": "refuse", "uid": asked.uid, "reason": "Only the lakes, really."})

    asked.refresh_from_db()
    assert ("We vote by tablet." in page, empty.status_code, refused.status_code) == (True, 422, 302)
    assert "Say why, in a sentence that the body that asked can act on." in body(empty)
    assert (asked.state, asked.reason, late.status_code) == (MemberState.REFUSED, "Only the lakes.", 422)
    assert "This was decided already: “Refused”" in body(late)

    runs.post(f"{RUN}members/", {"act": "invite", "body": malawi.key, "note": ""})
    assert lakes.memberships.get(state=MemberState.INVITED).body == malawi


def test_offices_of_the_hub_are_given_by_mail_address_and_ended(runs, lakes):
    given = runs.post(
        f"{RUN}people/",
        {"act": "give", "email": "new@example.org", "name": "New", "role": "steering_member", "language": "fr"},
    )
    office = Office.objects.get(person__email="new@example.org")
    ended = runs.post(f"{RUN}people/", {"act": "end", "uid": office.uid})
    again = runs.post(f"{RUN}people/", {"act": "end", "uid": office.uid})

    office.refresh_from_db()
    assert (given.status_code, office.role, office.body) == (302, Role.STEERING_MEMBER, lakes.body)
    assert (ended.status_code, office.revoked_at is not None, again.status_code) == (302, True, 422)
    assert "This office has ended already." in body(again)


def test_whoever_lays_down_their_own_office_is_led_to_the_page_of_the_hub(runs, lakes, coordinator):
    office = coordinator.offices.get()

    answer = runs.post(f"{RUN}people/", {"act": "end", "uid": office.uid})

    assert (answer.status_code, answer.url) == (302, "/en/hubs/lakes-hub/")


def test_the_hub_says_what_it_is_for_in_languages_and_looks_as_it_wishes(runs, lakes):
    french = {"purpose": "Se réunir\u00a0et apprendre.", "focus": "•\tdes tablettes", "seen": 0}
    told = runs.post(f"{RUN}words/?language=fr", french)
    pale = runs.post(f"{RUN}settings/", {"joining": "open", "accent": "#ffee88"})
    dark = runs.post(f"{RUN}settings/", {"joining": "open", "languages": ["en", "fr"], "accent": "#8A1C5B"})

    lakes.refresh_from_db()
    assert texts.read_one(lakes.uid, "fr").fields == {"purpose": "Se réunir et apprendre.", "focus": "- des tablettes"}
    assert (told.status_code, pale.status_code, dark.status_code) == (302, 422, 302)
    assert "Words in this colour are hard to read: the contrast is 1.1, and 4.5 are needed." in body(pale)
    assert (lakes.accent, lakes.languages, lakes.joining) == ("#8a1c5b", ["en", "fr"], "open")


def test_of_two_who_write_the_words_of_a_hub_the_second_compares(runs, lakes, focal_point):
    actions.describe_hub(lakes, {"purpose": "Theirs."}, language="en", by=focal_point, seen=1)

    answer = runs.post(f"{RUN}words/?language=en", {"purpose": "Mine.", "focus": "", "seen": 1})

    page = body(answer)
    assert (answer.status_code, "Theirs." in page, "Mine." in page) == (409, True, True)
    assert '<input type="hidden" name="seen" value="2"' in page

    assert runs.post(f"{RUN}words/?language=en", {"purpose": "Ours.", "focus": "", "seen": 2}).status_code == 302


def planned(*titles, after=0, **more):
    rows = {f"a{n}-title": title for n, title in enumerate(titles)}
    return {"language": "en", "note": "", "after": after, "rows": len(titles), **rows, **more}


def test_a_plan_is_adopted_and_revised_from_a_form(runs, lakes, zambia):
    first = planned("Seminar", "", **{"a0-since": "2026-3", "a0-bodies": str(zambia.uid)})
    adopted = runs.post(f"{RUN}plan/2026/", first)
    seminar = lakes.plans.get().activities.get()
    revised = planned("Seminar", "Survey", after=1, **{"a0-uid": seminar.uid, "a0-since": "2026-09"})
    runs.post(f"{RUN}plan/2026/", revised)

    page = body(runs.get("/en/hubs/lakes-hub/plan/2026/"))
    old = body(runs.get("/en/hubs/lakes-hub/plan/2026/?number=1"))
    assert (adopted.status_code, seminar.since, seminar.bodies.get()) == (302, "2026-03", zambia)
    assert "moved: from September 2026 instead of from March 2026" in page
    assert "others take it on" in page
    assert "<dt>Survey</dt><dd>added to the plan</dd>" in page
    assert "This plan has been revised since; the newest one holds." in old


def test_more_rows_keep_what_was_typed_and_judge_nothing(runs, lakes):
    typed = planned("Seminar", "", **{"a0-since": "soon", "act": "more"})

    page = body(runs.post(f"{RUN}plan/2026/", typed))

    assert ('value="Seminar"' in page, 'value="soon"' in page, 'name="rows" value="4"' in page) == (True, True, True)
    assert "is not a date" not in page


def test_what_is_wrong_with_a_plan_is_said_beside_it_and_nothing_typed_is_lost(runs, lakes):
    typed = planned("Seminar", "", **{"a0-since": "2026-13", "a1-text": "A word on it."})

    answer = runs.post(f"{RUN}plan/2026/", typed)

    page = body(answer)
    assert (answer.status_code, lakes.plans.count()) == (422, 0)
    assert "“2026-13” is not a date; write 2026, 2026-03 or 2026-03-15." in page
    assert "Give the activity a title." in page
    assert "A word on it." in page


def test_of_two_who_revise_a_plan_at_once_the_second_sees_the_first_and_loses_nothing(runs, full, focal_point):
    hub = full(1)
    actions.adopt_plan(hub, 2026, [actions.Planned("Theirs")], language="en", by=focal_point, after=1)

    answer = runs.post(f"{RUN}plan/2026/", planned("Mine", after=1))

    page = body(answer)
    assert (answer.status_code, 'value="Mine"' in page, "Theirs" in page) == (409, True, True)
    assert 'name="after" value="2"' in page
    assert runs.post(f"{RUN}plan/2026/", planned("Mine", after=2)).status_code == 302


def test_people_in_a_plan_are_seen_by_members_alone(client, runs, lakes, membership, coordinator, colleague):
    runs.post(f"{RUN}plan/2026/", planned("Seminar", **{"a0-people": str(colleague.uid)}))
    inside = body(runs.get("/en/hubs/lakes-hub/plan/2026/"))
    client.logout()

    outside = body(client.get("/en/hubs/lakes-hub/plan/2026/"))

    assert (colleague.name in inside, colleague.name in outside) == (True, False)


def upload(content, name="picture.jpg"):
    return SimpleUploadedFile(name, content)


def test_an_update_goes_from_draft_to_two_languages_to_withdrawn(client, runs, lakes, photograph):
    words = {"language": "en", "title": "We met", "text": "In\u00a0Lusaka:\n•\ttwo days", "alt": "Two clerks"}
    begun = runs.post(f"{RUN}updates/new/", {**words, "picture": upload(photograph)})
    update = Update.objects.get()
    place = f"{RUN}updates/{update.uid}/"
    french = {"language": "fr", "title": "Réunis", "text": "À Lusaka.", "alt": "Deux greffiers", "seen": 0}
    told = runs.post(f"{place}?language=fr", french)
    published = runs.post(place, {"act": "publish"})
    client.logout()
    english = client.get(f"/en/hubs/lakes-hub/updates/{update.uid}/")
    page = body(english)

    assert (begun.url, told.status_code, published.status_code) == (place, 302, 302)
    assert "<p>In Lusaka:</p>" in page or "In Lusaka:<br>- two days" in page
    assert f'<img src="/files/{update.picture.uid}" width="40" height="30" alt="Two clerks"' in page
    assert f'<a href="/fr/hubs/lakes-hub/updates/{update.uid}/" hreflang="fr" lang="fr" dir="ltr">Français</a>' in page
    picture = client.get(f"/files/{update.picture.uid}")
    assert (picture.getvalue()[8:12], picture.headers["Content-Type"]) == (b"WEBP", "image/webp")

    actions.withdraw_update(update, by=lakes_coordinator(lakes))
    gone = client.get(f"/en/hubs/lakes-hub/updates/{update.uid}/")
    assert (gone.status_code, client.get(f"/files/{update.picture.uid}").status_code) == (410, 404)


def lakes_coordinator(lakes):
    return Office.objects.get(body=lakes.body, role=Role.COORDINATOR).person


def test_a_picture_without_words_is_not_published_and_the_draft_stays(runs, lakes, photograph):
    runs.post(
        f"{RUN}updates/new/", {"language": "en", "title": "We met", "text": "Here.", "picture": upload(photograph)}
    )
    update = Update.objects.get()

    answer = runs.post(f"{RUN}updates/{update.uid}/", {"act": "publish"})

    assert answer.status_code == 422
    assert "Say in words what the picture shows, for those who cannot see it (language: English)." in body(answer)


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"\x00" * 64, b"%PDF-1.4 no end"])
def test_a_file_that_is_no_picture_is_refused_and_the_words_come_back(runs, lakes, content):
    sent = {"language": "en", "title": "We met", "text": "A long story.", "picture": upload(content)}

    answer = runs.post(f"{RUN}updates/new/", sent)

    assert (answer.status_code, "A long story." in body(answer), Update.objects.count()) == (422, True, 0)
    assert "This is not a picture (JPEG, PNG or WebP) that can be opened." in body(answer)


def test_of_two_who_change_an_update_the_second_compares(runs, lakes, coordinator, focal_point):
    update = actions.draft_update(lakes, {"title": "First", "text": "One."}, language="en", by=coordinator)
    actions.change_update(update, {"title": "Theirs", "text": "One."}, language="en", by=focal_point, seen=1)

    answer = runs.post(f"{RUN}updates/{update.uid}/", {"language": "en", "title": "Mine", "text": "Two.", "seen": 1})

    page = body(answer)
    assert (answer.status_code, "Theirs" in page, 'value="Mine"' in page) == (409, True, True)
    assert 'name="seen" value="2"' in page


def test_an_output_is_described_published_and_read_with_its_file(client, runs, lakes, document):
    sent = {
        "language": "en",
        "title": "Survey of tablets",
        "sort": "survey",
        "dated": "2026-5",
        "address": "https://example.org/survey",
        "file": upload(document, "survey.pdf"),
    }
    runs.post(f"{RUN}outputs/new/", sent)
    output = Output.objects.get()
    runs.post(f"{RUN}outputs/{output.uid}/", {"act": "publish"})
    client.logout()

    page = body(client.get(f"/en/hubs/lakes-hub/outputs/{output.uid}/"))
    assert ("Survey of tablets" in page, "May 2026" in page, "https://example.org/survey" in page) == (True, True, True)
    assert f'href="/files/{output.file.uid}"' in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "example.org", "https://ex ample.org/", "ftp://example.org/a"]
)
def test_an_address_that_no_browser_should_follow_is_refused(runs, lakes, address):
    sent = {"language": "en", "title": "Survey", "sort": "survey", "address": address}

    answer = runs.post(f"{RUN}outputs/new/", sent)

    assert (answer.status_code, Output.objects.count()) == (422, 0)


def test_papers_are_kept_for_members_or_everybody_and_removed(client, runs, lakes, membership, colleague, document):
    for title, public in (("Budget", "members"), ("Statutes", "everybody")):
        sent = {"act": "keep", "title": title, "language": "en", "public": public, "file": upload(document, "x.pdf")}
        assert runs.post(f"{RUN}papers/", sent).status_code == 302
    seen = {}
    for name, person in (("nobody", None), ("member", colleague)):
        client.logout()
        if person is not None:
            client.force_login(person)
        page = body(client.get("/en/hubs/lakes-hub/papers/"))
        seen[name] = ["Budget" in page, "Statutes" in page]

    assert seen == {"nobody": [False, True], "member": [True, True]}
    client.force_login(lakes_coordinator(lakes))
    paper = HubPaper.objects.get(title="Budget")
    client.post(f"{RUN}papers/", {"act": "remove", "uid": paper.uid})
    assert client.post(f"{RUN}papers/", {"act": "remove", "uid": paper.uid}).status_code == 302
    assert HubPaper.objects.count() == 1


def test_a_report_is_introduced_published_and_frozen(client, runs, full, coordinator):
    hub = full(2)
    year = timezone.localdate().year
    place = f"{RUN}reports/{year}/"
    runs.post(f"{place}?language=en", {"introduction": "A good year.", "seen": 0})
    runs.post(place, {"act": "publish"})
    actions.adopt_plan(hub, year, [actions.Planned("Later")], language="en", by=coordinator, after=1)
    client.logout()

    page = body(client.get(f"/en/hubs/lakes-hub/reports/{year}/"))
    table = client.get(f"/en/hubs/lakes-hub/reports/{year}.csv").content.decode()
    report = YearReport.objects.get()
    assert ("A good year." in page, "Seminar 1" in page, "Later" in page) == (True, True, False)
    assert "figure,Outputs,2,,," in table.replace("\r", "")
    assert report.told["figures"]["planned"] == 2


def test_a_report_that_is_not_published_and_one_of_a_year_to_come_are_not_there(client, runs, lakes):
    year = timezone.localdate().year
    runs.post(f"{RUN}reports/{year}/?language=en", {"introduction": "Soon.", "seen": 0})
    to_come = runs.get(f"{RUN}reports/{year + 1}/").status_code
    client.logout()

    assert to_come == 404
    assert client.get(f"/en/hubs/lakes-hub/reports/{year}/").status_code == 404
    assert client.get(f"/en/hubs/lakes-hub/reports/{year}.csv").status_code == 404


LONG = "A story that nobody wants to write twice."
FORMS = {
    "words/?language=en": {"purpose": LONG},
    "members/": {"act": "invite", "note": LONG},
    "plan/2026/": planned("Seminar", **{"a0-text": LONG}),
    "outputs/new/": {"title": "Survey", "text": LONG},
    "updates/new/": {"title": "News", "text": LONG},
    "reports/2026/": {"introduction": LONG},
}


@pytest.mark.parametrize("page", FORMS)
def test_a_coordinator_whose_office_ends_while_writing_gets_the_words_back(
    runs, lakes, coordinator, administrator, page
):
    runs.get(f"{RUN}{page}")
    network.revoke_office(coordinator.offices.get(), by=administrator)

    answer = runs.post(f"{RUN}{page}", FORMS[page])

    assert (answer.status_code, LONG in body(answer)) == (404, True)


@pytest.mark.parametrize("page", FORMS)
def test_whoever_was_signed_out_while_writing_gets_the_words_back(client, lakes, page):
    answer = client.post(f"{RUN}{page}", FORMS[page])

    assert (answer.status_code, LONG in body(answer)) == (403, True)


def test_an_office_that_ends_by_its_date_ends_the_running(client, lakes, coordinator):
    Office.objects.filter(person=coordinator).update(until=timezone.localdate() - timedelta(days=1))
    client.force_login(coordinator)

    assert client.get(RUN).status_code == 404


def test_pages_of_a_hub_follow_what_is_done_in_it_at_once(client, full, coordinator):
    hub = full(1)
    before = body(client.get("/en/hubs/lakes-hub/plan/2026/"))
    actions.move_activity(hub.plans.first().activities.get(), "done", by=coordinator)

    after = body(client.get("/en/hubs/lakes-hub/plan/2026/"))

    assert ("Planned" in before, "Done" in after, caches["pages"] is not None) == (True, True, True)


def test_nobody_runs_a_hub_that_is_closed(runs, lakes, administrator):
    actions.close_hub(lakes, by=administrator)

    assert (runs.get(RUN).status_code, Hub.objects.get().state) == (404, "closed")
