"""What people may type about seats, decisions and written procedures."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.steering.actions import Enclosed
from hemicycle.steering.forms.fields import LANGUAGES, DayField, LineField, PaperField, WordsField, choose
from hemicycle.steering.states import LONGEST_OUTCOME, LONGEST_TEXT, LONGEST_TITLE, Answer, FollowUp

ENCLOSED = 2
TITLE_OF_PAPER = {1: gettext_lazy("Title of the first paper"), 2: gettext_lazy("Title of the second paper")}
LANGUAGE_OF_PAPER = {1: gettext_lazy("The first paper is in"), 2: gettext_lazy("The second paper is in")}
FILE_OF_PAPER = {1: gettext_lazy("File of the first paper"), 2: gettext_lazy("File of the second paper")}


class SeatForm(forms.Form):
    """Which body is invited to the committee, and for what term."""

    body = forms.ChoiceField(label=gettext_lazy("Parliament, regional body or organisation"))
    since = DayField(label=gettext_lazy("First day of the term"))
    until = DayField(label=gettext_lazy("Last day of the term"))

    def __init__(self, *args: Any, bodies: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "body", [("", _("Choose one")), *bodies])


class EndForm(forms.Form):
    """When an invitation ends."""

    on = DayField(label=gettext_lazy("Last day of the seat"))


class FollowUpForm(forms.Form):
    """Who follows a decision up, and by when."""

    who = forms.ChoiceField(
        label=gettext_lazy("Who follows up"),
        help_text=gettext_lazy("They hear by mail and find it on their desk; for a body, those who represent it do."),
    )
    due = DayField(label=gettext_lazy("By when"), required=False)

    def __init__(self, *args: Any, followers: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "who", [("", _("Choose one")), *followers])


class DecisionForm(FollowUpForm):
    """What was decided, on which day, and who follows up."""

    title = LineField(label=gettext_lazy("What was decided, in one line"), max_length=LONGEST_TITLE)
    text = WordsField(
        label=gettext_lazy("The decision in full"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("These words are in"), choices=LANGUAGES)
    taken_on = DayField(label=gettext_lazy("Decided on"))
    item = forms.ChoiceField(label=gettext_lazy("Item of the agenda"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    field_order = ("title", "text", "language", "item", "taken_on", "who", "due", "once")

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if items:
            choose(self, "item", [("", gettext_lazy("None of them")), *items])
        else:
            del self.fields["item"]


class SettleForm(forms.Form):
    """What came of a decision."""

    state = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        choices=[(FollowUp.DONE, FollowUp.DONE.label), (FollowUp.DROPPED, FollowUp.DROPPED.label)],
        widget=forms.RadioSelect,
        initial=FollowUp.DONE,
    )
    outcome = WordsField(
        label=gettext_lazy("What came of it"),
        max_length=LONGEST_OUTCOME,
        help_text=gettext_lazy("A sentence is enough. It stands with the decision, also where everybody reads that."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


class QuestionForm(forms.Form):
    """A question that is asked in writing, with up to two papers."""

    title = LineField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    question = WordsField(
        label=gettext_lazy("What you ask"),
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy("Ask so that “I agree” is an answer: members can say it by one press, or by a mail."),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("These words are in"), choices=LANGUAGES)
    closes_on = DayField(label=gettext_lazy("Answers until"))
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, ENCLOSED + 1):
            self.fields[f"paper_title_{number}"] = LineField(
                label=TITLE_OF_PAPER[number], required=False, max_length=LONGEST_TITLE
            )
            self.fields[f"paper_language_{number}"] = forms.ChoiceField(
                label=LANGUAGE_OF_PAPER[number], required=False, choices=LANGUAGES
            )
            self.fields[f"paper_file_{number}"] = PaperField(label=FILE_OF_PAPER[number], required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for number in range(1, ENCLOSED + 1):
            title, file = said.get(f"paper_title_{number}"), said.get(f"paper_file_{number}")
            if file and not title:
                self.add_error(f"paper_title_{number}", _("Give the paper a title."))
            if title and not file and f"paper_file_{number}" not in self.errors:
                self.add_error(f"paper_file_{number}", _("Choose the file, or leave the title empty."))
        return said

    def enclosed(self) -> list[Enclosed]:
        said = self.cleaned_data
        return [
            Enclosed(said[f"paper_title_{number}"], said[f"paper_language_{number}"], said[f"paper_file_{number}"])
            for number in range(1, ENCLOSED + 1)
            if said[f"paper_file_{number}"]
        ]


class AdviceForm(forms.Form):
    """What a member answers for their seat."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=[
            (Answer.AGREE, gettext_lazy("I agree")),
            (Answer.REMARKS, gettext_lazy("I have remarks")),
            (Answer.DISAGREE, gettext_lazy("I do not agree")),
            (Answer.ABSTAIN, gettext_lazy("I abstain")),
        ],
        widget=forms.RadioSelect,
    )
    text = WordsField(
        label=gettext_lazy("Remarks"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy("The members of the committee and the secretariat read them."),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )


class TitledForm(forms.Form):
    """A title and a text in the language that the address names."""

    title = LineField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    text = WordsField(
        label=gettext_lazy("Text"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
