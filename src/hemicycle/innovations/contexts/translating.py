"""A language version beside its original."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext as _

from hemicycle.core.models import Text
from hemicycle.innovations import drafts, wording
from hemicycle.innovations.contexts.describing import trail
from hemicycle.innovations.contexts.rewording import Pair, changes
from hemicycle.innovations.forms import WordsForm
from hemicycle.innovations.forms.fields import spoken
from hemicycle.innovations.forms.work import NAMES
from hemicycle.innovations.models import Case
from hemicycle.innovations.revisions import Working, offered, working
from hemicycle.innovations.states import CASE_TEXTS
from hemicycle.ui.formatting import language_name
from hemicycle.ui.languages import native_name
from hemicycle.ui.parts import Link

IN_WORDS: Mapping[str, Any] = {
    Text.State.MACHINE_DRAFT: lambda: _("Drafted by a machine; nobody has read it yet."),
    Text.State.IN_TRANSLATION: lambda: _("In the making; not published."),
    Text.State.PUBLISHED: lambda: _("Published."),
}


@dataclass(frozen=True)
class TranslatePage:
    """A language version beside the original."""

    template: ClassVar[str] = "innovations/telling/translate.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # where the version stands
    trail: tuple[Link, ...]  # the way here
    form: WordsForm  # the words in the other language
    pairs: tuple[Pair, ...]  # part by part, with what changed in the original since
    original: str  # the language of the original
    target: str  # the language of the version
    seen: int  # the revision that this page shows
    behind: bool  # whether the original has changed since
    machine: str  # who can draft it; empty if nobody can
    languages: tuple[Link, ...]  # the other versions that can be written
    publishes: bool  # whether this person may publish it; what others finish is checked first
    told: str  # what has just happened; may be empty
    error: str  # why something was refused; may be empty


def translation_form(case: Any, language: str, data: Any = None, *, credit: str = "") -> WordsForm:
    now = working(case.uid, language)
    source = drafts.original(case).fields
    labels = now.fields.get("measures", {})
    form = WordsForm(
        data,
        names=[name for name in CASE_TEXTS if source.get(name) or now.fields.get(name)],
        measures=source.get("measures", {}),
        credited=True,
        initial={
            **{name: now.fields.get(name, "") for name in CASE_TEXTS},
            **{f"measure-{key}": labels.get(key, "") for key in source.get("measures", {})},
            "credit": now.credit or credit,
        },
    )
    spoken(form, [name for name in form.fields if name != "credit"], language)
    return form


def translate_page(
    case: Case,
    language: str,
    form: WordsForm,
    *,
    machine: str,
    publishes: bool,
    told: str = "",
    error: str = "",
    clash: bool = False,
) -> TranslatePage:
    reading = drafts.original(case)
    now = working(case.uid, language)
    return TranslatePage(
        title=_("Translate into %(language)s") % {"language": language_name(language)},
        lead=_standing(now, offered=any(each.language == language for each in offered(case.uid))),
        trail=trail(case, reading["title"]),
        form=form,
        pairs=_translated_pairs(reading.fields, now, form, clash=clash),
        original=reading.language,
        target=language,
        seen=now.number,
        behind=bool(now.source) and now.source != reading.fields,
        machine=machine if not now.number else "",
        languages=tuple(
            Link(native_name(code), wording.address(f"{case.path}translate/{code}/"), language=code)
            for code, _name in settings.LANGUAGES
            if code not in {language, reading.language}
        ),
        publishes=publishes,
        told=told,
        error=error,
    )


def _translated_pairs(source: Mapping[str, Any], now: Working, form: WordsForm, *, clash: bool) -> tuple[Pair, ...]:
    labels = source.get("measures", {})
    texts = [
        (name, str(NAMES[name]), str(source.get(name, "")), str(now.source.get(name, "")), now.fields.get(name, ""))
        for name in CASE_TEXTS
        if name in form.fields
    ]
    figures = [
        (
            f"measure-{key}",
            _("Figure"),
            label,
            now.source.get("measures", {}).get(key, ""),
            now.fields.get("measures", {}).get(key, ""),
        )
        for key, label in labels.items()
    ]
    return tuple(
        Pair(name, label, text, changes(earlier, text) if now.source else (), form[name], written if clash else "")
        for name, label, text, earlier, written in (*texts, *figures)
    )


def _standing(now: Working, *, offered: bool) -> str:
    if offered:
        return _("Finished, and waiting to be checked before it is published.")
    if now.waits and now.state == Text.State.PUBLISHED:
        return _("Published; newer words wait.")
    return str(IN_WORDS[now.state]()) if now.state in IN_WORDS else _("Not begun.")
