"""Every public page is cached whole, or stands here with the reason why not."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# The view's address name, and why its answers are made anew each time.
NOT_CACHED = {
    "root": "It answers by the languages that the browser asks for, and only redirects.",
    "health": "It must say what is so now.",
    "robots": "One line of text from the settings.",
    "sitemap": "Read by machines now and then; one query.",
    "file": "It streams a file, after asking who may read it.",
    "accounts:enter": "It holds a form that posts, and works once.",
    "accounts:deed": "It holds a form that posts, and works once.",
    "threads:thread": "It is for those who take part, and holds a form.",
    "desk:desk": "It shows what awaits the person who reads it.",
    "search:search": "There are as many questions as askers.",
    "network:chamber": "It only redirects.",
    "network:regional_bodies": "It only redirects.",
    "network:seats": "A download under a name of its own, drawn from what is in memory.",
    "network:regional_seats": "A download under a name of its own, drawn from what is in memory.",
    "network:world": "A download under a name of its own, drawn from what is in memory.",
    "innovations:cases_chart": "A download under a name of its own, drawn from what is in memory.",
}
THIRD_PARTY = ("admin/", "documents/")


def test_every_public_page_is_cached_or_says_why_not():
    uncached = {name for name, view in _views(get_resolver().url_patterns) if not _is_cached(view)}

    assert uncached == set(NOT_CACHED)


def _views(patterns: list, namespace: str = "") -> Iterator[tuple[str, object]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern.callback
        elif isinstance(pattern, URLResolver) and str(pattern.pattern) not in THIRD_PARTY:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _views(pattern.url_patterns, namespace + inner)


def _is_cached(view: object) -> bool:
    """Whether the page cache wraps the view, at whatever depth."""
    while view is not None:
        if view.__code__.co_filename.endswith(("core/pagecache.py", "core/panels.py")):
            return True
        view = getattr(view, "__wrapped__", None)
    return False
