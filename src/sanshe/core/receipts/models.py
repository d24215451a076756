"""Receipts: one row a write."""

from django.db import models


class Receipt(models.Model):
    """A write that was done: what was asked, by whom, and the answer it got. Kept 40 days."""

    id = models.UUIDField(primary_key=True)
    who = models.CharField(max_length=80)
    path = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    received_at = models.DateTimeField(db_index=True)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(null=True)
    repeats = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.id)
