"""Every setting of the site; one topic a file, no logic here."""

from hemicycle.project.settings.places import *  # noqa: F403  # isort: skip
from hemicycle.project.settings.database import *  # noqa: F403
from hemicycle.project.settings.languages import *  # noqa: F403
from hemicycle.project.settings.logs import *  # noqa: F403
from hemicycle.project.settings.mail import *  # noqa: F403
from hemicycle.project.settings.navigation import *  # noqa: F403
from hemicycle.project.settings.packages import *  # noqa: F403
from hemicycle.project.settings.people import *  # noqa: F403
from hemicycle.project.settings.places import env

DEBUG = env.flag("HEMICYCLE_DEBUG", default=False)
SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # The proxy in front redirects to HTTPS; embedded mode speaks plain HTTP on loopback.
    "wagtailadmin.W003",  # Addresses in mails come from HEMICYCLE_URL.
]
