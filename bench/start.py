"""How long a newcomer waits: seconds from `make run` in a fresh copy of the tree to the first page, and once more.

Usage: python bench/start.py
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from time import monotonic, sleep

TREE = Path(__file__).resolve().parents[1]
FIRST, SECOND = 60.0, 10.0
PATIENCE = 300.0


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="hemicycle-start-"))
    try:
        copy(folder / "tree")
        for name, promised in (("first", FIRST), ("second", SECOND)):
            print(f"{name} start: {start(folder):.1f} s / {promised:g}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def copy(target: Path) -> None:
    """What git knows of or would take: neither the environment nor anything built."""
    command = ["git", "-C", str(TREE), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0"):  # noqa: S603
        source = TREE / name
        if name and source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def start(folder: Path) -> float:
    """Seconds until the home page stands, with an empty data folder the first time."""
    port = free_port()
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("HEMICYCLE_", "MAKE", "DATABASE_"))
    }
    environment = {**kept, "HEMICYCLE_DATA": str(folder / "data"), "PORT": str(port), "HEMICYCLE_LOG": "ERROR"}
    (folder / "data").mkdir(exist_ok=True)
    begun = monotonic()
    process = subprocess.Popen(
        ["make", "--silent", "run"],  # noqa: S607
        cwd=folder / "tree",
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return wait(f"http://127.0.0.1:{port}/en/", process) - begun
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait(address: str, process: subprocess.Popen) -> float:
    until = monotonic() + PATIENCE
    while monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310 - an address of our own.
        except (urllib.error.URLError, ConnectionError):
            sleep(0.1)
        else:
            return monotonic()
    sys.exit("The site did not answer.")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
