"""The verbs of mail; the only files of this package that write."""

from hemicycle.notices.actions.care import leave, leave_letter, send_again, try_address_again
from hemicycle.notices.actions.handing import hand_over, hand_over_soon
from hemicycle.notices.actions.receiving import read_letter, read_waiting, receive
from hemicycle.notices.actions.telling import note, write_due
from hemicycle.notices.actions.tidying import forget_old
from hemicycle.notices.actions.tray import Outgoing, put

__all__ = [
    "Outgoing",
    "forget_old",
    "hand_over",
    "hand_over_soon",
    "leave",
    "leave_letter",
    "note",
    "put",
    "read_letter",
    "read_waiting",
    "receive",
    "send_again",
    "try_address_again",
    "write_due",
]
