"""Keeping and serving what people hand in: found by uid, named by us, checked by content before it gets here."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest

from hemicycle.core.catalogue import OFFERS
from hemicycle.core.models import File
from hemicycle.kit.typed import one_line

# What no browser runs. Everything else is bytes, whatever it was handed in as.
PASSIVE = frozenset(
    {"application/pdf", "image/jpeg", "image/png", "image/webp", "message/rfc822", "text/csv", "text/plain"}
)
UNKNOWN = "application/octet-stream"
# Kinds of things that are never public and still have files: visible(viewer) says who sees the thing.
PRIVATE_KINDS: dict[str, Callable[[Any], QuerySet[Any]]] = {}


def private_kind(kind: str, visible: Callable[[Any], QuerySet[Any]]) -> None:
    """Let files of a kind that is not offered be read by those who see the thing."""
    PRIVATE_KINDS[kind] = visible


def keep(
    content: bytes, *, subject: UUID, kind: str, name: str, media_type: str, public: bool, by: UUID | None
) -> File:
    """Store the bytes and their row; the name is for people and never becomes part of a path."""
    with transaction.atomic():
        file = File.objects.create(
            subject=subject,
            kind=kind,
            public=public,
            name=_plain(name),
            media_type=media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            kept_by=by,
        )
        place = path_of(file)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return file


def _plain(name: str) -> str:
    """What somebody called the file, without a folder of theirs and without signs that nobody sees."""
    told = one_line(PurePosixPath(name.replace("\\", "/")).name).strip(". ")
    return told[:150] or "file"


def discard(files: QuerySet[File]) -> int:
    """Forget files and their bytes, these once nothing can bring the rows back; how many there were."""
    places = [path_of(file) for file in files]
    files.delete()
    for place in places:
        transaction.on_commit(partial(place.unlink, missing_ok=True))
    return len(places)


def path_of(file: File) -> Path:
    return Path(settings.DATA_DIR) / "files" / file.uid.hex[:2] / file.uid.hex


def may_read(viewer: object, file: File) -> bool:
    """A public file is read by anybody, a private one by those who may see the thing that it belongs to."""
    if file.public:
        return True
    offer = OFFERS.get(file.kind)
    visible = offer.visible if offer is not None else PRIVATE_KINDS.get(file.kind)
    return visible is not None and visible(viewer).filter(uid=file.subject).exists()


def serve(request: HttpRequest, uid: UUID) -> FileResponse:
    """Always as a download and never as a page of ours, so that no uploaded file can act in our name."""
    file = File.objects.filter(uid=uid).first()
    if file is None or not may_read(request.user, file):
        raise Http404
    try:
        response = FileResponse(path_of(file).open("rb"), as_attachment=True, filename=file.name)
    except FileNotFoundError as error:
        raise Http404 from error
    response.headers["Content-Type"] = file.media_type if file.media_type in PASSIVE else UNKNOWN
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "public, max-age=86400" if file.public else "private, no-store"
    return response
