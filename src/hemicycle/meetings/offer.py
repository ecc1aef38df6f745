"""What meetings declare to the rest."""

from hemicycle.core import catalogue
from hemicycle.meetings import states

catalogue.verbs(states.VERBS)
