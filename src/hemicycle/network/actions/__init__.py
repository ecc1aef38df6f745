"""The verbs about the register, its seats and the members' directory."""

from hemicycle.network.actions.agreements import (
    Given,
    Signing,
    change_agreement,
    decline_agreement,
    end_agreement,
    hand_over,
    keep_agreement_paper,
    open_agreement,
    record_contribution,
    renew_agreement,
    sign_agreement,
)
from hemicycle.network.actions.contacts import (
    ContactsRefused,
    discard_contacts,
    forget_contact_lists,
    keep_contacts,
    load_contacts,
)
from hemicycle.network.actions.directory import choose_listing, forget_texts, introduce
from hemicycle.network.actions.facts import end_fact, record_fact
from hemicycle.network.actions.given import BodyGiven, CountryGiven, FactGiven, RegisterGiven, SourceGiven
from hemicycle.network.actions.leaving import forget_decided_requests, forget_member
from hemicycle.network.actions.offices import end_office, make_administrator, revoke_office, take_office
from hemicycle.network.actions.register import load_register
from hemicycle.network.actions.seats import (
    accept_request,
    ask_for_seat,
    check_waiting,
    invite_to_seat,
    keep_letter,
    refuse_request,
    withdraw_request,
)

__all__ = [
    "BodyGiven",
    "ContactsRefused",
    "CountryGiven",
    "FactGiven",
    "Given",
    "RegisterGiven",
    "Signing",
    "SourceGiven",
    "accept_request",
    "ask_for_seat",
    "change_agreement",
    "check_waiting",
    "choose_listing",
    "decline_agreement",
    "discard_contacts",
    "end_agreement",
    "end_fact",
    "end_office",
    "forget_contact_lists",
    "forget_decided_requests",
    "forget_member",
    "forget_texts",
    "hand_over",
    "introduce",
    "invite_to_seat",
    "keep_agreement_paper",
    "keep_contacts",
    "keep_letter",
    "load_contacts",
    "load_register",
    "make_administrator",
    "open_agreement",
    "record_contribution",
    "record_fact",
    "refuse_request",
    "renew_agreement",
    "revoke_office",
    "sign_agreement",
    "take_office",
    "withdraw_request",
]
