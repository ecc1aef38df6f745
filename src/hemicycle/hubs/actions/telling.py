"""The verbs by which a hub tells what it made and does: outputs, updates and papers, in its languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, texts
from hemicycle.core.models import File
from hemicycle.hubs import pictures, policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell
from hemicycle.hubs.models import Hub, HubPaper, Output, Update
from hemicycle.network import papers
from hemicycle.network.models import Project

OUTPUT_TEXTS = ("title", "text")
UPDATE_TEXTS = ("title", "text", "caption", "alt")


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
def publish_output(hub: Hub, made: Made, *, by: Person, content: bytes | None = None) -> Output:
    """The hub made something, and everybody can read of it."""
    hub = locked(hub)
    require(policy.may_plan(by, hub))
    output = Output(hub=hub, sort=made.sort, dated=made.dated, address=made.address)
    output.activity, output.project = made.activity, made.project
    output.full_clean(exclude=["file"])
    output.save()
    if content is not None:
        output.file = _kept(papers.checked(content, name="output", most=states.PAPER_BYTES), output, by, public=True)
        output.save(update_fields=["file"])
    _write(output.uid, OUTPUT_TEXTS, made.words, made.language, by)
    tell(hub, states.OUTPUT_PUBLISHED, by=by, subject=output)
    return output


@transaction.atomic
def change_output(output: Output, made: Made, *, by: Person) -> None:
    """Its particulars or its words change, or it is told in one more language."""
    hub = locked(output.hub)
    require(policy.may_plan(by, hub))
    output.sort, output.dated, output.address = made.sort, made.dated, made.address
    output.activity, output.project = made.activity, made.project
    output.full_clean(exclude=["file"])
    output.save()
    _write(output.uid, OUTPUT_TEXTS, made.words, made.language, by)
    tell(hub, states.OUTPUT_CHANGED, by=by, subject=output)


@transaction.atomic
def withdraw_output(output: Output, *, by: Person) -> None:
    """It is taken off the public pages; its address says so."""
    hub = locked(output.hub)
    require(policy.may_plan(by, hub))
    output.withdrawn_at = timezone.now()
    output.save(update_fields=["withdrawn_at"])
    tell(hub, states.OUTPUT_WITHDRAWN, by=by, subject=output)


@transaction.atomic
def draft_update(
    hub: Hub, words: Mapping[str, str], *, language: str, by: Person, picture: bytes | None = None, credit: str = ""
) -> Update:
    """A piece of news is begun; nobody but those who run the hub sees it."""
    hub = locked(hub)
    require(policy.may_plan(by, hub))
    update = Update.objects.create(hub=hub, author=by, picture_credit=credit.strip())
    if picture is not None:
        _hang(update, picture, by)
    _write(update.uid, UPDATE_TEXTS, words, language, by)
    tell(hub, states.UPDATE_DRAFTED, by=by, subject=update)
    return update


@transaction.atomic
def change_update(
    update: Update,
    words: Mapping[str, str],
    *,
    language: str,
    by: Person,
    picture: bytes | None = None,
    credit: str = "",
) -> None:
    """Its words or its picture change; in a language that it did not have yet, it is told in that language too."""
    hub, update = _held(update)
    require(policy.may_plan(by, hub))
    known = texts.read([update.uid], language).get(update.uid)
    added = known is not None and language not in {version.language for version in known.versions}
    update.picture_credit = credit.strip()
    update.save(update_fields=["picture_credit"])
    if picture is not None:
        _hang(update, picture, by)
    _write(update.uid, UPDATE_TEXTS, words, language, by)
    if update.published_at is not None:
        _check_told(update)
    verb = states.UPDATE_TRANSLATED if added else states.UPDATE_CHANGED
    tell(hub, verb if update.published_at else states.UPDATE_DRAFTED, by=by, subject=update)


@transaction.atomic
def publish_update(update: Update, *, by: Person) -> None:
    """Everybody reads it, and the members of the hub hear. A picture says in words what it shows."""
    hub, update = _held(update)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    if update.withdrawn_at is not None:
        raise HubRefused(_("This update was withdrawn. Write a new one."))
    _check_told(update)
    if update.published_at is None:
        update.published_at = timezone.now()
        update.save(update_fields=["published_at"])
        _show_picture(update, public=True)
        tell(hub, states.UPDATE_PUBLISHED, by=by, subject=update)


@transaction.atomic
def withdraw_update(update: Update, *, by: Person) -> None:
    """It is taken off the public pages; its address says so."""
    hub, update = _held(update)
    require(policy.may_plan(by, hub))
    update.withdrawn_at = timezone.now()
    update.save(update_fields=["withdrawn_at"])
    _show_picture(update, public=False)
    tell(hub, states.UPDATE_WITHDRAWN, by=by, subject=update)


@transaction.atomic
def keep_paper(
    hub: Hub, content: bytes, *, title: str, language: str, public: bool, by: Person, dated: str = ""
) -> HubPaper:
    """The hub keeps a paper: for everybody, or for its members alone."""
    hub = locked(hub)
    require(policy.may_plan(by, hub))
    paper = HubPaper(hub=hub, title=title.strip(), language=language, dated=dated, public=public)
    paper.full_clean(exclude=["file"])
    paper.save()
    paper.file = _kept(papers.checked(content, name="paper", most=states.PAPER_BYTES), paper, by, public=public)
    paper.save(update_fields=["file"])
    tell(hub, states.PAPER_KEPT, by=by, paper=str(paper.uid))
    return paper


@transaction.atomic
def remove_paper(paper: HubPaper, *, by: Person) -> None:
    """The hub does not keep it any more; its file is gone."""
    hub = locked(paper.hub)
    require(policy.may_plan(by, hub))
    kept = list(File.objects.filter(subject=paper.uid, kind=paper.kind).values_list("pk", flat=True))
    uid = str(paper.uid)
    paper.delete()
    files.discard(File.objects.filter(pk__in=kept))
    tell(hub, states.PAPER_REMOVED, by=by, paper=uid)


def _check_told(update: Update) -> None:
    """Whoever cannot see the picture reads what it shows, in every language that the update has."""
    told = texts.all_languages([update.uid]).get(update.uid, {})
    for language, words in told.items():
        if not words.get("title") or not words.get("text"):
            raise ValidationError({"text": _("Give the update a title and a text.")})
        if update.picture_id and not words.get("alt"):
            message = _("Say in words what the picture shows, for those who cannot see it (language: %(language)s).")
            raise ValidationError({"alt": message % {"language": language}})


def _show_picture(update: Update, *, public: bool) -> None:
    """The picture of a draft, or of what was withdrawn, is seen by those alone who see the update."""
    File.objects.filter(subject=update.uid, kind=update.kind).update(public=public)


def _hang(update: Update, content: bytes, by: Person) -> None:
    picture = pictures.checked(content)
    update.picture = files.keep(
        picture.content,
        subject=update.uid,
        kind=update.kind,
        name="picture.webp",
        media_type=picture.media_type,
        public=update.published_at is not None and update.withdrawn_at is None,
        by=by.uid,
    )
    update.picture_width, update.picture_height = picture.width, picture.height
    update.save(update_fields=["picture", "picture_width", "picture_height"])


def _kept(paper: papers.Paper, thing: Any, by: Person, *, public: bool) -> File:
    return files.keep(
        paper.content,
        subject=thing.uid,
        kind=thing.kind,
        name=paper.name,
        media_type=paper.media_type,
        public=public,
        by=by.uid,
    )


def _write(uid: UUID, names: tuple[str, ...], words: Mapping[str, str], language: str, by: Person) -> None:
    fields = {name: str(words.get(name, "")).strip()[: states.LONGEST_TEXT] for name in names}
    if not fields["title"]:
        raise ValidationError({"title": _("Give it a title.")})
    known = texts.read([uid], language).get(uid)
    original = known is None or known.original == language
    by_whom = None if original else by.uid
    texts.write(texts.Draft(uid, language, fields, original=original, translator=by_whom), by=by.uid, publish=True)


def _held(update: Update) -> tuple[Hub, Update]:
    hub = locked(update.hub)
    return hub, Update.objects.select_for_update(of=("self",)).select_related("hub__body").get(pk=update.pk)
