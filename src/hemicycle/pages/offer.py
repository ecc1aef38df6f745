"""What pages offers: the texts that editors place in the tree, one thing in all its languages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Min, QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from hemicycle.accounts import exporting, leaving
from hemicycle.core import catalogue, history
from hemicycle.core.catalogue import Offer, Record
from hemicycle.core.history import Thing
from hemicycle.pages import personal, queries, states, told
from hemicycle.pages.models import TextPage
from hemicycle.ui.languages import active_language


@dataclass(frozen=True)
class PageCard:
    """A page of text in a list."""

    title: str
    lead: str
    address: str
    language: str


def visible(viewer: Any) -> QuerySet[TextPage]:  # noqa: ARG001 - what is public is public to everybody.
    """One row for each page that can be read in any language; its uid is what its versions have in common."""
    live = queries.live_texts()
    first = live.order_by().values("translation_key").annotate(first=Min("pk")).values("first")
    found: QuerySet[Any] = TextPage.objects.filter(pk__in=first).annotate(uid=F("translation_key"))
    return found


def records(pages: Iterable[Any]) -> Iterable[Record]:
    keys = [page.translation_key for page in pages]
    for uid, versions in _versions(keys).items():
        original = versions.get("en") or next(iter(versions.values()))
        yield Record(
            uid=uid,
            kind=states.KIND,
            key=original.slug,
            path=f"/{original.slug}/",
            original=original.locale.language_code,
            titles={code: page.title for code, page in versions.items()},
            leads={code: page.lead for code, page in versions.items() if page.lead},
            bodies={code: _plain(page) for code, page in versions.items()},
            facets={"language": tuple(versions)},
        )


def cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, PageCard]:
    found = {}
    for uid, versions in _versions(uids).items():
        page = versions.get(language) or versions.get("en") or next(iter(versions.values()))
        found[uid] = PageCard(page.title, page.lead, f"/{language}/{page.slug}/", page.locale.language_code)
    return found


def _versions(keys: Iterable[UUID]) -> Mapping[UUID, dict[str, TextPage]]:
    """The live versions of each page by language, in the order of the languages' codes; one query."""
    found: dict[UUID, dict[str, TextPage]] = defaultdict(dict)
    rows = queries.live_texts().filter(translation_key__in=list(keys)).select_related("locale")
    for page in rows.order_by("slug", "locale__language_code"):
        found[page.translation_key][page.locale.language_code] = page
    return found


def _plain(page: TextPage) -> str:
    return " ".join(strip_tags(queries.body_words(page).replace(">", "> ")).split())


def thing(uid: UUID) -> Thing | None:
    card = cards([uid], active_language()).get(uid)
    return Thing(card.title, card.address, language=card.language) if card else None


catalogue.verbs(states.VERBS)
history.words(told.WORDS)
history.thing(states.KIND, thing)
exporting.export(personal.PART)
leaving.on_leave("pages", personal.forget)
catalogue.offer(
    Offer(
        kind=states.KIND,
        name=(_("Page"), _("Pages")),
        visible=visible,
        records=records,
        cards=cards,
        card="pages/card.html",
    )
)
