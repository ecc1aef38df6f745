"""What topics offers: the vocabulary as open data."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hemicycle.core import catalogue, history
from hemicycle.core.catalogue import Offer, Record
from hemicycle.core.history import Thing
from hemicycle.topics import queries, states
from hemicycle.topics.models import Topic
from hemicycle.topics.queries import Term


def records(topics: Iterable[Topic]) -> Iterable[Record]:
    for topic in topics:
        branch, _dot, slug = topic.code.partition(".")
        yield Record(
            uid=topic.uid,
            kind=Topic.kind,
            key=topic.code,
            path=f"/topics/{branch}/{slug}/" if slug else f"/topics/{branch}/",
            original="en",
            titles=topic.labels,
            leads={"en": topic.note} if topic.note else {},
            facets={"branch": (branch,)},
            facts={"code": topic.code, "order": topic.order, "origin": topic.origin},
        )


def cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Term]:  # noqa: ARG001 - a term knows all its labels.
    known = {term.uid: term for term in queries.vocabulary().terms.values()}
    return {uid: known[uid] for uid in uids if uid in known}


def thing(uid: UUID) -> Thing | None:
    found = next((term for term in queries.vocabulary().terms.values() if term.uid == uid), None)
    return Thing(found.label, found.get_absolute_url()) if found else None


catalogue.verbs(states.VERBS)
history.words(
    {
        states.LOADED: _("Brought up to date from the files of the vocabulary"),
        states.ADDED: _("Added to the vocabulary"),
        states.CHANGED: _("Labels or note changed"),
    }
)
history.thing(Topic.kind, thing)
catalogue.offer(
    Offer(
        kind=Topic.kind,
        name=(_("Topic"), _("Topics")),
        visible=queries.visible_to,
        records=records,
        cards=cards,
        card="topics/card.html",
    )
)
