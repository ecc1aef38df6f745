"""Rows that are typed below one another: figures, sources, and what the case was taken from."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hemicycle.innovations import queries
from hemicycle.innovations.forms.fields import Line, PartialDate, WebAddress
from hemicycle.innovations.states import Relation
from hemicycle.innovations.steps import MOST_ROWS
from hemicycle.kit.words import fold
from hemicycle.network.queries import register

OWN_ADDRESS = re.compile(r"(?:^|/)cases/(?P<slug>[a-z0-9-]+)/?$")


class MeasureRow(forms.Form):
    """One figure."""

    what = Line(label=_("What was measured"), most=200)
    value = forms.DecimalField(label=_("Value"), required=False, max_digits=16, decimal_places=4, localize=True)
    unit = Line(label=_("Unit"), most=40)
    date = PartialDate(label=_("Date"))
    scope = Line(label=_("Of what"), most=200)
    citation = forms.IntegerField(label=_("Source no."), required=False, min_value=1, max_value=MOST_ROWS["sources"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        said = any(value not in (None, "") for value in given.values())
        if not self.errors and said and not (given.get("what") and given.get("value") is not None):
            raise ValidationError(_("A figure needs both: what was measured, and its value."))
        return given


class SourceRow(forms.Form):
    """One source."""

    title = Line(label=_("What it is called"), most=250)
    address = WebAddress(label=_("Address on the web"), most=400)
    dated = PartialDate(label=_("Date"))
    note = Line(label=_("Remark"), most=250)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and any(given.values()) and not given.get("title"):
            raise ValidationError({"title": _("Say what the source is called.")})
        return given


class LinkRow(forms.Form):
    """From whom it was taken."""

    relation = forms.ChoiceField(label=_("How"), choices=[("", ""), *Relation.choices], required=False)
    whom = Line(label=_("From which record or parliament"), most=200)
    since = PartialDate(label=_("When"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and given.get("whom"):
            given["relation"] = given.get("relation") or Relation.ADAPTED
            given |= origin_of(str(given["whom"]))
        elif not self.errors and any(given.values()):
            raise ValidationError({"whom": _("Say from which record or parliament it was taken.")})
        return given


def origin_of(whom: str) -> dict[str, Any]:
    """A record by its address here, a parliament by its key or name, else a name that the register does not hold."""
    found = OWN_ADDRESS.search(whom)
    case = queries.visible_to(None).filter(slug=found["slug"]).first() if found else None
    if found and case is None:
        raise ValidationError({"whom": _("There is no public record at this address.")})
    house = None if case else _house_called(whom)
    return {"case": case.pk if case else None, "body": house, "name": "" if case or house else whom}


def _house_called(whom: str) -> int | None:
    held = register()
    wanted = fold(whom)
    named = [
        each for each in held.houses.values() if wanted in {fold(each.key), fold(each.own_name), fold(each.name_local)}
    ]
    countries = [
        each for each in held.parliaments if each.place and wanted in {fold(name) for name in each.place.names.values()}
    ]
    found = named if len(named) == 1 else countries
    return found[0].pk if len(found) == 1 else None


class Rows(forms.BaseFormSet):
    """Rows of one kind; empty ones are passed over, so a row is taken away by emptying it."""

    def rows(self) -> list[Mapping[str, Any]]:
        filled = (form.cleaned_data for form in self.forms if form.has_changed() or form.initial)
        return [row for row in filled if any(value not in ("", None) for value in row.values())]


def rows_of(name: str, row: type[forms.Form]) -> type[Rows]:
    most = MOST_ROWS[name]
    made: type[Rows] = forms.formset_factory(row, formset=Rows, extra=2, max_num=most, absolute_max=most)
    return made


ROWS: dict[str, type[Rows]] = {
    "measures": rows_of("measures", MeasureRow),
    "sources": rows_of("sources", SourceRow),
    "links": rows_of("links", LinkRow),
}
