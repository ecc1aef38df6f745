"""Two people who change the same thing at the same time: whoever comes second hears of it before anything is lost."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from hemicycle.core.models import Entry
from hemicycle.core.staff.screens import StaffForm

SEEN = "seen"


class WordsForm(StaffForm):
    """A form that holds what is said of `thing` now. It remembers the entry up to which its history was seen."""

    @property
    def thing(self) -> Any:
        raise NotImplementedError

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields[SEEN] = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=self._newest())
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """What was typed comes back once; pressed again it counts, since its writer knows now."""
        seen, newest = form.cleaned_data.pop(SEEN), self._newest()
        if seen is None or seen == newest:
            return super().form_valid(form)
        form.data = form.data.copy()
        form.data[SEEN] = str(newest)
        form.add_error(
            None,
            _("Somebody else has changed this since you opened it. Look at what is said there now, then save again."),
        )
        return self.form_invalid(form)

    def _newest(self) -> int:
        rows = Entry.objects.filter(subject=self.thing.uid, kind=self.thing.kind).order_by("-pk")
        return rows.values_list("pk", flat=True).first() or 0
