"""“Already told elsewhere?”: similar cases while the title is typed, by words and by meaning, and only public ones."""

import pytest

from hemicycle.core import deliveries
from hemicycle.innovations import actions
from hemicycle.innovations.alike import alike
from hemicycle.innovations.states import State
from hemicycle.innovations.tests.factories import a_case
from hemicycle.kit import vectors
from hemicycle.search import actions as search

pytestmark = pytest.mark.django_db
meaning = pytest.mark.skipif(not vectors.encoder().model, reason="the sentence encoder is not installed")

VOTE = {
    "en": {"title": "Remote voting for members on leave", "lead": "Members who are ill vote from home by computer."}
}
BREAD = {"en": {"title": "Baking bread", "lead": "The canteen bakes its own bread."}}


@pytest.fixture
def library(zambia):
    cases = {"vote": a_case("vote", body=zambia, words=VOTE), "bread": a_case("bread", body=zambia, words=BREAD)}
    told()
    return cases


def told():
    """What the worker does a moment later."""
    deliveries.deliver_all()
    search.keep_up()


def addresses(title):
    return [link.address for link in alike(title)]


@meaning
@pytest.mark.parametrize(
    "title",
    [
        "Members cast their ballots from home",
        "Les députés malades votent à domicile",
        "Los diputados de baja votan a distancia",
        "Deputados doentes votam de casa pelo computador",
        "التصويت عن بعد للنواب",
    ],
)
def test_a_case_is_found_by_meaning_in_each_language(library, title):
    assert addresses(title) == ["/en/cases/vote/"]


def test_a_case_is_found_by_its_words_before_the_worker_has_come_by(zambia):
    a_case("vote", body=zambia, words=VOTE)

    assert addresses("Remote voting by members") == ["/en/cases/vote/"]


@meaning
@pytest.mark.parametrize("title", ["", "   ", "the of and", "Un moteur diesel d’occasion", "x" * 5_000, "\x00\u202e"])
def test_what_means_nothing_here_is_like_nothing(library, title):
    assert addresses(title) == []


@meaning
@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.RETURNED, State.WITHDRAWN])
def test_what_is_not_public_is_never_shown_to_anybody(client, contributor, focal_point, editor, zambia, state):
    a_case("vote", body=zambia, words=VOTE, state=state, author=contributor)
    told()

    pages = [client.get("/en/cases/new/alike/?title=Remote voting for members").content.decode()]
    for person in (contributor, focal_point, editor):
        client.force_login(person)
        pages.append(client.get("/en/cases/new/alike/?title=Remote voting for members").content.decode())

    assert ["/cases/vote/" in page for page in pages] == [False] * 4


@meaning
def test_what_was_withdrawn_a_moment_ago_is_not_shown_though_search_has_not_heard(library, editor):
    before = addresses("Les députés malades votent à domicile")

    actions.withdraw(library["vote"], by=editor)

    assert (before, addresses("Les députés malades votent à domicile")) == (["/en/cases/vote/"], [])


@meaning
def test_similar_cases_stand_beside_the_title_and_after_it_was_saved(client, contributor, library, zambia):
    client.force_login(contributor)
    draft = actions.draft(zambia, {"title": "A title"}, language="en", by=contributor)
    first = f"/en/cases/{draft.slug}/edit/what/"

    before = client.get(first).content.decode()
    saved = client.post(first, {"page": "a" * 32, "act": "next", "title": "Members cast their ballots from home"})
    after = [client.get(address).content.decode() for address in (saved["Location"], first)]

    assert ('data-hx-get="/en/cases/new/alike/"' in before, 'id="alike"' in before) == (True, True)
    assert "/en/cases/vote/" not in before
    assert saved["Location"] == f"/en/cases/{draft.slug}/edit/problem/"
    assert ['href="/en/cases/vote/"' in page for page in after] == [True, True]


@meaning
def test_looking_while_typing_costs_few_queries_however_many_cases_there_are(
    client, library, zambia, django_assert_num_queries
):
    for number in range(8):
        a_case(body=zambia, words={"en": {"title": f"Remote voting {number}", "lead": "Members vote from home."}})
    told()
    alike("warm")

    with django_assert_num_queries(4):
        found = alike("Members vote from home")

    assert len(found) == 5
