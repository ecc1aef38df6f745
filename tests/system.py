"""Sees to it that the machine has what testing needs, and installs it where this user may."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    packages = missing()
    if not packages:
        return 0
    asked = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    rights = how_to_be_root()
    if rights is None or shutil.which("apt-get") is None:
        sys.exit(f"Testing needs more of this machine; as root: apt-get install {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*asked, "-qq"]):
        done = subprocess.run([*rights, *command], stdin=subprocess.DEVNULL, env=environment, check=False)
    return done.returncode


def missing() -> list[str]:
    wanted = []
    if not any(map(shutil.which, CHROMIUM)):
        wanted.append("chromium")
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and shutil.which("initdb") is None:
        wanted.append("postgresql")
    return wanted


def how_to_be_root() -> list[str] | None:
    """What to put before a command that only root may run; None where that is not allowed without a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return None if asked.returncode else ["sudo", "-n"]


if __name__ == "__main__":
    sys.exit(main())
