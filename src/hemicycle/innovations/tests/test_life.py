"""The life of a case: every step from every state, by everybody."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core import texts
from hemicycle.core.models import Entry
from hemicycle.innovations import actions
from hemicycle.innovations.actions import StepRefused
from hemicycle.innovations.states import ACCEPTANCE, STEPS, Evidence, Stage, State
from hemicycle.innovations.tests.factories import a_case, a_use_case, complete, hand_in
from hemicycle.network.states import Role

VERBS = {
    "submit": partial(actions.submit, met=ACCEPTANCE),
    "take": actions.take,
    "send_back": actions.send_back,
    "publish": actions.publish,
    "withdraw": actions.withdraw,
    "restore": actions.restore,
}
# Who may take each step at all, whatever the state.
ALLOWED = {
    "submit": {"author", "focal_point"},
    "take": {"editor", "administrator"},
    "send_back": {"editor", "administrator"},
    "publish": {"editor", "administrator"},
    "withdraw": {"focal_point", "editor", "administrator"},
    "restore": {"focal_point", "editor", "administrator"},
}


@pytest.fixture
def people(person, zambia, malawi, secretariat):
    return {
        "author": person(Role.CONTRIBUTOR, zambia),
        "contributor": person(Role.CONTRIBUTOR, zambia),
        "focal_point": person(Role.FOCAL_POINT, zambia),
        "colleague": person(Role.FOCAL_POINT, malawi),
        "editor": person(Role.EDITOR, secretariat),
        "administrator": person(Role.ADMINISTRATOR, secretariat),
        "analyst": person(Role.ANALYST, secretariat),
        "outsider": person(),
    }


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("name", STEPS)
def test_each_step_starts_only_where_it_may_and_leads_where_it_should(name, state, people, zambia):
    starts, leads_to = STEPS[name]
    for role, by in people.items():
        case = a_case(body=zambia, author=people["author"], state=state)
        complete(case, by=people["author"])
        if role not in ALLOWED[name]:
            expected = PermissionDenied
        elif state not in starts:
            expected = StepRefused
        else:
            expected = None

        if expected:
            with pytest.raises(expected):
                VERBS[name](case, by=by)
        else:
            VERBS[name](case, by=by)

        case.refresh_from_db()
        assert case.state == (state if expected else leads_to), role


@pytest.mark.django_db
def test_nobody_publishes_for_their_own_chamber(person, zambia, secretariat):
    both = person(Role.EDITOR, secretariat)
    from_zambia = person(Role.CONTRIBUTOR, zambia)
    both.offices.add(*from_zambia.offices.all())
    case = a_case(body=zambia, state=State.IN_REVIEW)

    with pytest.raises(PermissionDenied):
        actions.publish(case, by=both)


def test_nobody_publishes_what_they_wrote(editor, zambia):
    case = a_case(body=zambia, author=editor, state=State.IN_REVIEW)

    with pytest.raises(PermissionDenied):
        actions.publish(case, by=editor)


def test_a_case_goes_from_draft_to_public_and_is_checked_by_then(contributor, editor, zambia, client):
    case = actions.draft(zambia, {"title": "Papers on tablets", "lead": "Less paper."}, language="en", by=contributor)
    actions.edit(case, {"title": "Papers on tablets at last"}, language="en", by=contributor)
    hand_in(case, by=contributor)
    actions.take(case, by=editor)
    actions.publish(case, by=editor)

    case.refresh_from_db()
    page = client.get("/en/cases/papers-on-tablets/").content.decode()
    assert (case.state, case.evidence, case.reviewer) == (State.PUBLISHED, Evidence.CHECKED, editor)
    assert "Papers on tablets at last" in page


def test_a_draft_needs_a_title(contributor, zambia):
    with pytest.raises(ValidationError) as refused:
        actions.draft(zambia, {"title": "  "}, language="en", by=contributor)

    assert refused.value.message_dict == {"title": ["Give the case a title."]}


def test_nobody_drafts_for_another_house(colleague, zambia):
    with pytest.raises(PermissionDenied):
        actions.draft(zambia, {"title": "Ours"}, language="en", by=colleague)


def test_a_second_case_of_the_same_title_gets_an_address_of_its_own(contributor, zambia):
    slugs = [actions.draft(zambia, {"title": "ورق أقل"}, language="ar", by=contributor).slug for _number in range(2)]

    assert slugs == ["case", "case-2"]


def test_nobody_edits_what_is_in_review(contributor, zambia):
    case = a_case(body=zambia, author=contributor, state=State.IN_REVIEW)

    with pytest.raises(PermissionDenied):
        actions.edit(case, {"title": "Other"}, language="en", by=contributor)


def test_a_focal_point_confirms_and_the_office_is_kept_and_not_the_name(focal_point, zambia):
    case = a_case(body=zambia, stage=Stage.PILOT)

    actions.confirm(case, by=focal_point, stage=Stage.IN_USE)

    case.refresh_from_db()
    entry = Entry.objects.get(subject=case.uid, verb="case.confirmed")
    assert (case.evidence, case.stage, case.confirmed_as) == (Evidence.CONFIRMED, Stage.IN_USE, Role.FOCAL_POINT)
    assert case.confirmed_on.isoformat() == case.stage_as_of
    assert entry.facts == {"stage": "in_use"}


@pytest.mark.parametrize("who", ["contributor", "colleague", "editor", "outsider"])
def test_only_those_who_speak_for_the_chamber_confirm(who, zambia, request):
    case = a_case(body=zambia)

    with pytest.raises(PermissionDenied):
        actions.confirm(case, by=request.getfixturevalue(who))


def test_a_draft_cannot_be_confirmed(focal_point, zambia):
    case = a_case(body=zambia, state=State.DRAFT)

    with pytest.raises(PermissionDenied):
        actions.confirm(case, by=focal_point)


def test_an_editor_records_the_stage_that_a_newer_source_states(editor, zambia):
    case = a_case(body=zambia, stage=Stage.PILOT)

    actions.change_stage(case, Stage.ENDED, as_of="2026-03", by=editor)

    case.refresh_from_db()
    assert (case.stage, case.stage_as_of, case.evidence) == (Stage.ENDED, "2026-03", Evidence.COMPILED)


def test_a_stage_without_a_date_is_refused(editor, zambia):
    with pytest.raises(ValidationError):
        actions.change_stage(a_case(body=zambia), Stage.ENDED, as_of="soon", by=editor)


def test_a_translation_keeps_who_made_it(contributor, zambia):
    case = a_case(body=zambia)

    actions.translate(case, {"title": "Titre"}, language="fr", credit="A. Martin", by=contributor)

    reading = texts.read_one(case.uid, "fr")
    assert (reading["title"], reading.credit, reading.behind) == ("Titre", "A. Martin", False)


def test_use_cases_have_verbs_of_their_own(editor, malawi):
    use_case = a_use_case(body=malawi)

    actions.withdraw(use_case, by=editor)

    assert list(Entry.objects.filter(subject=use_case.uid).values_list("verb", flat=True)) == [
        "use_case.loaded",
        "use_case.withdrawn",
    ]
