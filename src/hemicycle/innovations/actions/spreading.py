"""The verb by which an innovation spreads."""

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.innovations import policy, states
from hemicycle.innovations.actions.doors import locked, require
from hemicycle.innovations.models import Adoption, Case
from hemicycle.innovations.states import Evidence, Relation
from hemicycle.network.models import Body


@transaction.atomic
def adopt(case: Case, body: Body, *, by: Person, since: str = "", relation: str = Relation.ADAPTED) -> Adoption:
    """Say that another body took this over. Only a person of that body may."""
    case = locked(case)
    require(policy.may_adopt(by, case, body))
    adoption = Adoption(relation=relation, origin_case=case, taker_body=body, since=since, evidence=Evidence.SUBMITTED)
    adoption.full_clean()
    adoption.save()
    journal.record(states.ADOPTED, case, by=by, body=body.key)
    return adoption
