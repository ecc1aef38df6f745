"""How a parliament organises innovation, as the secretariat or whoever speaks for the parliament records it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.network import states
from hemicycle.network.actions.agreed import require
from hemicycle.network.actions.citing import cite
from hemicycle.network.actions.current import draw_current
from hemicycle.network.agreeing import check_day
from hemicycle.network.bearing import AgreementRefused
from hemicycle.network.models import Body, Fact
from hemicycle.network.periods import over
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.states import FactName
from hemicycle.network.states.organisations import InnovationForm


@dataclass(frozen=True)
class FormSaid:
    """One way in which a parliament organises innovation, and where that is known from."""

    form: str
    source_title: str
    source_address: str = ""
    since: str = ""
    note: str = ""  # What it is called, and what it does.


@transaction.atomic
def record_innovation_form(body: Body, said: FormSaid, *, by: Person) -> Fact:
    """Add a form to what is known; others stay as they are. That none is known gives way to any that is."""
    require(agreeing.may_record_innovation_form(by, body))
    body = Body.objects.select_for_update(of=("self",)).select_related("parent").get(pk=body.pk)
    check_day("since", said.since)
    if said.form not in InnovationForm.values:
        raise AgreementRefused({"form": _("There is no such form; choose one of the list.")})
    running = [fact for fact in innovation_forms(body) if not over(fact, timezone.localdate())]
    if any(fact.value == said.form and fact.since == said.since for fact in running):
        raise AgreementRefused({"form": _("Exactly this is recorded already.")})
    if said.form == InnovationForm.NONE_KNOWN and any(fact.value != said.form for fact in running):
        raise AgreementRefused({"form": _("Something is recorded that still holds. Say first when it ended.")})
    fact = Fact(
        body=body,
        name=FactName.INNOVATION_FORM,
        value=said.form,
        since=said.since,
        as_of=timezone.localdate().isoformat(),
        note=said.note.strip(),
        source=cite(said.source_title, said.source_address),
    )
    fact.full_clean()
    fact.save()
    _tell(body, states.FACT_RECORDED, fact, by)
    return fact


@transaction.atomic
def end_innovation_form(fact: Fact, *, until: str, by: Person) -> None:
    """Say when it ended; it stays in the history of the parliament."""
    fact = Fact.objects.select_for_update(of=("self",)).select_related("body__parent").get(pk=fact.pk)
    require(fact.name == FactName.INNOVATION_FORM and agreeing.may_record_innovation_form(by, fact.body))
    check_day("until", until)
    if not until:
        raise AgreementRefused({"until": _("Say when it ended, as a year, a month or a day.")})
    if fact.since and until < fact.since[: len(until)]:
        raise AgreementRefused({"until": _("It would end before it begins.")})
    fact.until, fact.shipped = until, False
    fact.save(update_fields=["until", "shipped"])
    _tell(fact.body, states.FACT_ENDED, fact, by)


def innovation_forms(body: Body) -> list[Fact]:
    return list(Fact.objects.filter(body=body, name=FactName.INNOVATION_FORM).order_by("-since", "-pk"))


def _tell(body: Body, verb: str, fact: Fact, by: Person) -> None:
    """A parliament is found by what its chambers have, so its entry is renewed with theirs."""
    draw_current([body])
    bodies = [one for one in (body, body.parent) if one is not None]
    facts = {body.uid: {"name": fact.name, "since": fact.since}}
    journal.record_all(verb, list(Body.objects.filter(pk__in=[one.pk for one in bodies])), by=by, facts=facts)
