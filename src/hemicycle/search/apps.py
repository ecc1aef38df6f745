"""Registers search with Django."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "hemicycle.search"
    label = "search"

    def ready(self) -> None:
        from hemicycle.search import reading  # noqa: F401 - registers search as a reader of the journal.
