"""Our edge to SQL: how many rows there are of several kinds, in one statement."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Statement = tuple[str, tuple[Any, ...]]


def statement(asked: Sequence[tuple[str, QuerySet[Any]]]) -> Statement:
    """The text that counts all of these, with its values; empty where nothing can be there."""
    told: list[str] = []
    values: list[Any] = []
    for name, rows in asked:
        try:
            sql, filled = rows.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        told.append(f"SELECT %s, COUNT(*) FROM ({sql}) p{len(told)}")
        values += [name, *filled]
    return " UNION ALL ".join(told), tuple(values)


def numbers(sql: str, values: Sequence[Any]) -> dict[str, int]:
    """Ask it."""
    if not sql:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())
