"""The verbs of the report of a year: drawn up, introduced in languages, published with its figures frozen."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, states, years
from hemicycle.hubs.actions.doors import HubRefused, locked, open_hub_only, require, tell, write_words
from hemicycle.hubs.models import Hub, YearReport

REPORT_TEXTS = ("introduction",)


@transaction.atomic
def draw_up_report(
    hub: Hub, year: int, introduction: str, *, language: str, by: Person, seen: int | None = None
) -> YearReport:
    """Begin the report of a year, or write its introduction; once published, its figures stay as they were."""
    hub = _at_work(hub, by)
    _check_year(year)
    report, made = YearReport.objects.get_or_create(hub=hub, year=year)
    write_words(report.uid, REPORT_TEXTS, {"introduction": introduction}, language, by=by, seen=seen)
    verb = states.REPORT_CHANGED if report.published_at is not None and not made else states.REPORT_DRAWN_UP
    tell(hub, verb, by=by, year=year)
    return report


@transaction.atomic
def publish_report(hub: Hub, year: int, *, by: Person) -> YearReport:
    """Everybody reads it. What it tells is what was recorded until now, and stays like this."""
    hub = _at_work(hub, by)
    _check_year(year)
    report, _made = YearReport.objects.select_for_update().get_or_create(hub=hub, year=year)
    if report.published_at is None:
        report.told = years.year_of(hub, year)
        report.published_at = timezone.now()
        report.save(update_fields=["told", "published_at"])
        tell(hub, states.REPORT_PUBLISHED, by=by, year=year)
    return report


def _at_work(hub: Hub, by: Person) -> Hub:
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    return hub


def _check_year(year: int) -> None:
    if not states.YEARS[0] <= year <= timezone.localdate().year:
        raise HubRefused(_("There is nothing to report on yet: this year has not begun."))
