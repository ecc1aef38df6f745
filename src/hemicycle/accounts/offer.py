"""What accounts declares to the rest: the verbs about people, which staff alone may read."""

from hemicycle.accounts import states
from hemicycle.core import catalogue

catalogue.verbs(states.VERBS)
