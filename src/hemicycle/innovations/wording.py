"""How cases and use cases are said to a reader, in the language of the page."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from hemicycle.innovations.queries import End
from hemicycle.innovations.states import Stage
from hemicycle.network.queries import Register, register
from hemicycle.ui.formatting import counting_like, format_date, format_number
from hemicycle.ui.parts import Link

MOST_COUNTRIES = 3
OWN_CREDIT = "Translated by this project, not reviewed by a native speaker"


def places(
    body: int | None, body_name: str, countries: Iterable[str], held: Register | None = None
) -> tuple[Link, ...]:
    """The countries, then the body, each with the address of its profile where it has one."""
    held = held or register()
    house = held.by_pk.get(body) if body else None
    keys = list(countries) or ([house.place.key] if house and house.place else [])
    named = [Link(held.places[key].name, _profile(key, held)) for key in keys[:MOST_COUNTRIES] if key in held.places]
    if house:
        return (*named, Link(house.name, house.get_absolute_url(), language=house.name_language))
    return (*named, Link(body_name, "")) if body_name else tuple(named)


def place(body: int | None, body_name: str, countries: Iterable[str], held: Register | None = None) -> str:
    """The same as one line: `Zambia · National Assembly`."""
    return " · ".join(link.label for link in places(body, body_name, countries, held))


def place_of_end(end: End, held: Register | None = None) -> str:
    """One end of a link in a sentence: `Zambia (National Assembly)`."""
    first, *rest = [link.label for link in places(end.body, end.body_name, end.countries, held)] or [""]
    return f"{first} ({', '.join(rest)})" if rest else first


def country_of_end(end: End, held: Register | None = None) -> str:
    """The country of one end of a link, or the body where it has none."""
    return next((link.label for link in places(end.body, end.body_name, end.countries, held)), "")


def stage(code: str, as_of: str) -> str:
    """The stage and the time of which that is known."""
    label = str(Stage(code).label)
    if code == Stage.UNKNOWN:
        return label
    if not as_of:
        return _("%(stage)s, date not stated") % {"stage": label}
    return _("%(stage)s as of %(date)s") % {"stage": label, "date": format_date(as_of)}


def months(number: Decimal) -> str:
    return ngettext("%(n)s month", "%(n)s months", counting_like(number)) % {"n": format_number(number)}


def dates(began: str, ended: str) -> str:
    """From when until when, as far as anybody knows."""
    if began and ended:
        return _("%(since)s to %(until)s") % {"since": format_date(began), "until": format_date(ended)}
    if ended:
        return _("until %(until)s") % {"until": format_date(ended)}
    return format_date(began) if began else ""


def address(path: str) -> str:
    return f"/{get_language()}{path}"


def own_case_address(adoption: UUID) -> str:
    """Where a house begins its own case of what it said that it took over."""
    return address(f"/cases/new/?adopted={adoption}")


def _profile(key: str, held: Register) -> str:
    house = held.get(key)
    return house.get_absolute_url() if house else ""


def credit(given: str) -> str:
    """The credit of a translation; that of the shipped translations is known in every language."""
    own = _("Translated by this project, not reviewed by a native speaker")
    return own if given.casefold() == OWN_CREDIT.casefold() else given
