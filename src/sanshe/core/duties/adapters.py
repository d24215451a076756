"""Our edge to SQL: the rows of many sources in one statement, each in its order and cut to a number of lines."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Aggregate, Count, DateField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.expressions import Expression
from django.db.models.functions import Cast, Coalesce

from sanshe.core.duties.types import Line, Source

FACTS = 12
LAST = "9999-12-31"  # what has no day comes last
NAMES = ("_key", "_place", "_owner", "_subject", "_day", "_n", *(f"_f{i}" for i in range(FACTS)))
Place = tuple[str, str]
Part = tuple[Source, QuerySet[Any], Place | None]


def asked(source: Source, rows: QuerySet[Any]) -> QuerySet[Any]:
    """A source's rows as the columns that all sources share; a group of them is one row with their number."""
    texts = {
        "_key": _text(source.key),
        "_place": _text(source.place or Value("")),
        "_owner": _text(source.scope or Value("")),
    }
    texts["_subject"] = _text(source.subject or Value(""))
    facts = [*source.facts, *[Value("")] * (FACTS - len(source.facts))]
    texts |= {f"_f{i}": _text(fact) for i, fact in enumerate(facts)}
    texts["_day"] = Coalesce(Cast(_day(source.day), TextField()), Value(LAST, TextField()))
    rows = rows.order_by()
    if not source.is_grouped:
        return rows.annotate(**texts, _n=Value(1, IntegerField())).values(*NAMES)
    raw = dict(zip(texts, (source.key, source.place, source.scope, source.subject, *facts, source.day), strict=True))
    kept = {name: one for name, one in texts.items() if not isinstance(raw[name], Aggregate)}
    summed = {name: one for name, one in texts.items() if name not in kept}
    return rows.annotate(**kept).values(*kept).annotate(**summed, _n=Count("pk", distinct=True))


def _day(day: Any) -> Any:
    if day is None:
        return Value(None, DateField())
    return Cast(F(day), DateField()) if isinstance(day, str) else day


def _text(what: Any) -> Any:
    one = what if isinstance(what, Expression) else F(what)
    return Coalesce(Cast(one, TextField()), Value("", TextField()))


def lines(parts: Sequence[Part], *, today: date, most: int | None) -> list[tuple[int, Line]]:
    """(number of the part, line) of all parts in one query; of each the first `most` after a place in its order."""
    told: list[str] = []
    values: list[Any] = []
    for number, (source, rows, after) in enumerate(parts):
        try:
            sql, filled = asked(source, rows).query.sql_with_params()
        except EmptyResultSet:  # nothing can be there
            continue
        told.append(_part(number, source, sql, most, after))
        values += [today.isoformat() if source.is_last_day else "", *filled, *(after or ())]
    if not told:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(told), values)
        return [(row[0], _line(row)) for row in cursor.fetchall()]


def place_of(line: Line) -> Place:
    """Where a line stands in the order of its source."""
    return line.day.isoformat() if line.day else LAST, line.key


def _part(number: int, source: Source, sql: str, most: int | None, after: Place | None) -> str:
    columns = ", ".join(f's."{name}"' for name in NAMES)
    late = 'SUM(CASE WHEN s."_day" < %s THEN 1 ELSE 0 END) OVER () AS "_late"'
    found = f'SELECT {number} AS "_part", {columns}, COUNT(*) OVER () AS "_of", {late} FROM ({sql}) s'
    behind = ' WHERE (w."_day", w."_key") > (%s, %s)' if after else ""
    cut = f" LIMIT {most:d}" if most is not None else ""
    return f'SELECT * FROM (SELECT * FROM ({found}) w{behind} ORDER BY "_day", "_key"{cut}) p{number}'


def _line(row: Sequence[Any]) -> Line:
    _part, key, place, owner, subject, day, n, *facts, of, late = row
    return Line(
        key,
        place,
        owner,
        subject,
        None if day == LAST else date.fromisoformat(day[:10]),
        n,
        of,
        int(late),
        tuple(facts),
    )
