"""The verbs about the register, its seats and the members' directory."""

from hemicycle.network.actions.agreed import FOLLOWERS, refresh_around
from hemicycle.network.actions.agreements import (
    Signing,
    change_agreement,
    decline_agreement,
    keep_agreement_paper,
    open_agreement,
    open_terms,
    sign_agreement,
)
from hemicycle.network.actions.bodies import BodySaid, change_body, record_chamber, record_regional_body
from hemicycle.network.actions.contacts import (
    ContactsRefused,
    discard_contacts,
    forget_contact_lists,
    keep_contacts,
    load_contacts,
)
from hemicycle.network.actions.contributions import (
    Given,
    change_contribution,
    record_contribution,
    remove_contribution,
)
from hemicycle.network.actions.directory import choose_listing, forget_texts, introduce
from hemicycle.network.actions.facts import end_fact, record_fact
from hemicycle.network.actions.findings import FactSaid, is_of_people, state_fact, take_out_fact
from hemicycle.network.actions.given import (
    AgreementGiven,
    BodyGiven,
    CountryGiven,
    FactGiven,
    PartnersGiven,
    ProjectGiven,
    RegisterGiven,
    SourceGiven,
)
from hemicycle.network.actions.innovation import (
    FormSaid,
    end_innovation_form,
    innovation_forms,
    record_innovation_form,
)
from hemicycle.network.actions.leaving import close_unused_accounts, forget_decided_requests, forget_member
from hemicycle.network.actions.offices import end_office, make_administrator, revoke_office, take_office
from hemicycle.network.actions.organisations import OrganisationSaid, change_organisation, record_organisation
from hemicycle.network.actions.partner_loads import load_partners
from hemicycle.network.actions.projects import (
    ProjectSaid,
    StepSaid,
    add_party,
    add_step,
    change_project,
    open_project,
    remove_party,
    remove_step,
)
from hemicycle.network.actions.register import load_register
from hemicycle.network.actions.renewals import end_agreement, hand_over, renew_agreement
from hemicycle.network.actions.seats import (
    accept_request,
    ask_for_seat,
    check_waiting,
    invite_again,
    invite_to_seat,
    keep_letter,
    refuse_request,
    withdraw_request,
)
from hemicycle.network.actions.turning import remind_of_ends, turn_lists

__all__ = [
    "FOLLOWERS",
    "AgreementGiven",
    "BodyGiven",
    "BodySaid",
    "ContactsRefused",
    "CountryGiven",
    "FactGiven",
    "FactSaid",
    "FormSaid",
    "Given",
    "OrganisationSaid",
    "PartnersGiven",
    "ProjectGiven",
    "ProjectSaid",
    "RegisterGiven",
    "Signing",
    "SourceGiven",
    "StepSaid",
    "accept_request",
    "add_party",
    "add_step",
    "ask_for_seat",
    "change_agreement",
    "change_body",
    "change_contribution",
    "change_organisation",
    "change_project",
    "check_waiting",
    "choose_listing",
    "close_unused_accounts",
    "decline_agreement",
    "discard_contacts",
    "end_agreement",
    "end_fact",
    "end_innovation_form",
    "end_office",
    "forget_contact_lists",
    "forget_decided_requests",
    "forget_member",
    "forget_texts",
    "hand_over",
    "innovation_forms",
    "introduce",
    "invite_again",
    "invite_to_seat",
    "is_of_people",
    "keep_agreement_paper",
    "keep_contacts",
    "keep_letter",
    "load_contacts",
    "load_partners",
    "load_register",
    "make_administrator",
    "open_agreement",
    "open_project",
    "open_terms",
    "record_chamber",
    "record_contribution",
    "record_fact",
    "record_innovation_form",
    "record_organisation",
    "record_regional_body",
    "refresh_around",
    "refuse_request",
    "remind_of_ends",
    "remove_contribution",
    "remove_party",
    "remove_step",
    "renew_agreement",
    "revoke_office",
    "sign_agreement",
    "state_fact",
    "take_office",
    "take_out_fact",
    "turn_lists",
    "withdraw_request",
]
