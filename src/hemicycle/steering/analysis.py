"""What follows from what is kept: marks by which a change under somebody's hands is noticed."""

import hashlib
import json

from hemicycle.core import texts
from hemicycle.steering.models import Sitting

MARK = 16


def mark(content: object) -> str:
    """A short name of a state; equal names mean equal content."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()[:MARK]


def mark_of_agenda(sitting: Sitting) -> str:
    """The agenda in every language and its order."""
    items = list(sitting.items.order_by("number").values_list("uid", "number"))
    words = texts.all_languages([uid for uid, _number in items])
    # Numbers follow from the order.
    return mark(
        [(str(uid), {language: dict(said) for language, said in words.get(uid, {}).items()}) for uid, _n in items]
    )
