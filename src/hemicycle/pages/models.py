"""Pages of the tree: what an editor places and writes, in each language."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

FEATURES = ["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul"]


class HomePage(Page):
    """One row is the home page in one language; the figures and lists on it come from the catalogue."""

    heading = models.CharField(max_length=120)
    lead = models.CharField(max_length=300)

    content_panels = [*Page.content_panels, FieldPanel("heading"), FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.TextPage"]
    max_count_per_parent = 5


class TextPage(Page):
    """One row is one page of plain text in one language: about, accessibility, privacy, disclaimer."""

    lead = models.CharField(max_length=300, blank=True)
    body = StreamField(
        [
            ("text", RichTextBlock(features=FEATURES)),
            (
                "picture",
                StructBlock(
                    [("image", ImageBlock()), ("caption", CharBlock(required=False, max_length=250))], icon="image"
                ),
            ),
        ]
    )

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["pages.HomePage", "pages.TextPage"]
    subpage_types = ["pages.TextPage"]


class LoadedPage(models.Model):
    """One row is one page in one language that came with the project, and what was written on it then.

    `page` is empty once an editor has deleted it; `digest` is empty where a page of an editor stood there before.
    """

    name = models.SlugField(max_length=60)
    language = models.CharField(max_length=10)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64, blank=True)

    # Editors are not to be told that a page is in use because it was loaded.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=("name", "language"), name="one_load_per_page_and_language")]
