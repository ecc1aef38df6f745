"""Registers project with Django; what packages wire into each other is wired here."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "hemicycle.project"
    label = "project"
