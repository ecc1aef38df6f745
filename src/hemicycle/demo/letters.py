"""The mails to people of the demonstration, in the folder where a machine without a mail server keeps them."""

from email import message_from_binary_file, policy
from pathlib import Path

from django.conf import settings

from hemicycle.demo import states


def throw_away() -> int:
    """Delete them; how many there were. Mails to anybody else stay."""
    ours = [file for file in _kept() if _is_to_us(file)]
    for file in ours:
        file.unlink(missing_ok=True)
    return len(ours)


def _kept() -> list[Path]:
    return sorted(Path(settings.MAIL_FOLDER).glob("*.eml")) if settings.MAIL_FOLDER else []


def _is_to_us(file: Path) -> bool:
    with file.open("rb") as opened:
        to = message_from_binary_file(opened, policy=policy.default)["To"]
    addresses = to.addresses if to is not None else ()
    return bool(addresses) and all(address.domain.lower() == states.DOMAIN for address in addresses)
