"""Who takes a mail out of the house: a mail server, or in embedded mode a folder."""

from django.conf import settings

from hemicycle.notices.carriers.folder import FolderCarrier
from hemicycle.notices.carriers.outcomes import Carrier, NoReceipt, NotReached, Refused
from hemicycle.notices.carriers.smtp import SmtpCarrier

__all__ = ["Carrier", "NoReceipt", "NotReached", "Refused", "carrier"]


def carrier() -> Carrier | None:
    """What the settings name; without any, mails wait in the tray."""
    if settings.SMTP_URL:
        return SmtpCarrier(settings.SMTP_URL)
    return FolderCarrier(settings.MAIL_FOLDER) if settings.MAIL_FOLDER else None
