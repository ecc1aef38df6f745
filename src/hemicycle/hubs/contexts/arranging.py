"""How a hub says what it is for, how it works, and who holds an office in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.models import Text
from hemicycle.hubs.actions.doors import number_of
from hemicycle.hubs.contexts.shared import FormPage, Words, person_name, run_address, run_trail, version_links
from hemicycle.hubs.forms.hosting import HubWordsForm
from hemicycle.hubs.models import Hub
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import Joining
from hemicycle.network.states import Role
from hemicycle.ui.formatting import format_date, language_name
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Holder:
    """Somebody who holds an office in the hub."""

    uid: str  # of the office
    name: str  # as they gave it
    office: str  # which
    term: str  # from when until when
    mail: str  # their address, for those who run the hub


@dataclass(frozen=True)
class PeoplePage:
    """Who runs a hub and who sits in its steering group."""

    template: ClassVar[str] = "hubs/run/people.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what the offices mean
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    holders: tuple[Holder, ...]  # coordinators first
    form: Any  # by which an office is given
    error: str  # why what was pressed could not be done


def people_page(hub: Hub, form: Any, *, error: str = "") -> PeoplePage:
    return PeoplePage(
        title=_("Coordinators and steering group"),
        lead=_(
            "Coordinators run the hub. Its steering group takes part in everything inside, and decides nothing here."
        ),
        place=hub.body.name,
        trail=run_trail(hub),
        holders=tuple(_holder(office) for office in running.offices_in(hub)),
        form=form,
        error=error,
    )


def released_already() -> str:
    return _("This office has ended already.")


def ways_of(hub: Hub) -> dict[str, Any]:
    return {
        "languages": hub.languages,
        "region": hub.region,
        "countries": hub.countries,
        "topics": list(hub.topics.values_list("code", flat=True)),
        "joining": hub.joining if hub.joining != Joining.UNKNOWN else Joining.ON_REQUEST,
        "accent": hub.accent,
    }


def settings_page(hub: Hub, form: Any) -> FormPage:
    return FormPage(
        title=_("Languages, topics, colour"),
        lead=_("How the hub works and looks. You decide it; the secretariat is not asked."),
        place=hub.body.name,
        trail=run_trail(hub),
        form=form,
        button_text=_("Save"),
        files=False,
        beside=(),
        versions=(),
        acts=(),
        remarks=(),
    )


def language_asked(asked: str, usual: str) -> str:
    return asked if asked in dict(settings.LANGUAGES) else usual


def words_form(hub: Hub, language: str, typed: Mapping[str, Any] | None = None) -> HubWordsForm:
    """The words as they stand; or those that were typed, to be compared with what somebody else wrote meanwhile."""
    text = Text.objects.filter(subject=hub.uid, language=language).select_related("current").first()
    fields = text.current.fields if text is not None and text.current is not None else {}
    first = {name: (typed or fields).get(name, "") for name in ("purpose", "focus")}
    return HubWordsForm(initial={**first, "seen": number_of(text)})


def words_page(hub: Hub, language: str, form: Any, *, moved: str = "") -> FormPage:
    reading = texts.read([hub.uid], language).get(hub.uid)
    known = texts.all_languages([hub.uid]).get(hub.uid, {})
    original = reading.original if reading else language
    beside = []
    if moved and language in known:
        beside.append(_words(_("As it stands now"), language, known[language]))
    if original != language and original in known:
        beside.append(_words(_("The original"), original, known[original]))
    return FormPage(
        title=_("What the hub is for, in %(language)s") % {"language": language_name(language)},
        lead=_("Whoever reads another language than those written here gets English, or else the original."),
        place=hub.body.name,
        trail=run_trail(hub),
        form=form,
        button_text=_("Save"),
        files=False,
        beside=tuple(beside),
        versions=version_links(reading, run_address(hub, "words/"), hub.languages),
        acts=(),
        remarks=(moved,) if moved else (),
    )


def _words(heading: str, language: str, fields: Mapping[str, Any]) -> Words:
    labels = {"purpose": _("What it is for"), "focus": _("What it works on")}
    parts = tuple((label, str(fields[name])) for name, label in labels.items() if fields.get(name))
    return Words(heading, language, parts)


def _holder(office: Any) -> Holder:
    since = _("since %(date)s") % {"date": format_date(office.since)}
    until = _("until %(date)s") % {"date": format_date(office.until)} if office.until else ""
    return Holder(
        uid=str(office.uid),
        name=person_name(office.person),
        office=_("Coordinator") if office.role == Role.COORDINATOR else _("Steering group"),
        term=f"{since}, {until}" if until else since,
        mail=office.person.email,
    )
