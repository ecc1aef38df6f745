"""A node of its own for the browser: `hemicycle serve` on a free port, with a data folder and a database of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

# Seconds in which a node must answer; a start from nothing on PostgreSQL applies every migration.
PATIENCE = 120


@contextlib.contextmanager
def node(folder: Path) -> Iterator[str]:
    """The address of a node that is loaded, indexed and answering."""
    with _database() as database:
        environment = {
            **{name: value for name, value in os.environ.items() if _stays(name)},
            "HEMICYCLE_DATA": str(folder),
            "HEMICYCLE_LOG": "ERROR",
            "DATABASE_URL": database,
            "PORT": str(_free_port()),
        }
        for arguments in (["upgrade"], ["load"], ["worker", "--once"]):
            _command(arguments, environment)
        with _running(environment) as address:
            yield address


def _stays(name: str) -> bool:
    """A node of the tests takes none of the settings around it, but serves what was built for them."""
    return name == "HEMICYCLE_BUILD" or not name.startswith(("HEMICYCLE_", "DJANGO_"))


@contextlib.contextmanager
def _running(environment: dict[str, str]) -> Iterator[str]:
    address = f"http://127.0.0.1:{environment['PORT']}"
    log = Path(environment["HEMICYCLE_DATA"]) / "log"
    with log.open("wb") as sink:
        command = [sys.executable, "-m", "hemicycle.project.command", "serve"]
        process = subprocess.Popen(command, env=environment, stdout=sink, stderr=sink)
        try:
            _wait_for(f"{address}/health", process, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - an address of our own.
            return
        time.sleep(0.1)
    raise RuntimeError(f"The node did not answer: {log.read_text(encoding='utf-8')[-2000:]}")


def _command(arguments: list[str], environment: dict[str, str]) -> str:
    """What it said."""
    command = [sys.executable, "-m", "hemicycle.project.command", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"hemicycle {' '.join(arguments)}: {done.stderr[-2000:]}")
    return done.stdout


@contextlib.contextmanager
def _database() -> Iterator[str]:
    """Nothing for SQLite, which lies in the data folder; on PostgreSQL a database that is dropped afterwards."""
    given = os.environ.get("DATABASE_URL", "")
    if not given:
        yield ""
        return
    name = f"browser_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
