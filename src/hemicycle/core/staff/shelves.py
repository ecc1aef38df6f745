"""One kind of thing on the staff side with its screens, and how kinds stand together in the menu."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Model
from django.urls import path, reverse
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

Group = ViewSetGroup


class Shelf(ViewSet):
    """A list at the shelf's address, a page for each thing, and forms; what each shows or does is the package's.

    Nothing is deleted here: a package that lets something be taken out has a form for that.
    """

    model: ClassVar[type[Model]]
    # Other models whose things are found here as well.
    also_for: ClassVar[tuple[type[Model], ...]] = ()
    listing: ClassVar[Any]
    page: ClassVar[Any]
    # By name: the address below the shelf's, and the form there.
    forms: ClassVar[Mapping[str, tuple[str, Any]]] = {}

    def get_urlpatterns(self) -> list[Any]:
        """Each screen knows its shelf; the list a second time without the frame, for those who type in its search."""
        return [
            path("", self.listing.as_view(shelf=self), name="index"),
            path("results/", self.listing.as_view(shelf=self, results_only=True), name="results"),
            path("<int:pk>/", self.page.as_view(shelf=self), name="page"),
            *(path(route, view.as_view(shelf=self), name=name) for name, (route, view) in self.forms.items()),
        ]

    def address(self, name: str = "index", *arguments: Any) -> str:
        return reverse(self.get_url_name(name), args=arguments)

    def address_of(self, thing: Any) -> str:
        return self.address("page", thing.pk)

    def holds(self, thing: Any) -> bool:  # noqa: ARG002
        """Whether a thing of one of its models stands here, where several shelves share a model."""
        return True

    def on_register(self) -> None:
        super().on_register()
        for model in (self.model, *self.also_for):
            SHELVES.setdefault(model, []).append(self)
            register_admin_url_finder(model, _Finder)

    @property
    def menu_url(self) -> str:
        return self.address()


SHELVES: dict[type[Model], list[Shelf]] = {}


def address_of(thing: Any) -> str:
    """The staff screen of a thing of whatever package; empty if it has none."""
    return next((shelf.address_of(thing) for shelf in SHELVES.get(type(thing), ()) if shelf.holds(thing)), "")


class _Finder:
    """By which the content system finds the screen of a thing."""

    def __init__(self, person: Any) -> None:
        self.person = person

    def get_edit_url(self, thing: Any) -> str | None:
        return address_of(thing) or None
