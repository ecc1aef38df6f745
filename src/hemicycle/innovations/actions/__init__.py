"""The verbs about cases and use cases; the only files of this package that write."""

from hemicycle.innovations.actions.doors import StepRefused
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
    translate,
    withdraw,
)
from hemicycle.innovations.actions.loads import load_cases, load_use_cases
from hemicycle.innovations.actions.spreading import adopt

__all__ = [
    "StepRefused",
    "adopt",
    "change_stage",
    "confirm",
    "draft",
    "edit",
    "load_cases",
    "load_use_cases",
    "publish",
    "restore",
    "send_back",
    "submit",
    "take",
    "translate",
    "withdraw",
]
