"""One row for each thing that can be found. The index itself is made by the database: FTS5, or a tsvector with GIN."""

from django.db import models


class SearchRow(models.Model):
    """A thing as it is found. Derived: made anew from the things themselves by `actions.rebuild`.

    The number is SQLite's row number, which its index refers to; the thing is `kind` and `object_id`.
    """

    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=36)
    area_path = models.CharField(max_length=15, db_index=True)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=200)
    grams = models.TextField()
    pinyin = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="one_search_row_per_thing")]

    def __str__(self) -> str:
        return self.title
