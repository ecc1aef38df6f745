"""What the facet values of a record are called in every language: a French word for a topic finds an English text."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.translation import override

from hemicycle.core.catalogue import OFFERS, Facet, Record
from hemicycle.network import queries as network
from hemicycle.search.states import TELLING_FACETS

# What one value is called, by language.
Names = Mapping[str, str]


class Labels:
    """The labels of the values of all facets, read once for a batch of records."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, dict[str, str]]] = {}

    def of(self, record: Record) -> list[Names]:
        """What the record bears, in all languages: topics, regions and the like, then the countries."""
        offer = OFFERS.get(record.kind)
        facets = [facet for facet in offer.facets if facet.name in TELLING_FACETS] if offer else []
        borne = [
            names[value]
            for facet in facets
            for names in [self._of_facet(record.kind, facet)]
            for value in record.facets.get(facet.name, ())
            if value in names
        ]
        return [*borne, *_names_of_places(record)]

    def _of_facet(self, kind: str, facet: Facet) -> dict[str, dict[str, str]]:
        if (kind, facet.name) not in self._known:
            self._known[kind, facet.name] = _in_all_languages(facet)
        return self._known[kind, facet.name]


def _in_all_languages(facet: Facet) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for value, label in facet.labels().items():
                found.setdefault(value, {})[language] = str(label)
    return found


def _names_of_places(record: Record) -> Iterator[Names]:
    places = network.register().places if record.places else {}
    yield from (dict(places[key].names) for key in record.places if key in places)
