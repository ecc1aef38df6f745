"""How levels, periods, contributions and parts in projects are said to a reader, in the language of the page."""

from datetime import date
from urllib.parse import urlparse

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.network import wording
from hemicycle.network.partner_records import PARLIAMENT, type_of
from hemicycle.network.queries.deals import Deal, Gave, Undertaking
from hemicycle.network.queries.partnership import Party, partnership
from hemicycle.network.states.agreements import Gift, Level, Part, Standing
from hemicycle.network.states.organisations import OrganisationType
from hemicycle.ui.formatting import format_date, format_list, format_number


def level_name(level: str) -> str:
    return str(Level(level).label)


def level_meaning(level: str) -> str:
    """What partners of a level give, and what they get."""
    return {
        Level.KEYSTONE: _(
            "Keystone partners host hubs or give core funding, and have a seat in the Centre’s strategic governance."
        ),
        Level.FUNDING: _("Funding partners give money for the Centre’s work and stay in the background."),
        Level.SUPPORTING: _("Supporting partners give in kind, such as staff on secondment, by project or for a time."),
        Level.PROJECT: _("Project partners take part in single projects."),
        Level.UNKNOWN: _("No source says at which level these partners are; the rules of the levels leave them out."),
    }[Level(level)]


def type_name(value: str) -> str:
    """The kind of a partner, as lists are narrowed by it."""
    return _("Parliament") if value == PARLIAMENT else str(OrganisationType(value).label)


def types() -> dict[str, str]:
    return {PARLIAMENT: type_name(PARLIAMENT), **{value: str(label) for value, label in OrganisationType.choices}}


def type_of_party(party: Party) -> str:
    organisation = partnership().organisation_of.get(party.pk)
    return type_name(type_of(party.kind, organisation.current if organisation else {}))


def standing_name(thing: Deal | Undertaking, day: date | None = None) -> str:
    return str(Standing(thing.standing(day or timezone.localdate())).label)


def period_of(since: str, until: str) -> str:
    """From when until when; that nobody knows is said as well."""
    return wording.sentence_case(wording.period(since, until)) or _("Period not known")


def gift_name(gift: str) -> str:
    return str(Gift(gift).label)


def part_name(part: str) -> str:
    return str(Part(part).label)


def value_of(gave: Gave) -> str:
    """What a contribution is worth; nobody guesses where it is not known."""
    said = []
    if gave.amount is not None:
        said.append(_("%(amount)s %(currency)s") % {"amount": format_number(gave.amount), "currency": gave.currency})
    if gave.working_days is not None:
        days = ngettext("%(n)s working day", "%(n)s working days", gave.working_days)
        said.append(days % {"n": format_number(gave.working_days)})
    return format_list(said) if said else _("Value not known")


def signed_of(deal: Deal) -> str:
    """When and by whom it was signed; of what was only compiled nobody says that it was."""
    if deal.signed_on:
        return format_date(deal.signed_on)
    return _("Not known; compiled from public sources") if deal.shipped else _("Not known")


def host_of(address: str) -> str:
    """An address by its site and the last part of its path, which is what a reader judges a source by."""
    parsed = urlparse(address)
    site = parsed.netloc.removeprefix("www.") or address
    last = parsed.path.strip("/").rpartition("/")[2] or parsed.query
    return f"{site} · {last[:60]}" if last else site


def today() -> date:
    return timezone.localdate()
