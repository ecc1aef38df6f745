"""One counter per kind, moved in the transaction that changes public content; pages and snapshots are keyed by them."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse

from hemicycle.core.models import Counter

_reading: ContextVar[dict[str, Mapping[str, str]] | None] = ContextVar("counters_of_this_request", default=None)


def move(kinds: Iterable[str]) -> None:
    """Say that public content of these kinds has changed; call inside the transaction that changes it."""
    for kind in sorted(set(kinds)):
        mark = secrets.token_hex(16)
        if not Counter.objects.filter(kind=kind).update(value=F("value") + 1, mark=mark):
            Counter.objects.create(kind=kind, value=1, mark=mark)
    _forget()
    # What this request reads after its own commit must be new as well.
    transaction.on_commit(_forget)


def marks() -> Mapping[str, str]:
    """The mark of every counter: read once per request, anew each time elsewhere."""
    memory = _reading.get()
    if memory is None:
        return _read()
    if "marks" not in memory:
        memory["marks"] = _read()
    return memory["marks"]


def key(kinds: Iterable[str]) -> tuple[str, ...]:
    """What the state of these kinds is called now; equal keys mean equal public content."""
    known = marks()
    return tuple(known.get(kind, "") for kind in kinds)


def one_reading_per_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        token = _reading.set({})
        try:
            return get_response(request)
        finally:
            _reading.reset(token)

    return middleware


def _read() -> Mapping[str, str]:
    return dict(Counter.objects.values_list("kind", "mark"))


def _forget() -> None:
    memory = _reading.get()
    if memory is not None:
        memory.clear()
