"""The verbs of the steering committee."""

from hemicycle.steering.actions.advice import advise, hear_letter
from hemicycle.steering.actions.decisions import (
    Followed,
    Taken,
    change_follow_up,
    decide,
    reopen_decision,
    settle_decision,
    word_decision,
)
from hemicycle.steering.actions.doors import SteeringRefused
from hemicycle.steering.actions.papers import keep_paper, remove_paper
from hemicycle.steering.actions.procedures import (
    Enclosed,
    close_procedure,
    open_procedure,
    publish_outcome,
    word_procedure,
)
from hemicycle.steering.actions.reminding import forget_person, remind
from hemicycle.steering.actions.seats import end_seat, invite_to_committee
from hemicycle.steering.actions.sittings import (
    Item,
    call_sitting,
    follow_meeting,
    invite_members,
    publish_minutes,
    publish_papers,
    send_papers,
    set_agenda,
    write_minutes,
)

__all__ = [
    "Enclosed",
    "Followed",
    "Item",
    "SteeringRefused",
    "Taken",
    "advise",
    "call_sitting",
    "change_follow_up",
    "close_procedure",
    "decide",
    "end_seat",
    "follow_meeting",
    "forget_person",
    "hear_letter",
    "invite_members",
    "invite_to_committee",
    "keep_paper",
    "open_procedure",
    "publish_minutes",
    "publish_outcome",
    "publish_papers",
    "remind",
    "remove_paper",
    "reopen_decision",
    "send_papers",
    "set_agenda",
    "settle_decision",
    "word_decision",
    "word_procedure",
    "write_minutes",
]
