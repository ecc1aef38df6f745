"""The keys that files may name: bodies, countries, topics, languages, and the cases that are there already."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings

from hemicycle.innovations.models import Case
from hemicycle.network.queries import register
from hemicycle.topics.queries import vocabulary


@dataclass(frozen=True)
class Keys:
    """What is known before the load."""

    bodies: Collection[str]
    countries: Collection[str]
    topics: Collection[str]
    languages: Collection[str]
    cases: Collection[str]

    @classmethod
    def now(cls) -> "Keys":
        held = register()
        return cls(
            bodies=held.houses.keys(),
            countries=held.places.keys(),
            topics={term.code for term in vocabulary().terms.values() if term.parent},
            languages=dict(settings.LANGUAGES).keys(),
            cases=set(Case.objects.values_list("slug", flat=True)),
        )
