"""Registers notices with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "hemicycle.notices"
    label = "notices"

    def ready(self) -> None:
        from hemicycle.notices import offer, reading, tasks  # noqa: F401 - registers a reader, verbs and the timetable.
