"""Recording what is found out about a body."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.core.dates import fault_of_period
from hemicycle.network import policy, states
from hemicycle.network.actions.current import draw_current
from hemicycle.network.actions.given import FactGiven
from hemicycle.network.models import Body, Fact, Source
from hemicycle.network.periods import fault_of


@transaction.atomic
def record_fact(given: FactGiven, *, by: Person) -> Fact:
    """Add a period to a body's history. No other period is closed by it: that is a verb of its own."""
    _require(policy.may_keep_register(by))
    body = Body.objects.select_for_update().get(key=given.body)
    fault = fault_of(given.name, given.value) or fault_of_period(given.since, given.until)
    if fault:
        raise ValidationError(fault)
    columns = {**vars(given), "body": body, "source": Source.objects.get(key=given.source)}
    fact = Fact(**columns)
    fact.full_clean()
    fact.save()
    tell_of_fact(body, states.FACT_RECORDED, fact, by)
    return fact


@transaction.atomic
def end_fact(fact: Fact, *, until: str, by: Person) -> None:
    """Say when a period ended; the value stays in the history."""
    _require(policy.may_keep_register(by))
    fact = Fact.objects.select_for_update().select_related("body").get(pk=fact.pk)
    fault = fault_of_period(fact.since, until)
    if fault:
        raise ValidationError(fault)
    if fact.until == until:
        return
    # From here on it is what people know of it, and no file has a say any more.
    fact.until, fact.shipped = until, False
    fact.save(update_fields=["until", "shipped"])
    tell_of_fact(fact.body, states.FACT_ENDED, fact, by)


def tell_of_fact(body: Body, verb: str, fact: Fact, by: Person) -> None:
    touched = draw_current([body]) | {body.pk}
    bodies = Body.objects.filter(pk__in=touched)
    # A parliament whose chamber changed is refreshed by the same entry's transaction, with an entry of its own.
    journal.record_all(verb, list(bodies), by=by, facts={body.uid: {"name": fact.name, "since": fact.since}})


def _require(allowed: bool) -> None:  # noqa: FBT001
    if not allowed:
        raise PermissionDenied
