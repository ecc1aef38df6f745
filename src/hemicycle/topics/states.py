"""Branches of the vocabulary and the verbs about topics."""

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
