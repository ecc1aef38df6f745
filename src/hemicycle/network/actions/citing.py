"""Keeps the source that somebody names in a form, once, so that facts can cite it."""

import hashlib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hemicycle.network.models import Source


def cite(title: str, address: str) -> Source:
    """The source with this title and address; the same words are the same source."""
    title, address = title.strip(), address.strip()
    if not title:
        raise ValidationError({"source_title": _("Say where this is known from.")})
    known = Source.objects.filter(title=title, address=address).order_by("pk").first()
    if known is not None:
        return known
    words = f"{title}\n{address}".encode()
    key = f"said-{hashlib.sha256(words).hexdigest()[:16]}"
    source = Source(key=key, title=title, address=address)
    source.full_clean()
    source.save()
    return source
