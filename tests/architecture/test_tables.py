"""Tables: foreign keys point down the tiers, models and migrations agree, the shipped schema is what they make."""

import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.architecture import tree


def test_foreign_keys_point_down_the_tiers():
    upward = [
        f"{model.__name__}.{field.name} points at {field.related_model.__name__}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if model.__module__.startswith("hemicycle.") and field.is_relation and field.concrete
        if not _may_point(model, field.related_model)
    ]

    assert upward == []


@pytest.mark.django_db
def test_the_models_have_their_migrations():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_for_what_they_do():
    unnamed = [
        tree.short(path)
        for path in tree.SOURCE.glob("*/migrations/0*.py")
        if "auto_" in path.name or "alter_" in path.name
    ]

    assert unnamed == []


@pytest.mark.slow
def test_the_shipped_schema_is_what_the_migrations_make(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "hemicycle.project.command", "schema", "--check"]

    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode) == ("The template is what the migrations make.\n", 0)


def _may_point(model: type, other: type | None) -> bool:
    if other is None or not other.__module__.startswith("hemicycle."):
        return True
    return tree.may_use(model.__module__.split(".")[1], other.__module__.split(".")[1])
