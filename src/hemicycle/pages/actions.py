"""The verb about the pages that ship: they come into the tree, and stay an editor's own from then on."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail.rich_text import RichText
from wagtail.signal_handlers import disable_reference_index_auto_update

from hemicycle.core.identity import shipped_uid
from hemicycle.pages.models import HomePage, LoadedPage, TextPage
from hemicycle.pages.states import KIND

HOME = "home"
# What Wagtail's own migrations put where the home page belongs.
WELCOME = "Welcome to your new Wagtail site!"
Known = dict[tuple[str, str], LoadedPage]


@dataclass(frozen=True)
class PageGiven:
    """A page in one language, as it comes in from a file; the one named `home` has a heading and no body."""

    name: str
    language: str
    title: str
    lead: str
    heading: str = ""
    body: str = ""

    @property
    def is_home(self) -> bool:
        return self.name == HOME

    @property
    def slug(self) -> str:
        """Home pages are siblings, which cannot share a slug; others lie beneath the home of their language."""
        return f"{HOME}-{self.language}" if self.is_home and self.language != "en" else self.name

    @property
    def translation_key(self) -> UUID:
        """What the versions of one page in several languages have in common."""
        return shipped_uid(KIND, self.name)

    @property
    def digest(self) -> str:
        return _digest(self.slug, self.title, self.heading, self.lead, self.body)


@transaction.atomic
def load(given: Sequence[PageGiven]) -> int:
    """Make the tree hold these pages, published and beneath their home; how many were made or renewed.

    A page that an editor has changed, unpublished or deleted since it was loaded is left as it is. Nobody hears of it;
    each publication moves the counter of pages by its signal.
    """
    # Shipped pages refer to no picture, document or other page, so that there is nothing to look for.
    with disable_reference_index_auto_update():
        locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
        known = {(row.name, row.language): row for row in LoadedPage.objects.select_related("page")}
        root = _root()
        changed = sum(_bring(page, root, locales[page.language], known) for page in given if page.is_home)
        _make_site()
        homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
        changed += sum(
            _bring(page, homes[page.language], locales[page.language], known)
            for page in given
            # Where an editor has removed the home page of a language, its other pages are not wanted either.
            if not page.is_home and page.language in homes
        )
    return changed


def _root() -> Page:
    """The root of the tree, without the welcome that Wagtail puts there and the site that leads to it."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    welcome = root.get_children().exact_type(Page).filter(title=WELCOME, numchild=0).first()
    if welcome is not None:
        welcome.delete()
        root.refresh_from_db()
    return root


def _make_site() -> None:
    """Wagtail finds the home page by its one site; which one the operator has set is not touched."""
    home = HomePage.objects.filter(locale__language_code="en").order_by("path").first()
    if home is not None and not Site.objects.filter(is_default_site=True).exists():
        Site.objects.create(hostname="localhost", port=80, is_default_site=True, root_page=home)


def _bring(given: PageGiven, parent: Page, locale: Locale, known: Known) -> bool:
    """Make or renew one page; whether anything was done."""
    row = known.get((given.name, given.language))
    if row is None:
        row = LoadedPage(name=given.name, language=given.language, digest=given.digest)
        own = parent.get_children().filter(slug=given.slug).first()
        # A page of an editor that already has this address stays, and is noted as not ours.
        row.digest, row.page = ("", own) if own else (given.digest, _make(given, parent, locale))
        row.save()
        return own is None
    if row.page is None or row.digest == given.digest or not _is_as_loaded(row.page.specific, row):
        return False
    _renew(row.page.specific, given)
    row.digest = given.digest
    row.save()
    return True


def _make(given: PageGiven, parent: Page, locale: Locale) -> Page:
    made: Page = HomePage() if given.is_home else TextPage()
    made.slug, made.locale, made.translation_key = given.slug, locale, given.translation_key
    made.live = False
    _write(made, given)
    parent.add_child(instance=made)
    made.save_revision(clean=False).publish()
    return made


def _renew(page: Page, given: PageGiven) -> None:
    _write(page, given)
    page.save_revision().publish()


def _write(page: Page, given: PageGiven) -> None:
    page.title = given.title
    page.lead = given.lead
    if given.is_home:
        page.heading = given.heading
    else:
        page.body = [("text", RichText(given.body))]


def _is_as_loaded(page: Page, row: LoadedPage) -> bool:
    # A picture is an editor's; its kind alone makes the words others than those that were loaded.
    body = "".join(str(getattr(block.value, "source", block.block_type)) for block in getattr(page, "body", ()))
    written = _digest(page.slug, page.title, getattr(page, "heading", ""), page.lead, body)
    return page.live and not page.has_unpublished_changes and written == row.digest


def _digest(*words: str) -> str:
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()
