"""What innovations keep about a person: it is in their archive, and their name leaves what everybody reads."""

import pytest

from hemicycle.accounts import actions as accounts
from hemicycle.accounts import exporting
from hemicycle.core.models import Revision
from hemicycle.innovations import actions
from hemicycle.innovations.models import HelpAsked
from hemicycle.innovations.tests.factories import a_case, hand_in

pytestmark = pytest.mark.django_db

WORDS = {"title": "Benches that count", "lead": "A lead."}


@pytest.fixture
def translated(zambia, focal_point):
    """A public case with a French version that carries the focal point's name."""
    case = a_case("public-case", body=zambia)
    actions.translate(case, {"title": "Bancs", "lead": "Une phrase."}, language="fr", credit="Ada L.", by=focal_point)
    return case


def test_a_person_may_have_what_they_described_reviewed_and_translated(
    zambia, contributor, editor, focal_point, translated
):
    case = hand_in(actions.draft(zambia, WORDS, language="en", by=contributor), by=contributor)
    actions.take(case, by=editor)
    part = exporting.PARTS["cases"]

    author, reviewer, translator = (part.collect(each) for each in (contributor, editor, focal_point))

    assert [thing["uid"] for thing in author["described"]] == [case.uid]
    assert [thing["uid"] for thing in reviewer["reviewed"]] == [case.uid]
    assert [(text["text__subject"], text["text__language"], text["credit"]) for text in translator["texts"]] == [
        (translated.uid, "fr", "Ada L.")
    ]


def test_the_name_of_a_translator_who_leaves_is_gone_at_the_next_request(client, translated, focal_point):
    before = client.get("/fr/cases/public-case/").content.decode()

    accounts.leave(focal_point)

    after = client.get("/fr/cases/public-case/").content.decode()
    assert ("Ada L." in before, "Ada L." in after, "Une phrase." in after) == (True, False, True)
    assert set(Revision.objects.filter(text__subject=translated.uid).values_list("credit", flat=True)) == {""}


def test_nobody_waits_for_the_help_of_who_left(zambia, contributor, outsider):
    draft = actions.draft(zambia, WORDS, language="en", by=contributor)
    HelpAsked.objects.create(case=draft, person=outsider, step="what", asked_by=contributor)

    accounts.leave(outsider)

    assert not HelpAsked.objects.exists()
