"""Projects on the staff side: what they are for, who takes part, what was done and made."""

from collections.abc import Iterable
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import Row, Shelf, StaffList, StaffPage, address_of, amid, linked, table
from hemicycle.network import partner_wording as said_as
from hemicycle.network import queries
from hemicycle.network.models import Body, Project, ProjectParty
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries import partnership, party
from hemicycle.network.wagtail_hooks.columns import titled, whole
from hemicycle.network.wagtail_hooks.project_forms import (
    AddParty,
    AddStep,
    ChangeProject,
    NewProject,
    RemoveParty,
    RemoveStep,
)
from hemicycle.topics.queries import vocabulary
from hemicycle.ui.languages import native_name
from hemicycle.ui.parts import Link


def of_party(body: Body) -> list[Link]:
    """The projects in which a body has a part."""
    found = partnership().projects_with.get(body.pk, ())
    return [Link(titled(project), PROJECTS.address("page", project.pk)) for _part, project in found]


def _lead(project: Project) -> str:
    leads = [party(pk) for part, pk in whole(project).parties if part == "lead"]
    return ", ".join(one.title for one in leads if one)


class Projects(StaffList):
    new = "new"
    new_label = gettext_lazy("Open a project")
    said = (
        (gettext_lazy("Title"), lambda project: titled(whole(project))),
        (gettext_lazy("State"), lambda project: said_as.standing_name(whole(project))),
        (gettext_lazy("Period"), lambda project: said_as.period_of(project.since, project.until)),
        (gettext_lazy("Lead"), _lead),
    )

    def rows(self) -> Any:
        return queries.projects(self.request.user).order_by("-since", "slug")

    def find(self, rows: Any, words: str) -> Any:
        sought = words.casefold()
        titled = [
            project.pk
            for project in partnership().projects
            if any(sought in str(fields.get("title", "")).casefold() for fields in project.texts.values())
        ]
        return rows.filter(pk__in=titled)

    def may_make(self, person: Any) -> bool:
        return agreeing.may_keep_project(person, None)


class OneProject(StaffPage):
    @cached_property
    def thing(self) -> Project:
        return get_object_or_404(queries.projects(self.request.user), pk=self.kwargs["pk"])

    def told_of(self) -> str:
        return Project.kind

    def get_page_title(self) -> str:
        return titled(whole(self.thing))

    def rows(self) -> Iterable[Row]:
        project = whole(self.thing)
        words = [
            Row(f"{native_name(language)}: {fields.get('title', '')}", fields.get("purpose", ""))
            for language, fields in project.texts.items()
        ]
        topics = [vocabulary().terms[code].label for code in project.topics if code in vocabulary().terms]
        agreed = [
            Link(one.title, address_of(agreement))
            for agreement in self.thing.agreements.filter(state="signed").select_related("body")
            if (one := party(agreement.body_id)) is not None
        ]
        parties = self.thing.parties.select_related("body")
        return amid(
            [
                *words,
                Row(_("State"), said_as.standing_name(project)),
                Row(_("Period"), said_as.period_of(project.since, project.until)),
                Row(_("What it is about"), ", ".join(topics)),
                Row(_("Who takes part"), table(parties, self._with_way_out(OF_PARTIES, "remove_party"))),
                Row(
                    _("Activities and outputs"),
                    table(self.thing.steps.all(), self._with_way_out(OF_STEPS, "remove_step")),
                ),
                Row(_("Agreements about it"), linked(*agreed)),
                Row(_("Source"), project.source.title if project.source else ""),
            ]
        )

    def _with_way_out(self, columns: Any, form: str) -> Any:
        """The columns, with a way to take each row out for those who keep the project."""
        if not agreeing.may_keep_project(self.request.user, self.thing):
            return columns
        project = self.thing.pk
        return (
            *columns,
            ("", lambda row: linked(Link(_("Take it out"), PROJECTS.address(form, project, row.pk)))),
        )

    def ways(self) -> Iterable[Link]:
        if agreeing.may_keep_project(self.request.user, self.thing):
            yield Link(_("Change what is said of it"), PROJECTS.address("change", self.thing.pk))
            yield Link(_("Add who takes part"), PROJECTS.address("add_party", self.thing.pk))
            yield Link(_("Add an activity or an output"), PROJECTS.address("add_step", self.thing.pk))

    def elsewhere(self) -> Iterable[Link]:
        yield Link(_("Public page"), self.thing.get_absolute_url())


def _name(row: ProjectParty) -> str:
    one = party(row.body_id)
    return one.title if one else row.body.name


OF_PARTIES = (
    (gettext_lazy("Parliament or organisation"), _name),
    (gettext_lazy("Part"), lambda row: said_as.part_name(row.part)),
)
OF_STEPS = (
    (gettext_lazy("Title"), lambda row: row.title),
    (gettext_lazy("What it is"), lambda row: _("Output") if row.is_output else _("Activity")),
    (gettext_lazy("When"), lambda row: row.dated),
)


class ProjectShelf(Shelf):
    name = "staff_projects"
    url_prefix = "partners/projects"
    model = Project
    icon = "tasks"
    menu_label = gettext_lazy("Projects")
    menu_name = "projects"
    listing = Projects
    page = OneProject
    forms = {
        "new": ("new/", NewProject),
        "change": ("<int:pk>/change/", ChangeProject),
        "add_party": ("<int:pk>/parties/", AddParty),
        "remove_party": ("<int:pk>/parties/<int:row>/", RemoveParty),
        "add_step": ("<int:pk>/steps/", AddStep),
        "remove_step": ("<int:pk>/steps/<int:row>/", RemoveStep),
    }


PROJECTS = ProjectShelf()
