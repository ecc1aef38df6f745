"""What the pages of the members' directory receive."""

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.accounts.models import Person
from hemicycle.core.lists import no_page, page_number, pages_of
from hemicycle.network import queries, seating
from hemicycle.network.models import DirectoryEntry
from hemicycle.topics.queries import vocabulary
from hemicycle.ui.formatting import format_list, format_number, language_name
from hemicycle.ui.parts import Link, Pages

PAGE_SIZE = 40


@dataclass(frozen=True)
class Member:
    """One listed person."""

    name: str  # of the person
    offices: tuple[str, ...]  # what they hold today
    topics: str  # about what one can ask them
    languages: str  # in which one can write to them
    mail: str  # their address, if they chose to show it
    write: str  # where one writes to them; empty on one's own entry


@dataclass(frozen=True)
class DirectoryPage:
    """Members who chose to be listed, narrowed by what is sought."""

    template: ClassVar[str] = "network/members/directory.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many there are
    form: Any  # what is sought
    members: tuple[Member, ...]  # of this page of the list
    pages: Pages  # where this page stands
    mine: str  # where one chooses to be listed
    sent: bool  # whether a letter has just been sent


@dataclass(frozen=True)
class ListingPage:
    """What a person shows in the directory."""

    template: ClassVar[str] = "network/members/listing.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who reads the directory
    trail: tuple[Link, ...]  # the way here
    form: Any  # the choices


@dataclass(frozen=True)
class WritePage:
    """The form by which one member writes to another."""

    template: ClassVar[str] = "network/members/write.html"
    indexed: ClassVar[bool] = False

    title: str  # to whom
    lead: str  # what goes with the letter
    trail: tuple[Link, ...]  # the way here
    form: Any  # the letter


def directory_page(viewer: Person, form: Any, parameters: Any) -> DirectoryPage:
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.listed_to(viewer, queries.Sought(**chosen))
    total = found.count()
    number = page_number(parameters.get("page", ""))
    start = (number - 1) * PAGE_SIZE
    if number > 1 and start >= total:
        raise no_page(number)
    path = reverse("network:members")
    given = {name: value for name, value in chosen.items() if value}
    said = ngettext("%(n)s member", "%(n)s members", total)
    return DirectoryPage(
        title=_("Members’ directory"),
        lead=said % {"n": format_number(total)},
        form=form,
        members=tuple(
            _member(entry, viewer) for entry in queries.with_what_they_show(found)[start : start + PAGE_SIZE]
        ),
        pages=pages_of(number, total, PAGE_SIZE, lambda to: f"{path}?{urlencode({**given, 'page': to})}"),
        mine=reverse("network:listing"),
        sent="sent" in parameters,
    )


def listing_page(form: Any) -> ListingPage:
    return ListingPage(
        title=_("My entry in the directory"),
        lead=_("Whether you are listed is your choice alone. People who hold an office here read the directory."),
        trail=_trail(),
        form=form,
    )


def write_page(entry: DirectoryEntry, viewer: Person, form: Any) -> WritePage:
    lead = _("Your letter is mailed with your name and your address, %(mail)s, so that they can answer you.")
    return WritePage(
        title=_("Write to %(person)s") % {"person": seating.name_of(entry.person)},
        lead=lead % {"mail": viewer.email},
        trail=_trail(),
        form=form,
    )


def body_choices() -> list[tuple[str, str]]:
    """Parliaments and regional bodies, by country."""
    register = queries.register()
    houses = (*register.parliaments, *register.regional_bodies)
    named = ((house.key, house.place.name if house.place else house.name) for house in houses)
    return sorted(named, key=lambda choice: choice[1].casefold())


def _trail() -> tuple[Link, ...]:
    return (Link(_("Members’ directory"), reverse("network:members")),)


def _member(entry: Any, viewer: Person) -> Member:
    known = vocabulary().by_pk
    topics = [known[topic.pk].label for topic in entry.topics.all() if topic.pk in known]
    return Member(
        name=seating.name_of(entry.person),
        offices=tuple(seating.seat_name(office.role, office.body) for office in entry.person.running),
        topics=format_list(topics),
        languages=format_list(language_name(language.code) for language in entry.languages.all()),
        mail=entry.person.email if entry.shows_mail else "",
        write="" if entry.person_id == viewer.pk else reverse("network:write", args=[entry.person.uid]),
    )
