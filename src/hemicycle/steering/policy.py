"""Who may do what in the steering committee, one sentence each."""

from typing import Any

from hemicycle.network import policy as network
from hemicycle.network.models import Office
from hemicycle.network.states import SPEAKING_ROLES, Role
from hemicycle.steering.models import Decision, Paper, Procedure, Sitting
from hemicycle.steering.seats import seated_bodies

# Who acts for a body when it follows up a decision: those who speak for it, and those who run it.
REPRESENTING = frozenset(
    {*SPEAKING_ROLES, Role.PARTNER, Role.STEERING_MEMBER, Role.COORDINATOR, Role.ADMINISTRATOR},
)


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
    return is_public(sitting) or may_read_inside(person)


def may_see_paper(person: Any, paper: Paper) -> bool:
    """Papers are private until those of their sitting are published; papers of a written procedure stay inside."""
    published = paper.sitting is not None and paper.sitting.papers_published_at is not None
    return published or may_read_inside(person)


def may_see_procedure(person: Any, procedure: Procedure) -> bool:  # noqa: ARG001 - all alike.
    """Written procedures are for members of the committee and the secretariat."""
    return may_read_inside(person)


def may_advise(person: Any, procedure: Procedure) -> bool:
    """A member whose body was asked advises while the procedure is open."""
    return procedure.closed_at is None and bool(asked_seats(person, procedure))


def asked_seats(person: Any, procedure: Procedure) -> set[int]:
    """The bodies that were asked and for which this person sits today."""
    held = seats_held(person)
    return set(procedure.asked.filter(pk__in=held).values_list("pk", flat=True)) if held else set()


def may_see_decision(person: Any, decision: Decision) -> bool:
    """Inside all of them; outside those of published minutes or outcomes; who follows one up sees it in any case."""
    return is_published(decision) or may_read_inside(person) or follows_up(person, decision)


def follows_up(person: Any, decision: Decision) -> bool:
    """The person named, or whoever represents the body named."""
    if not _is_somebody(person):
        return False
    if decision.person_id is not None and decision.person_id == person.pk:
        return True
    return decision.body is not None and any(represents(office, decision.body) for office in _offices(person))


def may_settle(person: Any, decision: Decision) -> bool:
    """Who follows a decision up says that it is done; so do administrators."""
    return network.is_administrator(person) or follows_up(person, decision)


def represents(office: Office, body: Any) -> bool:
    """Whether an office that runs acts for the body; who speaks for a parliament acts for its chambers."""
    if office.role not in REPRESENTING:
        return False
    return office.body_id == body.pk or (office.role in SPEAKING_ROLES and office.body_id == body.parent_id)


def is_public(sitting: Sitting) -> bool:
    return sitting.papers_published_at is not None or sitting.minutes_published_at is not None


def is_published(decision: Decision) -> bool:
    if decision.sitting is not None:
        return decision.sitting.minutes_published_at is not None
    return decision.procedure is not None and decision.procedure.published_at is not None


def _offices(person: Any) -> list[Office]:
    return network.offices_today(person)


def _is_somebody(person: Any) -> bool:
    return person is not None and person.is_authenticated and person.is_active
