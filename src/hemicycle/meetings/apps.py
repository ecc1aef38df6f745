"""Registers meetings with Django."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "hemicycle.meetings"
    label = "meetings"

    def ready(self) -> None:
        from hemicycle.meetings import offer  # noqa: F401 - registers what this package offers.
