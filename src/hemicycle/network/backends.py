"""Lets third-party screens ask for permissions and answers them live, from offices."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

from hemicycle.network import policy

# What an editor may do in the content system; an administrator may do everything there.
EDITORS_APPS = frozenset({"wagtailcore", "wagtailimages", "wagtaildocs", "pages"})
DOOR = "wagtailadmin.access_admin"


class OfficeBackend(ModelBackend):
    """Nobody has a permission of their own: it comes with an office and goes with it."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        if policy.is_administrator(user_obj):
            return True
        return policy.is_editor(user_obj) and (perm == DOOR or perm.partition(".")[0] in EDITORS_APPS)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return policy.is_administrator(user_obj) or (policy.is_editor(user_obj) and app_label in EDITORS_APPS)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if policy.is_administrator(user_obj):
            return {DOOR, *self._all_permissions()}
        return super().get_all_permissions(user_obj, obj)

    def _all_permissions(self) -> set[str]:
        rows = Permission.objects.values_list("content_type__app_label", "codename")
        return {f"{label}.{codename}" for label, codename in rows}
