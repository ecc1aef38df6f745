"""Registers network with Django."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "hemicycle.network"
    label = "network"

    def ready(self) -> None:
        from hemicycle.network import offer  # noqa: F401 - registers what this package offers.
