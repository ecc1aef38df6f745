"""Serve the site; in embedded mode also prepare the database, load the shipped data and run the worker beside it."""

import argparse
import contextlib
import os
import socket
import subprocess
import sys

from hemicycle.project.commands import OperatorError, set_up
from hemicycle.project.stopping import Stop

HOST = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default=os.environ.get("HEMICYCLE_HOST", HOST), help="address to listen on")
    parser.add_argument("--workers", type=int, default=1, help="web processes")
    parser.add_argument("--no-worker", action="store_true", help="serve pages alone; run “hemicycle worker” elsewhere")


def run(options: argparse.Namespace) -> int:
    """Django itself is started here only where something has to be prepared: it takes seconds that readers wait for."""
    from django.conf import settings

    from hemicycle.project import shipped

    refuse_a_taken_port(options.host, settings.PORT)
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        raise OperatorError("The static files are not built yet; run “hemicycle build” first.")
    if settings.EMBEDDED and not shipped.is_prepared():
        prepare()
        shipped.note_prepared()
    if settings.DEMO:
        demonstrate()
    with_worker = settings.EMBEDDED and not options.no_worker
    return keep_running(commands(options, settings.PORT, with_worker=with_worker), settings.HEMICYCLE_URL)


def refuse_a_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            why = f"Port {port} on {host} cannot be used ({error.strerror})"
            raise OperatorError(f"{why}; choose another, for example: PORT=8080 make run.") from error


def prepare() -> None:
    set_up()
    from django.db import connections

    from hemicycle.core.loading import LoadRefused
    from hemicycle.project import content, database

    database.bring_up_to_date()
    try:
        counts = content.load()
    except LoadRefused as refused:
        raise OperatorError(f"{refused} Nothing was loaded.") from refused
    connections.close_all()
    print("Loaded:", ", ".join(f"{count} {name}" for name, count in counts.items()), flush=True)  # noqa: T201


def demonstrate() -> None:
    """Bring in the demonstration people of an embedded node, once; what the operator removed stays away."""
    from hemicycle.demo import memory

    if memory.is_settled():
        return
    set_up()
    from django.conf import settings
    from django.db import connections

    from hemicycle.demo import actions

    count = actions.add()
    connections.close_all()
    print(f"Demonstration: {count} people at {settings.HEMICYCLE_URL}/en/demo/", flush=True)  # noqa: T201


def commands(options: argparse.Namespace, port: int, *, with_worker: bool) -> list[list[str]]:
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options.host, "--port", str(port)]
    web += ["--workers", str(options.workers), "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    web += ["hemicycle.project.wsgi:application"]
    worker = [sys.executable, "-m", "hemicycle.project.command", "worker"]
    return [web, worker] if with_worker else [web]


def keep_running(parts: list[list[str]], address: str) -> int:
    """Run the parts until one ends or somebody stops us; then stop the others, in order."""
    stop = Stop()
    stop.listen()
    running = [subprocess.Popen(part) for part in parts]  # noqa: S603
    print(f"Serving {address}  (stop with Ctrl+C)", flush=True)  # noqa: T201
    try:
        while not stop.wait(0.3):
            ended = next((part for part in running if part.poll() is not None), None)
            if ended is not None:
                return ended.returncode or 1
        return 0
    finally:
        for part in running:
            with contextlib.suppress(ProcessLookupError):
                part.terminate()
        for part in running:
            _end(part)


def _end(part: subprocess.Popen[bytes]) -> None:
    try:
        part.wait(10)
    except subprocess.TimeoutExpired:
        part.kill()
        part.wait()
