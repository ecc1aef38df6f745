"""What hubs, their hosts and their members are called on pages and in mails."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hemicycle.network.queries import register
from hemicycle.network.states import BodyKind
from hemicycle.ui.formatting import format_date, format_list, language_name
from hemicycle.ui.parts import Link


def address(path: str) -> str:
    """A path of ours in the reader's language."""
    return f"/{get_language()}{path}"


def body_link(row: Mapping[str, Any]) -> Link:
    """A body as JSON rows name it (`key`, `kind`, `name`, `parent`): by country and name, with its page."""
    house = register().get(row["key"])
    if house is not None:
        place = f"{house.place.name} · " if house.place else ""
        return Link(f"{place}{house.name}", house.get_absolute_url())
    if row["kind"] == BodyKind.ORGANISATION:
        return Link(row["name"], address(f"/partners/{row['key']}/"))
    return Link(row["name"], "")


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
    return format_list([language_name(code) for code in codes]) if codes else _("not known")
