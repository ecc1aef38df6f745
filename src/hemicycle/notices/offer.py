"""What notices declare to the rest: verbs, what awaits an operator, and what leaving means for mail."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hemicycle.accounts import deeds, exporting, leaving, reach
from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, files, history
from hemicycle.core.catalogue import Duty, Task
from hemicycle.notices import queries, states
from hemicycle.notices.actions.first import DEEDS
from hemicycle.notices.actions.tidying import forget_person
from hemicycle.notices.models import Letter, Mail
from hemicycle.ui.formatting import format_number


def awaiting(person: Any) -> list[Task]:
    """One task for all of it: the page on which each is decided."""
    mails, letters = queries.mails_in_care(person), queries.letters_in_care(person)
    count = mails.count() + letters.count()
    if not count:
        return []
    since = [each.made_at for each in mails[:1]] + [each.came_at for each in letters[:1]]
    title = ngettext("%(count)s mail needs your care", "%(count)s mails need your care", count)
    return [Task(title % {"count": format_number(count)}, min(since), reverse("notices:care"))]


def collect(person: Person) -> dict[str, Any]:
    """What is kept of a person's mail; the letters that they posted belong to their threads."""
    return {
        "mails": list(Mail.objects.filter(person=person).order_by("pk").values("subject", "text", "made_at", "state")),
        "letters_received": list(
            Letter.objects.filter(person=person).order_by("pk").values("came_at", "state", "reason")
        ),
    }


catalogue.verbs(states.VERBS)
history.words(
    {
        states.BOUNCED: _("A mail came back"),
        states.SENT_AGAIN: _("Sent again"),
        states.LEFT: _("Left as it is"),
        states.REACHED_AGAIN: _("The address is tried again"),
    }
)
deeds.deed(*DEEDS)
catalogue.duty(Duty("mail", _("Mail that needs care"), awaiting, queries.waiting_for_care))
exporting.export(Part("mail", collect))
files.private_kind(Letter.kind, queries.letters)
leaving.on_leave("notices", forget_person)
reach.told_by(queries.not_reached)
