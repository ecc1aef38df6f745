"""Reads the folder in which an embedded node keeps its mails."""

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import islice
from pathlib import Path

LINK = re.compile(r"https?://[^\s<>\"]+")
MOST = 200


@dataclass(frozen=True)
class Found:
    """One mail in the folder."""

    name: str
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str

    @property
    def subject(self) -> str:
        return dict(self.headers).get("Subject", "")

    @property
    def to(self) -> str:
        return dict(self.headers).get("To", "")

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.rstrip(".,;:)") for link in LINK.findall(self.text)))


def mails(folder: Path) -> list[Found]:
    """The newest mails, the newest first."""
    files = sorted(folder.glob("*.eml"), key=lambda place: place.stat().st_mtime_ns, reverse=True)
    return [_read(place) for place in islice(files, MOST)]


def mail(folder: Path, name: str) -> Found | None:
    """One mail by its name, which is a uid and never a path."""
    place = folder / f"{name}.eml"
    return _read(place) if place.is_file() else None


def _read(place: Path) -> Found:
    message = email.message_from_bytes(place.read_bytes(), policy=email.policy.default)
    return Found(
        name=place.stem,
        headers=tuple((name, str(value).strip()) for name, value in message.items()),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body is not None else ""
