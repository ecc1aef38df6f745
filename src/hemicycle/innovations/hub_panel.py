"""What innovations show on the page of a hub: the newest cases of its region, or of its theme."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import facets
from hemicycle.core.catalogue import Panel
from hemicycle.core.facets import Chosen
from hemicycle.core.lists import address
from hemicycle.hubs.models import Hub
from hemicycle.innovations import wording
from hemicycle.innovations.cards import case_cards
from hemicycle.innovations.models import Case
from hemicycle.innovations.panels import MOST, TEMPLATE, Changed
from hemicycle.topics.queries import labels_of
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link

PLACE = "country"
# Branches of the vocabulary by which both hubs and cases are marked.
THEMES = ("practice", "technology", "work", "policy")


def of_hub(uid: UUID, key: str, language: str) -> Changed | None:  # noqa: ARG001 - a hub is known by its uid.
    """Cases from the countries that a regional hub is for, or on the topics of a thematic one; two queries."""
    borne = facets.marked(Hub.kind).borne_by(uid)
    places = borne.get(PLACE, ())
    topics: list[Chosen] = [{branch: [slug]} for branch in THEMES for slug in borne.get(branch, ())]
    choices: list[Chosen] = [{PLACE: places}] if places else topics
    uids = _newest(choices)
    if not uids:
        return None
    cards = case_cards(uids[:MOST], language)
    return Changed(
        title=_("Cases from its region") if places else _("Cases on its theme"),
        anchor="cases",
        cards=tuple(cards[one] for one in uids[:MOST] if one in cards),
        more=tuple(_by_place(places, len(uids)) if places else _by_topic(topics)),
        taken=(),
    )


def _newest(choices: Sequence[Chosen]) -> list[UUID]:
    """The public cases that any of the choices leaves, newest first; without a query."""
    cases = facets.marked(Case.kind)
    bits = reduce(or_, (cases.left(chosen) for chosen in choices), 0)
    return list(cases.in_order(bits, by_key=False))


def _by_place(places: Sequence[str], number: int) -> list[Link]:
    """One list of all of them: the countries from which there are any."""
    counts = facets.counted(Case.kind, {}).get(PLACE, {})
    there = {PLACE: sorted(key for key in places if key in counts)}
    words = ngettext("%(n)s case from its region", "All %(n)s cases from its region", number)
    return [Link(words % {"n": format_number(number)}, address(wording.address("/cases/"), there, {}))]


def _by_topic(choices: Sequence[Chosen]) -> list[Link]:
    """A list for each topic, since topics of two branches narrow each other."""
    found = []
    for chosen in choices:
        ((branch, (slug,)),) = chosen.items()
        number = facets.counted(Case.kind, {}).get(branch, {}).get(slug, 0)
        if number:
            to = address(wording.address("/cases/"), chosen, {})
            found.append(Link(str(labels_of(branch)[slug]), to, note=format_number(number)))
    return found


PANELS = (Panel("innovations.hub", Hub.kind, TEMPLATE, of_hub, (Case.kind,)),)
