"""What awaits a person about cases, each with the page where it is done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy

from hemicycle.core import texts
from hemicycle.core.catalogue import Duty, Task, Waiting
from hemicycle.core.models import Entry, Text
from hemicycle.innovations import policy, queries, wording
from hemicycle.innovations.models import Case, HelpAsked
from hemicycle.innovations.revisions import offered, waiting_originals
from hemicycle.innovations.states import ADOPTED, EDITABLE_STATES, State
from hemicycle.innovations.steps import STEP
from hemicycle.network import policy as network
from hemicycle.ui.languages import active_language, native_name

# Ten working days, as the authors are told.
PROMISED = timedelta(days=14)
# So long a house is invited to tell what became of what it took over.
INVITED = timedelta(days=180)


def to_review(person: Any) -> Iterable[Task]:
    cases = list(queries.to_review(person).annotate(since=_last("case.submitted")))
    titled = _titles(cases)
    return [
        _task(case, titled, case.since, "review/", due=case.since + PROMISED if case.since else None)
        for case in cases
        if case.uid in titled
    ]


def queue_of_reviews() -> Iterable[Waiting]:
    """All that was handed in and is not decided, whoever may review it."""
    cases = Case.objects.filter(state__in=(State.SUBMITTED, State.IN_REVIEW)).annotate(since=_last("case.submitted"))
    rows = cases.exclude(since=None).values_list("since", "state")
    return [Waiting(since, since + PROMISED, taken=state == State.IN_REVIEW) for since, state in rows]


def proposals(person: Any) -> Iterable[Task]:
    """Words that chambers proposed for what is public."""
    if not network.is_editor(person):
        return []
    cases = Case.objects.filter(state=State.PUBLISHED, uid__in=waiting_originals()).exclude(author=person)
    found = list(cases.exclude(queries.belonging_to(person)).annotate(since=_last("case.suggested")))
    titled = _titles(found)
    return [_task(case, titled, case.since, "words/") for case in found if case.uid in titled]


def queue_of_proposals() -> Iterable[Waiting]:
    cases = Case.objects.filter(state=State.PUBLISHED, uid__in=waiting_originals())
    rows = cases.annotate(since=_last("case.suggested")).exclude(since=None)
    return [Waiting(since) for since in rows.values_list("since", flat=True)]


def sent_back(person: Any) -> Iterable[Task]:
    cases = queries.in_the_making(person).filter(state=State.RETURNED).annotate(since=_last("case.sent_back"))
    found = list(cases)
    titled = _titles(found)
    return [_task(case, titled, case.since, "edit/") for case in found if case.uid in titled]


def to_help(person: Any) -> Iterable[Task]:
    """Steps that colleagues asked this person to fill."""
    rows = HelpAsked.objects.open().filter(person=person, done_at=None, case__state__in=EDITABLE_STATES)
    asked = list(rows.select_related("case"))
    titled = _titles([each.case for each in asked])
    return [
        _task(each.case, titled, each.asked_at, f"edit/{each.step}/", note=str(STEP[each.step].title))
        for each in asked
        if each.case.uid in titled
    ]


def to_confirm(person: Any) -> Iterable[Task]:
    """Public cases about which the house was asked “still so?” and has not answered."""
    unanswered = Q(confirmed_on=None) | Q(confirmed_on__lt=F("asked_on"))
    cases = list(queries.to_confirm(person).filter(unanswered, asked_on__isnull=False))
    titled = _titles(cases)
    return [_task(case, titled, _morning(case.asked_on), "confirm/") for case in cases if case.uid in titled]


def own_case(person: Any) -> Iterable[Task]:
    """What the person's house took over from others, and could tell as a case of its own; nobody is asked for ever."""
    adoptions = queries.untold(body.pk for body in queries.own_bodies(person))
    if not adoptions:
        return []
    since = _adopted_at({each.origin_case.uid for each in adoptions if each.origin_case})
    titled = _titles([each.origin_case for each in adoptions if each.origin_case])
    return [
        Task(titled[each.origin_case.uid], at, wording.own_case_address(each.uid))
        for each in adoptions
        if each.origin_case is not None
        and each.taker_body is not None
        and (at := since.get((each.origin_case.uid, each.taker_body.key))) is not None
        and at > timezone.now() - INVITED
    ]


def _adopted_at(origins: set[UUID]) -> dict[tuple[UUID, str], datetime]:
    """When each house said that it took over each case."""
    entries = Entry.objects.filter(subject__in=origins, verb=ADOPTED).order_by("id")
    return {(uid, facts.get("body", "")): at for uid, facts, at in entries.values_list("subject", "facts", "at")}


def behind(person: Any) -> Iterable[Task]:
    """Versions that this person translated and that the original has left behind."""
    current = Text.objects.filter(subject=OuterRef("subject"), state=Text.State.ORIGINAL)
    versions = Text.objects.filter(state=Text.State.PUBLISHED, current__translator=person.uid).annotate(
        now=Subquery(current.values("current_id")[:1]), since=Subquery(current.values("current__made_at")[:1])
    )
    rows = list(versions.exclude(now=F("current__source_id")).values_list("subject", "language", "since"))
    cases = {case.uid: case for case in queries.visible_to(None).filter(uid__in={row[0] for row in rows})}
    titled = _titles(list(cases.values()))
    return [
        _task(cases[subject], titled, since, f"translate/{language}/", note=native_name(language))
        for subject, language, since in rows
        if subject in titled
    ]


def translations(person: Any) -> Iterable[Task]:
    """Versions that others have finished and that this person may check and publish."""
    if not (network.is_editor(person) or queries.own_bodies(person)):
        return []
    waiting = offered()
    visible = (
        queries.visible_to(person).select_related("body__parent").filter(uid__in={each.subject for each in waiting})
    )
    cases = {case.uid: case for case in visible if policy.may_publish_translation(person, case)}
    titled = _titles(list(cases.values()))
    return [
        _task(cases[each.subject], titled, each.since, f"translate/{each.language}/", note=native_name(each.language))
        for each in waiting
        if each.subject in titled
    ]


def _last(verb: str) -> Subquery:
    entries = Entry.objects.filter(subject=OuterRef("uid"), verb=verb).order_by("-id")
    return Subquery(entries.values("at")[:1])


def _titles(cases: Sequence[Case]) -> dict[UUID, str]:
    if not cases:
        return {}
    readings = texts.read([case.uid for case in cases], active_language())
    return {uid: reading["title"] for uid, reading in readings.items()}


def _task(case: Case, titled: dict[UUID, str], since: Any, below: str, *, due: Any = None, note: str = "") -> Task:
    return Task(titled[case.uid], since or timezone.now(), wording.address(f"{case.path}{below}"), due=due, note=note)


def _morning(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _duty(
    name: str,
    label: Any,
    awaiting: Callable[[Any], Iterable[Task]],
    queue: Callable[[], Iterable[Waiting]] | None = None,
) -> Duty:
    return Duty(f"innovations.{name}", label, awaiting, queue)


DUTIES = (
    _duty("review", gettext_lazy("Cases to review"), to_review, queue_of_reviews),
    _duty("proposals", gettext_lazy("Words to decide on"), proposals, queue_of_proposals),
    _duty("sent_back", gettext_lazy("Cases sent back to you"), sent_back),
    _duty("help", gettext_lazy("Steps that you were asked to fill"), to_help),
    _duty("confirm", gettext_lazy("Cases to confirm"), to_confirm),
    _duty("own_case", gettext_lazy("Cases of your own to tell"), own_case),
    _duty("translations", gettext_lazy("Translations to check"), translations),
    _duty("behind", gettext_lazy("Your translations that are behind"), behind),
)
