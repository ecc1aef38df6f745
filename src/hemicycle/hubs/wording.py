"""What hubs, their hosts and their members are called on pages and in mails."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from hemicycle.core.texts import Reading
from hemicycle.hubs.states import HubKind
from hemicycle.network.queries import register
from hemicycle.network.queries.deals import ORGANISATION_PREFIX
from hemicycle.network.states import BodyKind
from hemicycle.ui.formatting import format_date, format_list, language_name
from hemicycle.ui.parts import Link

OWN_CREDIT = "translated by this project, not reviewed by a native speaker"


def address(path: str) -> str:
    """A path of ours in the reader's language."""
    return f"/{get_language()}{path}"


def kind_name(sort: str) -> str:
    return {HubKind.REGIONAL: _("Regional hub"), HubKind.THEMATIC: _("Thematic hub")}[HubKind(sort)]


def body_link(row: Mapping[str, Any], note: str = "") -> Link:
    """A body as JSON rows name it (`key`, `kind`, `name`, `parent`): by country and name, with its page."""
    house = register().get(row["key"])
    if house is not None:
        return Link(house.title, house.get_absolute_url(), note)
    if row["kind"] == BodyKind.ORGANISATION:
        return Link(row["name"], address(f"/partners/{row['key'].removeprefix(ORGANISATION_PREFIX)}/"), note)
    return Link(row["name"], "", note)


def source_link(source: str) -> Link:
    """An address as a reader judges it: by its site and path."""
    parts = urlsplit(source)
    path = f"{parts.path.rstrip('/')}{'?' if parts.query else ''}{parts.query}"
    return Link(f"{parts.netloc.removeprefix('www.')}{path}", source)


def period(since: str, until: str) -> str:
    """From when to when, as precise as it is known."""
    if since and until:
        return _("%(since)s to %(until)s") % {"since": format_date(since), "until": format_date(until)}
    if since:
        return _("since %(since)s") % {"since": format_date(since)}
    if until:
        return _("until %(until)s") % {"until": format_date(until)}
    return _("time not known")


def languages(codes: list[str]) -> str:
    return format_list([language_name(code) for code in codes]) if codes else pgettext("languages", "not known")


def translated(reading: Reading) -> list[str]:
    """That words were translated, from what and by whom; nothing of an original."""
    if reading.is_other_language or reading.language == reading.original:
        return []
    said = _("Translated from the original in %(language)s.") % {"language": language_name(reading.original)}
    return [said, *([f"{credit(reading.credit)}."] if reading.credit else [])]


def compiled(day: date) -> str:
    """Of what was loaded: since when, and that nobody of the hub has said it."""
    words = _("Compiled from public sources on %(date)s; the hub itself has not confirmed it.")
    return words % {"date": format_date(day)}


def credit(given: str) -> str:
    """The credit of a translation; that of the shipped translations is known in every language."""
    own = _("Translated by this project, not reviewed by a native speaker")
    return own if given.casefold() == OWN_CREDIT else given
