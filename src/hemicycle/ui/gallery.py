"""A page for developers that shows every component with sample data; served in debug mode only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path

from hemicycle.ui.parts import Cell, Column, Event, FacetGroup, FacetValue, Fact, Link, Pages, Step
from hemicycle.ui.show import show

# Nothing here is for readers, so nothing here is marked for translation; Arabic stands in for a second script.
Words = dict[str, str]
ENGLISH: Words = {
    "lead": "One chamber, lower-middle income, 19 million people. Hosted the Southern African hub from 2019 to 2023.",
    "place": "Zambia · National Assembly",
    "title": "National Assembly of Zambia",
    "card": "A home-grown eChamber app, offered to others",
    "text": "Hybrid sittings, above all voting, were hard to manage. The team took Brazil’s application as a model.",
    "country": "Zambia",
}
ARABIC: Words = {
    "lead": "مجلس واحد، دخل متوسط أدنى، 19 مليون نسمة. استضاف مركز الجنوب الأفريقي من 2019 إلى 2023.",
    "place": "زامبيا · الجمعية الوطنية",
    "title": "الجمعية الوطنية لزامبيا",
    "card": "تطبيق محلي للقاعة الإلكترونية متاح للآخرين",
    "text": "كانت الجلسات المختلطة صعبة الإدارة، ولا سيما التصويت. اتخذ الفريق التطبيق البرازيلي نموذجا.",
    "country": "زامبيا",
}


class SampleForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Title", help_text="What was done, in a dozen words.", max_length=120)
    lead = forms.CharField(label="Lead", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    stage = forms.ChoiceField(label="Stage", choices=[("pilot", "Pilot"), ("in_use", "In use"), ("ended", "Ended")])
    open = forms.ChoiceField(
        label="Is the code open?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect, required=False
    )
    work = forms.MultipleChoiceField(
        label="Area of work",
        choices=[("Sittings", [("a", "Agenda"), ("v", "Votes")]), ("Outreach", [("p", "Petitions")])],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    letter = forms.FileField(label="Letter", help_text="As PDF, at most 5 MB.", required=False)
    sure = forms.BooleanField(label="A colleague in another country would understand every sentence.")


@dataclass(frozen=True)
class GalleryPage:
    """Every component once."""

    template: ClassVar[str] = "ui/gallery.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # below it
    words: Words  # sample words in the language of the page
    steps: tuple[Step, ...]  # for the strip
    facts: tuple[Fact, ...]  # for key facts
    groups: tuple[FacetGroup, ...]  # for facets
    turned: Pages  # for pagination
    columns: tuple[Column, ...]  # for the table
    rows: tuple[tuple[str | Cell, ...], ...]  # for the table
    heads: tuple[Link, ...]  # for the comparison
    compared: tuple[tuple[str, tuple[str | Cell, ...]], ...]  # for the comparison
    events: tuple[Event, ...]  # for the history
    links: tuple[Link, ...]  # for lists of links and tags
    form: SampleForm  # filled in wrongly, so that errors show


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component with sample data."""
    words = ARABIC if request.path.startswith("/ar/") else ENGLISH
    return show(request, gallery_page(words))


def gallery_page(words: Words) -> GalleryPage:
    """The page with its sample data."""
    link: Callable[[str], Link] = lambda label: Link(label, "#main")  # noqa: E731  # a short word for many samples
    return GalleryPage(
        title=words["title"],
        lead=words["lead"],
        words=words,
        steps=(
            Step("Measure", "Answer once for your chamber, with colleagues"),
            Step("Understand", "See your profile beside your peers"),
            Step("Learn", "Cases, guides, people who did it"),
            Step("Act", "Missions, plans, a roadmap that fits"),
            Step("Share", "Tell what worked, and what did not"),
        ),
        facts=(
            Fact("Seats", "167", "IPU Parline, January 2026", "#main", "A larger Assembly was due in August 2026"),
            Fact("Elected by", "plurality"),
            Fact("Term", "5 years", "Constitution, article 81"),
            Fact("Union membership", "member, African group", "October 2024"),
            Fact("Name", "الجمعية الوطنية", language="ar"),
        ),
        groups=sample_groups(words),
        turned=Pages(4, 12, "#p3", "#p5", (link("1"), None, link("3"), link("4"), link("5"), None, link("12"))),
        columns=(Column("Chamber"), Column("Structure"), Column("Seats", numeric=True), Column("Women", numeric=True)),
        rows=(
            (Cell("National Assembly", "#main"), "Unicameral", "167", "25"),
            (Cell("Chamber of Deputies", note="lower chamber"), "Bicameral", "513", Cell("91", doubtful="2023")),
        ),
        heads=(Link("Zambia", "#main"), Link("Malawi", "#main"), Link("Fiji", "#main", note="Parliament")),
        compared=(("Seats", ("167", "193", "55")), ("Income group", ("Lower-middle", "Low", ""))),
        events=(
            Event("2026-01-05", "Confirmed by the parliament", "National Assembly"),
            Event("2025-03", "Checked by the secretariat"),
            Event("", "Compiled from public sources", address="#main"),
        ),
        links=(link("Electronic voting"), link("Hybrid sittings"), Link("Open data", "#main", note="12")),
        form=SampleForm({"name": "", "stage": "none", "lead": words["text"]}),
    )


def sample_groups(words: Words) -> tuple[FacetGroup, ...]:
    """A facet with a chosen value in a tree, and one with more values than are shown."""
    return (
        FacetGroup(
            "region",
            "Region",
            (
                FacetValue("Africa", 54, "#1"),
                FacetValue("Southern Africa", 5, "#2", selected=True, depth=1),
                FacetValue("Americas", 35, "#3"),
                FacetValue("Asia", 48, "#4"),
                FacetValue("Antarctica", 0, "#5"),
            ),
        ),
        FacetGroup(
            "topic",
            "Topic",
            tuple(FacetValue(f"{words['country']} {number}", number * 3, f"#t{number}") for number in range(1, 7)),
            shown=3,
        ),
        FacetGroup("stage", "Stage", (FacetValue("In use", 31, "#6"),), opened=False),
    )


urls = ([path("", gallery, name="gallery")], "ui")
