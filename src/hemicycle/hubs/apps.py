"""Registers hubs with Django."""

from django.apps import AppConfig


class HubsConfig(AppConfig):
    name = "hemicycle.hubs"
    label = "hubs"

    def ready(self) -> None:
        from hemicycle.hubs import hosted, offer  # noqa: F401 - registers what this package offers, and what it follows.
