"""The verbs of organisations: somebody is put on the list of partners, and what is said of them is kept right."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.network.actions.agreed import require
from hemicycle.network.actions.citing import cite
from hemicycle.network.actions.current import draw_current
from hemicycle.network.bearing import AgreementRefused
from hemicycle.network.models import Body, Fact
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.deals import ORGANISATION_PREFIX
from hemicycle.network.states import BodyKind, FactName
from hemicycle.network.states import agreements as states
from hemicycle.network.states.organisations import OrganisationType

TAKEN_SLUGS = frozenset({"new"})


@dataclass(frozen=True)
class OrganisationSaid:
    """An organisation as somebody describes it; its name is its own and never translated."""

    name: str
    type: str
    source_title: str
    source_address: str = ""
    name_local: str = ""
    website: str = ""
    note: str = ""


@transaction.atomic
def record_organisation(said: OrganisationSaid, *, by: Person) -> Body:
    """Put an organisation on the list, with its kind as a dated fact and where that is known from."""
    require(agreeing.may_keep_organisations(by))
    _check_type(said)
    _check_name(said.name)
    body = Body(kind=BodyKind.ORGANISATION, key=_free_key(said.name))
    _put(body, said)
    _keep_facts(body, said)
    journal.record(states.ORGANISATION_RECORDED, body, by=by)
    return body


@transaction.atomic
def change_organisation(body: Body, said: OrganisationSaid, *, by: Person) -> None:
    """Change what is said of an organisation; another kind or website is a new fact, and the old one stays."""
    require(agreeing.may_keep_organisations(by))
    body = Body.objects.select_for_update().get(pk=body.pk, kind=BodyKind.ORGANISATION)
    _check_type(said)
    _check_name(said.name, body)
    _put(body, said)
    _keep_facts(body, said)
    journal.record(states.ORGANISATION_CHANGED, body, by=by)


def _put(body: Body, said: OrganisationSaid) -> None:
    body.name, body.name_local, body.note = said.name.strip(), said.name_local.strip(), said.note.strip()
    body.full_clean()
    body.save()


def _keep_facts(body: Body, said: OrganisationSaid) -> None:
    """What is new becomes a fact as of today; what was said before is not said twice."""
    source = cite(said.source_title, said.source_address)
    today = timezone.localdate().isoformat()
    for name, value in ((FactName.ORGANISATION_TYPE, said.type), (FactName.WEBSITE, said.website)):
        if value and body.current.get(name) != value:
            fact = Fact(body=body, name=name, value=value, source=source, as_of=today)
            fact.full_clean()
            fact.save()
    draw_current([body])
    body.refresh_from_db(fields=["current"])


def _check_type(said: OrganisationSaid) -> None:
    if said.type not in OrganisationType.values:
        raise AgreementRefused({"type": _("There is no such kind; choose one of the list.")})


def _check_name(name: str, own: Body | None = None) -> None:
    same = Body.objects.filter(kind=BodyKind.ORGANISATION, name__iexact=name.strip())
    if own is not None and own.pk:
        same = same.exclude(pk=own.pk)
    if same.exists():
        raise AgreementRefused({"name": _("“%(name)s” is on the list already.") % {"name": name.strip()}})


def _free_key(name: str) -> str:
    """A key from the name; a number is added until it is free."""
    base = slugify(name)[:32].strip("-") or "organisation"
    keys = Body.objects.filter(key__istartswith=ORGANISATION_PREFIX).values_list("key", flat=True)
    taken = {key.lower() for key in keys}
    number, slug = 1, base
    while slug in TAKEN_SLUGS or f"{ORGANISATION_PREFIX}{slug}".lower() in taken:
        number += 1
        slug = f"{base}-{number}"
    return f"{ORGANISATION_PREFIX}{slug}"
