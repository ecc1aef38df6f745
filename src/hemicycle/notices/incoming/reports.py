"""Reads what a mail server reports of a mail that did not arrive (RFC 3464)."""

import re
from dataclasses import dataclass
from email.message import EmailMessage, Message

from hemicycle.notices.incoming.parsing import UnreadableLetter, read

STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
FAILED = "failed"
# Reports without the standard's form mostly quote the server's answer.
ANSWER = re.compile(r"\b5\d\d[ -]+(5\.\d{1,3}\.\d{1,3})\b")


@dataclass(frozen=True)
class Report:
    """That a mail did not arrive, and why by its code."""

    status: str

    @property
    def is_final(self) -> bool:
        """The address does not exist or takes no mail; not that it is full today."""
        return self.status.startswith(("5.1.", "5.7.27")) or self.status in {"5.0.0", "5.2.1", "5.4.4", "5.5.0"}


def report_in(content: bytes) -> Report | None:
    """The failure that this letter reports; nothing if it is a delay, an absence, or something else."""
    try:
        message = read(content)
        statuses = [status for part in message.walk() if (status := _failure(part))]
        loose = [] if statuses or _is_absence(message) else _quoted_answers(content)
    except (UnreadableLetter, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    found = statuses or loose
    return Report(found[0]) if found else None


def _is_absence(message: EmailMessage) -> bool:
    """Somebody is away, or the report has the standard's form and tells of a delay."""
    replied = str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")
    return replied or message.get_content_type() == "multipart/report"


def _quoted_answers(content: bytes) -> list[str]:
    return ANSWER.findall(content[:100_000].decode("ascii", errors="replace"))


def _failure(part: EmailMessage) -> str:
    """The code in one part of a report, if it tells of a failure for good."""
    if part.get_content_type() != "message/delivery-status":
        return ""
    fields = part.get_payload()
    blocks = [field for field in fields if isinstance(field, Message)] if isinstance(fields, list) else []
    for block in blocks:
        if str(block.get("Action", "")).strip().lower() == FAILED:
            status = STATUS.search(str(block.get("Status", "")))
            return status[0] if status else "5.0.0"
    return ""
