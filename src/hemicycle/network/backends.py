"""Lets third-party screens ask for permissions and answers them live, from offices."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

from hemicycle.network import policy

DOOR = "wagtailadmin.access_admin"
# What editors and administrators may do in the content system. Nobody gets there what would go past our own verbs:
# people, groups and sites; what our packages show there asks their policies.
EDITORS_APPS = frozenset({"wagtailimages", "wagtaildocs", "pages", "topics"})
EDITORS_MAY = frozenset(
    f"wagtailcore.{act}_{thing}" for thing in ("page", "collection") for act in ("add", "change", "delete", "view")
)


class OfficeBackend(ModelBackend):
    """Nobody has a permission of their own: it comes with an office and goes with it."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        if perm == DOOR:
            return policy.is_secretariat(user_obj)
        return _is_for_editors(perm) and policy.is_editor(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return app_label in EDITORS_APPS and policy.is_editor(user_obj)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ARG002
        door = {DOOR} if policy.is_secretariat(user_obj) else set()
        if not policy.is_editor(user_obj):
            return door
        rows = Permission.objects.values_list("content_type__app_label", "codename")
        named = (f"{label}.{codename}" for label, codename in rows)
        return door | {perm for perm in named if _is_for_editors(perm)}


def _is_for_editors(perm: str) -> bool:
    return perm.partition(".")[0] in EDITORS_APPS or perm in EDITORS_MAY
