"""Our edge to SQL: the rows of many sources in one statement, each in its order and cut to a number of lines."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Aggregate, Count, F, QuerySet
from django.db.models.expressions import Expression

from sanshe.core.duties.types import Line, Source

FACTS = 12
LAST = "9999-12-31"  # what has no day comes last
NAMES = ("_key", "_place", "_owner", "_subject", "_day", "_n", *(f"_f{i}" for i in range(FACTS)))
COLUMNS = ", ".join(f't."{name}"' for name in NAMES)
Place = tuple[str, str]
Part = tuple[Source, QuerySet[Any], Place | None]


def asked(source: Source, rows: QuerySet[Any]) -> QuerySet[Any]:
    """A source's rows with the columns it names; a group of them is one row with their number. As they lie: what is
    empty, and what all columns have in common, is made in SQL, where it costs nothing to say."""
    named = {name: what for name, what in _columns(source).items() if what is not None}
    told = {name: what if isinstance(what, Expression) else F(what) for name, what in named.items()}
    rows = rows.order_by()
    if not source.is_grouped:
        return rows.values(**told)
    kept = {name: what for name, what in told.items() if not isinstance(what, Aggregate)}
    summed = {name: what for name, what in told.items() if name not in kept}
    return rows.values(**kept).annotate(**summed, _n=Count("pk", distinct=True))


def _columns(source: Source) -> dict[str, Any]:
    """What stands in each column; None for nothing."""
    facts = {f"_f{i}": fact for i, fact in enumerate(source.facts)}
    where = {"_place": source.place or None, "_owner": source.scope or None, "_subject": source.subject or None}
    return {"_key": source.key, **where, "_day": source.day, **facts}


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
    named = _columns(source)
    texts = ", ".join(f'{_text(name, named.get(name))} AS "{name}"' for name in NAMES if name != "_n")
    n = 's."_n"' if source.is_grouped else "1"
    inner = f'SELECT {texts}, {n} AS "_n" FROM ({sql}) s'
    late = 'SUM(CASE WHEN t."_day" < %s THEN 1 ELSE 0 END) OVER () AS "_late"'
    found = f'SELECT {number} AS "_part", {COLUMNS}, COUNT(*) OVER () AS "_of", {late} FROM ({inner}) t'
    behind = ' WHERE (w."_day", w."_key") > (%s, %s)' if after else ""
    cut = f" LIMIT {most:d}" if most is not None else ""
    return f'SELECT * FROM (SELECT * FROM ({found}) w{behind} ORDER BY "_day", "_key"{cut}) p{number}'


def _text(name: str, what: Any) -> str:
    """A column as text: what is empty is an empty text, and what has no day comes last."""
    empty = f"'{LAST}'" if name == "_day" else "''"
    return empty if what is None else f'COALESCE(CAST(s."{name}" AS text), {empty})'


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
