"""A node with everything that people need to work: mails go out to a real server, and answers come in."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hemicycle.notices.tests.servers import PostOffice, free_port, post_office
from tests.browser import server

FIRST = "first@example.org"
DOMAIN = "mail.example.org"


@dataclass(frozen=True)
class Network:
    """What a journey needs of a node."""

    address: str
    database: str  # an address on PostgreSQL, else the path of a file
    office: PostOffice  # where its mails arrive
    listens: int  # the port at which it takes in mail
    first_link: str  # by which the first administrator comes in
    environment: dict[str, str]

    def run(self, code: str) -> None:
        """Do something inside the node that takes months outside, such as letting time pass."""
        server._command(["manage", "shell", "-c", code], self.environment)


@contextlib.contextmanager
def network(folder: Path) -> Iterator[Network]:
    """A loaded node without anybody in it but its first administrator, its worker running beside it."""
    with server._database() as database, post_office() as office:
        listens = free_port()
        environment = {
            **{name: value for name, value in os.environ.items() if server._stays(name)},
            "HEMICYCLE_DATA": str(folder),
            "HEMICYCLE_LOG": "ERROR",
            "HEMICYCLE_DEMO": "no",
            "HEMICYCLE_SMTP_URL": office.url,
            "HEMICYCLE_MAIL_DOMAIN": DOMAIN,
            "HEMICYCLE_MAIL_LISTEN": f"lmtp://127.0.0.1:{listens}",
            "DATABASE_URL": database,
            "PORT": str(free_port()),
        }
        for arguments in (["upgrade"], ["load"], ["worker", "--once"]):
            server._command(arguments, environment)
        told = server._command(["init", FIRST], environment)
        with server._running(environment) as address, _worker(environment):
            place = database or str(folder / "hemicycle.sqlite3")
            yield Network(address, place, office, listens, told.splitlines()[-1], environment)


@contextlib.contextmanager
def _worker(environment: dict[str, str]) -> Iterator[None]:
    """On PostgreSQL the worker is a program of its own; an embedded node runs it beside the pages."""
    if not environment["DATABASE_URL"]:
        yield
        return
    process = subprocess.Popen([sys.executable, "-m", "hemicycle.project.command", "worker"], env=environment)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)
