"""The application `ui`."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, stylesheets and elements that every package uses."""

    name = "hemicycle.ui"
    label = "ui"
