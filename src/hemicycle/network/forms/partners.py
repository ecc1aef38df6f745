"""What people may type about organisations, projects and how a parliament organises innovation."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from hemicycle.network.forms.fields import LineField, WordsField, body_choices
from hemicycle.network.forms.moments import MomentField
from hemicycle.network.queries.partnership import partnership
from hemicycle.network.states.agreements import Part
from hemicycle.network.states.organisations import InnovationForm, OrganisationType
from hemicycle.topics.queries import vocabulary

PROJECT_BRANCHES = ("policy", "practice", "work", "technology")


def partner_choices() -> list[tuple[str, str]]:
    """Every body that can be a partner: organisations first, then the register."""
    organisations = [(one.key, one.name) for one in partnership().organisations]
    return [*organisations, *body_choices()]


def project_topics() -> list[tuple[str, list[tuple[str, str]]]]:
    known = vocabulary()
    return [
        (known.terms[branch].label, [(term.code, term.label) for term in known.branch(branch)])
        for branch in PROJECT_BRANCHES
        if branch in known.terms
    ]


class SourceFields(forms.Form):
    """Where something is known from."""

    source_title = LineField(
        label=gettext_lazy("Where this is known from"),
        max_length=250,
        help_text=gettext_lazy("A document or a page, with its date: “Annual report 2025”."),
    )
    source_address = forms.URLField(
        label=gettext_lazy("Its address"), required=False, max_length=300, assume_scheme="https"
    )


class OrganisationForm(SourceFields):
    """An organisation as somebody describes it."""

    name = LineField(
        label=gettext_lazy("Name"),
        max_length=200,
        help_text=gettext_lazy("As the organisation writes it; names are not translated."),
    )
    name_local = LineField(label=gettext_lazy("Name in its own language"), required=False, max_length=200)
    type = forms.ChoiceField(label=gettext_lazy("Kind of organisation"), choices=OrganisationType.choices)
    website = forms.URLField(label=gettext_lazy("Website"), required=False, max_length=250, assume_scheme="https")
    note = WordsField(
        label=gettext_lazy("Remark in English"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )
    field_order = ("name", "name_local", "type", "website", "note", "source_title", "source_address")


class ProjectForm(forms.Form):
    """A project as somebody describes it."""

    language = forms.ChoiceField(label=gettext_lazy("Language of title and purpose"), choices=settings.LANGUAGES)
    title = LineField(label=gettext_lazy("Title"), max_length=200)
    purpose = WordsField(label=gettext_lazy("Purpose"), max_length=4000)
    since = MomentField(label=gettext_lazy("Begins"), required=False)
    until = MomentField(label=gettext_lazy("Ends"), required=False)
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What it is about"),
        required=False,
        choices=project_topics,
        widget=forms.CheckboxSelectMultiple,
    )


class PartyForm(forms.Form):
    """Who takes part in a project, and in what part."""

    body = forms.ChoiceField(label=gettext_lazy("Parliament or organisation"), choices=partner_choices)
    part = forms.ChoiceField(label=gettext_lazy("Part"), choices=Part.choices)


class StepForm(forms.Form):
    """An activity or an output of a project."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[("activity", gettext_lazy("Activity")), ("output", gettext_lazy("Output"))],
    )
    title = LineField(label=gettext_lazy("Title"), max_length=250)
    language = forms.ChoiceField(label=gettext_lazy("Language of the title"), choices=settings.LANGUAGES)
    dated = MomentField(label=gettext_lazy("When"), required=False)
    address = forms.URLField(
        label=gettext_lazy("Where it can be seen"), required=False, max_length=400, assume_scheme="https"
    )


class InnovationFormForm(SourceFields):
    """One way in which a parliament organises innovation."""

    form = forms.ChoiceField(label=gettext_lazy("Form"), choices=InnovationForm.choices)
    since = MomentField(label=gettext_lazy("Since"), required=False)
    note = LineField(
        label=gettext_lazy("What it is called, and what it does"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("In English."),
    )
    field_order = ("form", "since", "note", "source_title", "source_address")


class EndOfFormForm(forms.Form):
    """When a form ended."""

    until = MomentField(label=gettext_lazy("Ended"))


def initial_of(body: Any) -> dict[str, Any]:
    """An organisation as its form shows it before anything is changed."""
    return {
        "name": body.name,
        "name_local": body.name_local,
        "type": body.current.get("organisation_type", ""),
        "website": body.current.get("website", ""),
        "note": body.note,
    }
