"""Pages of the vocabulary."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.catalogue import OFFERS
from hemicycle.core.panels import cached_while, drawn, drawn_for
from hemicycle.topics import bearing
from hemicycle.topics.contexts import Bearing, Branch, BranchPage, TopicPage, TopicsPage
from hemicycle.topics.models import Topic
from hemicycle.topics.queries import Term, vocabulary
from hemicycle.topics.states import ADDED_HERE, BRANCHES
from hemicycle.ui.errors import Explained
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Link
from hemicycle.ui.show import show


@cached_while(bearing.kinds)
def topics(request: HttpRequest) -> HttpResponse:
    terms = vocabulary().terms
    counts = bearing.counts()
    return show(
        request,
        TopicsPage(
            title=_("Topics"),
            lead=_("One vocabulary for cases, surveys, guides and events, in five languages."),
            branches=tuple(_branch(terms[name], counts) for name in BRANCHES if name in terms),
        ),
    )


@cached_while(bearing.kinds)
def branch(request: HttpRequest, branch: str) -> HttpResponse:
    term = _term(branch)
    return show(
        request,
        BranchPage(
            title=term.label,
            lead=term.note,
            trail=(_whole(),),
            terms=_terms(branch, bearing.counts()),
            names=_names(term),
        ),
    )


@cached_while(bearing.kinds)
def topic(request: HttpRequest, branch: str, slug: str) -> HttpResponse:
    term = _term(f"{branch}.{slug}")
    return show(
        request,
        TopicPage(
            title=term.label,
            lead=term.note,
            code=term.code,
            origin=_origin(term),
            trail=(_whole(), Link(_term(branch).label, reverse("topics:branch", args=[branch]))),
            names=_names(term),
            narrower=tuple(
                Link(each.label, each.get_absolute_url())
                for each in vocabulary().branch(branch)
                if each.parent == term.code
            ),
            bearing=tuple(_bearing(kind, number, term) for kind, number in bearing.by_kind(term).items()),
            panels=drawn_for(Topic.kind, term.uid, term.code, active_language()),
        ),
    )


def _term(code: str) -> Term:
    try:
        return vocabulary().terms[code]
    except KeyError:
        raise Explained(_("The vocabulary has no topic “%(code)s”.") % {"code": code[:60]}) from None


def _whole() -> Link:
    return Link(_("Topics"), reverse("topics:topics"))


def _branch(term: Term, counts: Mapping[str, int]) -> Branch:
    return Branch(term.label, term.code, term.get_absolute_url(), term.note, _terms(term.code, counts))


def _terms(branch: str, counts: Mapping[str, int]) -> tuple[Link, ...]:
    return tuple(
        Link(term.label, term.get_absolute_url(), note=format_number(counts[term.code]) if term.code in counts else "")
        for term in vocabulary().branch(branch)
    )


def _names(term: Term) -> tuple[Link, ...]:
    """The labels in the languages other than the page's."""
    return tuple(
        Link(label, "", note=native_name(language), language=language)
        for language, label in term.labels.items()
        if language != active_language()
    )


def _origin(term: Term) -> str:
    if term.origin == "S":
        return _("The term is used by the Centre’s own publications.")
    if term.origin == ADDED_HERE:
        return _("The term was added by the secretariat.")
    return _("The term was added when this vocabulary was made.")


def _bearing(kind: str, number: int, term: Term) -> Bearing:
    offer = OFFERS[kind]
    rows = bearing.newest(kind, term)
    uids = [uid for uid, _path in rows]
    cards = offer.cards(uids, active_language())
    count = ngettext("%(n)s record", "%(n)s records", number) % {"n": format_number(number)}
    return Bearing(
        title=str(offer.name[1]),
        identifier=f"kind-{kind}",
        count=count,
        cards=tuple(drawn(offer.card, "card", cards[uid]) for uid in uids if uid in cards),
        all=Link(
            _("Show all"), bearing.list_address(rows[0][1], offer, term) if rows else "", note=format_number(number)
        ),
    )
