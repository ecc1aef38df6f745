"""Registers innovations with Django."""

from django.apps import AppConfig


class InnovationsConfig(AppConfig):
    name = "hemicycle.innovations"
    label = "innovations"

    def ready(self) -> None:
        from hemicycle.innovations import offer  # noqa: F401 - registers what this package offers.
