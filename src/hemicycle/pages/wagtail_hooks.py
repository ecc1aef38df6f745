"""The content system's own screens: who may edit pages, pictures and documents there, and what its menus leave out."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import AbstractPage, Collection, Page
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from hemicycle.network import policy
from hemicycle.pages import views
from hemicycle.pages.models import HomePage, TextPage

OF_PAGES = ("add", "change", "publish", "lock", "unlock")
OF_FILES = ("add", "change", "delete", "choose")


@dataclass(frozen=True, eq=False)
class Named:
    """What the content system asks of a permission: its name."""

    codename: str


@dataclass(frozen=True, eq=False)
class Granted:
    """A permission for the whole tree below a root, in the form in which the content system reads its own rows."""

    permission: Named
    root: Any

    @property
    def page(self) -> Any:
        return self.root

    collection = page

    @property
    def page_id(self) -> Any:
        return self.root.pk

    collection_id = page_id


def granted(person: Any, model: type[Any], acts: tuple[str, ...], things: tuple[str, ...]) -> list[Granted]:
    """Everything below the root to whoever holds an editor's office today; no group and no row has a say."""
    root = model.get_first_root_node() if policy.is_editor(person) else None
    return [Granted(Named(f"{act}_{thing}"), root) for act in acts for thing in things] if root else []


class PagesByOffice(PagePermissionPolicy):
    def get_all_permissions_for_user(self, user: Any) -> Any:
        return granted(user, Page, OF_PAGES, ("page",))


class FilesByOffice(CollectionOwnershipPermissionPolicy):
    @property
    def permission_cache_name(self) -> str:
        """Where a request remembers them with the person: each kind of file apart."""
        return f"_granted_{self.model_name}"

    def get_all_permissions_for_user(self, user: Any) -> Any:
        return granted(user, Collection, OF_FILES, (self.model_name,))


class CollectionsByOffice(CollectionManagementPermissionPolicy):
    permission_cache_name = "_granted_collection"

    def get_all_permissions_for_user(self, user: Any) -> Any:
        return granted(user, Collection, OF_FILES, ("collection",))


register_permission_policy(AbstractPage, PagesByOffice(Page))
register_permission_policy(get_image_model(), FilesByOffice(get_image_model(), owner_field_name="uploaded_by_user"))
register_permission_policy(
    get_document_model(), FilesByOffice(get_document_model(), owner_field_name="uploaded_by_user")
)
register_permission_policy(Collection, CollectionsByOffice(Collection))


def previewed(view: Any) -> Any:
    """What an editor has not yet published, as readers would see it, in the language of the page."""

    def serve(page: Any, request: HttpRequest, _mode: str) -> HttpResponse:
        with override(page.locale.language_code):
            response: HttpResponse = view(request, page)
        return response

    return serve


TextPage.serve_preview = previewed(views.shown_text)
HomePage.serve_preview = previewed(views.shown_home)


def leave_out_other_sites(request: HttpRequest, menu_items: list[Any]) -> None:  # noqa: ARG001
    """Help that leads elsewhere tells of the content system and not of this one."""
    menu_items[:] = [item for item in menu_items if not item.url.startswith("http")]


hooks.register("construct_help_menu", leave_out_other_sites)
