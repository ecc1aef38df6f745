"""What people may type in the members' directory."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hemicycle.network.forms.fields import WordsField
from hemicycle.network.states import Role
from hemicycle.topics.queries import vocabulary

# The branches of the vocabulary in which members know their way about.
KNOWN_BRANCHES = ("practice", "work", "technology")


def topic_choices() -> list[tuple[str, str]]:
    known = vocabulary()
    return [(term.code, term.label) for branch in KNOWN_BRANCHES for term in known.branch(branch)]


def grouped_topics() -> list[tuple[str, list[tuple[str, str]]]]:
    known = vocabulary()
    return [
        (known.terms[branch].label, [(term.code, term.label) for term in known.branch(branch)])
        for branch in KNOWN_BRANCHES
        if branch in known.terms
    ]


def any_of(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", _("Any")), *choices]


class SearchForm(forms.Form):
    """By what a counterpart is sought."""

    body = forms.ChoiceField(label=_("Parliament"), required=False)
    role = forms.ChoiceField(label=_("Office"), required=False, choices=any_of(Role.choices))
    topic = forms.ChoiceField(label=_("Topic"), required=False, choices=lambda: any_of(grouped_topics()))
    language = forms.ChoiceField(label=_("Language"), required=False, choices=any_of(settings.LANGUAGES))

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices: Any = self.fields["body"]
        choices.choices = any_of(bodies)


class ListingForm(forms.Form):
    """What a person chose to show in the directory."""

    listed = forms.BooleanField(
        label=_("List me in the members’ directory"),
        required=False,
        help_text=_("Your name, your offices and what you choose below, for people who hold an office here."),
    )
    shows_mail = forms.BooleanField(
        label=_("Show my mail address there"),
        required=False,
        help_text=_("Without it, people write to you through a form, and you decide whether to answer."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages in which one can write to you"),
        required=False,
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics about which one can ask you"),
        required=False,
        choices=grouped_topics,
        widget=forms.CheckboxSelectMultiple,
    )


class WriteForm(forms.Form):
    """A first letter to somebody in the directory."""

    text = WordsField(label=_("Your letter"), max_length=3000, min_length=10)
