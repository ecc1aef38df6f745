"""The verbs of hubs."""

from hemicycle.hubs.actions.doors import (
    HubRefused,
)
from hemicycle.hubs.actions.hosting import (
    Described,
    close_hub,
    decline_offer,
    describe_hub,
    hand_over,
    offer_hub,
    open_hub,
)
from hemicycle.hubs.actions.loads import load_hubs
from hemicycle.hubs.actions.members import (
    accept_member,
    answer_invitation,
    ask_to_join,
    invite_member,
    leave_hub,
    name_correspondents,
    refuse_member,
)
from hemicycle.hubs.actions.telling import (
    Made,
    change_output,
    change_update,
    draft_update,
    keep_paper,
    publish_output,
    publish_update,
    remove_paper,
    withdraw_output,
    withdraw_update,
)
from hemicycle.hubs.actions.work import (
    Planned,
    adopt_plan,
    move_activity,
)

__all__ = [
    "Described",
    "HubRefused",
    "Made",
    "Planned",
    "accept_member",
    "adopt_plan",
    "answer_invitation",
    "ask_to_join",
    "change_output",
    "change_update",
    "close_hub",
    "decline_offer",
    "describe_hub",
    "draft_update",
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
    "publish_update",
    "refuse_member",
    "remove_paper",
    "withdraw_output",
    "withdraw_update",
]
