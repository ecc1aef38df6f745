"""The verbs by which the secretariat keeps the register: a body is recorded, or changed in what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, listings
from hemicycle.core.identity import shipped_uid
from hemicycle.network import policy, states
from hemicycle.network.actions.agreed import require
from hemicycle.network.actions.citing import cite
from hemicycle.network.bearing import AgreementRefused
from hemicycle.network.models import Body
from hemicycle.network.states import PUBLIC_KINDS, BodyKind, ChamberKind

LETTERS_OF_KIND = {ChamberKind.SINGLE: "LC", ChamberKind.LOWER: "LC", ChamberKind.UPPER: "UC"}
REGIONAL_PREFIX = "RB-"


@dataclass(frozen=True)
class BodySaid:
    """What a body is called, and where that is known from; none of its names is a translation of ours."""

    name: str
    name_local: str = ""
    names: Mapping[str, str] = field(default_factory=dict)  # Official names by language, beside English.
    name_doubtful: bool = False
    name_local_doubtful: bool = False
    name_note: str = ""
    note: str = ""
    source_title: str = ""
    source_address: str = ""


@transaction.atomic
def record_chamber(parliament: Body, sort: str, said: BodySaid, *, by: Person) -> Body:
    """A parliament has another chamber. Which of them sits today, the facts say."""
    require(policy.may_keep_register(by))
    Body.objects.select_for_update().get(pk=parliament.pk, kind=BodyKind.PARLIAMENT)
    if sort not in ChamberKind.values:
        raise AgreementRefused({"sort": _("Say which chamber it is.")})
    stem = f"{parliament.key}-{LETTERS_OF_KIND[ChamberKind(sort)]}"
    taken = set(Body.objects.filter(key__startswith=stem).values_list("key", flat=True))
    key = next(key for key in (f"{stem}{number:02}" for number in range(1, 100)) if key not in taken)
    chamber = Body(kind=BodyKind.CHAMBER, key=key, parent=parliament, country=parliament.country, chamber_kind=sort)
    return _recorded(chamber, said, by)


@transaction.atomic
def record_regional_body(short_name: str, said: BodySaid, *, by: Person) -> Body:
    """A parliamentary body of a region; its short name becomes its key and its address for good."""
    require(policy.may_keep_register(by))
    letters = slugify(short_name).upper()
    if not letters:
        raise AgreementRefused({"short_name": _("Write the short name with letters, such as EP.")})
    key = f"{REGIONAL_PREFIX}{letters}"
    if Body.objects.filter(key=key).exists():
        raise AgreementRefused({"short_name": _("“%(key)s” is in the register already.") % {"key": key}})
    return _recorded(Body(kind=BodyKind.REGIONAL_BODY, key=key), said, by)


@transaction.atomic
def change_body(body: Body, said: BodySaid, *, by: Person) -> None:
    """Another name or remark. From then on the files of the register leave the body as people described it."""
    require(policy.may_keep_register(by))
    body = Body.objects.select_for_update(of=("self",)).select_related("parent").get(pk=body.pk, kind__in=PUBLIC_KINDS)
    before = _columns(body)
    _put(body, said)
    if _columns(body) == before:
        return
    body.save()
    journal.record(states.BODY_CHANGED, body, by=by)
    _refresh_above(body)


def _recorded(body: Body, said: BodySaid, by: Person) -> Body:
    # The identity that it has if the files of the register bring it one day.
    body.uid = shipped_uid(body.kind, body.key)
    _put(body, said)
    body.save()
    journal.record(states.BODY_RECORDED, body, by=by)
    _refresh_above(body)
    return body


def _put(body: Body, said: BodySaid) -> None:
    """The words. A wording that is new is cited from the source named with it; a source alone is cited for both."""
    names = {language: name.strip() for language, name in said.names.items() if name.strip()}
    renamed = body.pk is None or (body.name, body.names) != (said.name.strip(), names)
    renamed_locally = body.name_local != said.name_local.strip()
    body.name, body.name_local, body.names = said.name.strip(), said.name_local.strip(), names
    body.name_doubtful, body.name_local_doubtful = said.name_doubtful, said.name_local_doubtful
    body.name_note, body.note = said.name_note.strip(), said.note.strip()
    neither = not (renamed or renamed_locally)
    if said.source_title.strip() or not neither:
        source = cite(said.source_title, said.source_address)
        body.name_source = source if renamed or neither else body.name_source
        body.name_local_source = source if renamed_locally or neither else body.name_local_source
    if not body.name_local:
        body.name_local_source = None
    body.full_clean()


def _columns(body: Body) -> tuple[object, ...]:
    words = (body.name, body.name_local, dict(body.names), body.name_note, body.note)
    return (*words, body.name_doubtful, body.name_local_doubtful, body.name_source_id, body.name_local_source_id)


def _refresh_above(body: Body) -> None:
    """A parliament is listed with its chambers."""
    if body.parent is not None:
        listings.refresh([body.parent])
