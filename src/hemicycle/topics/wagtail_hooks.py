"""The staff side of the vocabulary: its terms by branch, each with its labels; a new term; other words for one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from hemicycle.core.staff import Row, Shelf, StaffForm, StaffList, StaffPage, WordsForm, amid, linked, narrowing
from hemicycle.topics import actions, policy
from hemicycle.topics.forms import OF_LABEL, NewTermForm, TermForm
from hemicycle.topics.models import Topic
from hemicycle.topics.queries import Term, vocabulary
from hemicycle.topics.states import BRANCHES
from hemicycle.ui.languages import native_name
from hemicycle.ui.parts import Link


def _term(topic: Topic) -> Term:
    return vocabulary().by_pk[topic.pk]


def _above(topic: Topic) -> str:
    term = _term(topic)
    return vocabulary().terms[term.parent].label if term.parent else ""


def _unlabelled(topic: Topic) -> str:
    """The languages in which English stands in."""
    return ", ".join(native_name(code) for code, _name in settings.LANGUAGES if code not in _term(topic).labels)


def _branches() -> list[tuple[str, str]]:
    known = vocabulary().terms
    return [(name, known[name].label) for name in BRANCHES if name in known]


def _of_branch(rows: Any, branch: str) -> Any:
    return rows.filter(code__startswith=f"{branch}.") | rows.filter(code=branch)


class Terms(StaffList):
    new = "new"
    new_label = gettext_lazy("Add a term")
    filterset_class = narrowing(Topic, branch=(gettext_lazy("Branch"), _branches, _of_branch))
    said = (
        (gettext_lazy("Term"), lambda one: _term(one).label),
        (gettext_lazy("Stands below"), _above),
        (gettext_lazy("Code"), lambda one: one.code),
        (gettext_lazy("No label yet in"), _unlabelled),
    )

    def rows(self) -> Any:
        return Topic.objects.order_by("order", "pk")

    def find(self, rows: Any, words: str) -> Any:
        """By its code or by a label in any language, whatever the case; the vocabulary is in memory anyway."""
        sought = words.casefold()
        found = [
            term.pk
            for term in vocabulary().terms.values()
            if sought in term.code or any(sought in label.casefold() for label in term.labels.values())
        ]
        return rows.filter(pk__in=found)

    def may_make(self, person: Any) -> bool:
        return policy.may_keep(person)


class OneTerm(StaffPage):
    @cached_property
    def thing(self) -> Topic:
        return get_object_or_404(Topic, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _term(self.thing).label

    def rows(self) -> Iterable[Row]:
        term = _term(self.thing)
        labels = [Row(native_name(code), linked(Link(label, "", language=code))) for code, label in term.labels.items()]
        narrower = [
            Link(below.label, SHELF.address("page", below.pk))
            for below in vocabulary().terms.values()
            if below.parent == term.code
        ]
        return amid(
            [
                Row(_("Code"), term.code),
                Row(_("Stands below"), _above(self.thing)),
                *labels,
                Row(_("No label yet in"), _unlabelled(self.thing)),
                Row(_("What belongs here"), term.note),
                Row(_("Terms below it"), linked(*narrower)),
            ]
        )

    def ways(self) -> Iterable[Link]:
        if policy.may_keep(self.request.user):
            yield Link(_("Change the labels"), SHELF.address("change", self.thing.pk))

    def told_of(self) -> str:
        return Topic.kind

    def elsewhere(self) -> Iterable[Link]:
        yield Link(_("Public page"), _term(self.thing).get_absolute_url())


class Writing(StaffForm):
    def may(self, person: Any) -> bool:
        return policy.may_keep(person)


class NewTerm(Writing):
    form_class = NewTermForm
    page_title = gettext_lazy("Add a term")
    button = gettext_lazy("Add it")
    lead = gettext_lazy("Its address is made from the English label and stays, also when the label changes later.")

    def get_initial(self) -> dict[str, Any]:
        return {"parent": self.request.GET.get("parent", "")}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        parent = get_object_or_404(Topic, code=said["parent"])
        return SHELF.address_of(actions.add_term(parent, said["labels"], said["note"], by=person))


class ChangeTerm(Writing, WordsForm):
    form_class = TermForm
    page_title = gettext_lazy("Change the labels")
    lead = gettext_lazy("The code stays, and with it every address and everything that bears the term.")

    @cached_property
    def thing(self) -> Topic:
        return get_object_or_404(Topic, pk=self.kwargs["pk"])

    def trail(self) -> list[Link]:
        return [Link(_term(self.thing).label, SHELF.address_of(self.thing))]

    def get_initial(self) -> dict[str, Any]:
        labels = {f"{OF_LABEL}{code}": label for code, label in self.thing.labels.items()}
        return {**labels, "note": self.thing.note}

    def act(self, said: Mapping[str, Any], person: Any) -> str:
        actions.change_term(self.thing, said["labels"], said["note"], by=person)
        return SHELF.address_of(self.thing)


class Vocabulary(Shelf):
    name = "staff_topics"
    url_prefix = "topics"
    model = Topic
    icon = "tag"
    menu_label = gettext_lazy("Topics")
    menu_name = "topics"
    menu_order = 220
    add_to_admin_menu = True
    listing = Terms
    page = OneTerm
    forms = {"new": ("new/", NewTerm), "change": ("<int:pk>/change/", ChangeTerm)}


SHELF = Vocabulary()


hooks.register("register_admin_viewset", lambda: SHELF)
