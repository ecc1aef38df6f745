"""Reading and writing texts: one thing, one text per language, revisions that never change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.core.models import Revision, Text

LAST_RESORT = "en"
READABLE = (Text.State.ORIGINAL, Text.State.PUBLISHED)
COLUMNS = (
    "subject",
    "language",
    "state",
    "current_id",
    "current__fields",
    "current__credit",
    "current__translator",
    "current__source_id",
)


@dataclass(frozen=True)
class Version:
    """That a thing can be read in a language, and how that text came about."""

    language: str
    state: str
    credit: str
    behind: bool


@dataclass(frozen=True)
class Reading:
    """A thing's text as this reader gets it: in their language, or in the nearest there is."""

    language: str
    asked: str
    state: str
    fields: Mapping[str, Any]
    credit: str
    behind: bool  # The original has moved on since this translation was made.
    original: str
    versions: tuple[Version, ...]

    @property
    def is_other_language(self) -> bool:
        return self.language != self.asked

    def __getitem__(self, field: str) -> Any:
        return self.fields.get(field, "")


@dataclass(frozen=True)
class Draft:
    """A text as it comes in: from a form, a file or a peer."""

    subject: UUID
    language: str
    fields: Mapping[str, Any]
    original: bool = False
    credit: str = ""
    translator: UUID | None = None


class NoText(LookupError):
    """A thing without any text that may be read."""


def read(subjects: Iterable[UUID], language: str) -> dict[UUID, Reading]:
    """The text of each thing for a reader of `language`; one query. Things without a readable text are left out."""
    rows: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in _readable(subjects):
        rows[row["subject"]].append(row)
    return {subject: _reading(versions, language) for subject, versions in rows.items()}


def read_one(subject: UUID, language: str) -> Reading:
    try:
        return read([subject], language)[subject]
    except KeyError:
        raise NoText(subject) from None


def all_languages(subjects: Iterable[UUID]) -> dict[UUID, dict[str, Mapping[str, Any]]]:
    """Every readable text of each thing by language, the original first; one query."""
    found: dict[UUID, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for row in sorted(_readable(subjects), key=lambda row: row["state"] != Text.State.ORIGINAL):
        found[row["subject"]][row["language"]] = row["current__fields"]
    return found


def _readable(subjects: Iterable[UUID]) -> Iterable[dict[str, Any]]:
    rows = Text.objects.filter(subject__in=list(subjects), state__in=READABLE, current__isnull=False)
    return list(rows.values(*COLUMNS).order_by("subject", "language"))


def _reading(rows: Sequence[dict[str, Any]], language: str) -> Reading:
    original = next((row for row in rows if row["state"] == Text.State.ORIGINAL), rows[0])
    by_language = {row["language"]: row for row in rows}
    chosen = by_language.get(language) or by_language.get(LAST_RESORT) or original
    return Reading(
        language=chosen["language"],
        asked=language,
        state=chosen["state"],
        fields=chosen["current__fields"],
        credit=chosen["current__credit"],
        behind=_behind(chosen, original),
        original=original["language"],
        versions=tuple(
            Version(row["language"], row["state"], row["current__credit"], _behind(row, original)) for row in rows
        ),
    )


def _behind(row: Mapping[str, Any], original: Mapping[str, Any]) -> bool:
    return row is not original and row["current__source_id"] != original["current_id"]


def write(draft: Draft, *, by: UUID | None, publish: bool) -> Revision:
    """Add a revision; it becomes the one that is read if `publish`, else it waits as the next."""
    with transaction.atomic():
        text = _text_for(draft)
        latest = text.revisions.order_by("-number").first()
        revision = Revision.objects.create(
            text=text,
            number=1 if latest is None else latest.number + 1,
            fields=dict(draft.fields),
            source=None if draft.original else _source_of(draft.subject),
            credit=draft.credit,
            translator=draft.translator,
            made_by=by,
        )
        if publish:
            make_current(revision)
    return revision


def write_all(drafts: Sequence[Draft], *, by: UUID | None) -> None:
    """Publish the first text of many things at once, originals before translations; for loads in bulk."""
    with transaction.atomic():
        for wave in ([draft for draft in drafts if draft.original], [draft for draft in drafts if not draft.original]):
            _write_wave(wave, by=by)


def make_current(revision: Revision) -> None:
    text = revision.text
    text.current = revision
    if text.state != Text.State.ORIGINAL:
        text.state = Text.State.PUBLISHED
    text.save(update_fields=("current", "state"))


def _text_for(draft: Draft) -> Text:
    state = Text.State.ORIGINAL if draft.original else Text.State.IN_TRANSLATION
    text, _made = Text.objects.select_for_update().get_or_create(
        subject=draft.subject, language=draft.language, defaults={"state": state}
    )
    if draft.original and text.state != Text.State.ORIGINAL:
        raise ValidationError(_("This language holds a translation; the original is in another language."))
    return text


def _source_of(subject: UUID) -> Revision | None:
    original = Text.objects.filter(subject=subject, state=Text.State.ORIGINAL).select_related("current").first()
    return original.current if original else None


def _write_wave(drafts: Sequence[Draft], *, by: UUID | None) -> None:
    sources = dict(
        Text.objects.filter(
            subject__in={draft.subject for draft in drafts if not draft.original}, state=Text.State.ORIGINAL
        ).values_list("subject", "current_id")
    )
    texts = Text.objects.bulk_create(
        [
            Text(
                subject=draft.subject,
                language=draft.language,
                state=Text.State.ORIGINAL if draft.original else Text.State.PUBLISHED,
            )
            for draft in drafts
        ],
        batch_size=500,
    )
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                text=text,
                number=1,
                fields=dict(draft.fields),
                source_id=sources.get(draft.subject),
                credit=draft.credit,
                translator=draft.translator,
                made_by=by,
            )
            for text, draft in zip(texts, drafts, strict=True)
        ],
        batch_size=500,
    )
    for text, revision in zip(texts, revisions, strict=True):
        text.current = revision
    Text.objects.bulk_update(texts, ["current"], batch_size=500)
