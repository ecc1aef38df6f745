"""The verbs of outputs: drafted, published, changed, told in other languages, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, papers, texts
from hemicycle.core.models import File
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell, write_words
from hemicycle.hubs.models import Hub, Output
from hemicycle.network.models import Project

OUTPUT_TEXTS = ("title", "text")


@dataclass(frozen=True)
class Made:
    """An output as somebody describes it."""

    sort: str
    dated: str
    words: Mapping[str, str]
    language: str
    address: str = ""
    activity: UUID | None = None
    project: Project | None = None


@transaction.atomic
def draft_output(hub: Hub, made: Made, *, by: Person, content: bytes | None = None, once: UUID | None = None) -> Output:
    """An output is being described; nobody but those who run the hub sees it."""
    hub = _at_work(hub, by)
    known = hub.outputs.filter(uid=once).first() if once else None
    if known is not None:
        return known
    output = Output(hub=hub, published_at=None)
    output.uid = once or output.uid
    _describe(output, made)
    output.save()
    _put_file(output, content, by)
    _write(output, made, by)
    tell(hub, states.OUTPUT_DRAFTED, by=by, subject=output)
    return output


@transaction.atomic
def publish_output(hub: Hub, made: Made, *, by: Person, content: bytes | None = None) -> Output:
    """The hub made something, and everybody can read of it."""
    output = draft_output(hub, made, by=by, content=content)
    show_output(output, by=by)
    output.refresh_from_db()
    return output


@transaction.atomic
def show_output(output: Output, *, by: Person) -> None:
    """What was a draft is public, and the members of the hub hear."""
    hub, output = _held(output, by)
    _check_standing(output)
    if output.published_at is not None:
        return
    _check_words(output)
    output.published_at = timezone.now()
    output.save(update_fields=["published_at"])
    _show_file(output, public=True)
    tell(hub, states.OUTPUT_PUBLISHED, by=by, subject=output)


@transaction.atomic
def change_output(
    output: Output, made: Made, *, by: Person, content: bytes | None = None, seen: int | None = None
) -> None:
    """Its particulars, its file or its words change, or it is told in one more language."""
    hub, output = _held(output, by)
    _check_standing(output)
    _describe(output, made)
    output.shipped = False
    output.save()
    _put_file(output, content, by)
    added = _write(output, made, by, seen)
    if output.published_at is None:
        verb = states.OUTPUT_DRAFTED
    else:
        verb = states.OUTPUT_TRANSLATED if added else states.OUTPUT_CHANGED
    tell(hub, verb, by=by, subject=output)


@transaction.atomic
def withdraw_output(output: Output, *, by: Person) -> None:
    """It is taken off the public pages, and its address says so; a draft is put aside."""
    hub, output = _held(output, by)
    if output.withdrawn_at is not None:
        return
    output.withdrawn_at = timezone.now()
    output.save(update_fields=["withdrawn_at"])
    _show_file(output, public=False)
    tell(hub, states.OUTPUT_WITHDRAWN if output.published_at else states.OUTPUT_DRAFTED, by=by, subject=output)


def _at_work(hub: Hub, by: Person) -> Hub:
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    return hub


def _held(output: Output, by: Person) -> tuple[Hub, Output]:
    hub = _at_work(output.hub, by)
    return hub, Output.objects.select_for_update(of=("self",)).select_related("hub__body").get(pk=output.pk)


def _check_standing(output: Output) -> None:
    if output.withdrawn_at is not None:
        raise HubRefused(_("This output was withdrawn. Describe it anew if it is to be told again."))


def _check_words(output: Output) -> None:
    told = texts.all_languages([output.uid]).get(output.uid, {})
    if not told or not all(words.get("title") for words in told.values()):
        raise ValidationError({"title": _("Give it a title.")})


def _describe(output: Output, made: Made) -> None:
    output.sort, output.dated, output.address = made.sort, made.dated, made.address
    output.activity, output.project = made.activity, made.project
    output.full_clean(exclude=["file"])


def _write(output: Output, made: Made, by: Person, seen: int | None = None) -> bool:
    if not str(made.words.get("title", "")).strip():
        raise ValidationError({"title": _("Give it a title.")})
    return write_words(output.uid, OUTPUT_TEXTS, made.words, made.language, by=by, seen=seen)


def _put_file(output: Output, content: bytes | None, by: Person) -> None:
    """Another file takes the place of the one before, which is not kept."""
    if content is None:
        return
    try:
        paper = papers.checked(content, name="output", most=states.PAPER_BYTES)
    except papers.PaperRefused as refused:
        raise ValidationError({"file": str(refused)}) from refused
    before = files_of(output)
    old = list(before.values_list("pk", flat=True))
    output.file = files.keep(
        paper.content,
        subject=output.uid,
        kind=output.kind,
        name=paper.name,
        media_type=paper.media_type,
        public=output.published_at is not None and output.withdrawn_at is None,
        by=by.uid,
    )
    output.save(update_fields=["file"])
    files.discard(File.objects.filter(pk__in=old))


def files_of(thing: Any) -> Any:
    return File.objects.filter(subject=thing.uid, kind=thing.kind)


def _show_file(output: Output, *, public: bool) -> None:
    """The file of a draft, or of what was withdrawn, is for those alone who see the output."""
    files_of(output).update(public=public)
