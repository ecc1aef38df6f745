"""What a mailed link lets a member do about a written procedure: agree, or abstain."""

from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.accounts import deeds
from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.accounts.models import Person
from hemicycle.core import days, texts
from hemicycle.steering import actions, policy
from hemicycle.steering.models import Procedure
from hemicycle.steering.states import DAYS_OF_GRACE, Answer
from hemicycle.ui.languages import active_language

NAMES = {Answer.AGREE: "procedure.agree", Answer.ABSTAIN: "procedure.abstain"}


def link_to(answer: Answer, person: Person, procedure: Procedure) -> str:
    """For as long as the procedure may be open; afterwards the page says that it is closed."""
    left = (procedure.closes_on - days.today()).days + DAYS_OF_GRACE
    return deeds.link_for(person, NAMES[answer], procedure.uid, days=max(1, left))


def ask(answer: Answer, person: Person, uid: UUID) -> Asked | None:
    procedure = Procedure.objects.filter(uid=uid).first()
    if procedure is None or not policy.may_advise(person, procedure):
        return None
    title = texts.read_one(uid, active_language())["title"]
    if answer == Answer.AGREE:
        sentence = _("You advise for your seat on “%(title)s”: you agree. You can say otherwise until it is closed.")
        return Asked(_("Agree"), sentence % {"title": title}, _("I agree"))
    sentence = _("You advise for your seat on “%(title)s”: you abstain. You can say otherwise until it is closed.")
    return Asked(_("Abstain"), sentence % {"title": title}, _("I abstain"))


def do(answer: Answer, person: Any, uid: UUID) -> str:
    actions.advise(Procedure.objects.get(uid=uid), answer, by=person)
    return reverse("steering:advised")


DEEDS = tuple(Deed(name, partial(ask, answer), partial(do, answer)) for answer, name in NAMES.items())
