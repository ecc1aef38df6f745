"""What innovations offers: cases and use cases."""

from hemicycle.core import catalogue
from hemicycle.innovations import states

catalogue.verbs(states.VERBS)
