"""Registers project with Django; what packages wire into each other, and the timetable, are wired here."""

from datetime import timedelta

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "hemicycle.project"
    label = "project"

    def ready(self) -> None:
        from django.core.management import call_command

        from hemicycle.accounts import retention, second_factor, ways
        from hemicycle.core.timetable import Recurring, recurring
        from hemicycle.desk import queries as desk
        from hemicycle.innovations import alike
        from hemicycle.network import policy
        from hemicycle.search import queries as search

        # Accounts knows no offices; those of the secretariat ask for a second factor.
        second_factor.needed_by(policy.is_secretariat)
        # Nor does it know what awaits whom; who comes in finds their desk if anything does.
        ways.wanted_at(desk.way_to_desk)
        # Nor do innovations know what words mean; search does.
        alike.meant_by(search.alike)
        recurring(
            Recurring("scheduled_pages", timedelta(minutes=5), lambda: call_command("publish_scheduled")),
            Recurring("expired_sessions", timedelta(days=1), lambda: call_command("clearsessions")),
            Recurring("retention", timedelta(days=1), retention.retain),
            Recurring(
                "old_task_results", timedelta(days=1), lambda: call_command("prune_db_task_results", verbosity=0)
            ),
        )
