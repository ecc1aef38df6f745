"""Makes the tables of the index, and the one for words that each database has in its own way."""

import django.db.models.deletion
from django.db import migrations, models

# The trigger keeps words and texts together whatever deletes a text; a migration that makes the table of texts anew on
# SQLite must make the trigger anew as well.
SQLITE = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        title, lead, body, labels, title_stems, lead_stems, body_stems, labels_stems,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )
    """,
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_words', 'col')",
    """
    CREATE TRIGGER search_words_go_with_their_text AFTER DELETE ON search_indexedtext
    BEGIN DELETE FROM search_words WHERE rowid = OLD.id; END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS search_words_go_with_their_text",
    "DROP TABLE IF EXISTS search_vocabulary",
    "DROP TABLE IF EXISTS search_words",
)
# A vector of some kilobytes is kept in the row itself, where ranking reads it three times as fast as beside it.
POSTGRES = (
    "ALTER TABLE search_indexedtext ADD COLUMN words tsvector",
    "ALTER TABLE search_indexedtext ALTER COLUMN words SET STORAGE MAIN",
    """
    DO $$ BEGIN
        ALTER TABLE search_indexedtext ALTER COLUMN words SET COMPRESSION lz4;
    EXCEPTION WHEN OTHERS THEN NULL; -- This server was built without lz4; its own method serves, a little slower.
    END $$
    """,
    "CREATE INDEX search_words ON search_indexedtext USING gin (words)",
)
POSTGRES_BACK = ("DROP INDEX IF EXISTS search_words", "ALTER TABLE search_indexedtext DROP COLUMN IF EXISTS words")


def make(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRES}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def unmake(apps, schema_editor):
    for statement in {"sqlite": SQLITE_BACK, "postgresql": POSTGRES_BACK}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IndexedThing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=120)),
                ("path", models.CharField(max_length=250)),
                ("original", models.CharField(max_length=10)),
                ("titles", models.JSONField()),
                ("facets", models.JSONField()),
                ("labels", models.JSONField()),
                ("stamp", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="IndexedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("title", models.TextField()),
                ("lead", models.TextField()),
                ("body", models.TextField()),
                ("vectors", models.BinaryField(default=b"")),
                ("model", models.CharField(blank=True, max_length=40)),
                ("stamp", models.BigIntegerField()),
                (
                    "thing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="search.indexedthing"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("thing", "language"), name="one_indexed_text_per_thing_and_language"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Neighbour",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.PositiveSmallIntegerField()),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="as_neighbour",
                        to="search.indexedthing",
                    ),
                ),
                (
                    "thing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="neighbours",
                        to="search.indexedthing",
                    ),
                ),
            ],
            options={
                "ordering": ("thing", "rank"),
                "constraints": [
                    models.UniqueConstraint(fields=("thing", "other"), name="one_row_per_pair_of_neighbours")
                ],
            },
        ),
        migrations.CreateModel(
            name="Refreshed",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=80)),
            ],
        ),
        migrations.RunPython(make, unmake),
    ]
