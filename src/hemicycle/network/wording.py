"""How facts of the register are said to a reader, in the language of the page."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from markupsafe import Markup

from hemicycle.network import states
from hemicycle.network.queries import House
from hemicycle.network.states import FactName
from hemicycle.ui import formatting
from hemicycle.ui.languages import active_language

# CLDR's short name leaves out the Caribbean, which the region of the United Nations includes.
OWN_REGION_NAMES = {"latin-america-and-the-caribbean": gettext_lazy("Latin America and the Caribbean")}
DATA_LANGUAGE = "en"


def region_name(slug: str) -> str:
    return str(OWN_REGION_NAMES.get(slug) or formatting.territory_name(states.REGIONS[slug][1]))


def seats(number: int) -> str:
    return _seats_in(number, active_language())


@lru_cache(maxsize=4096)
def _seats_in(number: int, language: str) -> str:  # noqa: ARG001 - the language is part of the key.
    """A list says this two hundred times, and few numbers of seats are unlike."""
    return ngettext("%(n)s seat", "%(n)s seats", number) % {"n": formatting.format_number(number)}


def years(text: str) -> str:
    number = float(text)
    written = formatting.format_number(number)
    return ngettext("%(n)s year", "%(n)s years", formatting.counting_like(number)) % {"n": written}


def people(text: str) -> str:
    return formatting.format_compact(int(text))


def _chosen_from(labels: Mapping[str, Any]) -> Callable[[str], str]:
    return lambda value: str(labels.get(value, value))


SAID: dict[str, Callable[[str], str]] = {
    FactName.SEATS: lambda value: formatting.format_number(int(value)),
    FactName.TERM_YEARS: years,
    FactName.ELECTION_SYSTEM: _chosen_from(states.ELECTION_SYSTEMS),
    FactName.STATUS: _chosen_from(states.STATUSES),
    FactName.STRUCTURE: _chosen_from(states.STRUCTURES),
    FactName.IPU_MEMBER: _chosen_from(states.MEMBERSHIPS),
    FactName.IPU_GROUP: _chosen_from(states.IPU_GROUPS),
    FactName.INCOME_GROUP: _chosen_from(states.INCOME_GROUPS),
    FactName.REGION: lambda value: region_name(states.REGION_SLUGS.get(value, value)),
    FactName.POPULATION: people,
    FactName.LANGUAGE: formatting.language_name,
    FactName.INNOVATION_FORM: _chosen_from(dict(states.InnovationForm.choices)),
    FactName.ORGANISATION_TYPE: _chosen_from(dict(states.OrganisationType.choices)),
}


def said(name: str, value: str) -> str:
    """The value of a fact, written for the reader."""
    return SAID[name](value) if name in SAID else value


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def moment(text: str) -> str:
    """A day, a month or a year written out; a fiscal year stays as its source calls it."""
    return formatting.format_date(text) if text[:1].isdigit() else text


def period(since: str, until: str) -> str:
    """From when until when, as far as anybody knows."""
    if since and until:
        return _("%(since)s to %(until)s") % {"since": moment(since), "until": moment(until)}
    if since:
        return _("since %(since)s") % {"since": moment(since)}
    return _("until %(until)s") % {"until": moment(until)} if until else ""


def in_english(text: str) -> str:
    """A text of the data, which is in English, marked as such on pages in other languages."""
    if not text or active_language() == DATA_LANGUAGE:
        return text
    return Markup('<bdi lang="en">{}</bdi>').format(text)


def cited(title: str, moment_or_period: str) -> str:
    """A source and the time that it speaks of; the comma is the language's own."""
    if not moment_or_period:
        return in_english(title)
    words = {"source": in_english(title), "time": moment_or_period}
    return Markup(_("%(source)s, %(time)s")) % words  # noqa: S704 - the pattern is ours, what goes in is escaped.


def time_of(since: str, until: str, as_of: str) -> str:
    """The period for which a value holds, else the time of which its source speaks."""
    return period(since, until) or (moment(as_of) if as_of else "")


def unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def lead(house: House, chambers: int) -> str:
    """What the body is, in two or three short sentences."""
    current = house.current
    parts = [_constitution(house, chambers)]
    if current.get("income_group") and current.get("population"):
        words = {
            "income": said(FactName.INCOME_GROUP, current["income_group"]),
            "population": people(current["population"]),
        }
        parts.append(_("%(income)s; population %(population)s.") % words)
    if current.get("status", "functioning") != "functioning":
        parts.append(_("Status: %(status)s.") % {"status": said(FactName.STATUS, current["status"])})
    return " ".join(part for part in parts if part)


def _constitution(house: House, chambers: int) -> str:
    number = house.seats
    if not number:
        return ngettext("%(n)s chamber.", "%(n)s chambers.", chambers) % {"n": formatting.format_number(chambers)}
    words = {"seats": formatting.format_number(number)}
    if chambers <= 1:
        return ngettext("One chamber with %(seats)s seat.", "One chamber with %(seats)s seats.", number) % words
    return (
        ngettext("Two chambers with %(seats)s seat in all.", "Two chambers with %(seats)s seats in all.", number)
        % words
    )
