"""Verbs and constants of accounts."""

INVITED = "person.invited"
ENTERED = "person.entered"
VERBS = {INVITED: "staff", ENTERED: "staff"}

# How long the first administrator's link works, in seconds.
ENTRY_LINK_SECONDS = 3600
