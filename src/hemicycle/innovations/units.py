"""The units in which figures of cases are given, in the reader's plural form; the data names them in English."""

from decimal import Decimal
from typing import Any

from django.utils.translation import ngettext_lazy

from hemicycle.ui.formatting import counting_like, format_number, format_percent

UNITS: dict[str, Any] = {
    "applications": ngettext_lazy("application", "applications"),
    "areas": ngettext_lazy("area", "areas"),
    "bills": ngettext_lazy("bill", "bills"),
    "countries": ngettext_lazy("country", "countries"),
    "days": ngettext_lazy("day", "days"),
    "document types": ngettext_lazy("type of document", "types of document"),
    "documents": ngettext_lazy("document", "documents"),
    "drafts": ngettext_lazy("draft", "drafts"),
    "events": ngettext_lazy("event", "events"),
    "hours": ngettext_lazy("hour", "hours"),
    "ideas": ngettext_lazy("idea", "ideas"),
    "inputs": ngettext_lazy("contribution", "contributions"),
    "languages": ngettext_lazy("language", "languages"),
    "laws": ngettext_lazy("law", "laws"),
    "lines": ngettext_lazy("line", "lines"),
    "meetings": ngettext_lazy("meeting", "meetings"),
    "members": ngettext_lazy("member", "members"),
    "modules": ngettext_lazy("module", "modules"),
    "months": ngettext_lazy("month", "months"),
    "people": ngettext_lazy("person", "people"),
    "petitions": ngettext_lazy("petition", "petitions"),
    "projects": ngettext_lazy("project", "projects"),
    "releases": ngettext_lazy("release", "releases"),
    "requests": ngettext_lazy("request", "requests"),
    "seats": ngettext_lazy("seat", "seats"),
    "services": ngettext_lazy("service", "services"),
    "sessions": ngettext_lazy("session", "sessions"),
    "signatures": ngettext_lazy("signature", "signatures"),
    "steps": ngettext_lazy("step", "steps"),
    "tools": ngettext_lazy("tool", "tools"),
    "topics": ngettext_lazy("topic", "topics"),
    "users": ngettext_lazy("user", "users"),
    "votes": ngettext_lazy("vote", "votes"),
    "weeks": ngettext_lazy("week", "weeks"),
    "years": ngettext_lazy("year", "years"),
}


def counted(value: Any, unit: str) -> str:
    """A figure with its unit: `6 weeks`; a unit that is not in the list above stays as the data has it."""
    number = Decimal(str(value))
    if unit == "percent":
        return format_percent(number / 100, 0 if number == int(number) else 1)
    form = UNITS[unit] % counting_like(number) if unit in UNITS else unit
    return f"{format_number(number)} {form}".strip()
