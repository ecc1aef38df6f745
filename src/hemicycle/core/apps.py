"""Registers core with Django."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "hemicycle.core"
    label = "core"
