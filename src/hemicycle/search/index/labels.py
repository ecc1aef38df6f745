"""What the facet values of a record are called in every language: a French word for a topic finds an English text."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.translation import override

from hemicycle.core.catalogue import OFFERS, Facet, Record
from hemicycle.network import queries as network
from hemicycle.search.states import TELLING_FACETS

Label = tuple[str, str]


class Labels:
    """The labels of the values of all facets, read once for a batch of records."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, list[Label]]] = {}

    def of(self, record: Record) -> list[Label]:
        """Pairs of language and label, without repeats: topics, regions and the like, then the countries."""
        offer = OFFERS.get(record.kind)
        facets = [facet for facet in offer.facets if facet.name in TELLING_FACETS] if offer else []
        found = [
            label
            for facet in facets
            for value in record.facets.get(facet.name, ())
            for label in self._of_facet(record.kind, facet).get(value, ())
        ]
        return list(dict.fromkeys([*found, *_names_of_places(record)]))

    def _of_facet(self, kind: str, facet: Facet) -> dict[str, list[Label]]:
        if (kind, facet.name) not in self._known:
            self._known[kind, facet.name] = _in_all_languages(facet)
        return self._known[kind, facet.name]


def _in_all_languages(facet: Facet) -> dict[str, list[Label]]:
    found: dict[str, list[Label]] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            labels: Mapping[str, object] = facet.labels()
            for value, label in labels.items():
                found.setdefault(value, []).append((language, str(label)))
    return found


def _names_of_places(record: Record) -> Iterator[Label]:
    places = network.register().places if record.places else {}
    for key in record.places:
        if key in places:
            yield from places[key].names.items()
