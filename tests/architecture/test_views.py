"""Every public page is cached whole, or stands here with the reason why not."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

# The view's address name, and why its answers are made anew each time.
NOT_CACHED = {
    "root": "It answers by the languages that the browser asks for, and only redirects.",
    "health": "It must say what is so now.",
    "robots": "One line of text from the settings.",
    "sitemap": "Read by machines now and then; one query.",
    "file": "It streams a file, after asking who may read it.",
    "picture": "It streams a picture of the content system.",
    "accounts:enter": "It holds a form that posts, and works once.",
    "accounts:deed": "It holds a form that posts, and works once.",
    "staff_account": "It only redirects.",
    "staff_login": "It only redirects.",
    "account_login": "It holds a form that posts.",
    "account_confirm_login_code": "It follows what its session asked for.",
    "account_logout": "It follows who is signed in.",
    "account_inactive": "It ends an attempt to sign in.",
    "mfa_authenticate": "It follows what its session has shown so far.",
    "openid_connect_login": "It only takes posts.",
    "openid_connect_callback": "It ends an attempt to sign in.",
    "accounts:login_password": "It holds a form that posts.",
    "accounts:login_passkey": "It only takes posts.",
    "accounts:passkey_options": "It only takes posts.",
    "accounts:provider_refused": "It ends an attempt to sign in.",
    "accounts:left": "It follows a visit that just ended.",
    "threads:thread": "It is for those who take part, and holds a form.",
    "hubs:discussions": "It is for members, and gives back what was typed by whoever is signed out.",
    "meetings:own_file": "It is one person's calendar, by its secret address.",
    "desk:desk": "It shows what awaits the person who reads it.",
    "desk:history": "How people are named follows who reads, and changes when somebody leaves.",
    "notices:care": "It is for operators, and holds decisions.",
    "notices:decide": "It only takes decisions.",
    "notices:unsubscribe": "It is one person's, and holds a form that posts.",
    "search:search": "There are as many questions as askers.",
    "network:chamber": "It only redirects.",
    "network:regional_bodies": "It only redirects.",
    "network:seats": "A download under a name of its own, drawn from what is in memory.",
    "network:regional_seats": "A download under a name of its own, drawn from what is in memory.",
    "network:world": "A download under a name of its own, drawn from what is in memory.",
    "innovations:adopt": "It is for people with a seat, and holds a form that posts.",
    "innovations:alike": "It answers while somebody types.",
    "innovations:begin": "It is for people with a seat, and holds a form that posts.",
    "innovations:confirm": "It is for those who speak for the house, and holds a form that posts.",
    "innovations:hand_in": "It is for the authors, and holds a form that posts.",
    "innovations:resume": "It only redirects.",
    "innovations:review": "It is for editors, and holds forms that post.",
    "innovations:step": "It is for the authors, and holds a form that posts.",
    "innovations:translate": "It is for translators, and holds a form that posts.",
    "innovations:withdraw": "It is for those who speak for the house, and holds a form that posts.",
    "innovations:words": "It is for authors and editors, and holds a form that posts.",
    "innovations:cases_chart": "A download under a name of its own, drawn from what is in memory.",
}
if settings.MAIL_FOLDER:
    NOT_CACHED |= dict.fromkeys(
        ("notices:folder", "notices:found", "notices:found_page"),
        "It shows a folder of this machine, on this machine alone.",
    )
if settings.DEMO:
    NOT_CACHED["demo:demo"] = "It holds forms that post, for whoever sits at the machine."
THIRD_PARTY = ("admin/", "documents/")
# What leads views to people alone: a session, one that was confirmed, or a token.
PERSONAL = ("django/contrib/auth/decorators.py", "accounts/confirming.py", "accounts/bearing.py")


def test_every_public_page_is_cached_or_says_why_not():
    views = dict(_views(get_resolver().url_patterns))
    # What only people who are signed in get to is never cached, and so need not say why.
    personal = {name for name, view in views.items() if _is_personal(view)}

    uncached = {name for name, view in views.items() if not _is_cached(view)}

    assert uncached - personal == set(NOT_CACHED) - personal


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


def _is_personal(view: object) -> bool:
    """Whether only people who are signed in get there."""
    while view is not None:
        if view.__code__.co_filename.endswith(PERSONAL):
            return True
        view = getattr(view, "__wrapped__", None)
    return False
