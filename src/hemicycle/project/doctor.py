"""What `hemicycle doctor` looks at."""

import platform
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.db import DatabaseError, connection

import hemicycle
from hemicycle.core import deliveries, guards, seals
from hemicycle.core.catalogue import OFFERS
from hemicycle.core.models import Listing, Text
from hemicycle.kit import vectors
from hemicycle.network import queries as network
from hemicycle.notices import queries as notices
from hemicycle.project import catalogues, database

# What ships: kind, how many, and the loader that brings them; a node that has fewer lost something.
SHIPPED = (
    ("parliament", 198, "network"),
    ("chamber", 283, "network"),
    ("agreement", 25, "partners"),
    ("hub", 10, "hubs"),
)


@dataclass
class Findings:
    """What is so, and what is wrong with what to do about it."""

    facts: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def examine(*, journal: bool = False) -> Findings:
    """Look at everything; at every seal of the journal only if asked to, since that takes its time."""
    found = Findings()
    _versions(found)
    _built(found)
    if not database.is_there():
        found.faults.append("There is no database; run “hemicycle upgrade”, then “hemicycle load”.")
        return found
    for look in (_database, _counts, _names, _journal, _mail, *((_chain,) if journal else ())):
        _safely(look, found)
    return found


def _safely(look: Callable[[Findings], None], found: Findings) -> None:
    try:
        look(found)
    except (DatabaseError, network.CountryNamesRefused) as error:
        found.faults.append(f"{look.__name__.strip('_')}: {str(error).splitlines()[0]}")


def _versions(found: Findings) -> None:
    found.facts |= {
        "hemicycle": hemicycle.__version__,
        "python": platform.python_version(),
        "django": django.get_version(),
        "wagtail": wagtail.__version__,
        "sqlite": sqlite3.sqlite_version,
        "search by meaning": vectors.encoder().model or "no, words only: the sentence encoder is not installed",
        "data folder": str(settings.DATA_DIR),
        "address": settings.HEMICYCLE_URL,
    }


def _built(found: Findings) -> None:
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        found.faults.append("The static files are not built; run “hemicycle build”.")
    missing = [code for code in catalogues.translated() if not catalogues.file_of(code).with_suffix(".mo").exists()]
    if missing:
        found.faults.append(f"The interface is not compiled in: {', '.join(missing)}; run “hemicycle build”.")


def _database(found: Findings) -> None:
    found.facts["database"] = f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode")
            mode = cursor.fetchone()[0]
            cursor.execute("PRAGMA quick_check")
            check = cursor.fetchone()[0]
        found.facts["database mode"] = mode
        if mode != "wal":
            found.faults.append(f"SQLite runs in mode {mode} instead of WAL; is the data folder on a network disk?")
        if check != "ok":
            found.faults.append(f"SQLite finds the database damaged ({check}); restore a backup.")
        found.facts["database size"] = f"{Path(settings.DATABASES['default']['NAME']).stat().st_size / 1e6:.1f} MB"
    missing = database.unapplied()
    if missing:
        found.faults.append(f"{len(missing)} migrations are not applied; run “hemicycle upgrade”.")


def _counts(found: Findings) -> None:
    for kind, offer in OFFERS.items():
        public, listed = offer.visible(None).count(), Listing.objects.filter(kind=kind, gone_since=None).count()
        found.facts[str(offer.name[1])] = public
        if public != listed:
            found.faults.append(f"{kind}: {public} are public and {listed} are listed; run “hemicycle load” again.")
    languages = Text.objects.filter(current__isnull=False).values_list("language", flat=True).distinct()
    found.facts["Languages of texts"] = ", ".join(sorted(languages))
    for kind, least, loader in SHIPPED:
        if OFFERS[kind].visible(None).count() < least:
            found.faults.append(f"There are fewer than {least} of kind {kind}; run “hemicycle load {loader}”.")


def _names(found: Findings) -> None:
    """Reading the register reads the operator's file of country names, which may be wrong."""
    found.facts["country names"] = str(settings.COUNTRY_NAMES or "as shipped (CLDR)")
    network.own_country_names(settings.COUNTRY_NAMES)


def _journal(found: Findings) -> None:
    found.facts["deliveries waiting"] = deliveries.waiting()
    dead = deliveries.dead()
    if dead:
        found.faults.append(
            f"{dead} deliveries failed for good; run “hemicycle rebuild READER” once the cause is mended."
        )
    found.facts["entries sealed"] = seals.sealed()
    found.facts["entries waiting"] = seals.waiting()
    missing = guards.missing()
    if missing:
        found.faults.append(f"The database does not keep the journal from changes; missing: {', '.join(missing)}.")


def _mail(found: Findings) -> None:
    nowhere = "nowhere, so nobody can sign in by code; set HEMICYCLE_SMTP_URL"
    found.facts["mail goes to"] = "a mail server" if settings.SMTP_URL else str(settings.MAIL_FOLDER or nowhere)
    found.facts["mails waiting"] = notices.mails_waiting()
    held = notices.mails_held()
    if held:
        found.faults.append(f"{held} mails are parked or dead; decide about them at {settings.HEMICYCLE_URL}/en/mail/.")


def _chain(found: Findings) -> None:
    verdict = seals.verify()
    found.facts["seals verified"] = verdict.verified
    found.facts["last seal"] = verdict.head
    if verdict.broken:
        seal = f"seal {verdict.broken.order}, " if verdict.broken.order is not None else ""
        place = f"{seal}entry {verdict.broken.entry}"
        found.faults.append(f"The journal is broken at {place}: {verdict.broken.reason}; compare it with a backup.")
