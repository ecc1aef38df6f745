"""The verbs of hubs."""

from hemicycle.hubs.actions.doors import HubRefused, WordsMoved
from hemicycle.hubs.actions.hosting import (
    Described,
    Ways,
    arrange_hub,
    close_hub,
    decline_offer,
    describe_hub,
    hand_over,
    offer_hub,
    open_hub,
)
from hemicycle.hubs.actions.keeping import keep_paper, remove_paper
from hemicycle.hubs.actions.leaving import forget_notes, forget_person
from hemicycle.hubs.actions.loads import load_hubs
from hemicycle.hubs.actions.members import (
    accept_member,
    answer_invitation,
    ask_to_join,
    invite_member,
    leave_hub,
    name_correspondents,
    refuse_member,
    take_back,
)
from hemicycle.hubs.actions.outputs import (
    Made,
    change_output,
    draft_output,
    publish_output,
    show_output,
    withdraw_output,
)
from hemicycle.hubs.actions.quietness import tell_of_quietness
from hemicycle.hubs.actions.reporting import draw_up_report, publish_report
from hemicycle.hubs.actions.telling import change_update, draft_update, publish_update, withdraw_update
from hemicycle.hubs.actions.work import Planned, adopt_plan, move_activity

__all__ = [
    "Described",
    "HubRefused",
    "Made",
    "Planned",
    "Ways",
    "WordsMoved",
    "accept_member",
    "adopt_plan",
    "answer_invitation",
    "arrange_hub",
    "ask_to_join",
    "change_output",
    "change_update",
    "close_hub",
    "decline_offer",
    "describe_hub",
    "draft_output",
    "draft_update",
    "draw_up_report",
    "forget_notes",
    "forget_person",
    "hand_over",
    "invite_member",
    "keep_paper",
    "leave_hub",
    "load_hubs",
    "move_activity",
    "name_correspondents",
    "offer_hub",
    "open_hub",
    "publish_output",
    "publish_report",
    "publish_update",
    "refuse_member",
    "remove_paper",
    "show_output",
    "take_back",
    "tell_of_quietness",
    "withdraw_output",
    "withdraw_update",
]
