"""Who may do what with cases and use cases, one sentence each."""

from typing import Any

from hemicycle.innovations.models import HelpAsked
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.states import EDITABLE_STATES, PUBLIC_STATES, State
from hemicycle.network import policy as network
from hemicycle.network.models import Body
from hemicycle.network.states import SPEAKING_ROLES


def may_see(person: Any, thing: Innovation) -> bool:
    """Everybody sees what is published; authors, their house and the secretariat see the rest."""
    return thing.state in PUBLIC_STATES or is_party(person, thing) or network.is_secretariat(person)


def is_party(person: Any, thing: Innovation) -> bool:
    """The author while they may describe what this body did, and those who speak for it."""
    return (_is_author(person, thing) and may_draft(person, thing.body)) or network.speaks_for(person, thing.body)


def speaking_role(person: Any, thing: Innovation) -> str:
    """The office in which the person speaks for the house that the thing is about, if any."""
    body = thing.body
    held = {
        office.role
        for office in network.offices_today(person)
        if body is not None and (body.pk in {office.body_id, office.body.parent_id} or office.body_id == body.parent_id)
    }
    return next((role for role in SPEAKING_ROLES if role in held), "")


def may_draft(person: Any, body: Body | None) -> bool:
    """Anybody with a seat in the house may describe what it did; editors describe it from public sources."""
    return network.belongs_to(person, body) or network.is_editor(person)


def may_edit(person: Any, thing: Innovation) -> bool:
    """The author and those who speak for the body, while it is theirs to edit."""
    return thing.state in EDITABLE_STATES and is_party(person, thing)


def may_fill(person: Any, thing: Innovation, step: str) -> bool:
    """Who may edit, and a colleague who was asked to fill this step."""
    return may_edit(person, thing) or (thing.state in EDITABLE_STATES and is_asked(person, thing, step))


def is_asked(person: Any, thing: Innovation, step: str) -> bool:
    """Whether the person was asked, not too long ago, to fill this step of the case."""
    if person is None or not person.is_authenticated or not person.is_active:
        return False
    return HelpAsked.objects.open().filter(case=thing.pk, person=person, step=step).exists()


def may_review(person: Any, thing: Innovation) -> bool:
    """An editor reviews, but nobody reviews for their own chamber or their own text."""
    return network.is_editor(person) and not _is_author(person, thing) and not network.belongs_to(person, thing.body)


def may_confirm(person: Any, thing: Innovation) -> bool:
    """Whoever speaks for the chamber confirms what is published about it."""
    return thing.state == State.PUBLISHED and network.speaks_for(person, thing.body)


def may_change_stage(person: Any, thing: Innovation) -> bool:
    """Those who speak for the chamber, and editors, once it is published."""
    return thing.state == State.PUBLISHED and may_withdraw(person, thing)


def may_withdraw(person: Any, thing: Innovation) -> bool:
    """Those who speak for the chamber, and editors."""
    return network.speaks_for(person, thing.body) or network.is_editor(person)


def may_amend(person: Any, thing: Innovation) -> bool:
    """Once it is public, those who speak for the chamber propose other words, and editors decide on them."""
    return thing.state == State.PUBLISHED and (network.speaks_for(person, thing.body) or may_review(person, thing))


def may_adopt(person: Any, thing: Innovation, body: Body) -> bool:
    """A person of another house says that it took something over from this one."""
    return (
        thing.state == State.PUBLISHED
        and network.belongs_to(person, body)
        and not network.belongs_to(person, thing.body)
    )


def may_translate(person: Any, thing: Innovation) -> bool:
    """Whoever may see it and holds an office; what others than its house and editors write is checked first."""
    return may_see(person, thing) and bool(network.offices_today(person))


def may_publish_translation(person: Any, thing: Innovation) -> bool:
    """The house that it is about, and editors; they also check what others have translated."""
    return may_translate(person, thing) and (network.belongs_to(person, thing.body) or network.is_editor(person))


def _is_author(person: Any, thing: Innovation) -> bool:
    return person is not None and person.is_authenticated and thing.author_id == person.pk
