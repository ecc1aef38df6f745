"""The verbs by which an innovation spreads."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.innovations import policy, states
from hemicycle.innovations.actions.doors import locked, require
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.states import Evidence, Relation
from hemicycle.network.models import Body


@transaction.atomic
def adopt(
    case: Case,
    body: Body,
    *,
    by: Person,
    since: str = "",
    relation: str = Relation.ADAPTED,
    words: dict[str, str] | None = None,
    language: str = "en",
) -> Adoption:
    """Say that another body took this over, and in words what it took and changed. Only a person of that body may.

    Saying it twice is refused in one sentence. `words` has the fields `took` and `changed`.
    """
    case = locked(case)
    require(policy.may_adopt(by, case, body))
    if Adoption.objects.filter(relation=relation, origin_case=case, taker_body=body).exists():
        raise ValidationError(_("It has been said already that this house took this over."))
    adoption = Adoption(relation=relation, origin_case=case, taker_body=body, since=since, evidence=Evidence.SUBMITTED)
    adoption.full_clean()
    adoption.save()
    if words:
        texts.write(texts.Draft(adoption.uid, language, words, original=True), by=by.uid, publish=True)
    journal.record(states.ADOPTED, case, by=by, body=body.key)
    return adoption


def join_own_case(case: Case) -> None:
    """What the house once said of taking something over now leads to its own case, with the words it used then."""
    said = Adoption.objects.filter(taker_body=case.body, taker_case=None, evidence=Evidence.SUBMITTED)
    for own in list(case.taken.filter(evidence=Evidence.SUBMITTED).exclude(origin_case=None)):
        earlier = said.filter(origin_case=own.origin_case_id, relation=own.relation).first()
        if earlier is None:
            continue
        own.delete()
        earlier.taker_case, earlier.taker_body = case, None
        earlier.since = earlier.since or own.since
        earlier.save()
