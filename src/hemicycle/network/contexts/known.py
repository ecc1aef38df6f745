"""Facts as readers see them: the value in words, its source and time, and why it may be wrong."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from hemicycle.core import days
from hemicycle.network import wording
from hemicycle.network.models import Fact
from hemicycle.network.periods import latest
from hemicycle.network.states import FactName
from hemicycle.ui import parts
from hemicycle.ui.formatting import format_list
from hemicycle.ui.parts import Cell, Column


def held(facts: Sequence[Fact], name: str) -> list[Fact]:
    """The facts of the latest period; several where a body may have several, in the order in which they were given."""
    found = [fact for fact in latest(facts, name, days.today()) if isinstance(fact, Fact)]
    return sorted(found, key=lambda fact: fact.pk)


def known(facts: Sequence[Fact], name: str) -> parts.Fact | None:
    """What the latest period says; nothing if no source says anything."""
    found = held(facts, name)
    if not found:
        return None
    return parts.Fact(
        label=str(FactName(name).label), value=value_of(found), note=note_of(found[0]), doubtful=doubt_of(found)
    )


def value_of(facts: Sequence[Fact]) -> str:
    words = format_list([wording.said(fact.name, fact.value) for fact in facts])
    if facts[0].name == FactName.WEBSITE:
        return website(facts[0])
    return wording.sentence_case(words)


def website(fact: Fact) -> str:
    """An address that nobody has checked is text and no link."""
    if fact.doubtful:
        return Markup('<bdi class="website" dir="ltr">{}</bdi>').format(fact.value)
    return Markup('<a class="website" href="{}" dir="ltr">{}</a>').format(fact.value, fact.value)


def note_of(fact: Fact) -> str:
    """The source, with the period for which it holds or the time of which it speaks."""
    return wording.cited(fact.source.title, wording.time_of(fact.since, fact.until, fact.as_of))


def address_of(fact: Fact) -> str:
    return fact.source.address if fact.source.address.startswith("https://") else ""


def doubt_of(facts: Iterable[Fact]) -> str:
    """Why the value may be wrong, in the words of the data; empty when nobody doubts it."""
    doubtful = [fact for fact in facts if fact.doubtful]
    if not doubtful:
        return ""
    notes = [note for note in dict.fromkeys(fact.note for fact in doubtful) if note]
    if notes:
        return Markup(" ").join(wording.in_english(note) for note in notes)
    return _("Nobody has verified this.")


def alike(fact: Fact) -> tuple[object, ...]:
    """What facts have in common that one row can tell: everything but the value."""
    return (fact.body_id, fact.name, fact.since, fact.until, fact.as_of, fact.source_id, fact.doubtful, fact.note)


def history_columns() -> tuple[Column, ...]:
    return (
        Column(_("Fact")),
        Column(_("Value")),
        Column(_("Period")),
        Column(_("As of")),
        Column(_("Source")),
    )


def history_row(label: str, facts: Sequence[Fact]) -> tuple[str | Cell, ...]:
    """One period of one fact, or of several that are alike, for the table of facts and their sources."""
    fact = facts[0]
    note = "" if fact.doubtful or not fact.note else wording.in_english(fact.note)
    return (
        label,
        Cell(text=value_of(facts), doubtful=doubt_of(facts), note=note),
        wording.sentence_case(wording.period(fact.since, fact.until)),
        wording.unbroken(wording.moment(fact.as_of)) if fact.as_of else _("not stated"),
        Cell(text=wording.in_english(fact.source.title), address=address_of(fact)),
    )
