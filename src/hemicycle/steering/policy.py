"""Who may do what in the steering committee, one sentence each."""

from typing import Any

from hemicycle.network import policy as network
from hemicycle.network.states import Role
from hemicycle.steering.models import Decision, Paper, Procedure, Sitting
from hemicycle.steering.seats import seated_bodies


def sits(person: Any) -> bool:
    """A member of the committee: an office in a body that has a seat today."""
    return bool(seats_held(person))


def seats_held(person: Any) -> set[int]:
    """The bodies for which this person sits on the committee today."""
    held = {office.body_id for office in network.offices_today(person) if office.role == Role.STEERING_MEMBER}
    return held & {body.pk for body in seated_bodies()} if held else set()


def may_keep(person: Any) -> bool:
    """Administrators prepare sittings, papers, procedures and decisions, and give seats by invitation."""
    return network.is_administrator(person)


def may_read_inside(person: Any) -> bool:
    """Members of the committee and the secretariat read what is not published yet."""
    return network.is_secretariat(person) or sits(person)


def may_see_sitting(person: Any, sitting: Sitting) -> bool:
    """Inside everything; outside a sitting whose papers or minutes were published."""
    published = sitting.papers_published_at is not None or sitting.minutes_published_at is not None
    return published or may_read_inside(person)


def may_see_paper(person: Any, paper: Paper) -> bool:
    """Papers are private until those of their sitting are published; papers of a written procedure stay inside."""
    published = paper.sitting is not None and paper.sitting.papers_published_at is not None
    return published or may_read_inside(person)


def may_see_procedure(person: Any, procedure: Procedure) -> bool:  # noqa: ARG001 - all alike.
    """Written procedures are for members of the committee and the secretariat."""
    return may_read_inside(person)


def may_advise(person: Any, procedure: Procedure) -> bool:
    """A member whose body was asked advises while the procedure is open."""
    if procedure.closed_at is not None or not sits(person):
        return False
    return procedure.asked.filter(pk__in=seats_held(person)).exists()


def may_see_decision(person: Any, decision: Decision) -> bool:
    """Inside all of them; outside those of a sitting whose minutes were published."""
    published = decision.sitting is not None and decision.sitting.minutes_published_at is not None
    return published or may_read_inside(person) or follows_up(person, decision)


def follows_up(person: Any, decision: Decision) -> bool:
    """The person named, or whoever represents the body named."""
    if person is None or not person.is_authenticated:
        return False
    if decision.person_id is not None and decision.person_id == person.pk:
        return True
    held = {office.body_id for office in network.offices_today(person)}
    return decision.body_id is not None and decision.body_id in held


def may_settle(person: Any, decision: Decision) -> bool:
    """Who follows a decision up says that it is done; so do administrators."""
    return network.is_administrator(person) or follows_up(person, decision)
