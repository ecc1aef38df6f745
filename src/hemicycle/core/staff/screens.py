"""The three screens of a shelf, in the content system's own frame: the list, the page of a thing, the form."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.template import engines
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, ButtonWithDropdown, HeaderButton

from hemicycle.core import history
from hemicycle.core.staff.parts import Row, Said, columns_of
from hemicycle.core.staff.shelves import Shelf
from hemicycle.ui.parts import Link

# What was typed cannot be taken as it is; the page comes back with it and says why.
NOT_TAKEN = 422
FIELDS = """{% load wagtailadmin_tags %}
{% for link in trail %}<p><a href="{{ link.address }}">{{ link.label }}</a></p>{% endfor %}
{% if lead %}<div class="help-block help-info">{% icon name="help" %}<p>{{ lead }}</p></div>{% endif %}
{% for field in form.hidden_fields %}{{ field }}{% endfor %}
<ul class="fields">{% for field in form.visible_fields %}<li>{% formattedfield field %}</li>{% endfor %}</ul>"""


class Screen(WagtailAdminTemplateMixin):
    """What all screens share. Whoever got here passed the door; what more is asked of them, `may` says."""

    shelf: Shelf = None  # type: ignore[assignment]

    def may(self, person: Any) -> bool:  # noqa: ARG002
        return True

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may(request.user):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_header_icon(self) -> str:
        return str(self.shelf.icon)

    def trail(self) -> list[Link]:
        """The way to here, without the first page and the list."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        on_the_way = [Link(str(self.shelf.menu_label), self.shelf.address()), *self.trail()]
        items = [*self.breadcrumbs_items, *({"url": link.address, "label": link.label} for link in on_the_way)]
        return [*items, {"url": "", "label": self.get_page_subtitle() or self.get_page_title()}]


class StaffList(Screen, IndexView):
    """The list: `rows` gives the things, `find` those that a typed word means, `said` what is said of each."""

    paginate_by = 30
    is_searchable = True
    said: ClassVar[tuple[Said, ...]]
    # The form that makes a new one, by its name on the shelf.
    new: ClassVar[str] = ""
    new_label: ClassVar[Any] = ""

    def rows(self) -> Any:
        raise NotImplementedError

    def find(self, rows: Any, words: str) -> Any:
        raise NotImplementedError

    def filled(self, rows: Any) -> Any:
        """The rows of one page with whatever else is said of them; read for these alone, once they are known."""
        return rows

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(self.filled(object_list))

    def may_make(self, person: Any) -> bool:  # noqa: ARG002
        return False

    def also(self) -> Iterable[Link]:
        """What else may be done from here."""
        return ()

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [Button(link.label, url=link.address, icon_name="plus") for link in self.also()]

    @cached_property
    def columns(self) -> list[Any]:
        return columns_of(self.said, self.shelf.address_of)

    def get_base_queryset(self) -> Any:
        return self.rows()

    def search_queryset(self, queryset: Any) -> Any:
        return self.find(queryset, self.search_query) if self.is_searching else queryset

    def get_page_title(self) -> str:
        return str(self.shelf.menu_label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_index_url(self) -> str:
        return self.shelf.address()

    def get_index_results_url(self) -> str:
        return self.shelf.address("results")

    def get_add_url(self) -> str | None:
        return self.shelf.address(self.new) if self.new and self.may_make(self.request.user) else None

    @cached_property
    def add_item_label(self) -> str:
        return str(self.new_label)

    @cached_property
    def verbose_name_plural(self) -> str:
        return str(self.shelf.menu_label)

    @cached_property
    def no_results_message(self) -> str:
        return _("Nothing here matches.") if self.is_searching or self.is_filtering else _("There is nothing here yet.")


class StaffPage(Screen, TemplateView):
    """The page of one thing: what is known of it, and a button for each thing that this person may do with it now."""

    template_name = "wagtailadmin/generic/inspect.html"

    @cached_property
    def thing(self) -> Any:
        raise NotImplementedError

    def rows(self) -> Iterable[Row]:
        raise NotImplementedError

    def ways(self) -> Iterable[Link]:
        """What may be done with it now; the first stands in the header, the others in a list that opens."""
        return ()

    def elsewhere(self) -> Iterable[Link]:
        """Where else it is shown."""
        return ()

    def told_of(self) -> str:
        """The kind under which the journal knows it; empty where a thing has no history of its own."""
        return ""

    @cached_property
    def header_buttons(self) -> list[Any]:
        ways = [*self.ways()]
        first = [HeaderButton(link.label, url=link.address, icon_name="edit") for link in ways[:1]]
        return [*first, *_more(ways[1:])]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [Button(link.label, url=link.address, icon_name="link-external") for link in self.elsewhere()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["fields"] = [row.as_context() for row in self.rows()]
        if self.told_of():
            context["history_url"] = history.address_of(self.told_of(), self.thing.uid)
        return context


def _more(ways: Sequence[Link]) -> list[Any]:
    buttons = [Button(link.label, url=link.address, priority=place) for place, link in enumerate(ways)]
    if not buttons:
        return []
    return [ButtonWithDropdown(label=_("More to do"), buttons=buttons, icon_name="arrow-down", priority=2000)]


class StaffForm(Screen, FormView):  # type: ignore[type-arg]
    """A form whose saving is a verb: `act` calls it and says where to go on; this screen writes nothing itself."""

    template_name = "wagtailadmin/generic/form.html"
    button: Any = ""
    lead: Any = ""  # What follows from it.

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        raise NotImplementedError

    def done(self) -> str:
        return _("Saved.")

    def form_valid(self, form: Any) -> HttpResponse:
        """Where the verb refuses, its sentence stands at the field that it names, and nothing typed is lost."""
        try:
            address = self.act(form.cleaned_data, self.request.user)
        except ValidationError as refused:
            for name, sentences in _by_field(refused).items():
                form.add_error(name if name in form.fields else None, sentences)
            return self.form_invalid(form)
        messages.success(self.request, self.done())
        return HttpResponseRedirect(address)

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.validation_error(self.request, _("This could not be saved yet; see what is said below."), form)
        response: HttpResponse = super().form_invalid(form)
        response.status_code = NOT_TAKEN
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {
            "media": form.media,
            "panel": _Fields({"form": form, "lead": self.lead, "trail": self.trail()}),
            "action_url": self.request.get_full_path(),
            "submit_button_label": str(self.button or _("Save")),
            "submit_button_active_label": _("Saving…"),
            "form_is_multipart": form.is_multipart(),
            "has_unsaved_changes": form.is_bound,
        }


class Bare(forms.Form):
    """A button alone; what follows from pressing it is said above."""


class _Fields:
    """What the frame draws as its panel: the thing that it is about, the lead, and the fields in its own manner."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = dict(words)

    def render_form_content(self) -> str:
        return str(engines["django"].from_string(FIELDS).render(self.words))


def _by_field(refused: ValidationError) -> dict[str, list[str]]:
    return refused.message_dict if hasattr(refused, "error_dict") else {"": refused.messages}
