"""Registers pages with Django."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "hemicycle.pages"
    label = "pages"

    def ready(self) -> None:
        from hemicycle.pages import offer, signals  # noqa: F401 - the offer registers itself.

        signals.connect()
