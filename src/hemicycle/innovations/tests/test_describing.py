"""Describing a case: five steps, saved as typed, resumable, by several people, in any language."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.models import Entry
from hemicycle.innovations import actions, drafts, policy, queries
from hemicycle.innovations.forms import SubmitForm
from hemicycle.innovations.forms.steps import FORMS
from hemicycle.innovations.models import Case, DraftSave, HelpAsked
from hemicycle.innovations.states import ACCEPTANCE, Evidence, State
from hemicycle.innovations.steps import NAMES, STEP
from hemicycle.innovations.tests.factories import a_case, a_topic, complete, hand_in

HOSTILE = "<script>alert(1)</script> pay\u202elap"


@pytest.fixture
def draft(contributor, zambia):
    return actions.draft(zambia, {"title": "Papers on tablets"}, language="en", by=contributor)


def at(case, step, language="en"):
    return f"/{language}/cases/{case.slug}/edit/{step}/"


def send(client, case, step, page="a" * 32, seen=0, **fields):
    return client.post(at(case, step), {"page": page, "seen": seen, "act": "next", **fields})


def values(case, step):
    return drafts.held(Case.objects.get(pk=case.pk), STEP[step]).values


def test_a_case_is_described_in_french_step_by_step_without_script(client, contributor, editor, zambia):
    a_topic("work.sittings")
    a_topic("resource.in-house")
    a_topic("challenge.rules")
    client.force_login(contributor)

    begun = client.post("/fr/cases/new/", {"body": zambia.pk, "language": "fr", "title": "Voter sur tablette"})
    case = Case.objects.get()
    walked = [
        send(client, case, "what", title="Voter sur tablette", lead="Moins de papier.", began="2024-5"),
        send(client, case, "problem", problem="Trop de papier.", done="Des tablettes."),
        send(
            client,
            case,
            "effort",
            stage="in_use",
            stage_as_of="2025",
            resource="resource.in-house",
            team="2_5",
            months_to_first_use="4",
            cost="under_10k",
            running_cost="unknown",
            donor_dependence="no",
            code_open="unknown",
        ),
        send(
            client,
            case,
            "results",
            result="Attendu : moins de papier.",
            conditions="Un réseau.",
            challenges="La règle.",
            challenge="challenge.rules",
            lessons="Former tôt.",
            **{"measures-0-what": "Pages imprimées", "measures-0-value": "1200", "measures-0-unit": "pages"},
        ),
        send(
            client,
            case,
            "sources",
            work="work.sittings",
            **{"sources-0-title": "Rapport", "sources-0-address": "https://example.org/r"},
        ),
    ]
    handed = client.post(
        f"/fr/cases/{case.slug}/hand-in/", dict.fromkeys(("is_new", "has_begun", "has_effect", "is_plain"), "on")
    )

    case.refresh_from_db()
    reading = texts.read_one(case.uid, "fr")
    assert begun["Location"] == f"/fr/cases/{case.slug}/edit/what/"
    assert [answer.status_code for answer in (*walked, handed)] == [302] * 6
    assert (case.state, case.began, case.stage, case.team, case.running_cost) == (
        State.SUBMITTED,
        "2024-05",
        "in_use",
        "2_5",
        "unknown",
    )
    assert (reading.original, reading["measures"]) == ("fr", {"m1": "Pages imprimées"})
    assert [measure.value for measure in case.measures.all()] == [1200]
    assert [source.address for source in case.citations.all()] == ["https://example.org/r"]
    assert set(case.taggings.values_list("topic__code", flat=True)) == {
        "work.sittings",
        "resource.in-house",
        "challenge.rules",
    }


def test_what_lacks_an_answer_is_named_and_nothing_is_handed_in(client, contributor, draft):
    client.force_login(contributor)

    answer = client.post(
        f"/en/cases/{draft.slug}/hand-in/", dict.fromkeys(("is_new", "has_begun", "has_effect", "is_plain"), "on")
    )

    draft.refresh_from_db()
    assert (answer.status_code, draft.state) == (422, State.DRAFT)
    assert f'<a href="{at(draft, "problem")}">The problem</a>' in answer.content.decode()


def test_what_is_typed_is_kept_half_and_wrong_and_not_stored_yet(client, contributor, draft):
    client.force_login(contributor)

    answer = client.post(
        at(draft, "what"), {"page": "a" * 32, "seen": 0, "autosave": "1", "title": "", "began": "soon"}
    )

    assert answer.status_code == 200
    assert answer.json()["told"].startswith("Saved at ")
    assert (values(draft, "what")["title"], values(draft, "what")["began"]) == ("", "soon")
    assert texts.read_one(draft.uid, "en")["title"] == "Papers on tablets"
    assert Entry.objects.filter(subject=draft.uid).count() == 1


def test_what_was_typed_last_is_there_when_one_comes_back(client, contributor, draft):
    client.force_login(contributor)
    client.post(at(draft, "problem"), {"page": "a" * 32, "autosave": "1", "problem": "Half a sent", "done": ""})

    page = client.get(at(draft, "problem")).content.decode()

    assert "Half a sent</textarea>" in page


def test_a_wrong_entry_is_named_and_everything_typed_stays(client, contributor, draft):
    client.force_login(contributor)

    answer = send(client, draft, "what", title="New title", began="2024-13", lead="Kept.")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write a year, a month or a day: 2024, 2024-05 or 2024-05-17." in page
    assert 'value="New title"' in page
    assert "Kept.</textarea>" in page


def test_two_people_typing_at_once_lose_nothing_and_see_both(client, contributor, focal_point, draft):
    client.force_login(contributor)
    send(client, draft, "problem", page="a" * 32, problem="Ours", done="")
    client.force_login(focal_point)

    answer = send(client, draft, "problem", page="b" * 32, problem="Theirs", done="Both did this")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ours" in page
    assert "Theirs</textarea>" in page
    newest = DraftSave.objects.latest("pk")
    again = send(
        client, draft, "problem", page="b" * 32, seen=newest.pk, problem="Ours and theirs", done="Both did this"
    )
    assert again.status_code == 302
    assert values(draft, "problem") == {"problem": "Ours and theirs", "done": "Both did this"}
    assert drafts.held(draft, STEP["problem"]).both == []


def test_two_people_in_different_fields_do_not_disturb_each_other(contributor, focal_point, draft):
    step = STEP["problem"]
    shown = {"problem": "", "done": ""}

    actions.save_step(draft, step, {**shown, "problem": "Paper"}, page="a", seen=0, by=contributor)
    actions.save_step(draft, step, {**shown, "done": "Tablets"}, page="b", seen=0, by=focal_point)
    last = actions.save_step(draft, step, {**shown, "problem": "Paper jams"}, page="a", seen=0, by=contributor)

    assert (last.whole, last.both) == ({"problem": "Paper jams", "done": "Tablets"}, [])


def test_sending_the_same_twice_keeps_it_once(contributor, draft):
    first, second = (
        actions.save_step(draft, STEP["problem"], {"problem": "Paper"}, page="a", seen=0, by=contributor)
        for _number in range(2)
    )

    assert first.pk == second.pk


def test_hostile_words_are_shown_as_words(client, contributor, draft):
    client.force_login(contributor)

    send(client, draft, "what", title=HOSTILE, lead="\x00Null")

    page = client.get(at(draft, "what")).content.decode()
    assert "<script>alert" not in page
    assert texts.read_one(draft.uid, "en")["title"] == "<script>alert(1)</script> paylap"
    assert texts.read_one(draft.uid, "en")["lead"] == "Null"


def test_an_address_that_is_none_is_refused(client, contributor, draft):
    client.force_login(contributor)

    answer = send(client, draft, "sources", **{"sources-0-title": "A", "sources-0-address": "javascript:alert(1)"})

    assert answer.status_code == 422
    assert "Write the whole address, beginning with https://" in answer.content.decode()


def test_a_huge_text_is_refused_and_given_back(client, contributor, draft):
    client.force_login(contributor)

    answer = send(client, draft, "problem", problem="word " * 9_000)
    kept = client.post(at(draft, "problem"), {"autosave": "1", "problem": "x" * 21_000})

    assert (answer.status_code, kept.status_code) == (413, 413)
    assert answer.content.decode().count("word ") >= 9_000
    assert kept.json() == {
        "told": "One text is too long to be saved: the most is 20,000 characters. Shorten it; it stays here."
    }
    assert DraftSave.objects.filter(case=draft).count() == 0


def test_unknown_fields_rows_and_topics_are_passed_over_or_refused(client, contributor, draft):
    client.force_login(contributor)

    odd = send(client, draft, "what", title="T", state="published", author="1")
    wrong = send(client, draft, "sources", work="work.nothing")
    far = send(client, draft, "results", **{"measures-99-what": "x", "measures-TOTAL_FORMS": "100000"})

    draft.refresh_from_db()
    assert (odd.status_code, wrong.status_code, far.status_code) == (302, 422, 302)
    assert (draft.state, draft.measures.count()) == (State.DRAFT, 0)


@pytest.mark.parametrize("who", ["colleague", "outsider", "editor"])
def test_others_do_not_find_the_draft_and_get_their_words_back(client, who, draft, request):
    client.force_login(request.getfixturevalue(who))

    seen = [client.get(at(draft, step)).status_code for step in NAMES]
    answer = send(client, draft, "problem", problem="Typed with much care.")

    assert seen == [404] * 5
    assert answer.status_code == 404
    assert "Typed with much care." in answer.content.decode()
    assert DraftSave.objects.count() == 0


def test_whose_office_has_ended_gets_their_words_back(client, focal_point, draft):
    client.force_login(focal_point)
    focal_point.offices.update(until=timezone.localdate() - timezone.timedelta(days=1))

    answer = send(client, draft, "problem", problem="Typed with much care.")

    assert answer.status_code == 404
    assert "Typed with much care." in answer.content.decode()


def test_who_is_signed_out_while_typing_gets_their_words_back(client, draft):
    answer = send(client, draft, "problem", problem="Typed with much care.")
    kept = client.post(at(draft, "problem"), {"autosave": "1", "problem": "x"})

    assert (answer.status_code, kept.status_code) == (403, 403)
    assert "Typed with much care." in answer.content.decode()
    assert client.get(at(draft, "problem")).status_code == 302


def test_a_colleague_who_is_asked_sees_one_step_and_nothing_else(client, contributor, draft):
    client.force_login(contributor)
    client.post(
        f"/en/cases/{draft.slug}/hand-in/",
        {"act": "ask", "email": "figures@example.org", "name": "F", "language": "fr", "step": "results"},
    )
    asked = HelpAsked.objects.select_related("person").get()
    client.force_login(asked.person)

    seen = {step: client.get(at(draft, step)).status_code for step in NAMES}
    other = [
        client.get(f"/en/cases/{draft.slug}/{below}").status_code for below in ("", "edit/", "hand-in/", "review/")
    ]
    answer = send(client, draft, "results", result="Less paper.")

    asked.refresh_from_db()
    assert seen == {"what": 404, "problem": 404, "effort": 404, "results": 200, "sources": 404}
    assert other == [404] * 4
    assert answer["Location"] == f"{at(draft, 'results')}?saved=1"
    assert asked.done_at is not None
    assert texts.read_one(draft.uid, "en")["result"] == "Less paper."
    entry = Entry.objects.get(verb="case.colleague_asked")
    assert entry.facts == {"person": str(asked.person.uid), "step": "results"}


def test_similar_cases_are_shown_for_a_title_in_any_language(client, contributor, zambia):
    a_case("tablets", words={"en": {"title": "Voting by tablet"}, "fr": {"title": "Le vote sur tablette"}})
    a_case("bread", words={"en": {"title": "Baking bread"}})
    client.force_login(contributor)

    by_script = client.get("/en/cases/new/alike/?title=vote sur tablettes").content.decode()
    without = client.post("/en/cases/new/", {"look": "1", "title": "Vote sur tablettes", "language": "fr", "body": ""})

    for page in (by_script, without.content.decode()):
        assert 'href="/en/cases/tablets/"' in page
        assert 'href="/en/cases/bread/"' not in page
    assert 'value="Vote sur tablettes"' in without.content.decode()
    assert Case.objects.count() == 2


def test_a_step_costs_the_same_however_much_was_typed(client, contributor, draft, django_assert_num_queries):
    client.force_login(contributor)
    for number in range(30):
        actions.save_step(draft, STEP["problem"], {"problem": str(number)}, page="a", seen=0, by=contributor)
    client.get(at(draft, "problem"))

    with django_assert_num_queries(9):
        client.get(at(draft, "problem"))


def test_a_figure_keeps_its_key_when_its_name_is_mended(client, contributor, draft):
    client.force_login(contributor)
    rows = {"measures-0-what": "Pages", "measures-0-value": "5", "measures-1-what": "Members", "measures-1-value": "9"}
    send(client, draft, "results", **rows)

    send(client, draft, "results", **{**rows, "measures-0-what": "Printed pages"})

    assert texts.read_one(draft.uid, "en")["measures"] == {"m1": "Printed pages", "m2": "Members"}
    assert list(draft.measures.values_list("key", "value")) == [("m1", 5), ("m2", 9)]


def test_an_editor_describes_for_a_chamber_by_choosing_it_and_nobody_publishes_it_alone(
    client, editor, administrator, focal_point, zambia, malawi
):
    client.force_login(editor)
    shown = client.get("/en/cases/new/").content.decode()
    unchosen = client.post("/en/cases/new/", {"body": "", "language": "en", "title": "Papers on tablets"})
    client.post("/en/cases/new/", {"body": zambia.pk, "language": "en", "title": "Papers on tablets"})
    case = Case.objects.get()
    walked = client.get(at(case, "what")).status_code

    assert '<option value="" selected>Choose a house</option>' in shown
    assert (unchosen.status_code, walked) == (422, 200)
    assert "Choose the house whose work it is." in unchosen.content.decode()
    assert (case.body, case.evidence) == (zambia, Evidence.COMPILED)
    assert policy.may_edit(focal_point, case)
    hand_in(case, by=editor)
    assert client.get(f"/en/cases/{case.slug}/review/").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.take(case, by=editor)
    actions.take(case, by=administrator)
    actions.publish(case, by=administrator)
    case.refresh_from_db()
    assert (case.state, case.evidence) == (State.PUBLISHED, Evidence.CHECKED)


@pytest.mark.parametrize("who", ["outsider", "analyst"])
def test_who_may_describe_for_no_house_is_told_so(client, who, person, secretariat, request):
    client.force_login(person("analyst", secretariat) if who == "analyst" else request.getfixturevalue(who))

    assert [client.get("/en/cases/new/").status_code, client.post("/en/cases/new/").status_code] == [403, 403]


def test_an_author_whose_office_has_ended_goes_on_with_nothing(client, contributor, focal_point, editor, draft):
    contributor.offices.update(until=timezone.localdate() - timezone.timedelta(days=2))
    client.force_login(contributor)

    seen = [client.get(f"/en/cases/{draft.slug}/{below}").status_code for below in ("", "edit/", "hand-in/")]
    typed = send(client, draft, "problem", problem="Typed with much care.")
    with pytest.raises(PermissionDenied):
        actions.submit(draft, met=ACCEPTANCE, by=Person.objects.get(pk=contributor.pk))

    assert (seen, typed.status_code) == ([404] * 3, 404)
    assert "Typed with much care." in typed.content.decode()
    assert queries.authors_of(Case.objects.get(pk=draft.pk)) == set()
    assert policy.may_edit(focal_point, draft)


@pytest.mark.parametrize(
    ("met", "whole", "sentence"),
    [
        (ACCEPTANCE, False, "14 questions have no answer yet. Where nobody knows, say so."),
        (ACCEPTANCE[:3], True, "Say of all four questions that they are met before you hand it in."),
    ],
)
def test_what_is_not_ready_is_refused_wherever_it_is_handed_in(contributor, draft, met, whole, sentence):
    if whole:
        complete(draft, by=contributor)

    with pytest.raises(actions.NotReady) as refused:
        actions.submit(draft, met=met, by=contributor)

    draft.refresh_from_db()
    assert (refused.value.messages, draft.state) == ([sentence], State.DRAFT)


def test_the_page_asks_the_whole_acceptance_test():
    assert tuple(SubmitForm.base_fields) == ACCEPTANCE


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_a_case_is_begun_and_gone_on_with_in_any_of_the_languages(client, contributor, zambia, language):
    client.force_login(contributor)

    begun = client.post(f"/{language}/cases/new/", {"body": zambia.pk, "language": language, "title": "عنوان Titre"})
    case = Case.objects.get()
    page = client.get(begun["Location"]).content.decode()
    sent = client.post(begun["Location"], {"page": "a" * 32, "act": "next", "title": "عنوان", "lead": "Été"})

    reading = texts.read_one(case.uid, language)
    assert sent["Location"] == at(case, "problem", language)
    assert f'lang="{language}"' in page
    assert (reading.original, reading["title"], reading["lead"]) == (language, "عنوان", "Été")


def test_there_is_guidance_beside_each_field():
    without = [
        f"{step}: {name}"
        for step, form in FORMS.items()
        for name, field in form.base_fields.items()
        if not field.help_text
    ]

    assert without == []
