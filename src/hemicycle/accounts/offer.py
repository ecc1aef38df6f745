"""What accounts declares to the rest: the verbs about people, which staff alone may read, and one's own history."""

from hemicycle.accounts import places, states, told
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, history

catalogue.verbs(states.VERBS)
history.words(told.WORDS)
history.standing(Person.kind, told.standing)
history.thing(Person.kind, told.thing)
places.place("accounts", told.places)
