"""What steering declare to the rest."""

from hemicycle.core import catalogue
from hemicycle.steering import states

catalogue.verbs(states.VERBS)
