"""What every verb of a hub does first and last: ask the policy, hold the row, note the sign of life, record."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import counters, journal, texts
from hemicycle.core.models import Text
from hemicycle.hubs import states
from hemicycle.hubs.models import Hub
from hemicycle.network.models import Body
from hemicycle.ui.formatting import format_number

# Papers for everybody stand on a page of the hub, although who kept them when is for its members.
SHOWN = frozenset({verb for verb, audience in states.VERBS.items() if audience == "public"} | {states.PAPER_KEPT})
SHOWN |= {states.PAPER_REMOVED}


class HubRefused(ValidationError):
    """This cannot be done with the hub now; the message says why, and what can be done instead."""


class WordsMoved(HubRefused):
    """Somebody else has changed the same words since they were read; nothing was overwritten."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def locked(hub: Hub) -> Hub:
    """The hub as it is now, held until the transaction ends."""
    return Hub.objects.select_for_update(of=("self",)).select_related("body").get(pk=hub.pk)


def tell(hub: Hub, verb: str, *, by: Person | None, subject: Any = None, **facts: Any) -> None:
    """Record what happened in the hub, or to a thing of it, and that the hub is alive."""
    if verb in states.SIGNS_OF_LIFE and by is not None:
        note_life(hub)
    if subject is None:
        journal.record(verb, hub, by=by, **facts)
    else:
        journal.record(verb, subject, by=by, hub=str(hub.uid), **facts)
    if verb in SHOWN:
        # Pages of the hub show more than its open data holds: its plan, its colour, its last activity.
        counters.move([hub.kind])


def note_life(hub: Hub) -> None:
    """From here on it is half a year again until the hub is quiet."""
    hub.last_sign_at = timezone.now()
    hub.quiet_told_at = None
    hub.save(update_fields=["last_sign_at", "quiet_told_at"])


def free_slug(name: str) -> str:
    """An address from the name, short enough to be the key of its body; a number is added until it is free."""
    base = slugify(name)[:32].strip("-") or "hub"
    taken = set(Hub.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | states.RESERVED
    keys = Body.objects.filter(key__startswith=f"HUB-{base}").values_list("key", flat=True)
    taken |= {key.removeprefix("HUB-") for key in keys}
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def open_hub_only(hub: Hub) -> None:
    if hub.state != states.HubState.OPEN:
        raise HubRefused(_("This hub is not open; nothing can be changed in it."))


def write_words(
    uid: UUID, names: Collection[str], words: Mapping[str, str], language: str, *, by: Person, seen: int | None = None
) -> bool:
    """Keep these texts of a thing in one language beside its others; whether it is told in that language for the first
    time, though not for the first time at all. `seen` is the number of the words that were read before writing.
    """
    known = list(Text.objects.select_for_update(of=("self",)).filter(subject=uid).select_related("current"))
    by_language = {text.language: text for text in known}
    before = by_language.get(language)
    if seen is not None and seen != number_of(before):
        raise WordsMoved(
            _("Somebody else has changed these words meanwhile. Yours are kept below; compare them, then save.")
        )
    fields = {name: _measured(name, words.get(name, "")) for name in names}
    held = dict(before.current.fields) if before is not None and before.current is not None else {}
    source = next((text.current_id for text in known if text.state == Text.State.ORIGINAL), None)
    original = not by_language or (before is not None and before.state == Text.State.ORIGINAL)
    # Whoever saves a translation as it is says that it follows the original as that is now.
    behind = not original and (before is None or before.current is None or before.current.source_id != source)
    if behind or not held or held | fields != held:
        draft = texts.Draft(uid, language, held | fields, original=original, translator=None if original else by.uid)
        texts.write(draft, by=by.uid, publish=True)
    return bool(by_language) and before is None


def number_of(text: Text | None) -> int:
    """By what number the words of a text are known; 0 where there are none."""
    return text.current.number if text is not None and text.current is not None else 0


def _measured(name: str, words: Any) -> str:
    """Nothing that somebody wrote is cut off behind their back."""
    said = str(words or "").strip()
    most = states.LONGEST_TITLE if name in {"title", "alt", "caption"} else states.LONGEST_TEXT
    if len(said) > most:
        message = _("This has %(length)s characters; shorten it to %(most)s.")
        raise ValidationError({name: message % {"length": format_number(len(said)), "most": format_number(most)}})
    return said
