"""Pages, pictures and documents in the content system: who holds the office edits them, and readers see it at once."""

import io
import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from hemicycle.core import days
from hemicycle.core.models import Entry
from hemicycle.pages import actions, loading, queries
from hemicycle.pages.actions import PageGiven
from hemicycle.pages.models import TextPage

# The content system leaves to the interpreter to close what it draws pictures into.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")]


@pytest.fixture
def about():
    loading.load()
    return TextPage.objects.get(slug="about", locale__language_code="en")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def hall(desk):
    """A picture that an editor handed in."""
    dots = io.BytesIO()
    Image.new("RGB", (1600, 900), (40, 90, 140)).save(dots, "PNG")
    sent = {"title": "The hall", "file": SimpleUploadedFile("hall.png", dots.getvalue(), "image/png"), "collection": 1}
    desk.post(reverse("wagtailimages:add"), {**sent, "tags": "", "description": ""})
    return get_image_model().objects.get(title="The hall")


def form_of(page, title, *blocks):
    return nested_form_data(
        {"title": title, "slug": page.slug, "lead": page.lead, "body": streamfield(blocks), "comments": _no_comments()}
    )


def _no_comments():
    return {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def menu_of(answer):
    """The labels of the menu, those below a heading as well."""
    props = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', answer.content.decode(), re.DOTALL)[1]
    return re.findall(r'"label": "([^"]+)"', json.dumps(json.loads(props), ensure_ascii=False))


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        ("analyst", []),
        ("editor", ["Pages", "Images", "Documents"]),
        ("administrator", ["Pages", "Images", "Documents"]),
    ],
)
def test_the_menu_shows_what_the_office_may_do_and_nothing_else(client, person, secretariat, about, role, labels):
    client.force_login(person(role, secretariat))

    shown = menu_of(client.get("/admin/"))

    ours = ["Register", "Parliaments and chambers", "Facts", "Topics", "Hubs", "Partners"]
    assert [label for label in shown if label in {*ours, "Pages", "Images", "Documents"}] == [
        *labels[:1],
        *ours,
        *labels[1:],
    ]
    assert [label for label in shown if label in {"Users", "Groups", "Sites", "Workflows", "Snippets"}] == []


@pytest.mark.parametrize("role", ["editor", "administrator"])
@pytest.mark.parametrize("name", ["wagtailusers_users:index", "wagtailusers_users:add", "wagtailusers_groups:index"])
def test_people_and_groups_are_not_kept_past_our_verbs(client, person, secretariat, role, name):
    client.force_login(person(role, secretariat))

    answer = client.get(reverse(name))

    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_what_an_editor_publishes_is_read_at_once_and_told_with_who_did_it(desk, client, editor, about):
    client.get("/en/about/")
    sent = form_of(about, "About us", ("text", rich_text("<p>A new beginning.</p>")))

    answer = desk.post(edit(about), {**sent, "action-publish": "publish"})

    assert answer.status_code == 302
    page = client.get("/en/about/").content.decode()
    assert ["About us" in page, "A new beginning." in page] == [True, True]
    told = Entry.objects.filter(verb="page.published", subject=about.translation_key).latest("pk")
    assert told.actor == editor.uid


@pytest.mark.parametrize("slug", ["about", "accessibility", "privacy", "home"])
def test_every_page_that_ships_is_edited_and_shown_as_it_would_be(desk, about, slug):
    page = about if slug == "about" else about.get_parent().get_descendants(inclusive=True).get(slug=slug)

    form, draft = desk.get(edit(page)), desk.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert (form.status_code, draft.status_code) == (200, 200)
    assert page.title.encode() in form.content


def test_a_draft_is_shown_to_who_edits_and_to_nobody_else(desk, client, about):
    desk.post(edit(about), form_of(about, "Not yet", ("text", rich_text("<p>Half a thought.</p>"))))

    draft = desk.get(reverse("wagtailadmin_pages:view_draft", args=[about.pk])).content.decode()

    assert ["Not yet" in draft, "Half a thought." in draft] == [True, True]
    assert "Half a thought." not in client.get("/en/about/").content.decode()


@pytest.mark.parametrize("who", ["analyst", "focal_point", "outsider"])
def test_nobody_else_edits_pages_pictures_or_documents(client, person, secretariat, about, who, request):
    someone = person("analyst", secretariat) if who == "analyst" else request.getfixturevalue(who)
    client.force_login(someone)

    addresses = [edit(about), *(reverse(f"wagtail{kind}:add") for kind in ("images", "docs"))]

    expected = 302 if who == "analyst" else 403
    assert [client.get(address).status_code for address in addresses] == [expected] * 3


def test_the_right_to_edit_ends_with_the_office_in_the_middle_of_a_session(desk, editor, about):
    before = desk.get(edit(about)).status_code

    editor.offices.update(until=days.today() - timedelta(days=1))

    assert (before, desk.get(edit(about)).status_code) == (200, 403)


def test_a_page_shows_pictures_with_what_they_show(desk, client, about, hall):
    picture = {"image": {"image": hall.pk, "decorative": "", "alt_text": "Rows of seats"}, "caption": "The hall."}
    sent = form_of(about, "About", ("text", rich_text("<p>Words.</p>")), ("picture", picture))

    desk.post(edit(about), {**sent, "action-publish": "publish"})

    page = client.get("/en/about/").content.decode()
    drawn = re.search(r'<figure><img src="([^"]+)" width="1200" height="675" alt="Rows of seats"', page)
    assert "<figcaption>The hall.</figcaption>" in page
    assert client.get(drawn[1]).headers["Content-Type"] == "image/webp"


def test_a_picture_that_was_deleted_leaves_the_page_whole(desk, client, about, hall):
    about.body.append(("picture", {"image": hall, "caption": "The hall."}))
    about.save_revision().publish()
    shown = client.get("/en/about/").content.decode()

    hall.delete()

    assert ["<figure" in shown, "<figure" in client.get("/en/about/").content.decode()] == [True, False]


def test_what_was_handed_in_is_for_staff_and_nothing_beside_it_is_reached(desk, client, hall, outsider):
    original = hall.file.url
    mine = desk.get(original)
    client.force_login(outsider)
    theirs = [client.get(address).status_code for address in (original, "/media/images/none.webp", "/media/secret")]
    client.logout()

    assert (mine.status_code, b"".join(mine.streaming_content)[:4]) == (200, b"\x89PNG")
    assert [*theirs, client.get(original).status_code] == [404, 404, 404, 404]
    assert client.get("/media/images/../" + original.removeprefix("/media/")).status_code == 400


def test_documents_are_for_everybody_who_reads_the_page_that_names_them(desk, client, about):
    sent = {"title": "Rules", "file": SimpleUploadedFile("rules.pdf", b"%PDF-1.7\n%%EOF"), "collection": 1, "tags": ""}
    desk.post(reverse("wagtaildocs:add"), sent)
    document = get_document_model().objects.get()
    link = f'<p><a linktype="document" id="{document.pk}">The rules</a></p>'
    desk.post(
        edit(about),
        {**form_of(about, "About", ("text", rich_text(link, features=["document-link"]))), "action-publish": "1"},
    )

    client.logout()
    page = client.get("/en/about/").content.decode()

    assert f'<a href="{document.url}">The rules</a>' in page
    assert client.get(document.url).status_code == 200


def test_nothing_of_ours_but_pages_refers_to_documents_or_pictures_of_the_content_system():
    """What is private lies in files of our own, which are never documents there."""
    theirs = {get_document_model(), get_image_model()}
    ours = (
        model
        for config in apps.get_app_configs()
        if config.name.startswith("hemicycle.")
        for model in config.get_models()
    )

    found = [
        f"{model.__name__}.{field.name}"
        for model in ours
        for field in model._meta.concrete_fields
        if field.related_model in theirs
    ]

    assert found == []


def test_a_page_made_private_is_gone_from_what_was_kept_for_readers(client, about):
    before = client.get("/en/about/").status_code

    hidden = PageViewRestriction.objects.create(page=about, restriction_type="login")
    while_hidden = client.get("/en/about/").status_code
    hidden.delete()

    assert (before, while_hidden, client.get("/en/about/").status_code) == (200, 404, 200)


def test_a_page_with_a_picture_is_an_editors_and_no_load_takes_it_back(about, hall):
    about.body.append(("picture", {"image": hall, "caption": "The hall."}))
    about.save_revision().publish()

    actions.load([PageGiven("about", "en", "Ours", "", body="<p>Ours again.</p>")])

    assert "Ours again." not in queries.body_html(TextPage.objects.get(pk=about.pk))


def test_searching_reads_captions_and_draws_nothing(about, hall):
    about.body.append(("picture", {"image": hall, "caption": "Seen from above."}))

    said = queries.body_words(about)

    assert "Seen from above." in said
    assert hall.renditions.count() == 0


@pytest.mark.parametrize(
    ("language", "theirs", "ours"),
    [
        ("en", "Images", "Topics"),
        ("fr", "Images", "Thèmes"),
        ("es", "Imágenes", "Temas"),
        ("pt", "Imagens", "Temas"),
        ("ar", "الصور", "الموضوعات"),
    ],
)
def test_the_menu_speaks_the_language_of_the_account(desk, editor, language, theirs, ours):
    editor.language = language
    editor.save()

    answer = desk.get("/admin/", headers={"accept-language": "de"})

    assert [theirs in menu_of(answer), ours in menu_of(answer)] == [True, True]
    direction = "rtl" if language == "ar" else "ltr"
    assert [f'lang="{language}"' in answer.content.decode(), f'dir="{direction}"' in answer.content.decode()] == [
        True
    ] * 2
