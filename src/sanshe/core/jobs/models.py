"""What the queue itself does not keep: the key, the attempts, the progress; firings of rules; the worker's beat.

The queue is the table of django-tasks-db. A `Job` has the id of its row there.
"""

from django.db import models


class Job(models.Model):
    """One piece of work. `key` makes the same work queued twice one piece of work."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=100)
    key = models.CharField(max_length=200, null=True, unique=True)
    owner = models.UUIDField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, default="")
    made_at = models.DateTimeField(db_index=True)
    lost_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.code} {self.id}"


class Firing(models.Model):
    """A rule was due at a moment and its work was queued. Two tickers meet here."""

    rule = models.CharField(max_length=100)
    due_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "due_at"], name="a_rule_fires_once_at_a_moment")]

    def __str__(self) -> str:
        return f"{self.rule} {self.due_at:%Y-%m-%d %H:%M}"


class Beat(models.Model):
    """The last sign of life of a loop (worker, ticker), by the machine's clock."""

    name = models.CharField(primary_key=True, max_length=40)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
