"""The verbs of updates: drafted, published, changed, told in other languages, withdrawn, each with its picture."""

from collections.abc import Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import files, texts
from hemicycle.core.models import File
from hemicycle.hubs import pictures, policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell, write_words
from hemicycle.hubs.models import Hub, Update
from hemicycle.ui.formatting import language_name

UPDATE_TEXTS = ("title", "text", "caption", "alt")


@transaction.atomic
def draft_update(
    hub: Hub,
    words: Mapping[str, str],
    *,
    language: str,
    by: Person,
    picture: bytes | None = None,
    credit: str = "",
    once: UUID | None = None,
) -> Update:
    """A piece of news is begun; nobody but those who run the hub sees it. The same news sent twice is one."""
    hub = _at_work(hub, by)
    known = hub.updates.filter(uid=once).first() if once else None
    if known is not None:
        return known
    update = Update(hub=hub, author=by, picture_credit=credit.strip())
    update.uid = once or update.uid
    update.full_clean(exclude=["picture"])
    update.save()
    if picture is not None:
        _hang(update, picture, by)
    _write(update, words, language, by)
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
    without_picture: bool = False,
    credit: str | None = None,
    seen: int | None = None,
) -> None:
    """Its words or its picture change; in a language that it did not have yet, it is told in that language too."""
    hub, update = _held(update, by)
    _check_standing(update)
    if credit is not None:
        update.picture_credit = credit.strip()
        update.full_clean(exclude=["picture"])
        update.save(update_fields=["picture_credit"])
    if picture is not None:
        _hang(update, picture, by)
    elif without_picture:
        _take_down(update)
    added = _write(update, words, language, by, seen)
    if update.published_at is None:
        verb = states.UPDATE_DRAFTED
    else:
        _check_told(update)
        verb = states.UPDATE_TRANSLATED if added else states.UPDATE_CHANGED
    tell(hub, verb, by=by, subject=update)


@transaction.atomic
def publish_update(update: Update, *, by: Person) -> None:
    """Everybody reads it, and the members of the hub hear. A picture says in words what it shows."""
    hub, update = _held(update, by)
    _check_standing(update)
    _check_told(update)
    if update.published_at is None:
        update.published_at = timezone.now()
        update.save(update_fields=["published_at"])
        _show_picture(update, public=True)
        tell(hub, states.UPDATE_PUBLISHED, by=by, subject=update)


@transaction.atomic
def withdraw_update(update: Update, *, by: Person) -> None:
    """It is taken off the public pages, and its address says so; a draft is put aside."""
    hub, update = _held(update, by)
    if update.withdrawn_at is not None:
        return
    update.withdrawn_at = timezone.now()
    update.save(update_fields=["withdrawn_at"])
    _show_picture(update, public=False)
    tell(hub, states.UPDATE_WITHDRAWN if update.published_at else states.UPDATE_DRAFTED, by=by, subject=update)


def _at_work(hub: Hub, by: Person) -> Hub:
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    return hub


def _held(update: Update, by: Person) -> tuple[Hub, Update]:
    hub = _at_work(update.hub, by)
    return hub, Update.objects.select_for_update(of=("self",)).select_related("hub__body").get(pk=update.pk)


def _check_standing(update: Update) -> None:
    if update.withdrawn_at is not None:
        raise HubRefused(_("This update was withdrawn. Write a new one."))


def _check_told(update: Update) -> None:
    """Whoever cannot see the picture reads what it shows, in every language that the update has."""
    told = texts.all_languages([update.uid]).get(update.uid, {})
    for language, words in told.items():
        if not words.get("title") or not words.get("text"):
            message = _("Give the update a title and a text (language: %(language)s).")
            raise ValidationError({"text": message % {"language": language_name(language)}})
        if update.picture_id and not words.get("alt"):
            message = _("Say in words what the picture shows, for those who cannot see it (language: %(language)s).")
            raise ValidationError({"alt": message % {"language": language_name(language)}})


def _show_picture(update: Update, *, public: bool) -> None:
    """The picture of a draft, or of what was withdrawn, is seen by those alone who see the update."""
    File.objects.filter(subject=update.uid, kind=update.kind).update(public=public)


def _hang(update: Update, content: bytes, by: Person) -> None:
    """Another picture takes the place of the one before, which is not kept."""
    try:
        picture = pictures.checked(content)
    except pictures.PictureRefused as refused:
        raise ValidationError({"picture": str(refused)}) from refused
    old = list(File.objects.filter(subject=update.uid, kind=update.kind).values_list("pk", flat=True))
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
    files.discard(File.objects.filter(pk__in=old))


def _take_down(update: Update) -> None:
    old = list(File.objects.filter(subject=update.uid, kind=update.kind).values_list("pk", flat=True))
    update.picture, update.picture_width, update.picture_height, update.picture_credit = None, None, None, ""
    update.save(update_fields=["picture", "picture_width", "picture_height", "picture_credit"])
    files.discard(File.objects.filter(pk__in=old))


def _write(update: Update, words: Mapping[str, str], language: str, by: Person, seen: int | None = None) -> bool:
    if not str(words.get("title", "")).strip():
        raise ValidationError({"title": _("Give it a title.")})
    return write_words(update.uid, UPDATE_TEXTS, words, language, by=by, seen=seen)
