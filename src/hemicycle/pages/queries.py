"""Reads of the tree and of what the home page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html
from wagtail.rich_text import expand_db_html

from hemicycle.core import facets
from hemicycle.core.catalogue import OFFERS
from hemicycle.core.snapshots import Snapshot
from hemicycle.pages import states
from hemicycle.pages.models import HomePage, TextPage

WIDEST = 1200


@dataclass(frozen=True)
class HomeCounts:
    """What the map and the arc of the home page count."""

    by_country: Mapping[str, int]  # Public cases by country key.
    bodies: frozenset[str]  # Keys of the bodies about which there is at least one.


def home_in(language: str) -> HomePage | None:
    """The home page in this language, or in English where an editor has not yet written one."""
    homes = _homes.now()
    return homes.get(language) or homes.get("en")


def live_texts() -> QuerySet[TextPage]:
    """The pages of text that anybody may read; an editor can make a page private in the tree."""
    found: QuerySet[TextPage] = TextPage.objects.live().public()
    return found


def text_in(language: str, slug: str) -> TextPage | None:
    rows = live_texts().filter(locale__language_code__in=(language, "en"), slug__in=(slug, f"{slug}-{language}"))
    found = {page.locale.language_code: page for page in rows.select_related("locale")}
    return found.get(language) or found.get("en")


def newest_cards(language: str) -> tuple[list[Any], int]:
    """Cards of the newest things that have one, newest first, and how many such things there are."""
    page = facets.page(states.NEWEST_KIND, {}, by_key=False, start=0, size=states.NEWEST)
    cards = OFFERS[states.NEWEST_KIND].cards(page.uids, language)
    return [cards[uid] for uid in page.uids if uid in cards], page.total


def home_counts() -> HomeCounts:
    counts = facets.counted(states.NEWEST_KIND, {})
    return HomeCounts(counts.get(states.COUNTRY_FACET, {}), frozenset(counts.get(states.BODY_FACET, {})))


def network_counts() -> list[tuple[str, str, int]]:
    """For each kind that makes up the network: what it is called, the path of its list, and how many there are."""
    found = []
    for kind in states.NETWORK_KINDS:
        offer, marked = OFFERS.get(kind), facets.marked(kind)
        if offer is not None and marked.paths:
            folder = offer.whole or f"{marked.paths[0].rstrip('/').rpartition('/')[0]}/"
            found.append((str(offer.name[1]), folder, len(marked.uids)))
    return found


def body_html(page: TextPage) -> str:
    """The page's text as clean HTML; Wagtail's own filter expands its links, pictures are drawn for their place."""
    return "".join(
        _picture(block.value) if block.block_type == "picture" else expand_db_html(str(block.value.source))
        for block in page.body
    )


def body_words(page: TextPage) -> str:
    """The same for those who search: the text, and what is said of pictures, none of which is drawn for it."""
    return " ".join(
        str(block.value["caption"]) if block.block_type == "picture" else str(block.value.source) for block in page.body
    )


def _picture(given: Mapping[str, Any]) -> str:
    """A picture no wider than a page, with what it shows for those who do not see it, and its caption."""
    image = given["image"]
    if image is None:
        return ""
    drawn = image.get_rendition(f"width-{WIDEST}|format-webp")
    caption = format_html("<figcaption>{}</figcaption>", given["caption"]) if given["caption"] else ""
    return format_html(
        '<figure><img src="{}" width="{}" height="{}" alt="{}" loading="lazy">{}</figure>',
        *(drawn.url, drawn.width, drawn.height, image.contextual_alt_text or "", caption),
    )


def _read_homes() -> Mapping[str, HomePage]:
    rows = HomePage.objects.live().public().select_related("locale")
    return {page.locale.language_code: page for page in rows}


_homes: Snapshot[Mapping[str, HomePage]] = Snapshot(states.KIND, build=_read_homes)
