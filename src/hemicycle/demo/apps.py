"""Registers the demonstration with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "hemicycle.demo"
    label = "demo"
