"""Pages and exports of any ledger: narrowed to the actor's areas, filtered, in a stable order, by keyset."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.core import signing
from django.db.models import DateTimeField, Q, QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_choices, area_name
from sanshe.core.kit.prefix import covers
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries.registries import LEDGERS, holds
from sanshe.core.ledgers.queries.said import Said
from sanshe.core.ledgers.types import Choice, Column, Filter, Ledger, Page
from sanshe.core.rows.queries import within

CHUNK = 2000
_FROM_TEXT = {"d": date.fromisoformat, "m": datetime.fromisoformat}


def ledgers_of(actor: Actor) -> list[Ledger]:
    """The ledgers an actor may open, in the order the apps declared them."""
    return [ledger for ledger in LEDGERS if holds(actor, ledger.codes)]


def options(flt: Filter, actor: Actor, codes: tuple[str, ...] = ()) -> list[Choice]:
    """What a filter offers this actor."""
    if flt.kind == FilterKind.AREA and not flt.options:
        paths = sorted({path for code in codes for path in actor.paths(code)})
        return list(area_choices(paths))
    return list(flt.options(actor) if callable(flt.options) else flt.options)


def clean(ledger: Ledger, actor: Actor, asked: Mapping[str, str]) -> dict[str, Any]:
    """What the filters were set to, from an address; what makes no sense is dropped, and so shown as not set."""
    raw = MultiValueDict({name: [value] for name, value in asked.items()})
    found: dict[str, Any] = {}
    for flt in ledger.filters:
        offered = tuple(str(value) for value, _label in options(flt, actor, ledger.codes))
        if flt.kind != FilterKind.CHOICE:
            offered = ()
        value = rules.clean_filter(flt, lambda name: str(raw.get(name) or ""), offered)
        if value is not None and not (flt.kind == FilterKind.AREA and _is_elsewhere(value, ledger, actor)):
            found[flt.code] = value
    return found


def _is_elsewhere(path: str, ledger: Ledger, actor: Actor) -> bool:
    """An area outside one's own is not even named."""
    return not any(covers(actor.paths(code), path) for code in ledger.codes)


def rows_of(ledger: Ledger, actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Any]:
    """The rows this actor may see under these (clean) filters, without an order."""
    rows = ledger.rows(actor, filters)
    if ledger.scope:
        rows = rows.filter(_within(ledger, actor))
    for flt in ledger.filters:
        if flt.field and flt.code in filters:
            rows = rows.filter(_narrowed(rows, flt, filters[flt.code]))
    return rows


def _within(ledger: Ledger, actor: Actor) -> Q:
    return within(sorted({path for code in ledger.codes for path in actor.paths(code)}), ledger.scope)


def _narrowed(rows: QuerySet[Any], flt: Filter, value: Any) -> Q:
    if flt.kind == FilterKind.TEXT:
        return Q(**{f"{flt.field}__icontains": value})
    if flt.kind == FilterKind.AREA:
        return within([value], flt.field)
    return _between(rows, flt.field, *value) if flt.kind == FilterKind.DATES else Q(**{flt.field: value})


def _between(rows: QuerySet[Any], field: str, first: date | None, last: date | None) -> Q:
    """Both days belong. A moment is compared with the days' ends in Shanghai."""
    if isinstance(_field(rows.model, field), DateTimeField):
        low = Q(**{f"{field}__gte": shanghai.moment(first)}) if first else Q()
        return low & (Q(**{f"{field}__lt": shanghai.end(last)}) if last else Q())
    low = Q(**{f"{field}__gte": first}) if first else Q()
    return low & (Q(**{f"{field}__lte": last}) if last else Q())


def _field(model: Any, name: str) -> Any:
    *way, last = name.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model
    return model._meta.get_field(last)


def page(
    ledger: Ledger,
    actor: Actor,
    filters: Mapping[str, Any],
    after: str | None = None,
    before: str | None = None,
    size: int = 50,
) -> Page:
    """One page. `after`/`before` are cursors of an earlier page; a spoilt one begins anew.

    The cursor holds the place, not a count: rows that come or go meanwhile neither double nor lose another row.
    """
    return keyset(rows_of(ledger, actor, filters), ledger.key, ledger.code, after=after, before=before, size=size)


def keyset(
    rows: QuerySet[Any],
    names: tuple[str, ...],
    salt: str,
    *,
    after: str | None = None,
    before: str | None = None,
    size: int = 50,
) -> Page:
    """`page` for any queryset with a unique key without nulls: for APIs and pages that are no ledger. One query."""
    key = rules.key_of(names)
    place, backwards = _place(after, salt), False
    if place is None and (place := _place(before, salt)) is not None:
        backwards = True
    if place is not None and len(place) == len(key):
        rows = rows.filter(_beyond(key, place, backwards))
    found = list(rows.order_by(*(part.order(backwards) for part in key))[: size + 1])
    is_more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_next, has_prev = (place is not None, is_more) if backwards else (is_more, place is not None)
    return Page(
        found,
        _cursor(found[-1], key, salt) if found and has_next else None,
        _cursor(found[0], key, salt) if found and has_prev else None,
    )


def _beyond(key: tuple[rules.Key, ...], place: list[Any], backwards: bool) -> Q:
    found, same = Q(), Q()
    for part, value in zip(key, place, strict=True):
        found |= same & Q(**{part.beyond(backwards): value})
        same &= Q(**{part.field: value})
    first = key[0]  # said once more on its own, so that an index on the first field is used as a range
    return Q(**{f"{first.beyond(backwards)}e": place[0]}) & found


def _signer(salt: str) -> signing.Signer:
    return signing.Signer(salt=f"ledgers.page.{salt}")


def _cursor(row: Any, key: tuple[rules.Key, ...], salt: str) -> str:
    return _signer(salt).sign_object([_tagged(_value(row, part.field)) for part in key], compress=True)


def _value(row: Any, name: str) -> Any:
    for step in name.split("__"):
        row = row[step] if isinstance(row, dict) else getattr(row, step)
    return row


def _tagged(value: Any) -> Any:
    if isinstance(value, datetime):
        return ["m", value.isoformat()]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    return value if isinstance(value, int | str) else ["s", str(value)]


def _place(cursor: str | None, salt: str) -> list[Any] | None:
    """The values in a cursor; signed, so that what reaches the database is what we wrote."""
    if not cursor:
        return None
    try:
        values = _signer(salt).unsign_object(cursor)
    except signing.BadSignature:
        return None
    return [_FROM_TEXT.get(one[0], str)(one[1]) if isinstance(one, list) else one for one in values]


def is_place(cursor: str, salt: str) -> bool:
    """True for a cursor that an earlier page of this list gave."""
    return _place(cursor, salt) is not None


def export_rows(ledger: Ledger, actor: Actor, filters: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """All rows in the ledger's order, as tuples of cell values, in constant memory: column by column of each chunk."""
    order = (part.order(False) for part in rules.key_of(ledger.key))
    rows = iter(rows_of(ledger, actor, filters).order_by(*order).iterator(chunk_size=CHUNK))
    columns = [_written(column, Said()) for column in ledger.columns]
    while chunk := list(islice(rows, CHUNK)):
        yield from zip(*(cells(chunk) for cells in columns), strict=True)


def _written(column: Column, said: Said) -> Callable[[list[Any]], list[Any]]:
    """What makes a column's cells of many rows for a sheet."""
    read, kind, is_pill = rules.reader(column), column.kind, column.kind == Kind.PILL

    def turned(value: Any) -> Any:
        if is_pill and isinstance(value, tuple):
            value = value[1]
        return said.of(value) if isinstance(value, Promise) else rules.written(value, kind)

    def cells(rows: list[Any]) -> list[Any]:
        return [v if type(v) is int or type(v) is str and "\x00" not in v else turned(v) for v in map(read, rows)]

    return cells


def listing(ledger: Ledger, actor: Actor, filters: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The filters that are set, in words: (label, value)."""
    said = []
    for flt in ledger.filters:
        if flt.code in filters:
            said.append((str(flt.label), _said(flt, actor, ledger, filters[flt.code])))
    return said


def _said(flt: Filter, actor: Actor, ledger: Ledger, value: Any) -> str:
    if flt.kind == FilterKind.DATES:
        return "至".join(day.isoformat() if day else "" for day in value)
    if flt.kind == FilterKind.TEXT:
        return str(value)
    labels = {str(one): str(label) for one, label in options(flt, actor, ledger.codes)}
    return labels.get(str(value)) or (area_name(value) if flt.kind == FilterKind.AREA else str(value))
