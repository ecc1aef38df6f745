"""What network offers: parliaments, chambers and regional bodies."""

from hemicycle.core import catalogue
from hemicycle.network import states

catalogue.verbs(states.VERBS)
