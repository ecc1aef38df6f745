"""What the content system keeps about a person, as they may have it themselves, and what goes when they leave."""

from typing import Any

from django.db.models import Q
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person

# What belongs to the person alone, and so goes with them.
OWN = (UserProfile, EditingSession, FormState, APIToken, PageSubscription)
# What was done with the site's content: which columns name the person, and what is told of it.
DONE: tuple[tuple[Any, tuple[str, ...], tuple[str, ...]], ...] = (
    (Page, ("owner", "locked_by"), ("title", "slug", "first_published_at", "locked_at")),
    (Revision, ("user",), ("object_str", "created_at")),
    (PageLogEntry, ("user",), ("label", "action", "timestamp")),
    (ModelLogEntry, ("user",), ("label", "action", "timestamp")),
    (Comment, ("user", "resolved_by"), ("page__title", "text", "created_at", "resolved_at")),
    (CommentReply, ("user",), ("text", "created_at")),
    (WorkflowState, ("requested_by",), ("object_id", "status", "created_at")),
    (TaskState, ("finished_by",), ("status", "comment", "finished_at")),
    (UploadedFile, ("uploaded_by_user",), ("file",)),
    (get_image_model(), ("uploaded_by_user",), ("title", "file", "created_at")),
    (get_document_model(), ("uploaded_by_user",), ("title", "file", "created_at")),
)
# What tells how the screens were set, or where one was; keys are secrets and are named alone.
OWN_COLUMNS = {
    UserProfile: ("preferred_language", "current_time_zone", "theme", "contrast", "density"),
    EditingSession: ("object_id", "last_seen_at"),
    FormState: ("object_id", "data", "last_updated_at"),
    APIToken: ("name", "prefix", "created", "revoked_at", "last_used_at"),
    PageSubscription: ("page__title", "comment_notifications"),
}


def collect(person: Person) -> dict[str, Any]:
    """By kind; for most people all of it is empty."""
    found = {
        model._meta.model_name: list(  # noqa: SLF001 - Django's documented face.
            model.objects.filter(_names(columns, person)).order_by("pk").values(*told)
        )
        for model, columns, told in DONE
    }
    own = {
        model._meta.model_name: list(model.objects.filter(user=person).order_by("pk").values(*OWN_COLUMNS[model]))  # noqa: SLF001
        for model in OWN
    }
    return {**found, **own}


def forget(person: Person) -> None:
    """What was done with pages stays and names nobody, since the person's row is emptied."""
    for model in OWN:
        model.objects.filter(user=person).delete()


def _names(columns: tuple[str, ...], person: Person) -> Q:
    found = Q()
    for column in columns:
        found |= Q((column, person))
    return found


PART = Part("content", collect)
