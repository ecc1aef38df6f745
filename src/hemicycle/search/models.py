"""The tables of the index: things, their texts by language, and which things are alike."""

from django.db import models


class IndexedThing(models.Model):
    """One row is one public thing as the search knows it."""

    uid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    path = models.CharField(max_length=250)
    original = models.CharField(max_length=10)
    titles = models.JSONField()
    facets = models.JSONField()
    # What each of its facet values is called, by language; these names are searched as well.
    labels = models.JSONField()
    # Drawn anew at every change, so that a copy in memory knows what to read again.
    stamp = models.BigIntegerField()


class IndexedText(models.Model):
    """One row is the text of one thing in one language.

    Its words and stems stand in a table that only the database knows: `search_words` (FTS5) on SQLite, the column
    `words` (tsvector) on PostgreSQL. The migration makes either.
    """

    thing = models.ForeignKey(IndexedThing, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10)
    title = models.TextField()
    lead = models.TextField()
    body = models.TextField()
    # The vectors of title, lead and body at half precision, one after the other; empty until the worker has made them.
    vectors = models.BinaryField(default=b"")
    model = models.CharField(max_length=40, blank=True)
    stamp = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("thing", "language"), name="one_indexed_text_per_thing_and_language")
        ]


class Neighbour(models.Model):
    """One row says that one thing is like another, and how near it is among all that are of the other's kind."""

    thing = models.ForeignKey(IndexedThing, on_delete=models.CASCADE, related_name="neighbours")
    other = models.ForeignKey(IndexedThing, on_delete=models.CASCADE, related_name="as_neighbour")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("thing", "rank")
        constraints = [models.UniqueConstraint(fields=("thing", "other"), name="one_row_per_pair_of_neighbours")]


class Refreshed(models.Model):
    """One row remembers from which state of the index something was worked out in the background."""

    name = models.CharField(max_length=40, primary_key=True)
    state = models.CharField(max_length=80)
