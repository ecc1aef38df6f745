"""Whole pages for anonymous readers, keyed by everything they depend on, so that they are never wrong."""

import gzip
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from hemicycle.core import counters

View = Callable[..., HttpResponse]
SMALLEST_COMPRESSED = 500


@dataclass(frozen=True)
class Kept:
    """A page as it was rendered, in the forms in which it is sent."""

    # Empty where the page is held compressed alone: whole data sets in many narrowings would fill the memory.
    body: bytes
    gzipped: bytes
    brotlied: bytes
    headers: Mapping[str, str]
    etag: str


def cached(*kinds: str, parameters: Sequence[str] = ()) -> Callable[[View], View]:
    """Keep the view's pages for anonymous readers while the counters of `kinds` stand still.

    Parameters that are not named are taken out of the request, also where it is kept as it was typed, so that none
    can alter a page under another's key.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.GET = _known(request.GET, parameters)  # type: ignore[assignment]
            request.META["QUERY_STRING"] = request.GET.urlencode()
            if not may_be_shared(request):
                response = view(request, *args, **kwargs)
                response.headers.setdefault("Cache-Control", "private, no-cache")
                return response
            # The counters are read before the first query of the page: what changes meanwhile gets another key.
            key = _key(request, kinds, parameters)
            kept: Kept | None = caches["pages"].get(key)
            if kept is None:
                response = view(request, *args, **kwargs)
                if response.status_code != 200 or response.streaming or response.cookies:
                    return response
                kept = _keep(response)
                caches["pages"].set(key, kept)
            return _send(request, kept)

        return keeping

    return decorate


def may_be_shared(request: HttpRequest) -> bool:
    """Only what everybody would see alike: a plain read by somebody who carries no session and no token."""
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
    )


def _known(given: QueryDict, parameters: Sequence[str]) -> QueryDict:
    known = QueryDict(mutable=True)
    for name in parameters:
        if name in given:
            known.setlist(name, given.getlist(name))
    return QueryDict(known.urlencode())


def _key(request: HttpRequest, kinds: Sequence[str], parameters: Sequence[str]) -> str:
    parts = (
        settings.RELEASE,
        request.get_host(),
        get_language(),
        request.path,
        tuple((name, tuple(request.GET.getlist(name))) for name in sorted(parameters)),
        timezone.now().date().isoformat(),
        counters.key(kinds),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _keep(response: HttpResponse) -> Kept:
    body = response.content
    large = len(body) >= SMALLEST_COMPRESSED
    return Kept(
        body=b"" if large else body,
        gzipped=gzip.compress(body, 6, mtime=0) if large else b"",
        brotlied=brotli.compress(body, quality=5) if large else b"",
        headers=dict(response.headers),
        etag=hashlib.sha256(body).hexdigest()[:32],
    )


def _send(request: HttpRequest, kept: Kept) -> HttpResponse:
    accepted = request.headers.get("Accept-Encoding", "")
    encoding, body = "", kept.body
    if kept.brotlied and "br" in accepted:
        encoding, body = "br", kept.brotlied
    elif kept.gzipped and "gzip" in accepted:
        encoding, body = "gzip", kept.gzipped
    elif kept.gzipped:
        body = gzip.decompress(kept.gzipped)
    etag = f'"{kept.etag}{"-" + encoding if encoding else ""}"'
    if etag in [tag.strip() for tag in request.headers.get("If-None-Match", "").replace("W/", "").split(",")]:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(body, headers=kept.headers)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    response.headers["ETag"] = etag
    # Browsers may keep the page and must ask before showing it again: a withdrawal is seen at the next request.
    response.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie", "Authorization"))
    return response
