"""Registers search with Django."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "hemicycle.search"
    label = "search"

    def ready(self) -> None:
        from hemicycle.search import offer, reading  # noqa: F401 - registers a reader of the journal, and panels.
