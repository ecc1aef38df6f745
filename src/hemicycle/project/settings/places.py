"""Where things are: the data folder, the built files, the address of this node."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import hemicycle
from hemicycle.project.reader import Reader, SettingRefused

env = Reader()

RELEASE = hemicycle.__version__
PACKAGE = Path(hemicycle.__file__).resolve().parent
BUILD_DIR = env.folder("HEMICYCLE_BUILD", PACKAGE / "build")
DATA_DIR = env.folder("HEMICYCLE_DATA", Path("var"))
PORT = env.number("PORT", 8000, least=1, most=65535)
EMBEDDED = not env.text("DATABASE_URL")

HEMICYCLE_URL = env.text("HEMICYCLE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
_address = urlsplit(HEMICYCLE_URL)
if _address.scheme not in {"http", "https"} or not _address.hostname:
    raise SettingRefused(f"HEMICYCLE_URL is “{HEMICYCLE_URL}”; use an address such as https://network.example.org.")

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [_address.hostname, *LOOPBACK, *env.words("HEMICYCLE_HOSTS")]
CSRF_TRUSTED_ORIGINS = [HEMICYCLE_URL]
# Where readers write to about the content; shown in the footer, and nowhere if there is none.
CONTACT = env.text("HEMICYCLE_CONTACT")
TRUSTED_PROXIES = env.words("HEMICYCLE_TRUSTED_PROXIES")
SECURE = _address.scheme == "https"
# Demonstration people let anybody in who sits at the machine, so they are only where nobody else can come from.
_ON_LOOPBACK = _address.hostname in {"127.0.0.1", "localhost", "::1"} and not TRUSTED_PROXIES
DEMO = env.flag("HEMICYCLE_DEMO", default=True) and EMBEDDED and _ON_LOOPBACK


def _secret_key() -> str:
    """The key from the environment, or the one made at first start and kept beside the data."""
    given = env.text("HEMICYCLE_SECRET_KEY")
    if given:
        return given
    kept = DATA_DIR / "secret_key"
    try:
        if not kept.exists():
            # One folder is made; a whole missing path is rather a mistyped one.
            DATA_DIR.mkdir(exist_ok=True)
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        return kept.read_text(encoding="utf-8").strip()
    except OSError as error:
        message = (
            f"The data folder {DATA_DIR} cannot be used ({error.strerror}); make it, or set HEMICYCLE_DATA to another."
        )
        raise SettingRefused(message) from error


SECRET_KEY = _secret_key()
