"""Puts mails into a folder, one file each, for a node that has no mail server yet."""

from collections.abc import Callable
from pathlib import Path

from hemicycle.notices.envelopes import Envelope


class FolderCarrier:
    """The same mail always becomes the same file, so that nothing can be there twice."""

    instant = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, envelope: Envelope, begun: Callable[[], None]) -> None:
        begun()
        self.folder.mkdir(parents=True, exist_ok=True)
        place = self.folder / f"{envelope.name}.eml"
        unfinished = place.with_suffix(".part")
        head = f"X-Envelope-From: <{envelope.sender}>\r\nX-Envelope-To: <{envelope.recipient}>\r\n"
        unfinished.write_bytes(head.encode() + envelope.content)
        unfinished.replace(place)

    def close(self) -> None:
        """Nothing is held open."""
