"""Nothing that is kept about a person is forgotten: neither in the archive that they may take, nor when they leave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from hemicycle.accounts import actions, exporting
from hemicycle.accounts.models import Person
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.tests.factories import a_case, hand_in
from hemicycle.network import actions as network
from hemicycle.threads import actions as threads

pytestmark = pytest.mark.django_db

# Columns that name a person by their number or uid, and what is in no archive, with the reason.
NOT_EXPORTED = {
    "admin.LogEntry.user": "Nothing writes there: the screens to which it belongs are not offered.",
    "threads.Participant.person": "Who takes part follows from offices; what they wrote is in the archive.",
    "threads.Participant.added_by": "The history in the archive tells what they did.",
    "threads.Thread.opened_by": "The history in the archive tells what they did.",
    "notices.Notice.person": "It only says that a mail was due; the mails are in the archive.",
    "notices.Unreachable.person": "It only says that the address, which is in the archive, does not work.",
    "hubs.Correspondent.named_by": "The history in the archive tells what they did.",
    "network.ContactList.handed_in_by": "A list of others, kept for a week; the history tells that it was loaded.",
}
# Columns that stay when somebody leaves: they point at the row that is emptied, and so name nobody.
EMPTIED = "It points at the row of the person, which is emptied."
STAYS = {
    **dict.fromkeys(
        (
            "network.Office.person",
            "network.SeatRequest.person",
            "network.SeatRequest.decided_by",
            "threads.Letter.author",
            "threads.Thread.opened_by",
            "threads.Participant.added_by",
            "hubs.Discussion.opened_by",
            "hubs.Correspondent.named_by",
            "hubs.Update.author",
            "innovations.Case.author",
            "innovations.Case.reviewer",
            "innovations.Case.confirmed_by",
            "innovations.UseCase.author",
            "innovations.UseCase.reviewer",
            "innovations.DraftSave.person",
            "innovations.HelpAsked.asked_by",
            "core.Entry.actor",
            "core.File.kept_by",
            "core.Revision.made_by",
            "core.Revision.translator",
            "pages.HomePage.locked_by",
            "pages.HomePage.owner",
            "pages.TextPage.locked_by",
            "pages.TextPage.owner",
            "wagtailcore.Page.locked_by",
            "wagtailcore.Page.owner",
            "wagtailcore.Revision.user",
            "wagtailcore.PageLogEntry.user",
            "wagtailcore.ModelLogEntry.user",
            "wagtailcore.Comment.user",
            "wagtailcore.Comment.resolved_by",
            "wagtailcore.CommentReply.user",
            "wagtailcore.WorkflowState.requested_by",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.UploadedFile.uploaded_by_user",
            "wagtailimages.Image.uploaded_by_user",
            "wagtaildocs.Document.uploaded_by_user",
        ),
        EMPTIED,
    ),
    "admin.LogEntry.user": "Nothing writes there: the screens to which it belongs are not offered.",
}
# Columns with the uid of something other than a person.
OF_THINGS = frozenset(
    {
        "core.File.subject",
        "core.Entry.subject",
        "core.Delivery.claim",
        "core.Link.to",
        "core.Text.subject",
        "threads.Thread.about",
        "hubs.Activity.uid",
        "hubs.Output.activity",
        "notices.Mail.thread",
        "notices.Mail.claim",
        "notices.Letter.thread",
        "pages.HomePage.translation_key",
        "pages.TextPage.translation_key",
    }
)
NAME, ADDRESS = "Zebulon Quisenberry", "zebulon.quisenberry@parliament.example"
# Kept for a while, and forgotten by a rule: what was mailed to others names who gave an office or wrote.
FORGOTTEN_BY_RULE = frozenset({"notices.Mail", "django_tasks_database.DBTaskResult"})


@dataclass(frozen=True)
class Column:
    """A column that names a person."""

    name: str
    table: str
    column: str


def columns() -> Iterator[Column]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            name = f"{model._meta.label}.{field.name}"
            if field.related_model is Person or (_is_uid(model, field) and name not in OF_THINGS):
                # The columns of a page's kind are in the table of all pages.
                yield Column(name, field.model._meta.db_table, field.column)


def _is_uid(model: type[models.Model], field: models.Field) -> bool:
    ours = model.__module__.startswith("hemicycle.")
    return ours and isinstance(field, models.UUIDField) and not (field.unique or field.primary_key)


def asked_for(queries: CaptureQueriesContext) -> set[str]:
    """The columns by which rows were looked for."""
    said = "\n".join(query["sql"] for query in queries.captured_queries)
    found = set(re.findall(r'"(\w+)"\."(\w+)" (?:=|IN)', said))
    return {column.name for column in columns() if (column.table, column.column) in found}


def test_everything_about_a_person_is_in_their_archive_or_says_why_not(outsider):
    with CaptureQueriesContext(connection) as queries:
        exporting.archive(outsider)

    assert {column.name for column in columns()} - asked_for(queries) == set(NOT_EXPORTED)


def test_everything_about_a_person_goes_when_they_leave_or_says_why_not(outsider):
    with CaptureQueriesContext(connection) as queries:
        actions.leave(outsider)

    assert {column.name for column in columns()} - asked_for(queries) - set(STAYS) == set()
    assert set(STAYS) - {column.name for column in columns()} == set()


def test_no_table_knows_the_name_or_address_of_somebody_who_left(
    person, zambia, malawi, colleague, editor, django_capture_on_commit_callbacks
):
    leaver = _who_did_everything(person, zambia, malawi, colleague, editor)
    before = _who_know_them()

    with django_capture_on_commit_callbacks(execute=True):
        actions.leave(leaver)

    assert before >= {"accounts.Person", "core.Revision", "network.SeatRequest", "network.Introduction"}
    assert _who_know_them() - FORGOTTEN_BY_RULE == set()


def _who_know_them() -> set[str]:
    return {model._meta.label for model in apps.get_models() for row in _rows(model) if _names_them(row)}


def _who_did_everything(person, zambia, malawi, colleague, editor):
    """Somebody who holds an office, asks, writes, describes, translates, is listed, introduced and mailed."""
    leaver = person("focal_point", zambia, name=NAME, email=ADDRESS)
    network.ask_for_seat(malawi, "contributor", note=f"I am {NAME}.", by=leaver)
    network.choose_listing(leaver, listed=True, shows_mail=True, topics=[], languages=["en"])
    theirs = network.choose_listing(colleague, listed=True, shows_mail=False, topics=[], languages=[])
    network.introduce(theirs, f"I am {NAME}, write to {ADDRESS}.", by=leaver)
    network.invite_to_seat("new@example.org", zambia, "contributor", name="Somebody new", by=leaver)
    case = hand_in(
        innovations.draft(zambia, {"title": "Benches", "lead": "A lead."}, language="en", by=leaver), by=leaver
    )
    thread = threads.open_thread(case, by=editor)
    threads.post(thread, "How many benches?", by=leaver)
    public = a_case("public-case", body=zambia)
    words = {"title": "Bancs", "lead": "Une phrase."}
    innovations.translate(public, words, language="fr", credit=NAME, by=leaver)
    actions.issue_token(leaver, name="A program", scopes=["read:self"], days=30)
    return leaver


def _rows(model: type[models.Model]) -> Iterator[dict[str, object]]:
    yield from model._base_manager.values()


def _names_them(row: dict[str, object]) -> bool:
    said = " ".join(map(str, row.values())).lower()
    return NAME.lower() in said or ADDRESS in said or "quisenberry" in said
