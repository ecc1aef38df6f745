"""Registers project with Django; what packages wire into each other, and the timetable, are wired here."""

from datetime import timedelta

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "hemicycle.project"
    label = "project"

    def ready(self) -> None:
        from django.core.management import call_command

        from hemicycle.core.timetable import Recurring, recurring

        recurring(
            Recurring("scheduled_pages", timedelta(minutes=5), lambda: call_command("publish_scheduled")),
            Recurring("expired_sessions", timedelta(days=1), lambda: call_command("clearsessions")),
            Recurring(
                "old_task_results", timedelta(days=1), lambda: call_command("prune_db_task_results", verbosity=0)
            ),
        )
