"""The way through the site, in the order of the header."""

from django.utils.translation import gettext_lazy as _

NAVIGATION = [
    (_("Cases"), "innovations:cases"),
    (_("Use cases"), "innovations:use_cases"),
    (_("Parliaments"), "network:parliaments"),
    (_("Hubs"), "hubs:hubs"),
    (_("Topics"), "topics:topics"),
    (_("Search"), "search:search"),
]
NAVIGATION_FOOTER = [
    (_("Calendar"), "meetings:calendar"),
    (_("Partners"), "network:partners"),
    (_("Projects"), "network:projects"),
    (_("Steering committee"), "steering:committee"),
    (_("About"), "pages:about"),
    (_("Evidence"), "pages:evidence"),
    (_("Names and status"), "pages:names_and_status"),
    (_("Open data"), "pages:data"),
    (_("Accessibility"), "pages:accessibility"),
    (_("Privacy"), "pages:privacy"),
]
NAVIGATION_SIGNED_OUT = [(_("Sign in"), "account_login")]
NAVIGATION_SIGNED_IN = [
    (_("Desk"), "desk:desk"),
    (_("My account"), "accounts:home"),
    (_("Sign out"), "account_logout"),
]
SITE_NAME = "Hemicycle"
# What messengers show of a page that has no picture of its own.
PREVIEW_PICTURE = "/{language}/preview.png"
