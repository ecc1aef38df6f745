"""Dates, numbers, lists and names as the reader's language writes them (CLDR, by Babel)."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale, dates, lists, numbers
from babel.units import format_unit
from django.utils.timezone import is_aware, localtime

from hemicycle.ui.languages import active_language, active_locale, locale_name

Number = int | float | Decimal
# One whole number for each of CLDR's plural categories, in any of our languages.
WHOLE_EXAMPLES = (1, 100, 2, 3, 11, 0)
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def format_date(value: date | datetime | str, locale: Locale | None = None) -> str:
    """A date written out: `5 January 2026`.

    A string may be partial, as sources often are: `2026` stays a year, `2026-01` becomes a month and its year.
    """
    chosen = locale or active_locale()
    if isinstance(value, str):
        return _format_partial(value, chosen)
    if isinstance(value, datetime) and is_aware(value):
        value = localtime(value)
    return dates.format_date(value, "long", locale=chosen)


def _format_partial(value: str, locale: Locale) -> str:
    found = PARTIAL_DATE.fullmatch(value)
    if not found:
        raise ValueError(f"“{value}” is not a date: write 2026, 2026-01 or 2026-01-05.")
    year, month, day = found.groups()
    if day:
        return dates.format_date(date(int(year), int(month), int(day)), "long", locale=locale)
    if month:
        return dates.format_skeleton("yMMMM", date(int(year), int(month), 1), locale=locale)
    return dates.format_skeleton("y", date(int(year), 1, 1), locale=locale)


def format_day(moment: date | datetime, locale: Locale | None = None) -> str:
    """A day with the name of the day, in the zone that the moment bears: `Wednesday, 25 November 2026`."""
    return dates.format_date(moment, "full", locale=locale or active_locale())


def format_month(moment: date | datetime, locale: Locale | None = None) -> str:
    """A month and its year: `November 2026`."""
    day = date(moment.year, moment.month, 1)
    return dates.format_skeleton("yMMMM", day, locale=locale or active_locale())


def format_time(moment: datetime, locale: Locale | None = None) -> str:
    """Hours and minutes in the zone that the moment bears: `14:05`, `2:05 م`."""
    return dates.format_time(moment, "short", tzinfo=moment.tzinfo, locale=locale or active_locale())


def format_zone(moment: datetime, name: str, locale: Locale | None = None) -> str:
    """The zone as its readers know it, with its distance from UTC at that moment: `Kathmandu · GMT+05:45`."""
    chosen = locale or active_locale()
    city = dates.get_timezone_location(name, locale=chosen, return_city=True)
    distance = dates.get_timezone_gmt(moment, "long", locale=chosen)
    return f"{city} · {distance}" if name != "UTC" else city


def format_number(value: Number, decimals: int | None = None, locale: Locale | None = None) -> str:
    """A number with the reader's separators: `1,234.5`; `decimals` fixes the places, none keeps up to three."""
    return _format_number(value, decimals, str(locale) if locale else locale_name(active_language()))


@lru_cache(maxsize=20_000)
def _format_number(value: Number, decimals: int | None, locale: str) -> str:
    """A list shows the same counts again and again, and CLDR's patterns take their time."""
    pattern = None if decimals is None else f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return numbers.format_decimal(value, format=pattern, locale=locale)


def format_percent(share: Number, decimals: int = 0, locale: Locale | None = None) -> str:
    """A share of one as a percentage: `0.51` becomes `51%`, `51 %` in French."""
    chosen = locale or active_locale()
    pattern = chosen.percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("##0", f"##0.{'0' * decimals}")
    return numbers.format_percent(share, format=pattern, locale=chosen)


def format_compact(value: Number, locale: Locale | None = None) -> str:
    """A large number in words: `19 million`, `1.2 thousand`; below a thousand it stays as it is."""
    chosen = locale or active_locale()
    leading = abs(float(value))
    if leading < 1_000:
        return format_number(value, locale=chosen)
    while leading >= 1_000:
        leading /= 1_000
    places = 1 if leading < 10 else 0
    return numbers.format_compact_decimal(value, format_type="long", locale=chosen, fraction_digits=places)


def plural_form(value: Number, locale: Locale | None = None) -> str:
    """CLDR's plural category: `one`, `few`, `many`, `other` …; for charts, which carry their own words."""
    return (locale or active_locale()).plural_form(value)


def counting_like(value: Number, locale: Locale | None = None) -> int:
    """A whole number that takes the same words as `value`, for gettext, which knows whole numbers alone.

    A broken number such as 1.5 is plural in English, singular in French, and a form of its own in Arabic.
    """
    if value == int(value):
        return int(value)
    wanted = plural_form(value, locale)
    return next((number for number in WHOLE_EXAMPLES if plural_form(number, locale) == wanted), 2)


def format_list(items: Iterable[object], style: str = "standard", locale: Locale | None = None) -> str:
    """Several things in one sentence: `a, b and c`; style `or` gives alternatives."""
    words = [str(item) for item in items]
    chosen = locale or active_locale()
    return lists.format_list(words, style=style, locale=chosen) if words else ""  # type: ignore[arg-type]


def language_name(code: str, locale: Locale | None = None) -> str:
    """A language's name in the reader's language; a code that CLDR does not know stays a code."""
    chosen = locale or active_locale()
    known = chosen.languages
    return str(known.get(code.replace("-", "_")) or known.get(code.partition("-")[0], code))


def territory_name(code: str, locale: Locale | None = None) -> str:
    """A territory's name by CLDR; a code that CLDR does not know stays a code."""
    return str((locale or active_locale()).territories.get(code.upper(), code))


def format_file_size(octets: int, locale: Locale | None = None) -> str:
    """The size of a download: `12 kB`, `3.4 MB`."""
    chosen = locale or active_locale()
    for unit, size in (("megabyte", 1_000_000), ("kilobyte", 1_000)):
        if octets >= size:
            places = 1 if octets < 10 * size and unit == "megabyte" else 0
            return _with_unit(round(octets / size, places), f"digital-{unit}", chosen)
    return _with_unit(octets, "digital-byte", chosen)


def _with_unit(value: Number, unit: str, locale: Locale) -> str:
    return format_unit(value, unit, length="short", locale=locale)
