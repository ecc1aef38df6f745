"""What hubs declare to the rest."""

from hemicycle.core import catalogue
from hemicycle.hubs import states

catalogue.verbs(states.VERBS)
