"""Logs are lines of JSON without tokens or personal data."""

from hemicycle.project.settings.places import env

LOG_LEVEL = env.choice("HEMICYCLE_LOG", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "hemicycle.project.logs.JsonFormatter"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": LOG_LEVEL},
    "loggers": {
        # Django's own handlers would mail administrators and print colours.
        "django": {"handlers": ["lines"], "level": LOG_LEVEL, "propagate": False},
        "django.request": {"level": "ERROR"},
        # The content system tells of every page that it publishes; the journal and its own log hold that.
        "wagtail": {"level": "WARNING"},
        # The listener's library tells of every letter, with the addresses of who wrote and to whom.
        "mail.log": {"level": "ERROR"},
        # Each background task would be two lines; what fails is logged as an error all the same.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
