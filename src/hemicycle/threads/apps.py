"""Registers threads with Django."""

from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "hemicycle.threads"
    label = "threads"
