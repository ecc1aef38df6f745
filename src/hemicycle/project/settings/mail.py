"""Mail: who sends it and through which server, and how answers come back."""

from urllib.parse import urlsplit

from hemicycle.project.reader import SettingRefused
from hemicycle.project.settings.navigation import SITE_NAME
from hemicycle.project.settings.places import DATA_DIR, EMBEDDED, HEMICYCLE_URL, env


def _server(name: str, schemes: tuple[str, ...], example: str) -> str:
    """An address of a mail server, checked for what has no default."""
    given = env.text(name)
    try:
        parts = urlsplit(given)
        fits = not given or (parts.scheme in schemes and bool(parts.hostname) and parts.port != 0)
    except ValueError:
        fits = False
    if not fits:
        # The address may hold a password, so it is not repeated.
        raise SettingRefused(f"{name} is no address of a mail server; use one such as {example}.")
    return given


_host = urlsplit(HEMICYCLE_URL).hostname or "localhost"
# A node on loopback has no name that mail could come from.
_host = "localhost" if _host[0].isdigit() or ":" in _host else _host

SMTP_URL = _server("HEMICYCLE_SMTP_URL", ("smtp", "smtps"), "smtps://name:password@mail.example.org")
MAIL_LISTEN = _server("HEMICYCLE_MAIL_LISTEN", ("lmtp", "smtp"), "lmtp://127.0.0.1:8024")
# Answers by mail come to this domain; without it mails say where to answer on the site.
MAIL_DOMAIN = env.text("HEMICYCLE_MAIL_DOMAIN")
# The mail server whose word counts on who sent a letter, as it calls itself in Authentication-Results.
MAIL_TRUSTED = env.text("HEMICYCLE_MAIL_TRUSTED")
if not all(sign.isalnum() or sign in ".-_:" for sign in MAIL_TRUSTED):
    raise SettingRefused(f"HEMICYCLE_MAIL_TRUSTED is “{MAIL_TRUSTED}”; use a server's name, such as mx.example.org.")
# What the names of mails and of lists end in.
MAIL_NAMES = MAIL_DOMAIN or _host
MAIL_FROM = env.text("HEMICYCLE_MAIL_FROM", f"{SITE_NAME} <no-reply@{_host}>")
# Without a server, an embedded node puts its mails into a folder, and shows them at /dev/mail/ on loopback.
MAIL_FOLDER = DATA_DIR / "mail" if EMBEDDED and not SMTP_URL else None
# The page on which people choose how often they hear of what.
MAIL_PREFERENCES = "accounts:preferences"

EMAIL_BACKEND = "hemicycle.notices.backend.OutTray"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM
