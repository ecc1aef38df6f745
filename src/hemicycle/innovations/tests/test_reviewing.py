"""Reviewing: questions, suggestions side by side, sending back with a reason, publishing, words proposed later."""

import pytest
from django.core.exceptions import PermissionDenied

from hemicycle.core import texts
from hemicycle.core.catalogue import DUTIES
from hemicycle.core.models import Entry, Listing
from hemicycle.innovations import actions
from hemicycle.innovations.models import DraftSave
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import ACCEPTANCE, State
from hemicycle.innovations.steps import STEP
from hemicycle.innovations.tests.factories import a_case, complete, hand_in
from hemicycle.network.states import Role
from hemicycle.threads.queries import thread_of

WORDS = {"title": "Papers on tablets", "lead": "Less paper."}


@pytest.fixture
def handed_in(contributor, zambia):
    return hand_in(actions.draft(zambia, WORDS, language="en", by=contributor), by=contributor)


@pytest.fixture
def taken(handed_in, editor):
    actions.take(handed_in, by=editor)
    handed_in.refresh_from_db()
    return handed_in


def review(case):
    return f"/en/cases/{case.slug}/review/"


def words(case):
    return f"/en/cases/{case.slug}/words/"


def test_an_editor_takes_asks_suggests_sends_back_and_publishes(client, contributor, editor, handed_in):
    client.force_login(editor)
    acts = [
        {"act": "take"},
        {"act": "ask", "reason": "How many tablets?"},
        {"act": "suggest", "seen": 0, **WORDS, "title": "Tablets for papers"},
        {"act": "send_back", "reason": "See my words."},
    ]
    codes = [client.post(review(handed_in), act).status_code for act in acts]

    thread = thread_of("case", handed_in.uid)
    assert codes == [302] * 4
    assert [letter.text for letter in thread.letters.order_by("number")] == ["How many tablets?", "See my words."]
    assert texts.read_one(handed_in.uid, "en")["title"] == "Papers on tablets"

    client.force_login(contributor)
    beside = client.get(words(handed_in)).content.decode()
    assert "Papers on tablets" in beside
    assert '<ins><span class="hidden-text">[added:] </span>Tablets</ins>' in beside
    client.post(words(handed_in), {"act": "take_over"})
    assert texts.read_one(handed_in.uid, "en")["title"] == "Tablets for papers"

    handed_in.refresh_from_db()
    hand_in(handed_in, by=contributor)
    client.force_login(editor)
    client.post(review(handed_in), {"act": "take"})
    client.post(review(handed_in), {"act": "publish"})
    handed_in.refresh_from_db()
    assert (handed_in.state, handed_in.reviewer) == (State.PUBLISHED, editor)


def test_suggestions_can_be_published_by_the_reviewer(client, editor, taken):
    client.force_login(editor)
    client.post(review(taken), {"act": "suggest", "seen": 0, **WORDS, "title": "Tablets"})

    client.post(review(taken), {"act": "publish_with"})

    assert texts.read_one(taken.uid, "en")["title"] == "Tablets"
    assert Listing.objects.get(uid=taken.uid).gone_since is None


def test_what_the_author_takes_over_stands_in_the_steps(client, contributor, editor, taken):
    actions.suggest(taken, {**WORDS, "title": "Tablets"}, seen=0, by=editor)
    actions.send_back(taken, by=editor, reason="See.")
    DraftSave.objects.create(case=taken, step="what", page="a", fields={}, whole={"title": "Papers on tablets"})

    actions.take_over(taken, by=contributor)

    client.force_login(contributor)
    assert 'value="Tablets"' in client.get(f"/en/cases/{taken.slug}/edit/what/").content.decode()
    assert "title" in STEP["what"].texts


def test_the_second_of_two_reviewers_reads_one_sentence(client, editor, administrator, handed_in):
    client.force_login(editor)
    client.post(review(handed_in), {"act": "take"})
    client.force_login(administrator)

    answer = client.post(review(handed_in), {"act": "take"})

    handed_in.refresh_from_db()
    assert (answer.status_code, handed_in.reviewer) == (409, editor)
    assert "This cannot be done now: the record is “In review”." in answer.content.decode()


def test_sending_back_needs_a_reason(client, editor, taken):
    client.force_login(editor)

    answer = client.post(review(taken), {"act": "send_back", "reason": "  "})

    taken.refresh_from_db()
    assert (answer.status_code, taken.state) == (422, State.IN_REVIEW)
    assert "Give a reason; the authors cannot mend what they are not told." in answer.content.decode()


def test_two_editors_suggesting_at_once_see_both(client, editor, administrator, taken):
    actions.suggest(taken, {**WORDS, "title": "First"}, seen=0, by=administrator)
    client.force_login(editor)

    answer = client.post(review(taken), {"act": "suggest", "seen": 0, **WORDS, "title": "Second"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Second"' in page
    assert "First" in page
    assert waiting_original(taken.uid).fields["title"] == "First"


@pytest.mark.parametrize("who", ["contributor", "focal_point", "colleague", "outsider"])
@pytest.mark.parametrize("act", ["take", "publish", "send_back", "suggest", "ask", "nonsense"])
def test_only_editors_of_other_houses_review(client, who, act, taken, request):
    client.force_login(request.getfixturevalue(who))

    codes = (client.get(review(taken)).status_code, client.post(review(taken), {"act": act, "reason": "x"}).status_code)

    taken.refresh_from_db()
    assert (codes, taken.state) == ((404, 404), State.IN_REVIEW)


def test_an_editor_from_the_same_house_does_not_find_the_review(client, person, secretariat, zambia, taken):
    both = person(Role.EDITOR, secretariat)
    both.offices.add(*person(Role.CONTRIBUTOR, zambia).offices.all())
    client.force_login(both)

    assert client.get(review(taken)).status_code == 404


def test_an_act_that_does_not_exist_changes_nothing(client, editor, taken):
    client.force_login(editor)

    client.post(review(taken), {"act": "delete"})

    taken.refresh_from_db()
    assert taken.state == State.IN_REVIEW


def test_words_that_a_chamber_proposes_wait_for_an_editor(client, focal_point, editor, zambia):
    case = a_case(body=zambia, words={"en": {"title": "Old title", "lead": "Lead."}})
    client.force_login(focal_point)
    client.post(words(case), {"act": "propose", "seen": 0, "title": "New title", "lead": "Lead."})
    before = texts.read_one(case.uid, "en")["title"]
    client.force_login(editor)
    seen = waiting_original(case.uid).number

    answer = client.post(words(case), {"act": "accept", "seen": seen, "title": "x"})

    assert (before, answer.status_code) == ("Old title", 302)
    assert texts.read_one(case.uid, "en")["title"] == "New title"
    assert Entry.objects.filter(subject=case.uid, verb="case.amended").count() == 1


def test_a_proposal_that_is_refused_leaves_the_public_words(client, focal_point, editor, zambia):
    case = a_case(body=zambia, words={"en": {"title": "Old title"}})
    actions.propose(case, {"title": "New title"}, seen=0, by=focal_point)

    actions.decide(case, accept=False, seen=waiting_original(case.uid).number, by=editor)

    assert waiting_original(case.uid) is None
    assert texts.read_one(case.uid, "en")["title"] == "Old title"
    with pytest.raises(actions.WordsMoved):
        actions.decide(case, accept=True, seen=2, by=editor)


def test_what_an_editor_writes_is_public_at_once_and_leaves_translations_behind(client, editor, zambia):
    case = a_case(body=zambia, words={"en": {"title": "Old title"}, "fr": {"title": "Ancien titre"}})
    client.force_login(editor)

    client.post(words(case), {"act": "propose", "seen": 0, "title": "New title"})

    assert texts.read_one(case.uid, "en")["title"] == "New title"
    assert texts.read_one(case.uid, "fr").behind


def waiting_title(case):
    waiting = waiting_original(case.uid)
    return waiting.fields["title"] if waiting else None


def test_a_suggestion_changes_nothing_by_itself_and_is_told_once(contributor, editor, taken):
    figures = {"measures": {"m1": "Pages"}}
    texts.write(
        texts.Draft(taken.uid, "en", {**texts.read_one(taken.uid, "en").fields, **figures}, original=True),
        by=contributor.uid,
        publish=True,
    )
    said = {**texts.read_one(taken.uid, "en").fields, "title": "Tablets"}
    said.pop("measures")

    actions.suggest(taken, said, seen=0, by=editor)
    seen = waiting_original(taken.uid).number
    actions.suggest(taken, said, seen=seen, by=editor)

    assert texts.read_one(taken.uid, "en")["title"] == "Papers on tablets"
    assert (waiting_title(taken), waiting_original(taken.uid).fields["measures"]) == ("Tablets", figures["measures"])
    assert Entry.objects.filter(subject=taken.uid, verb="case.suggested").count() == 1


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.RETURNED, State.PUBLISHED, State.WITHDRAWN])
def test_editors_suggest_only_while_they_review(editor, zambia, state):
    case = a_case(body=zambia, state=state)

    with pytest.raises(PermissionDenied):
        actions.suggest(case, WORDS, seen=0, by=editor)


@pytest.mark.parametrize("who", ["contributor", "focal_point", "colleague", "outsider"])
def test_nobody_else_suggests(taken, who, request):
    with pytest.raises(PermissionDenied):
        actions.suggest(taken, WORDS, seen=0, by=request.getfixturevalue(who))


def test_what_an_editor_suggests_survives_what_the_author_changes_meanwhile(client, contributor, editor, taken):
    said = {**texts.read_one(taken.uid, "en").fields, "title": "Tablets", "problem": "Paper, paper."}
    actions.suggest(taken, said, seen=0, by=editor)
    actions.send_back(taken, by=editor, reason="See my words.")
    client.force_login(contributor)

    client.post(
        f"/en/cases/{taken.slug}/edit/problem/",
        {"page": "a" * 32, "act": "next", "problem": "Too much paper.", "done": "Tablets were bought."},
    )

    waiting = waiting_original(taken.uid)
    beside = client.get(words(taken)).content.decode()
    now = texts.read_one(taken.uid, "en")
    assert (now["title"], now["problem"], now["done"]) == (
        "Papers on tablets",
        "Too much paper.",
        "Tablets were bought.",
    )
    assert {name: waiting.fields[name] for name in ("title", "problem", "done")} == {
        "title": "Tablets",
        "problem": "Paper, paper.",
        "done": "Tablets were bought.",
    }
    assert "Too much paper." in beside
    actions.take_over(taken, by=contributor)
    assert texts.read_one(taken.uid, "en")["title"] == "Tablets"


def test_what_is_published_as_handed_in_leaves_no_suggestion_to_decide_on(editor, administrator, taken):
    actions.suggest(taken, {**texts.read_one(taken.uid, "en").fields, "title": "Tablets"}, seen=0, by=editor)

    actions.publish(taken, by=editor)

    assert (waiting_title(taken), texts.read_one(taken.uid, "en")["title"]) == (None, "Papers on tablets")
    assert list(DUTIES["innovations.proposals"].awaiting(administrator)) == []


def test_a_refused_proposal_leaves_no_translation_behind(focal_point, editor, zambia):
    case = a_case(body=zambia, words={"en": {"title": "Old title"}, "fr": {"title": "Ancien titre"}})
    actions.propose(case, {"title": "New title"}, seen=0, by=focal_point)
    waits = len(list(DUTIES["innovations.proposals"].awaiting(editor)))

    actions.decide(case, accept=False, seen=waiting_original(case.uid).number, by=editor)

    assert (waits, list(DUTIES["innovations.proposals"].awaiting(editor))) == (1, [])
    assert not texts.read_one(case.uid, "fr").behind


def test_of_two_who_decide_at_once_the_second_reads_one_sentence(client, focal_point, editor, administrator, zambia):
    case = a_case(body=zambia, words={"en": {"title": "Old title"}})
    actions.propose(case, {"title": "New title"}, seen=0, by=focal_point)
    seen = waiting_original(case.uid).number
    actions.decide(case, accept=True, seen=seen, by=administrator)
    client.force_login(editor)

    answer = client.post(words(case), {"act": "refuse", "seen": seen, "title": "x"})

    assert answer.status_code == 409
    assert "Somebody has decided on this already, or proposed other words. Open it again." in answer.content.decode()
    assert texts.read_one(case.uid, "en")["title"] == "New title"


def test_handing_in_twice_hands_in_once(client, contributor, zambia):
    case = complete(actions.draft(zambia, WORDS, language="en", by=contributor), by=contributor)
    client.force_login(contributor)

    codes = [client.post(f"/en/cases/{case.slug}/hand-in/", dict.fromkeys(ACCEPTANCE, "on")) for _twice in range(2)]

    assert [answer.status_code for answer in codes] == [302, 404]
    assert Entry.objects.filter(subject=case.uid, verb="case.submitted").count() == 1
