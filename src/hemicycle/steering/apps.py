"""Registers steering with Django."""

from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "hemicycle.steering"
    label = "steering"

    def ready(self) -> None:
        from hemicycle.steering import offer, reading  # noqa: F401 - registers what this package offers and hears.
