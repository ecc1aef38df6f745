"""Who takes part in the conversation about a case, and what it is called."""

from uuid import UUID

from hemicycle.core import texts
from hemicycle.innovations import queries
from hemicycle.innovations.models import Case
from hemicycle.threads.queries import Circle, Named
from hemicycle.ui.languages import active_language


def members(uid: UUID) -> Circle | None:
    """The author, those who speak for the house, and the secretariat."""
    case = Case.objects.select_related("body__parent", "author").filter(uid=uid).first()
    if case is None:
        return None
    return Circle(queries.authors_of(case) | queries.speakers_of(case), staff=True)


def named(uid: UUID) -> Named | None:
    case = Case.objects.filter(uid=uid).first()
    reading = texts.read([uid], active_language()).get(uid) if case else None
    return Named(reading["title"], case.get_absolute_url()) if case and reading else None
