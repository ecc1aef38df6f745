"""What is done with projects: opened, described, with who takes part and what was done and made."""

from collections.abc import Mapping
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from hemicycle.core.staff import Bare, StaffForm, WordsForm
from hemicycle.network import actions, queries
from hemicycle.network.forms import PartyForm, ProjectForm, StepForm
from hemicycle.network.models import Body, Project, ProjectParty, ProjectStep
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.views.keeping import initial_of_project, project_said, step_said
from hemicycle.network.wagtail_hooks.columns import titled, whole
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


class Keeping(StaffForm):
    @cached_property
    def thing(self) -> Project:
        return get_object_or_404(queries.projects(self.request.user), pk=self.kwargs["pk"])

    def may(self, person: Any) -> bool:
        return agreeing.may_keep_project(person, self.thing)

    def trail(self) -> list[Link]:
        return [Link(titled(whole(self.thing)), self.shelf.address_of(self.thing))]

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        self.keep(said, person)
        return self.shelf.address_of(self.thing)

    def keep(self, said: Mapping[str, Any], person: Any) -> None:
        raise NotImplementedError


class NewProject(StaffForm):
    form_class = ProjectForm
    page_title = gettext_lazy("Open a project")
    button = gettext_lazy("Open it")
    lead = gettext_lazy("Who takes part is added next.")

    def may(self, person: Any) -> bool:
        return agreeing.may_keep_project(person, None)

    def get_initial(self) -> dict[str, Any]:
        return {"language": active_language()}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        return self.shelf.address_of(actions.open_project(project_said(said), by=person))


class ChangeProject(Keeping, WordsForm):
    form_class = ProjectForm
    page_title = gettext_lazy("Change what is said of it")
    lead = gettext_lazy("Title and purpose are kept once for each language; choose the language in which you write.")

    def get_initial(self) -> dict[str, Any]:
        return initial_of_project(self.thing)

    def keep(self, said: Mapping[str, Any], person: Any) -> None:
        actions.change_project(self.thing, project_said(said), by=person)


class AddParty(Keeping):
    form_class = PartyForm
    page_title = gettext_lazy("Add who takes part")

    def keep(self, said: Mapping[str, Any], person: Any) -> None:
        body = get_object_or_404(Body.objects.select_related("parent"), key=said["body"])
        actions.add_party(self.thing, body, said["part"], by=person)


class AddStep(Keeping):
    form_class = StepForm
    page_title = gettext_lazy("Add an activity or an output")

    def get_initial(self) -> dict[str, Any]:
        return {"language": active_language()}

    def keep(self, said: Mapping[str, Any], person: Any) -> None:
        actions.add_step(self.thing, step_said(said), by=person)


class RemoveParty(Keeping):
    form_class = Bare
    page_title = gettext_lazy("Take it out")
    button = gettext_lazy("Take it out")
    lead = gettext_lazy("The body no longer stands among those who take part.")

    def keep(self, said: Mapping[str, Any], person: Any) -> None:  # noqa: ARG002
        rows = ProjectParty.objects.filter(project=self.thing).select_related("project", "body")
        actions.remove_party(get_object_or_404(rows, pk=self.kwargs["row"]), by=person)


class RemoveStep(Keeping):
    form_class = Bare
    page_title = gettext_lazy("Take it out")
    button = gettext_lazy("Take it out")
    lead = gettext_lazy("Only for what was recorded by mistake; the history of the project keeps that it changed.")

    def keep(self, said: Mapping[str, Any], person: Any) -> None:  # noqa: ARG002
        rows = ProjectStep.objects.filter(project=self.thing).select_related("project")
        actions.remove_step(get_object_or_404(rows, pk=self.kwargs["row"]), by=person)
