"""What several pages of those who run hubs share: the way here, people by name, forms, words given back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.texts import Reading
from hemicycle.hubs import wording
from hemicycle.hubs.models import Hub
from hemicycle.network.models import Body
from hemicycle.network.queries.partnership import party
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import native_name
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class FormPage:
    """One form of those who run a hub, with what is to be known before it is filled."""

    template: ClassVar[str] = "hubs/run/form.html"
    indexed: ClassVar[bool] = False

    title: str  # what is done here
    lead: str  # what follows from it
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    form: Any  # what can be typed
    button_text: str  # a verb
    files: bool  # whether a file can be handed in
    beside: tuple["Words", ...]  # the same words in another language, or as somebody else has written them meanwhile
    versions: tuple[Link, ...]  # the languages in which it is told, each with its state
    acts: tuple[tuple[str, str], ...]  # what else can be done at once: the act and its verb
    remarks: tuple[str, ...]  # what is to be known first
    ways: tuple[Link, ...] = ()  # where it is shown, and its file
    picture: str = ""  # address of the picture that it has; empty without one


@dataclass(frozen=True)
class Words:
    """Words that stand beside a form."""

    heading: str  # whose they are
    language: str  # in which they are
    parts: tuple[tuple[str, str], ...]  # what each part is called, and what it says


@dataclass(frozen=True)
class UnsentPage:
    """What somebody wrote and could not send, given back to them."""

    template: ClassVar[str] = "hubs/run/unsent.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not kept
    lead: str  # why, and what to do
    typed: tuple[str, ...]  # what they had written


def unsent_page(lead: str, typed: Sequence[str]) -> UnsentPage:
    longest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return UnsentPage(_("This was not kept"), lead, tuple(text[:longest] for text in typed))


def trail_of(hub: Hub, *more: Link) -> tuple[Link, ...]:
    return (Link(_("Hubs"), wording.address("/hubs/")), Link(hub.body.name, hub.get_absolute_url()), *more)


def run_trail(hub: Hub, *more: Link) -> tuple[Link, ...]:
    return trail_of(hub, Link(_("Run this hub"), run_address(hub)), *more)


def run_address(hub: Hub, below: str = "") -> str:
    return wording.address(f"{hub.path}run/{below}")


def body_title(body: Body) -> str:
    """A body as everybody knows it, with its country."""
    known = party(body.pk)
    return known.title if known is not None else body.name


def body_link(body: Body, note: str = "") -> Link:
    known = party(body.pk)
    return Link(known.title, known.address, note) if known is not None else Link(body.name, "", note)


def body_choices(bodies: Iterable[Body]) -> list[tuple[str, str]]:
    """Bodies to choose from, by what they are called."""
    return sorted(((body.key, body_title(body)) for body in bodies), key=lambda choice: choice[1].casefold())


def when(since: str, until: str) -> str:
    """When an activity takes place; empty if nobody has said it."""
    if since and until and since != until:
        return wording.period(since, until)
    if since:
        return format_date(since) if until else _("from %(since)s") % {"since": format_date(since)}
    return _("until %(until)s") % {"until": format_date(until)} if until else ""


def person_name(person: Person) -> str:
    """The name that somebody gave; never their address."""
    return person.name.strip() or _("Somebody who has not given a name")


def version_links(reading: Reading | None, address: str, wanted: Sequence[str] = ()) -> tuple[Link, ...]:
    """Each language of the site with the state of the words in it, and where they are written."""
    known = {version.language: version for version in reading.versions} if reading else {}
    original = reading.original if reading else ""
    found = []
    for code in dict.fromkeys([*([original] if original else []), *wanted, *(code for code, _n in settings.LANGUAGES)]):
        version = known.get(code)
        found.append(Link(native_name(code), f"{address}?language={code}", _state(version, code, original), code))
    return tuple(found)


def _state(version: Any, code: str, original: str) -> str:
    if version is None:
        return _("not yet")
    if code == original:
        return _("the original")
    return _("behind the original") if version.behind else _("up to date")


def words_beside(heading: str, language: str, fields: Mapping[str, Any], labels: Mapping[str, str]) -> Words:
    parts = tuple((label, str(fields.get(name) or "")) for name, label in labels.items())
    return Words(heading, language, tuple(part for part in parts if part[1]))
