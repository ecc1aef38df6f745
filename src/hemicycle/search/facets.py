"""By what the results can be narrowed: kind and language of the text, and facets that the offers have in common."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.catalogue import OFFERS, Facet
from hemicycle.search.states import KIND, LANGUAGE, SHOWN_FACETS
from hemicycle.ui.errors import Explained
from hemicycle.ui.formatting import language_name


def offered() -> tuple[Facet, ...]:
    """The facets in the order shown; one that several offers have is named by the first."""
    return (
        Facet(KIND, gettext_lazy("Kind"), _kinds),
        *_in_common(),
        Facet(LANGUAGE, gettext_lazy("Text in"), _languages),
    )


def chosen(offered: Sequence[Facet], parameters: Any) -> dict[str, list[str]]:
    """The choices in an address; one that no list could have is *not found*."""
    found: dict[str, list[str]] = {}
    for facet in offered:
        values = [value for value in dict.fromkeys(parameters.getlist(facet.name)) if value]
        known = facet.labels() if values else {}
        for value in values:
            if value not in known:
                raise Explained(_("This list has no “%(value)s”.") % {"value": value})
        if values:
            found[facet.name] = values
    return found


def _in_common() -> Iterator[Facet]:
    for name in SHOWN_FACETS:
        same = [facet for offer in OFFERS.values() for facet in offer.facets if facet.name == name]
        if same:
            yield Facet(name, same[0].label, _labels_of(same), same[0].parent)


def _labels_of(facets: Sequence[Facet]) -> Any:
    return lambda: {value: label for facet in facets for value, label in facet.labels().items()}


def _kinds() -> Mapping[str, Any]:
    return {kind: offer.name[1] for kind, offer in OFFERS.items()}


def _languages() -> Mapping[str, str]:
    return {code: language_name(code) for code, _name in settings.LANGUAGES}
