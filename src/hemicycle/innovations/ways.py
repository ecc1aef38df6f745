"""What a person who is signed in may do with a record, as a row of links on its page."""

from typing import Any

from django.utils.translation import gettext as _

from hemicycle.innovations import policy, queries, wording
from hemicycle.innovations.drafts import original
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import State
from hemicycle.network import policy as network
from hemicycle.threads.queries import thread_of
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


def ways_for(person: Any, case: Case) -> tuple[Link, ...]:
    """Nothing for visitors, so that public pages cost no more than before."""
    if not person.is_authenticated:
        return ()
    may_review = policy.may_review(person, case)
    amends = policy.may_amend(person, case)
    found = {
        "edit/": (policy.may_edit(person, case), _("Go on describing")),
        "review/": (may_review and case.state in {State.SUBMITTED, State.IN_REVIEW}, _("Review")),
        "confirm/": (policy.may_confirm(person, case), _("Confirm")),
        "words/": (amends, _("Change the words") if may_review else _("Propose other words")),
        "adopt/": (_adopts(person, case), _("We adopted this")),
        f"translate/{_target(case)}/": (_translates(person, case), _("Translate")),
        "withdraw/": (_withdraws(person, case), _("Bring it back") if case.state == State.WITHDRAWN else _("Withdraw")),
    }
    links = tuple(Link(label, wording.address(f"{case.path}{path}")) for path, (may, label) in found.items() if may)
    return (*links, *_talk(person, case), *ways_to_begin(person))


def ways_to_begin(person: Any) -> tuple[Link, ...]:
    """Describing a case, for people with a seat in a house, and for editors."""
    begins = person.is_authenticated and (queries.own_bodies(person) or network.is_editor(person))
    return (Link(_("Describe a case"), wording.address("/cases/new/")),) if begins else ()


def _adopts(person: Any, case: Case) -> bool:
    return any(policy.may_adopt(person, case, body) for body in queries.own_bodies(person))


def _withdraws(person: Any, case: Case) -> bool:
    return case.state in {State.PUBLISHED, State.WITHDRAWN} and policy.may_withdraw(person, case)


def _translates(person: Any, case: Case) -> bool:
    """Before and after it is public nobody would read the version; its page can still be opened by address."""
    return case.state == State.PUBLISHED and policy.may_translate(person, case)


def _target(case: Case) -> str:
    """The language of the page, unless the record was first written in it."""
    language = original(case).language
    here = active_language()
    return here if here != language else next(code for code in ("fr", "en") if code != language)


def _talk(person: Any, case: Case) -> tuple[Link, ...]:
    found = thread_of(case.kind, case.uid)
    takes_part = policy.is_party(person, case) or policy.may_review(person, case)
    return (Link(_("Conversation"), found.get_absolute_url()),) if found and takes_part else ()
