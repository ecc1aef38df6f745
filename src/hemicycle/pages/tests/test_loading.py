"""Loading the pages that ship: complete, repeatable, and never against an editor."""

import re

import pytest
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page, Site

from hemicycle.core import counters
from hemicycle.core.loading import LoadRefused
from hemicycle.pages import loading, queries
from hemicycle.pages.models import HomePage, TextPage

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NAMES = ["about", "accessibility", "data", "evidence", "names-and-status", "privacy"]
HOME = """
[en]
title = "Home"
heading = "A heading"
lead = "A lead."
[fr]
title = "Accueil"
heading = "Un titre"
lead = "Une phrase."
"""
ABOUT = """
[en]
title = "About"
lead = "What this is."
body = "<p>First.</p>"
[fr]
title = "À propos"
lead = "Ce que c’est."
body = "<p>Voir <a href=\\"/{lang}/cases/\\">les cas</a>.</p>"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "home.toml").write_text(HOME, encoding="utf-8")
    (tmp_path / "about.toml").write_text(ABOUT, encoding="utf-8")
    return tmp_path


def rewrite(folder, before, after):
    file = folder / "about.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def words(language="en"):
    return queries.body_html(queries.text_in(language, "about"))


def mark():
    return counters.key(["page"])


def refusal(folder, text):
    (folder / "about.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LoadRefused) as refused:
        loading.load(folder)
    return refused.value


def test_every_shipped_page_exists_in_every_language(db):
    counts = loading.load()

    assert counts == {"pages": 35}
    assert [queries.home_in(code).locale.language_code for code in LANGUAGES] == LANGUAGES
    found = TextPage.objects.live().values_list("slug", "locale__language_code")
    assert sorted(found) == sorted((name, code) for name in NAMES for code in LANGUAGES)


def test_versions_of_a_page_are_translations_of_each_other(db):
    loading.load()

    page = queries.text_in("en", "privacy")
    translations = page.get_translations(inclusive=True).values_list("locale__language_code", flat=True)
    assert sorted(translations) == sorted(LANGUAGES)


def test_the_tree_is_sound_and_the_one_site_leads_to_the_english_home(db):
    loading.load()

    assert Page.find_problems() == ([], [], [], [], [])
    homes = Page.get_first_root_node().get_children().specific()
    assert [home.slug for home in homes] == ["home", "home-fr", "home-es", "home-pt", "home-ar"]
    assert [site.root_page.specific for site in Site.objects.all()] == [queries.home_in("en")]


def test_internal_links_stay_in_the_language_of_the_page(db, folder):
    loading.load(folder)

    assert words("fr") == '<p>Voir <a href="/fr/cases/">les cas</a>.</p>'


def test_no_shipped_page_has_a_placeholder_that_nobody_fills(db):
    loading.load()

    assert [page for page in TextPage.objects.all() if "{" in queries.body_html(page) + page.lead] == []
    unfilled = {home.lead.format(parliaments=1, cases=2) for home in HomePage.objects.all() if "{cases" in home.lead}
    assert unfilled == set()


def test_an_editor_who_saves_a_shipped_page_unchanged_loses_nothing(db):
    loading.load()
    pages = list(TextPage.objects.all())
    converter = ContentstateConverter(pages[0].body.stream_block.child_blocks["text"].features)

    saved = [converter.to_database_format(converter.from_database_format(queries.body_html(page))) for page in pages]

    assert len(saved) == 30
    assert [plain(html) for html in saved] == [plain(queries.body_html(page)) for page in pages]


def plain(html):
    """Markup without the keys that the editor adds, and with one name for bold."""
    without_keys = re.sub(r' data-block-key="[^"]*"', "", html)
    return re.sub(r">\s+<", "><", without_keys.replace("<b>", "<strong>").replace("</b>", "</strong>")).strip()


def test_loading_again_changes_nothing(db):
    loading.load()
    before = list(Page.objects.order_by("pk").values())
    counter = mark()

    loading.load()

    assert list(Page.objects.order_by("pk").values()) == before
    assert mark() == counter


def test_a_new_version_replaces_what_was_loaded_and_moves_the_counter(db, folder):
    loading.load(folder)
    counter = mark()
    rewrite(folder, "First.", "Second.")

    loading.load(folder)

    assert words() == "<p>Second.</p>"
    assert mark() != counter


def test_a_page_that_an_editor_has_changed_is_kept(db, folder):
    loading.load(folder)
    page = queries.text_in("en", "about")
    page.lead = "What an editor wrote."
    page.save_revision().publish()
    rewrite(folder, "First.", "Second.")

    loading.load(folder)

    assert queries.text_in("en", "about").lead == "What an editor wrote."
    assert words() == "<p>First.</p>"


def test_an_unpublished_draft_of_an_editor_is_not_buried(db, folder):
    loading.load(folder)
    page = queries.text_in("en", "about")
    page.lead = "A draft."
    page.save_revision()
    rewrite(folder, "First.", "Second.")

    loading.load(folder)

    assert words() == "<p>First.</p>"
    assert page.get_latest_revision_as_object().lead == "A draft."


def test_a_page_that_an_editor_has_deleted_does_not_come_back(db, folder):
    loading.load(folder)
    queries.text_in("fr", "about").delete()
    rewrite(folder, "First.", "Second.")

    loading.load(folder)

    assert list(TextPage.objects.values_list("slug", "locale__language_code")) == [("about", "en")]


def test_a_page_that_an_editor_had_put_there_before_stays(db, folder):
    (folder / "about.toml").rename(folder / "later")
    loading.load(folder)
    home = queries.home_in("en")
    home.add_child(instance=TextPage(title="Ours", slug="about", lead="Ours.", locale=home.locale))
    (folder / "later").rename(folder / "about.toml")

    loading.load(folder)

    assert queries.text_in("en", "about").lead == "Ours."
    assert TextPage.objects.filter(locale__language_code="en").count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.save_revision().publish(),
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: page.move(queries.text_in("en", "privacy"), pos="last-child"),
    ],
    ids=["published", "unpublished", "deleted", "moved"],
)
def test_what_an_editor_does_moves_the_counter(db, change):
    loading.load()
    page = queries.text_in("en", "about")
    counter = mark()

    change(page)

    assert mark() != counter


def test_a_draft_does_not_move_the_counter(db):
    loading.load()
    page = queries.text_in("en", "about")
    counter = mark()

    page.save_revision()

    assert mark() == counter


@pytest.mark.parametrize(
    ("text", "column", "row", "sentence"),
    [
        ("[en\n", "", None, "this is not TOML: Expected ']' at the end of a table declaration (at line 1, column 4)."),
        ("[fr]\ntitle = 'Titre'", "en", None, "the English page is missing."),
        (ABOUT.replace("[fr]", "[de]"), "de", None, "this is no language of the site; allowed: en, fr, es, pt, ar."),
        (ABOUT.replace("What this is.", ""), "en.lead", None, "this is empty and must not be."),
        (ABOUT.replace("What this is.", "x" * 301), "en.lead", None, "this has 301 characters; at most 300 fit."),
        (ABOUT.replace("lead", "led"), "en.led", None, "this is not known here; allowed: title, lead, body."),
        (
            ABOUT.replace("<p>First.</p>", "<img src='x'>"),
            "en.body",
            1,
            "<img> is not kept; allowed: a, em, h2, h3, li, ol, p, strong, ul.",
        ),
        (ABOUT.replace("First.</p>", "First."), "en.body", 1, "<p> is not closed."),
        (
            ABOUT.replace("/{lang}/cases/", "cases/"),
            "fr.body",
            1,
            "“cases/” leads nowhere; links begin with /{lang}/, https:// or mailto:.",
        ),
    ],
)
def test_a_file_that_cannot_be_loaded_says_where_and_why_and_nothing_is_loaded(db, folder, text, column, row, sentence):
    refused = refusal(folder, text)

    assert (refused.file.name, refused.column, refused.row, refused.sentence) == ("about.toml", column, row, sentence)
    assert not HomePage.objects.exists()


def test_a_page_in_a_language_without_a_home_page_is_refused(db, folder):
    (folder / "home.toml").write_text(HOME.partition("[fr]")[0], encoding="utf-8")

    refused = refusal(folder, ABOUT)

    assert (refused.column, refused.sentence) == ("fr", "there is no home page in this language to lay it beneath.")


def test_where_an_editor_has_removed_a_home_page_its_pages_do_not_come_back(db, folder):
    loading.load(folder)
    HomePage.objects.get(slug="home-fr").delete()
    rewrite(folder, "First.", "Second.")

    loading.load(folder)

    assert list(Page.objects.filter(depth__gt=1).order_by("path").values_list("slug", flat=True)) == ["home", "about"]


def test_a_folder_that_does_not_exist_is_named(db, tmp_path):
    with pytest.raises(LoadRefused) as refused:
        loading.load(tmp_path / "missing")

    assert refused.value.sentence == "there is no such folder."
