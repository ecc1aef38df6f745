"""Recording in a form what is found out about a body, with its source, and taking out what was recorded by mistake."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.models import Entry
from hemicycle.network import policy, states
from hemicycle.network.actions.agreed import require
from hemicycle.network.actions.citing import cite
from hemicycle.network.actions.facts import record_fact, tell_of_fact
from hemicycle.network.actions.given import FactGiven
from hemicycle.network.models import Body, Fact
from hemicycle.network.states import FactName

# These are said by verbs of their own, which know more of what follows.
SAID_ELSEWHERE = frozenset({FactName.INNOVATION_FORM, FactName.ORGANISATION_TYPE})


@dataclass(frozen=True)
class FactSaid:
    """A fact as somebody states it; `source` is the key of a known one, else its title and address are given."""

    name: str
    value: str
    since: str = ""
    until: str = ""
    as_of: str = ""
    doubtful: bool = False
    note: str = ""
    source: str = ""
    source_title: str = ""
    source_address: str = ""


@transaction.atomic
def state_fact(body: Body, said: FactSaid, *, by: Person) -> Fact:
    """Add a period to what is known of a body; a source that is new is kept with it."""
    require(policy.may_keep_register(by) and said.name not in SAID_ELSEWHERE)
    same = {name: getattr(said, name) for name in ("name", "value", "since", "as_of")}
    if Fact.objects.filter(body=body, **same).exists():
        raise ValidationError({"value": _("Exactly this is recorded already.")})
    source = said.source or cite(said.source_title, said.source_address).key
    plain = {name: getattr(said, name) for name in ("until", "doubtful", "note")}
    return record_fact(FactGiven(body=body.key, source=source, **same, **plain), by=by)


@transaction.atomic
def take_out_fact(fact: Fact, *, by: Person) -> None:
    """Take out what was recorded here by mistake; the journal keeps that it was there. What a file says comes back."""
    require(policy.may_keep_register(by))
    fact = Fact.objects.select_for_update(of=("self",)).select_related("body__parent").get(pk=fact.pk)
    if not is_of_people(fact):
        raise ValidationError(_("The files of the register say this. Say when it ended, or record what holds instead."))
    body, name, since = fact.body, fact.name, fact.since
    fact.delete()
    tell_of_fact(body, states.FACT_TAKEN_OUT, Fact(body=body, name=name, since=since), by)


def is_of_people(fact: Fact) -> bool:
    """Whether somebody recorded the fact here, so that no file brings it back."""
    if fact.shipped:
        return False
    told = Entry.objects.filter(verb=states.FACT_RECORDED, subject=fact.body.uid, actor__isnull=False)
    return told.filter(facts__name=fact.name, facts__since=fact.since).exists()
