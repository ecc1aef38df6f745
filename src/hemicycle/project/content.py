"""Loading what ships with the project, in the order in which it builds on itself."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings

from hemicycle.innovations import loading as innovations
from hemicycle.network import loading as network
from hemicycle.pages import loading as pages
from hemicycle.topics import loading as topics

LOADERS: Mapping[str, Callable[..., Mapping[str, int]]] = {
    "topics": topics.load,
    "network": network.load,
    "innovations": innovations.load,
    "pages": pages.load,
}
SUFFIXES = frozenset({".csv", ".toml"})


def load(names: list[str] | None = None, *, folder: Path | None = None) -> dict[str, int]:
    """Load the named packages' data, or all; how many of each were given. Loading again changes nothing."""
    counts: dict[str, int] = {}
    for name, loader in LOADERS.items():
        if names is None or name in names:
            counts.update(loader(folder) if folder is not None else loader())
    return counts


def load_if_new() -> dict[str, int] | None:
    """Load at first start and after an upgrade that brings other data; nothing otherwise."""
    mark = Path(settings.DATA_DIR) / "loaded"
    digest = shipped_digest()
    if mark.exists() and mark.read_text(encoding="utf-8") == digest:
        return None
    counts = load()
    mark.write_text(digest, encoding="utf-8")
    return counts


def shipped_digest() -> str:
    files = sorted(file for file in settings.PACKAGE.glob("*/data/**/*") if file.suffix in SUFFIXES)
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
