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
# What these hold are the steps and bands of the forms in which cases are described; nobody can add one more.
CLOSED = frozenset({"stage", "cost"})
LONGEST_LABEL = 120
# The origin of a term that somebody added here; those of the files are told in `models`.
ADDED_HERE = "P"
LOADED = "topic.loaded"
ADDED = "topic.added"
CHANGED = "topic.changed"
VERBS = {LOADED: "public", ADDED: "public", CHANGED: "public"}
# What people do; the words of such a term are theirs from then on, and no file has a say any more.
BY_PEOPLE = (ADDED, CHANGED)
