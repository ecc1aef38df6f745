"""What people may type about outputs, updates, papers and the report of a year."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from hemicycle.hubs.actions import Made
from hemicycle.hubs.forms.fields import (
    NONE,
    Line,
    Moment,
    Prose,
    WebAddress,
    choose,
    language_field,
    once_field,
    paper_field,
    picture_field,
    seen_field,
)
from hemicycle.hubs.states import OutputKind
from hemicycle.network.models import Project


class OutputForm(forms.Form):
    """Something that the hub made, told in one language."""

    language = language_field()
    title = Line(label=gettext_lazy("Title"))
    text = Prose(label=gettext_lazy("What it is, and for whom"), required=False)
    sort = forms.ChoiceField(label=gettext_lazy("Kind of output"), choices=OutputKind.choices)
    dated = Moment(label=gettext_lazy("When"))
    address = WebAddress(label=gettext_lazy("Where it is on the web"))
    file = paper_field(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("A PDF, or a picture as JPEG or PNG, at most 10 MB. It takes the place of one before."),
    )
    activity = forms.ChoiceField(label=gettext_lazy("It came out of the activity"), required=False)
    project = forms.ChoiceField(
        label=gettext_lazy("Part of the project"),
        required=False,
        help_text=gettext_lazy("What the funders of the project ask to be said stands on the page of the output."),
    )
    once = once_field()
    seen = seen_field()

    def __init__(
        self,
        *args: Any,
        activities: Iterable[tuple[str, str]],
        projects: Iterable[tuple[str, str]],
        fixed: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        _fix_language(self, fixed=fixed)
        choose(self, "activity", [NONE, *activities])
        choose(self, "project", [NONE, *projects])

    @property
    def made(self) -> Made:
        said = self.cleaned_data
        return Made(
            sort=said["sort"],
            dated=said["dated"],
            words={"title": said["title"], "text": said["text"]},
            language=said["language"],
            address=said["address"],
            activity=UUID(said["activity"]) if said["activity"] else None,
            project=Project.objects.filter(slug=said["project"]).first() if said["project"] else None,
        )


class UpdateForm(forms.Form):
    """A short piece of news in one language, with a picture for all languages."""

    language = language_field()
    title = Line(label=gettext_lazy("Title"))
    text = Prose(
        label=gettext_lazy("What happened"),
        required=False,
        rows=8,
        help_text=gettext_lazy("Text from a word processor can be pasted; it becomes plain."),
    )
    picture = picture_field(
        label=gettext_lazy("Picture"),
        required=False,
        help_text=gettext_lazy("JPEG, PNG or WebP, at most 8 MB. It takes the place of one before."),
    )
    alt = Line(
        label=gettext_lazy("What the picture shows"),
        required=False,
        help_text=gettext_lazy("For those who cannot see it. Without these words no picture is published."),
    )
    caption = Line(label=gettext_lazy("Caption"), required=False)
    credit = Line(label=gettext_lazy("Who took the picture"), required=False, most=150)
    without_picture = forms.BooleanField(label=gettext_lazy("Take the picture away"), required=False)
    once = once_field()
    seen = seen_field()

    def __init__(self, *args: Any, fixed: bool = False, pictured: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        _fix_language(self, fixed=fixed)
        if not pictured:
            del self.fields["without_picture"]

    @property
    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "text", "caption", "alt")}


class PaperForm(forms.Form):
    """A paper that the hub keeps."""

    file = paper_field(
        label=gettext_lazy("File"), help_text=gettext_lazy("A PDF, or a picture as JPEG or PNG, at most 10 MB.")
    )
    title = Line(label=gettext_lazy("Title"))
    language = language_field(gettext_lazy("Language of the paper"))
    dated = Moment(label=gettext_lazy("Date of the paper"))
    public = forms.ChoiceField(
        label=gettext_lazy("Who may read it"),
        choices=[("members", gettext_lazy("Members of the hub")), ("everybody", gettext_lazy("Everybody"))],
        widget=forms.RadioSelect,
    )
    once = once_field()

    def clean_public(self) -> bool:
        return bool(self.cleaned_data["public"] == "everybody")


class ReportForm(forms.Form):
    """What the coordinator says of a year, in one language."""

    introduction = Prose(
        label=gettext_lazy("Introduction"),
        required=False,
        rows=8,
        help_text=gettext_lazy(
            "What the year brought, in your own words. The figures below are drawn up by themselves."
        ),
    )
    seen = seen_field()


def _fix_language(form: forms.Form, *, fixed: bool) -> None:
    """Once there are words, their language is chosen by the address of the page, each with its own number."""
    if fixed:
        form.fields["language"].widget = forms.HiddenInput()
