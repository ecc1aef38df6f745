"""Reviewing: questions, suggestions side by side, sending back with a reason, publishing, words proposed later."""

import pytest

from hemicycle.core import texts
from hemicycle.core.models import Entry, Listing
from hemicycle.innovations import actions
from hemicycle.innovations.models import DraftSave
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import State
from hemicycle.innovations.steps import STEP
from hemicycle.innovations.tests.factories import a_case, hand_in
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
