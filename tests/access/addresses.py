"""Walks the map of addresses: every address of ours and of signing in, by its name."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# The content system's own screens have roles and tests of their own.
THIRD_PARTY = ("admin/", "documents/")


def names() -> list[str]:
    return [name for name, _pattern in walk(get_resolver().url_patterns)]


def walk(patterns: list, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern
        elif isinstance(pattern, URLResolver) and str(pattern.pattern) not in THIRD_PARTY:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from walk(pattern.url_patterns, namespace + inner)
