"""The forms of the five steps, with guidance beside each field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hemicycle.innovations.forms.fields import Line, PartialDate, Prose, WebAddress
from hemicycle.innovations.states import Answer, CostBand, Stage, TeamBand
from hemicycle.topics.queries import vocabulary

NOT_ANSWERED = ("", _("Not answered yet"))


def choice(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[NOT_ANSWERED, *choices.choices], required=False, help_text=help_text)


def terms(branch: str, label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Terms of the vocabulary to be ticked; read anew for each form, in the language of the page."""
    return forms.MultipleChoiceField(
        label=label,
        choices=lambda: [(term.code, term.label) for term in vocabulary().branch(branch)],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


class WhatForm(forms.Form):
    """Step 1."""

    title = Line(
        label=_("Title"),
        most=150,
        required=True,
        help_text=_(
            "What you did, in plain words: “Members vote by tablet from their seats”. No name of a product alone."
        ),
        error_messages={"required": _("Give the case a title.")},
    )
    lead = Prose(
        label=_("In two sentences"),
        rows=3,
        most=600,
        help_text=_("Who did what, and what came of it. People read this in lists, before anything else."),
    )
    began = PartialDate(label=_("When it began"), help_text=_("As precise as you know: 2024, 2024-05 or 2024-05-17."))
    ended = PartialDate(label=_("When it ended"), help_text=_("Leave this empty if it goes on."))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        began, ended = given.get("began", ""), given.get("ended", "")
        if began and ended and ended[: len(began)] < began[: len(ended)]:
            raise ValidationError({"ended": _("It cannot have ended before it began.")})
        return given


class ProblemForm(forms.Form):
    """Step 2."""

    problem = Prose(
        label=_("The problem"),
        help_text=_("What did not work, for whom, and how did you notice? Write for a colleague in another country."),
    )
    done = Prose(
        label=_("What was done"),
        rows=12,
        help_text=_("Step by step: who decided, who built, who was trained, what was tried first and given up."),
    )


class EffortForm(forms.Form):
    """Step 3."""

    stage = forms.ChoiceField(
        label=_("Stage"),
        choices=Stage.choices,
        help_text=_("How far it is today. “Ended” and “replaced” are worth telling: others learn from them."),
    )
    stage_as_of = PartialDate(label=_("Since when it is at this stage"), help_text=_("A year is enough."))
    resource = terms("resource", _("By what means"), _("Tick all that carried the work."))
    team = choice(_("People who worked on it"), TeamBand, _("At the busiest time, your own and others’."))
    months_to_first_use = forms.DecimalField(
        label=_("Months until first use"),
        required=False,
        min_value=0,
        max_value=600,
        decimal_places=1,
        max_digits=4,
        localize=True,
        help_text=_("From the decision to the first real use. Leave this empty if it is not in use yet."),
    )
    cost = choice(_("Cost until first use"), CostBand, _("In US dollars, roughly; salaries of your own staff aside."))
    cost_year = forms.IntegerField(
        label=_("Of which year"),
        required=False,
        min_value=1950,
        max_value=2100,
        help_text=_("The year of the prices, since a sum of long ago buys less today."),
    )
    cost_currency = Line(label=_("Paid in"), most=3, help_text=_("The three letters of the currency: USD, ZMW, BRL."))
    running_cost = choice(
        _("Running cost in a year"), CostBand, _("Licences, hosting, support; salaries of your own staff aside.")
    )
    donor_dependence = choice(_("Does it depend on donors?"), Answer, _("Would it stop if outside money stopped?"))
    code_open = choice(_("Is its code open?"), Answer, _("Whether others may read it and use it."))
    code_address = WebAddress(
        label=_("Where the code is"), most=300, help_text=_("The whole address, beginning with https://")
    )

    def clean_cost_currency(self) -> str:
        typed = str(self.cleaned_data["cost_currency"]).upper()
        if typed and not (len(typed) == 3 and typed.isascii() and typed.isalpha()):
            raise ValidationError(_("Write the three letters of the currency, such as USD."))
        return typed


class ResultsForm(forms.Form):
    """Step 4."""

    result = Prose(
        label=_("What came of it"),
        help_text=_("What is different now? If it is too early, say what you expect: “Expected: …”."),
    )
    conditions = Prose(
        label=_("What it needed"),
        rows=5,
        help_text=_("Rules, skills, equipment, support: what another house would need."),
    )
    challenges = Prose(
        label=_("What was difficult"), rows=5, help_text=_("And what you did about it. Nobody is judged by this.")
    )
    challenge = terms("challenge", _("Kinds of difficulty"), _("Tick those that cost you time; others search by them."))
    lessons = Prose(label=_("What was learned"), rows=5, help_text=_("What would you do otherwise, and what again?"))


class SourcesForm(forms.Form):
    """Step 5."""

    work = terms("work", _("Area of work"), _("The first one ticked is its main area."))
    technology = terms("technology", _("Technology"), _("Leave this empty if the change was not about technology."))
    change = terms("change", _("What changes"), _("Tick what is different from before."))
    beneficiary = terms("beneficiary", _("For whom"), _("Those who notice the difference."))
    practice = terms("practice", _("Practice area"), _("The kind of practice that others would learn from."))
    policy = terms("policy", _("Policy issues"), _("Only if it is about how parliament deals with one of them."))


FORMS: dict[str, type[forms.Form]] = {
    "what": WhatForm,
    "problem": ProblemForm,
    "effort": EffortForm,
    "results": ResultsForm,
    "sources": SourcesForm,
}
