"""The verbs about cases and use cases; the only files of this package that write."""

from hemicycle.innovations.actions.doors import StepRefused
from hemicycle.innovations.actions.drafting import (
    ask_colleague,
    forget_old_saves,
    save_step,
    settle,
    store_step,
    want_link,
)
from hemicycle.innovations.actions.life import (
    change_stage,
    confirm,
    draft,
    edit,
    publish,
    restore,
    send_back,
    submit,
    take,
    withdraw,
)
from hemicycle.innovations.actions.loads import load_cases, load_use_cases
from hemicycle.innovations.actions.own_case import tell_own_case
from hemicycle.innovations.actions.rewording import WordsMoved, decide, propose, suggest, take_over
from hemicycle.innovations.actions.spreading import adopt
from hemicycle.innovations.actions.translating import (
    keep_machine_draft,
    keep_translation,
    offer_translation,
    translate,
)
from hemicycle.innovations.actions.upkeep import ask_what_is_due
from hemicycle.innovations.given import Described
from hemicycle.innovations.ready import NotReady

__all__ = [
    "Described",
    "NotReady",
    "StepRefused",
    "WordsMoved",
    "adopt",
    "ask_colleague",
    "ask_what_is_due",
    "change_stage",
    "confirm",
    "decide",
    "draft",
    "edit",
    "forget_old_saves",
    "keep_machine_draft",
    "keep_translation",
    "load_cases",
    "load_use_cases",
    "offer_translation",
    "propose",
    "publish",
    "restore",
    "save_step",
    "send_back",
    "settle",
    "store_step",
    "submit",
    "suggest",
    "take",
    "take_over",
    "tell_own_case",
    "translate",
    "want_link",
    "withdraw",
]
