"""Registers topics with Django."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "hemicycle.topics"
    label = "topics"

    def ready(self) -> None:
        from hemicycle.topics import offer  # noqa: F401 - registers what this package offers.
