"""Work in the background: having a machine draft a translation, asking chambers “still so?”, tidying the log."""

from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from hemicycle.core import timetable
from hemicycle.innovations import actions, drafts
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import CASE_TEXTS
from hemicycle.kit import translation
from hemicycle.kit.translation import Provider


def machine_for(source: str, target: str) -> str:
    """The name of the provider that can draft this; empty if there is none."""
    provider = _provider()
    return provider.name if (source, target) in provider.languages() else ""


@task()
def machine_draft(uid: str, language: str) -> bool:
    """Have the original drafted in another language; whether there is a draft now. Nobody reads it unless published."""
    case = Case.objects.get(uid=uid)
    reading = drafts.original(case)
    provider = _provider()
    fields = {name: str(reading.fields[name]) for name in CASE_TEXTS if reading.fields.get(name)}
    figures = {f"measure-{key}": label for key, label in reading.fields.get("measures", {}).items()}
    made = translation.drafted(provider, fields | figures, source=reading.language, target=language)
    words: dict[str, object] = {name: made[name] for name in fields}
    if figures:
        words["measures"] = {name.removeprefix("measure-"): made[name] for name in figures}
    with override(language):
        credit = _("Machine draft by %(provider)s") % {"provider": provider.name}
    return actions.keep_machine_draft(case, words, language=language, credit=credit)


@lru_cache(maxsize=1)
def _provider() -> Provider:
    return translation.provider(str(getattr(settings, "TRANSLATION_PROVIDER", "")))


timetable.recurring(
    timetable.Recurring("still_so", every=timedelta(days=1), work=actions.ask_what_is_due),
    timetable.Recurring("forget_old_saves", every=timedelta(days=1), work=actions.forget_old_saves),
)
