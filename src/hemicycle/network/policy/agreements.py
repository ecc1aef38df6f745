"""Who may do what with agreements, partners and projects, one sentence each."""

from typing import Any

from hemicycle.network.models import Agreement, Body, Project
from hemicycle.network.policy import holds, is_administrator, is_secretariat, speaks_in
from hemicycle.network.states import PUBLIC_KINDS, Role
from hemicycle.network.states.agreements import AgreementState


def represents(person: Any, body: Body | None) -> bool:
    """Whoever speaks for a parliament or chamber, and the representative of a partner organisation."""
    return body is not None and (speaks_in(person, body) or holds(person, (Role.PARTNER,), bodies=[body]))


def may_see_agreement(person: Any, agreement: Agreement) -> bool:
    """Everybody sees what was signed; talks are between the two sides."""
    if agreement.state == AgreementState.SIGNED:
        return True
    return is_secretariat(person) or represents(person, agreement.body)


def may_see_agreement_papers(person: Any, agreement: Agreement) -> bool:
    """Documents of an agreement are for its two sides."""
    return is_secretariat(person) or represents(person, agreement.body)


def may_open_agreement(person: Any, body: Body) -> bool:
    """Talks are begun by the secretariat or by the partner itself."""
    return is_administrator(person) or represents(person, body)


def may_keep_agreement(person: Any, agreement: Agreement) -> bool:
    """An administrator records what was agreed; the partner's own side proposes while there are talks."""
    talks = agreement.state == AgreementState.TALKS
    return is_administrator(person) or (talks and represents(person, agreement.body))


def may_sign_agreement(person: Any, agreement: Agreement) -> bool:
    """Administrators record that an agreement was signed, renewed, handed over or ended; never for their own body."""
    return is_administrator(person) and not represents(person, agreement.body)


def may_record_contribution(person: Any, agreement: Agreement) -> bool:
    """Administrators and the partner's own side say what was given."""
    return is_administrator(person) or represents(person, agreement.body)


def may_keep_organisations(person: Any) -> bool:
    """Administrators keep the list of partner organisations."""
    return is_administrator(person)


def may_keep_project(person: Any, project: Project | None) -> bool:
    """Administrators open projects; they and whoever represents the lead keep them."""
    if is_administrator(person):
        return True
    return project is not None and any(
        represents(person, party.body) for party in project.parties.filter(part="lead").select_related("body__parent")
    )


def may_record_innovation_form(person: Any, body: Body) -> bool:
    """How a parliament organises innovation is said by the secretariat, or by whoever speaks for it."""
    return body.kind in PUBLIC_KINDS and (is_administrator(person) or speaks_in(person, body))
