"""The pages of decisions: one with its follow-up, and all of a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core import days, history, texts
from hemicycle.core.texts import Reading
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.models import Decision
from hemicycle.steering.states import FollowUp
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Cell, Column, Fact, Link

FORMS = ("csv", "json")


@dataclass(frozen=True)
class DecisionPage:
    """What was decided, who follows up by when, and what came of it."""

    template: ClassVar[str] = "steering/decision.html"
    section: ClassVar[str] = "steering:committee"

    title: str  # in the nearest language
    place: str  # its number
    words: Reading  # title and text as this reader gets them
    versions: tuple[Link, ...]  # the page in the other languages in which the words are there
    trail: tuple[Link, ...]  # the way here
    private: str  # who alone sees it; empty for everybody
    facts: tuple[Fact, ...]  # when and where it was taken, who follows up, by when, where that stands
    taken: Link | None  # the sitting or the question, where the reader may see it
    outcome: str  # what came of it
    form: Any  # what came of it, to be said; nothing for those who do not follow up
    settles_at: str  # where these are sent
    reopens: bool  # whether this reader can open it again
    ways: tuple[Link, ...]  # what this reader can do
    refused: str  # why what was pressed could not be done
    history: str  # address of what happened when
    downloads: tuple[Link, ...]  # open data


@dataclass(frozen=True)
class DecisionsPage:
    """The decisions of a year."""

    template: ClassVar[str] = "steering/decisions.html"
    section: ClassVar[str] = "steering:committee"

    title: str  # of the page
    lead: str  # what they are
    trail: tuple[Link, ...]  # the way here
    years: tuple[Link, ...]  # the years in which something was decided; that which is shown has no address
    year: str  # the year that is shown; empty if nothing was decided
    columns: tuple[Column, ...]  # of the table
    rows: tuple[tuple[Any, ...], ...]  # title with number, who follows up, by when, where it stands
    downloads: tuple[Link, ...]  # open data


def decision_page(decision: Decision, viewer: Any, form: Any = None, *, refused: str = "") -> DecisionPage:
    inside = policy.may_read_inside(viewer)
    words = texts.read_one(decision.uid, active_language())
    keeps = policy.may_keep(viewer)
    return DecisionPage(
        title=words["title"],
        place=wording.decision_name(decision),
        words=words,
        versions=_versions(decision, words),
        trail=(wording.committee(), Link(_("Decisions"), reverse("steering:decisions"))),
        private="" if policy.is_published(decision) else _private(inside=inside),
        facts=tuple(_facts(decision, inside=inside)),
        taken=_taken(decision, viewer),
        outcome=decision.outcome if decision.state != FollowUp.OPEN else "",
        form=form,
        settles_at=reverse("steering:settle", args=[decision.uid]),
        reopens=keeps and decision.state != FollowUp.OPEN,
        ways=tuple(_ways(decision, keeps=keeps)),
        refused=refused,
        history=history.address_of(decision.kind, decision.uid),
        downloads=(Link("JSON", reverse("steering:decision_data", args=[decision.uid])),)
        if policy.is_published(decision)
        else (),
    )


def decisions_page(viewer: Any, year: str) -> DecisionsPage:
    visible = queries.decisions_visible_to(viewer)
    years = sorted(set(visible.order_by().values_list("year", flat=True)), reverse=True)
    chosen = next((one for one in years if str(one) == year), next(iter(years), None))
    here = reverse("steering:decisions")
    inside = policy.may_read_inside(viewer)
    return DecisionsPage(
        title=_("Decisions of the steering committee"),
        lead=_("What the committee decided, who follows up, and by when."),
        trail=(wording.committee(),),
        years=tuple(Link(str(one), "" if one == chosen else f"{here}?year={one}") for one in years),
        year=str(chosen) if chosen else "",
        columns=(
            Column(_("Decision")),
            Column(_("Who follows up")),
            Column(_("By when")),
            Column(_("Where it stands")),
        ),
        rows=tuple(_rows(visible.filter(year=chosen), inside=inside)) if chosen else (),
        downloads=tuple(Link(name.upper(), reverse("steering:decisions_data", args=[name])) for name in FORMS),
    )


def _rows(decisions: Any, *, inside: bool) -> Iterable[tuple[Any, ...]]:
    rows = list(decisions)
    words = texts.read([row.uid for row in rows], active_language())
    today = days.today()
    for row in rows:
        if row.uid not in words:
            continue
        follower = wording.follower(row, inside=inside)
        yield (
            Cell(f"{row.name} · {words[row.uid]['title']}", row.get_absolute_url()),
            Cell(follower.label, follower.address),
            wording.due(row),
            wording.standing(row, today),
        )


def _private(*, inside: bool) -> str:
    if inside:
        return _("Not public: members of the committee, the secretariat and whoever follows up see it.")
    return _("Not public: you see it because you follow it up.")


def _facts(decision: Decision, *, inside: bool) -> Iterable[Fact]:
    follower = wording.follower(decision, inside=inside)
    yield Fact(_("Decided on"), format_date(decision.taken_on), note=_how(decision))
    yield Fact(_("Who follows up"), follower.label, language=follower.language)
    yield Fact(_("By when"), wording.due(decision))
    settled = format_date(decision.settled_on) if decision.settled_on else ""
    yield Fact(_("Where it stands"), wording.standing(decision, days.today()), note=settled)


def _how(decision: Decision) -> str:
    return _("in writing") if decision.procedure_id else _("at a sitting")


def _taken(decision: Decision, viewer: Any) -> Link | None:
    if decision.sitting is not None and policy.may_see_sitting(viewer, decision.sitting):
        title = texts.read_one(decision.sitting.meeting.uid, active_language())["title"]
        return Link(title, decision.sitting.get_absolute_url())
    if decision.procedure is not None and policy.may_see_procedure(viewer, decision.procedure):
        title = texts.read_one(decision.procedure.uid, active_language())["title"]
        return Link(title, decision.procedure.get_absolute_url())
    return None


def _versions(decision: Decision, words: Reading) -> tuple[Link, ...]:
    others = [version.language for version in words.versions if version.language != words.language]
    return tuple(Link(native_name(code), f"/{code}{decision.path}", language=code) for code in others)


def _ways(decision: Decision, *, keeps: bool) -> Iterable[Link]:
    if not keeps:
        return
    if decision.state == FollowUp.OPEN:
        yield Link(_("Change who follows up, or by when"), reverse("steering:follow_up", args=[decision.uid]))
    yield Link(_("Words, also in another language"), reverse("steering:decision_words", args=[decision.uid]))
