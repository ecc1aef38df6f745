"""The words around a chart: bases, units, sources and headings."""

from collections.abc import Callable

from django.utils.translation import gettext, ngettext, pgettext

from hemicycle.kit.charts import Base, Chart, CountedThing, Hemicycle, Measure
from hemicycle.ui.formatting import format_date, format_number, format_percent


def counted(unit: CountedThing, n: int) -> str:
    """So many things in the reader's plural form."""
    forms: dict[CountedThing, Callable[[], str]] = {
        "chamber": lambda: ngettext("%(n)s chamber", "%(n)s chambers", n),
        "seat": lambda: ngettext("%(n)s seat", "%(n)s seats", n),
        "parliament": lambda: ngettext("%(n)s parliament", "%(n)s parliaments", n),
        "country": lambda: ngettext("%(n)s country", "%(n)s countries", n),
        "case": lambda: ngettext("%(n)s case", "%(n)s cases", n),
        "answer": lambda: ngettext("%(n)s answer", "%(n)s answers", n),
        "person": lambda: ngettext("%(n)s person", "%(n)s people", n),
    }
    return forms[unit]() % {"n": format_number(n)}


def base_words(base: Base) -> str:
    """The base of a figure, with the base of its wave where there was one."""
    if base.wave is None:
        return gettext("Base: %(things)s.") % {"things": counted(base.unit, base.n)}
    things = counted(base.unit, base.wave)
    return gettext("Base: %(n)s of %(things)s.") % {"n": format_number(base.n), "things": things}


def unit_words(chart: Chart) -> str:
    """What one mark stands for; empty when the chart needs no such sentence."""
    if not isinstance(chart, Hemicycle):
        return ""
    if chart.per_dot == 1:
        return gettext("One dot is one chamber.") if chart.unit == "chamber" else gettext("One dot is one seat.")
    things = counted(chart.unit, chart.per_dot)
    return gettext("One dot stands for %(things)s, rounded.") % {"things": things}


def notes(chart: Chart) -> tuple[str, ...]:
    """What one mark is, the base, the source and the date."""
    return tuple(sentence for sentence in (unit_words(chart), base_words(chart.base), source_words(chart)) if sentence)


def source_words(chart: Chart) -> str:
    """Where the values come from, and of when they are."""
    if not chart.as_of:
        return gettext("Source: %(source)s, date not stated.") % {"source": chart.source}
    return gettext("Source: %(source)s, %(date)s.") % {"source": chart.source, "date": format_date(chart.as_of)}


def heading_words(column: str) -> str:
    """The reader's heading for a machine-readable column; a column the chart named itself stays as it is."""
    headings: dict[str, Callable[[], str]] = {
        "group": lambda: pgettext("table heading", "Group"),
        "item": lambda: pgettext("table heading", "Item"),
        "chambers": lambda: pgettext("table heading", "Chambers"),
        "seats": lambda: pgettext("table heading", "Seats"),
        "percent": lambda: pgettext("table heading", "Share in percent"),
        "value": value_words,
        "low": lambda: pgettext("table heading", "Interval from"),
        "high": lambda: pgettext("table heading", "Interval to"),
        "mark": lambda: pgettext("table heading", "Compared with"),
        "before": lambda: pgettext("table heading", "Before"),
        "after": lambda: pgettext("table heading", "After"),
        "change": lambda: pgettext("table heading", "Change"),
        "key": lambda: pgettext("table heading", "Code"),
        "tile": lambda: pgettext("table heading", "Country"),
        "class": lambda: pgettext("table heading", "Class"),
    }
    return headings[column]() if column in headings else column


def measured(value: float | None, measure: Measure) -> str:
    """A value as the reader writes it; a value nobody knows says so."""
    if value is None:
        return not_known()
    return format_percent(value / 100) if measure == "percent" else format_number(round(value, 1))


def not_known() -> str:
    """The words for a missing value."""
    return gettext("not known")


def value_words() -> str:
    """The word for what the bars show."""
    return pgettext("table heading", "Value")


def interval_words() -> str:
    """The word for an interval whose kind the chart does not name."""
    return pgettext("legend", "Interval")
