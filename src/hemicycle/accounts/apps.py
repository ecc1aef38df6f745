"""Registers accounts with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hemicycle.accounts"
    label = "accounts"

    def ready(self) -> None:
        from hemicycle.accounts import offer  # noqa: F401 - registers what this package offers.
