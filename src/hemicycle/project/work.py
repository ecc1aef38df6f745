"""One round of the worker."""

import logging

from django.db import OperationalError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from hemicycle.core import deliveries, seals, timetable
from hemicycle.core.journal import READERS

log = logging.getLogger(__name__)

# Seconds between looks when nothing was due.
PAUSE = 1.0


def do_what_is_due() -> bool:
    """Deliver, seal, run tasks, keep appointments; whether there was anything to do."""
    close_old_connections()
    try:
        delivered = sum(deliveries.deliver(reader) for reader in READERS.values())
        more_to_seal = _seal()
        tasks = DBTaskResult.objects.ready().exists()
        if tasks:
            _run_tasks()
        kept = timetable.keep()
    except OperationalError as error:
        # The database may be restarting; the worker waits and looks again.
        log.warning("database does not answer", extra={"error": type(error).__name__})
        return False
    finally:
        close_old_connections()
    return bool(delivered or more_to_seal or tasks or kept)


def _seal() -> bool:
    """Whether there is more to seal; what trickles in waits for the next look, so that writers meet few seals.

    An entry that somebody wrote past `record()` may not be sealable; mail and search go on all the same.
    """
    try:
        return seals.seal(most=seals.BATCH) == seals.BATCH
    except OperationalError:
        raise
    except Exception as error:
        log.exception("sealing failed", extra={"error": type(error).__name__})
        return False


def _run_tasks() -> None:
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="hemicycle",
        excluded_queue_names=[],
    ).run()
