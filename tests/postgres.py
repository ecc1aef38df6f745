"""Runs a command against a PostgreSQL cluster of its own, on a free port, and takes everything away afterwards.

Usage: python tests/postgres.py -- COMMAND …
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HINT = "PostgreSQL is not installed; as root: apt-get install postgresql"


def main() -> int:
    command = sys.argv[sys.argv.index("--") + 1 :]
    with cluster() as address:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh cluster that listens on loopback alone."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="hemicycle-pg-"))
    demoted = demotion()
    if demoted:
        os.chown(folder, demoted["user"], demoted["group"])
    data, port = folder / "data", free_port()
    log = folder / "log"

    def program(name: str, *arguments: str) -> None:
        subprocess.run([programs / name, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=folder, **demoted)

    program(
        "initdb", "--pgdata", str(data), "--username", "hemicycle", "--auth", "trust", "--encoding", "UTF8", "--no-sync"
    )
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    program("pg_ctl", "--pgdata", str(data), "--log", str(log), "--wait", "start", "-o", settings)
    try:
        yield f"postgresql://hemicycle@127.0.0.1:{port}/postgres"
    finally:
        program("pg_ctl", "--pgdata", str(data), "--mode", "immediate", "--wait", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """Debian keeps them outside PATH, one folder a version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found and (found[-1] / "initdb").exists():
        return found[-1]
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    sys.exit(HINT)


def demotion() -> dict[str, int]:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid}


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
