"""Registers the desk with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "hemicycle.desk"
    label = "desk"
