"""The page of a hub."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from markupsafe import Markup

from hemicycle.core import panels, texts
from hemicycle.core.texts import Reading
from hemicycle.hubs import figures, queries, wording
from hemicycle.hubs.analysis import countries_for, hosting_on
from hemicycle.hubs.contexts import matter
from hemicycle.hubs.contexts.hosting import Hosting, hosting_of
from hemicycle.hubs.contexts.matter import Made, Planned, Told
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubState, Joining, MemberState
from hemicycle.hubs.ways import ways_for
from hemicycle.kit.charts import TileGrid
from hemicycle.kit.words.folding import fold
from hemicycle.topics.queries import vocabulary
from hemicycle.ui.formatting import format_date, format_list, format_number, language_name
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Column, Fact, Link

Row = Mapping[str, Any]


@dataclass(frozen=True)
class HubPage:
    """What a hub is for, who hosts it and takes part, what it plans, made and tells."""

    template: ClassVar[str] = "hubs/hub.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # its name, in its own language
    lead: str  # what it is for
    kind: str  # regional or thematic, in words
    told_in: str  # the language of lead, focus and notes
    focus: str  # what it works on, longer; may be empty
    look: str  # address of the style sheet with its colour; empty without one
    warnings: tuple[str, ...]  # what is to be known first: quiet, closed, not public yet
    provenance: tuple[str, ...]  # where the words come from: compiled, translated, in another language
    facts: tuple[Fact, ...]  # what is known
    unstated: tuple[str, ...]  # what nobody knows
    topics: tuple[Link, ...]  # what it is about
    hosts_title: str  # the heading over one or several
    hosts: tuple[Hosting, ...]  # every agreement, the latest first
    hosts_note: str  # what else is known of the hosts; may be empty
    members: tuple[Link, ...]  # every member
    members_count: str  # how many there are; empty if that is not known
    members_note: str  # what else is known of the members; may be empty
    former: tuple[Link, ...]  # those who left, with their terms
    chart: TileGrid | None  # the members on the tile grid
    figures: str  # address of the figure, without its ending
    plan: Planned | None  # of the newest year
    plan_columns: tuple[Column, ...]  # what is said of each activity
    outputs: tuple[Made, ...]  # the newest first
    more_outputs: tuple[Link, ...]  # all of them, if there are more
    updates: tuple[Told, ...]  # the newest first
    more_updates: tuple[Link, ...]  # all of them, if there are more
    papers: tuple[Link, ...]  # papers and reports for everybody
    earlier: tuple[Link, ...]  # plans of earlier years
    sources: tuple[Link, ...]  # where it is said
    panels: tuple[Markup, ...]  # what other packages show here
    trail: tuple[Link, ...]  # the way here
    downloads: tuple[Link, ...]  # the same as open data
    ways: tuple[Link, ...]  # what this person may do here; empty for visitors


def hub_page(hub: Any, viewer: Any) -> HubPage:
    """A hub that was read whole (`queries.whole_hubs`); two queries more, and one for each who is signed in."""
    words = texts.read([hub.uid, *(UUID(row["uid"]) for row in (*hub.made, *hub.told))], active_language())
    reading = words.get(hub.uid)
    members = [row for row in hub.members if row["state"] == MemberState.MEMBER]
    hosting = hosting_on(hub.hosts, timezone.localdate())
    return HubPage(
        **_about(hub, hosting, members),
        title=hub.body.name,
        lead=_said(reading, "purpose"),
        kind=wording.kind_name(hub.sort),
        told_in=reading.language if reading else "",
        focus=_said(reading, "focus"),
        look=wording.address(f"{hub.path}look.css") if hub.accent else "",
        warnings=tuple(_warnings(hub)),
        provenance=tuple(_provenance(hub, reading)),
        topics=tuple(_topics(hub)),
        hosts_note=_said(reading, "hosts_note"),
        members_note=_said(reading, "members_note"),
        chart=chart_of(hub, timezone.localdate()),
        figures=wording.address(f"{hub.path}members"),
        plan=matter.plan_of(hub),
        plan_columns=(Column(_("Activity")), Column(_("When")), Column(_("Where it stands"))),
        outputs=matter.outputs_of(hub, words),
        more_outputs=matter.more_outputs(hub),
        updates=matter.updates_of(hub, words),
        more_updates=matter.more_updates(hub),
        papers=matter.papers_of(hub),
        earlier=matter.earlier_plans(hub),
        sources=tuple(wording.source_link(address) for address in hub.sources),
        panels=panels.drawn_for(hub.kind, hub.uid, hub.slug, active_language()),
        trail=(Link(_("Hubs"), wording.address("/hubs/")),),
        downloads=(Link("JSON", wording.address(hub.path.rstrip("/") + ".json")),),
        ways=ways_for(viewer, hub),
    )


def _about(hub: Any, hosting: Sequence[Row], members: Sequence[Row]) -> dict[str, Any]:
    """Who hosts and who takes part, and what is known beside it."""
    return {
        "facts": tuple(_facts(hub, hosting, members)),
        "unstated": tuple(_unstated(hub, hosting, members)),
        "hosts_title": ngettext("Host", "Hosts", len(hub.hosts) or 1),
        "hosts": hosting_of(hub.hosts, timezone.localdate()),
        "members": tuple(sorted((wording.body_link(row) for row in members), key=lambda link: fold(link.label))),
        "members_count": format_number(len(members)) if members else "",
        "former": tuple(_former(hub.members)),
    }


def chart_of(hub: Any, day: date) -> TileGrid | None:
    """The world with those who take part; nothing where no member and no region is known."""
    members = [row for row in hub.members if row["state"] == MemberState.MEMBER]
    region = countries_for(hub.region, hub.countries)
    if not region and not members:
        return None
    return figures.members(hub.slug, region, hosting_on(hub.hosts, day), members)


def _said(reading: Reading | None, name: str) -> str:
    return str(reading[name]) if reading else ""


def _warnings(hub: Hub) -> list[str]:
    found = []
    if hub.state in {HubState.OFFERED, HubState.DECLINED}:
        found.append(_("Not public yet: this hub was offered, and has not been opened."))
    if hub.state == HubState.CLOSED:
        found.append(_("This hub is closed. Its page stays, so that what it did can be found."))
    if queries.is_quiet(hub) and hub.last_sign_at is not None:
        words = _("Quiet: no activity of this hub has been recorded here since %(date)s.")
        found.append(words % {"date": format_date(hub.last_sign_at)})
    return found


def _provenance(hub: Hub, reading: Reading | None) -> list[str]:
    found = []
    if hub.compiled_on:
        found.append(wording.compiled(hub.compiled_on))
    if reading and reading.is_other_language:
        words = _("What the hub says has not been published in %(wanted)s yet; you read it in %(shown)s.")
        wanted, shown = language_name(active_language()), language_name(reading.language)
        found.append(words % {"wanted": wanted, "shown": shown})
    return [*found, *(wording.translated(reading) if reading else [])]


def _facts(hub: Hub, hosting: Sequence[Row], members: Sequence[Row]) -> list[Fact]:
    named = [wording.body_link(row).label for row in hosting]
    count = ngettext("%(n)s member", "%(n)s members", len(members)) % {"n": format_number(len(members))}
    found = [
        Fact(ngettext("Host", "Hosts", len(named) or 1), format_list(named) if named else ""),
        Fact(_("Members"), count if members else ""),
        Fact(_("Works in"), wording.languages(hub.languages) if hub.languages else ""),
        Fact(pgettext("hub", "Began"), format_date(hub.began) if hub.began else ""),
        Fact(_("Who may join"), "" if hub.joining == Joining.UNKNOWN else str(Joining(hub.joining).label)),
        Fact(_("Last activity recorded here"), _last_sign(hub)),
    ]
    return [fact for fact in found if fact.value]


def _last_sign(hub: Hub) -> str:
    return format_date(hub.last_sign_at) if hub.last_sign_at else pgettext("activity of a hub", "none yet")


def _unstated(hub: Hub, hosting: Sequence[Row], members: Sequence[Row]) -> list[str]:
    missing = [
        (not hosting, _("who hosts it now")),
        (not members, _("its members")),
        (not hub.languages, _("its languages")),
        (not hub.began, _("when it began")),
        (hub.joining == Joining.UNKNOWN, _("how one joins")),
    ]
    return [label for absent, label in missing if absent]


def _topics(hub: Any) -> list[Link]:
    held = vocabulary().by_pk
    terms = [held[row["topic_id"]] for row in hub.tags if row["topic_id"] in held]
    return [Link(term.label, term.get_absolute_url()) for term in terms]


def _former(members: Sequence[Row]) -> list[Link]:
    left = [row for row in members if row["state"] == MemberState.LEFT]
    return [wording.body_link(row, wording.period(row["since"], row["until"])) for row in left]
