"""Loading what ships with the project, in the order in which it builds on itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

from hemicycle.hubs import loading as hubs
from hemicycle.innovations import loading as innovations
from hemicycle.network import loading as network
from hemicycle.network.loading import partners
from hemicycle.pages import loading as pages
from hemicycle.topics import loading as topics

LOADERS: Mapping[str, Callable[..., Mapping[str, int]]] = {
    "topics": topics.load,
    "network": network.load,
    "partners": partners.load,
    "hubs": hubs.load,
    "innovations": innovations.load,
    "pages": pages.load,
}


def load(names: list[str] | None = None, *, folder: Path | None = None) -> dict[str, int]:
    """Load the named packages' data, or all; how many of each were given. Loading again changes nothing."""
    counts: dict[str, int] = {}
    for name, loader in LOADERS.items():
        if names is None or name in names:
            counts.update(loader(folder) if folder is not None else loader())
    return counts
