"""Makes the seals, and the triggers by which the database itself keeps the journal as it was written.

A later migration that makes `core_entry` or `core_seal` anew, as Django does on SQLite, must make their triggers anew
as well; `hemicycle doctor` says when one is missing.
"""

import django.db.models.deletion
from django.db import migrations, models

REFUSAL = "entries of the journal and their seals are added and never changed"
# Without the third, REPLACE would take a row away on SQLite and ask no trigger.
SQLITE = [
    statement
    for table, key in (("core_entry", "id"), ("core_seal", "order"))
    for statement in (
        f"""CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table}
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table}
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER {table}_is_not_replaced BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM {table} WHERE "{key}" = NEW."{key}")
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    )
] + [
    """CREATE TRIGGER core_entry_waits_for_its_seal AFTER INSERT ON core_entry
       BEGIN INSERT OR IGNORE INTO core_unsealed (entry_id) VALUES (NEW.id); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION core_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$""",
    """CREATE FUNCTION core_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN INSERT INTO core_unsealed (entry_id) SELECT id FROM added ON CONFLICT DO NOTHING; RETURN NULL; END $$""",
    *(
        f"""CREATE TRIGGER {table}_is_not_{done} BEFORE {event} ON {table}
            FOR EACH {each} EXECUTE FUNCTION core_refuse_change()"""
        for table in ("core_entry", "core_seal")
        for done, event, each in (
            ("changed", "UPDATE", "ROW"),
            ("deleted", "DELETE", "ROW"),
            ("emptied", "TRUNCATE", "STATEMENT"),
        )
    ),
    """CREATE TRIGGER core_entry_waits_for_its_seal AFTER INSERT ON core_entry
       REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION core_await_seal()""",
]
SQLITE_BACK = [
    f"DROP TRIGGER IF EXISTS {table}_{name}"
    for table, names in (
        ("core_entry", ("is_not_changed", "is_not_deleted", "is_not_replaced", "waits_for_its_seal")),
        ("core_seal", ("is_not_changed", "is_not_deleted", "is_not_replaced")),
    )
    for name in names
]
POSTGRESQL_BACK = [
    "DROP FUNCTION IF EXISTS core_refuse_change() CASCADE",
    "DROP FUNCTION IF EXISTS core_await_seal() CASCADE",
]


def guard(apps, schema_editor):
    """Entries that were written before there were seals wait for theirs like any other."""
    schema_editor.execute("INSERT INTO core_unsealed (entry_id) SELECT id FROM core_entry", params=None)
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def unguard(apps, schema_editor):
    for statement in {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Unsealed",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="core.entry",
                    ),
                ),
            ],
            options={"verbose_name_plural": "unsealed"},
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("order", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seal", to="core.entry"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={"ordering": ("order",)},
        ),
        migrations.RunPython(guard, unguard),
    ]
