"""Branches of the vocabulary and the verbs about topics."""

import re

# A branch, or a branch and the slug of the English label.
CODE = re.compile(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)?")
BRANCHES = (
    "practice",
    "work",
    "change",
    "technology",
    "stage",
    "beneficiary",
    "challenge",
    "resource",
    "cost",
    "policy",
)
LOADED = "topic.loaded"
VERBS = {LOADED: "public"}
