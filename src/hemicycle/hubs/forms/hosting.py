"""What people may type when a body offers to host a hub, and about how the hub works."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.catalogue import offered
from hemicycle.hubs import look
from hemicycle.hubs.actions import Described, Ways
from hemicycle.hubs.forms.fields import Choices, Line, Prose, choose, language_field, languages, once_field, seen_field
from hemicycle.hubs.states import LONGEST_NOTE, HubKind, Joining
from hemicycle.kit.words import fold
from hemicycle.network.queries import register
from hemicycle.network.states import BodyKind
from hemicycle.topics.models import Topic
from hemicycle.topics.queries import vocabulary

# The branches of the vocabulary by which a hub says what it is about; topic pages and cases rest on these.
BRANCHES = ("practice", "work", "technology", "policy")


def topic_choices() -> list[tuple[str, Choices]]:
    known = vocabulary()
    return [
        (known.terms[branch].label, [(term.code, term.label) for term in known.branch(branch)])
        for branch in BRANCHES
        if branch in known.terms
    ]


def region_choices() -> Choices:
    named = [(slug, str(label)) for slug, label in _regions().items()]
    return [("", _("None, or several")), *sorted(named, key=lambda choice: fold(choice[1]))]


def country_choices() -> Choices:
    named = [(place.key, place.name) for place in register().places.values()]
    return sorted(named, key=lambda choice: fold(choice[1]))


def _regions() -> Mapping[str, Any]:
    """The regions by which lists of parliaments are narrowed, as these name them."""
    return next(facet for facet in offered(BodyKind.PARLIAMENT).facets if facet.name == "region").labels()


class WaysForm(forms.Form):
    """How a hub works."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages in which the hub works"),
        required=False,
        choices=languages,
        widget=forms.CheckboxSelectMultiple,
    )
    region = forms.ChoiceField(label=gettext_lazy("Region that it is for"), required=False, choices=region_choices)
    countries = forms.MultipleChoiceField(
        label=gettext_lazy("Countries that it is for"),
        required=False,
        choices=country_choices,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=gettext_lazy("Where no region says it. Several can be chosen."),
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What it is about"),
        required=False,
        choices=topic_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Cases with these topics are shown on its page."),
    )
    joining = forms.ChoiceField(
        label=gettext_lazy("Who may join"),
        choices=[choice for choice in Joining.choices if choice[0] != Joining.UNKNOWN],
        widget=forms.RadioSelect,
        initial=Joining.ON_REQUEST,
    )

    def clean_topics(self) -> list[Topic]:
        return list(Topic.objects.filter(code__in=self.cleaned_data["topics"]))

    def ways(self) -> dict[str, Any]:
        """What was chosen, as the verbs take it."""
        said = self.cleaned_data
        return {name: said[name] for name in ("languages", "region", "countries", "topics", "joining")}


class ArrangeForm(WaysForm):
    """The same with the colour of the hub."""

    accent = Line(
        label=gettext_lazy("Colour"),
        most=7,
        required=False,
        help_text=gettext_lazy(
            "For the edge and the links of its page, as a sign and six digits: #1a5c8b. It must be dark enough to be "
            "read on white. Empty for the colour of the site."
        ),
    )

    def clean_accent(self) -> str:
        colour = str(self.cleaned_data["accent"]).lower()
        try:
            look.check_accent(colour)
        except ValidationError as refused:
            raise ValidationError(" ".join(refused.messages)) from refused
        return colour

    def arranged(self) -> Ways:
        return Ways(**self.ways(), accent=self.cleaned_data["accent"])


class OfferForm(WaysForm):
    """A hub that a body offers to host."""

    body = forms.ChoiceField(label=gettext_lazy("Who offers"))
    name = Line(label=gettext_lazy("Name of the hub"), most=120, help_text=gettext_lazy("Such as “Hub for open data”."))
    sort = forms.ChoiceField(label=gettext_lazy("Kind of hub"), choices=HubKind.choices, widget=forms.RadioSelect)
    language = language_field()
    purpose = Prose(
        label=gettext_lazy("What it is for"), rows=3, most=600, help_text=gettext_lazy("In a sentence or two.")
    )
    focus = Prose(label=gettext_lazy("What it would work on"), required=False)
    gives = Prose(
        label=gettext_lazy("What you would bring"),
        required=False,
        rows=4,
        most=LONGEST_NOTE,
        help_text=gettext_lazy("People, time, money, a platform: what the talks with the secretariat begin with."),
    )
    once = once_field()

    field_order = ("body", "name", "sort", "language", "purpose", "focus", "gives")

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "body", bodies)

    def described(self) -> Described:
        said = self.cleaned_data
        words = {name: said[name] for name in ("name", "sort", "language", "purpose", "focus", "gives")}
        return Described(**self.ways(), **words)


class BesideForm(forms.Form):
    """A body offers to host together with those who host a hub already."""

    body = forms.ChoiceField(label=gettext_lazy("Who offers"))
    language = language_field()
    gives = Prose(
        label=gettext_lazy("What you would bring"),
        rows=4,
        most=LONGEST_NOTE,
        help_text=gettext_lazy("People, time, money, a platform: what the talks with the secretariat begin with."),
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "body", bodies)

    def described(self) -> Described:
        return Described(language=self.cleaned_data["language"], gives=self.cleaned_data["gives"])


class HubWordsForm(forms.Form):
    """What a hub is for, in one language."""

    purpose = Prose(
        label=gettext_lazy("What it is for"), rows=3, most=600, help_text=gettext_lazy("In a sentence or two.")
    )
    focus = Prose(label=gettext_lazy("What it works on"), required=False)
    seen = seen_field()
