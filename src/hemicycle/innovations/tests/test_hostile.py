"""What no form should be sent, in every field: script, turned writing, endless text; nothing breaks or is lost."""

import pytest

from hemicycle.core import texts
from hemicycle.core.models import Revision
from hemicycle.innovations import actions, drafts
from hemicycle.innovations.drafts import ROW_FIELDS
from hemicycle.innovations.forms.steps import FORMS
from hemicycle.innovations.models import Adoption, Case, DraftSave
from hemicycle.innovations.steps import NAMES, STEP
from hemicycle.innovations.tests.factories import a_case, hand_in

SCRIPT = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
TURNED = "pay\u202elap\u2066\u0000\u0007\ufeff"
TRICKS = [SCRIPT, TURNED, "{{ 7 * 7 }}{% now %}", "%(title)s %s", "\u0301" * 500, "\U0001f600" * 30]
ENDLESS = "endless words " * 75_000  # More than a megabyte.
PAIRS = [(step, name) for step in NAMES for name in FORMS[step].base_fields]
ROWS = [(step, f"{rows}-0-{name}") for step in NAMES for rows in STEP[step].rows for name in ROW_FIELDS[rows]]


@pytest.fixture
def draft(contributor, zambia):
    return actions.draft(zambia, {"title": "Papers on tablets"}, language="en", by=contributor)


def at(case, step):
    return f"/en/cases/{case.slug}/edit/{step}/"


@pytest.mark.parametrize(("step", "name"), [*PAIRS, *ROWS])
def test_no_field_of_a_description_takes_tricks_or_loses_words(client, contributor, draft, step, name):
    client.force_login(contributor)

    for trick in TRICKS:
        answer = client.post(at(draft, step), {"page": "a" * 32, "title": "T", "act": "stay", name: trick})
        page = client.get(at(draft, step)).content.decode()
        assert answer.status_code in {302, 422}, trick
        for shown in (answer.content.decode(), page):
            assert "<script>alert" not in shown
            assert "<img src=x" not in shown
            assert "\u202e" not in shown
            assert "\u2066" not in shown

    if name in STEP[step].branches:
        return  # Terms are ticked; whatever else is sent in their place is cut and refused.
    kept = DraftSave.objects.count()
    answer = client.post(at(draft, step), {"page": "a" * 32, "title": "T", "act": "stay", name: ENDLESS})
    assert (answer.status_code, DraftSave.objects.count()) == (413, kept)
    assert answer.content.decode().count("endless words") >= 75_000


@pytest.fixture
def world(draft, contributor, editor, zambia, malawi):
    """Where words are sent, beside the five steps: who sends them, to which address, in which field."""
    taken = hand_in(actions.draft(zambia, {"title": "In review"}, language="en", by=contributor), by=contributor)
    actions.take(taken, by=editor)
    public = a_case("public", body=zambia)
    ask = {"act": "ask", "email": "a@example.org", "language": "en", "step": "what"}
    return {
        "begin": ("contributor", "/en/cases/new/", {"body": zambia.pk, "language": "en"}, "title"),
        "look": ("contributor", "/en/cases/new/", {"look": "1"}, "title"),
        "ask": ("contributor", f"/en/cases/{draft.slug}/hand-in/", ask, "name"),
        "reason": ("editor", f"/en/cases/{taken.slug}/review/", {"act": "send_back"}, "reason"),
        "suggest": ("editor", f"/en/cases/{taken.slug}/review/", {"act": "suggest", "title": "T"}, "done"),
        "propose": ("focal_point", f"/en/cases/{public.slug}/words/", {"act": "propose", "title": "T"}, "lead"),
        "translate": ("contributor", f"/en/cases/{public.slug}/translate/fr/", {"act": "keep"}, "title"),
        "credit": ("contributor", f"/en/cases/{public.slug}/translate/fr/", {"act": "keep", "title": "T"}, "credit"),
        "adopt": ("colleague", f"/en/cases/{public.slug}/adopt/", {"body": malawi.pk, "relation": "adapted"}, "took"),
    }


@pytest.mark.parametrize("name", ["begin", "ask", "reason", "suggest", "propose", "translate", "credit", "adopt"])
def test_endless_words_are_refused_in_every_other_form_and_given_back(client, world, name, request):
    who, address, said, field = world[name]
    client.force_login(request.getfixturevalue(who))
    before = (Case.objects.count(), Revision.objects.count(), Adoption.objects.count())

    answer = client.post(address, {**said, field: ENDLESS})

    assert answer.status_code in {413, 422}
    assert answer.content.decode().count("endless words") >= 75_000
    assert (Case.objects.count(), Revision.objects.count(), Adoption.objects.count()) == before


@pytest.mark.parametrize(
    "name", ["begin", "look", "ask", "reason", "suggest", "propose", "translate", "credit", "adopt"]
)
@pytest.mark.parametrize("trick", TRICKS[:2], ids=["script", "turned"])
def test_tricks_are_words_in_every_other_form(client, world, name, trick, request):
    who, address, said, field = world[name]
    client.force_login(request.getfixturevalue(who))

    answer = client.post(address, {**said, field: trick}, follow=True)

    page = answer.content.decode()
    assert answer.status_code < 500
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert all("\u202e" not in str(fields) for fields in Revision.objects.values_list("fields", flat=True))


def test_what_is_stored_holds_no_turned_writing(client, contributor, draft):
    client.force_login(contributor)

    client.post(at(draft, "what"), {"page": "a" * 32, "act": "next", "title": f"Title {TURNED}", "lead": TURNED})

    assert texts.read_one(draft.uid, "en")["title"] == "Title paylap"
    assert drafts.held(draft, STEP["what"]).values["lead"] == "paylap"
