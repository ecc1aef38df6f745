"""Registers threads with Django."""

from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "hemicycle.threads"
    label = "threads"

    def ready(self) -> None:
        from hemicycle.threads import offer  # noqa: F401 - registers what this package offers.
