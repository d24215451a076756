"""A ledger as a program reads it: what it holds, its rows as values, and whether it was asked for rightly."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import R
from sanshe.core.ledgers.queries.lists import clean, is_place, options
from sanshe.core.ledgers.queries.said import Said
from sanshe.core.ledgers.queries.screen import query_of
from sanshe.core.ledgers.types import Column, Filter, Ledger, Page

PAGING = frozenset({"after", "before", "size"})


def described(ledger: Ledger, actor: Actor) -> dict[str, Any]:
    """A ledger's columns and filters, with what each filter offers this person."""
    columns = [{"code": c.code, "label": str(c.label), "kind": str(c.kind)} for c in ledger.columns]
    filters = [_filter(flt, ledger, actor) for flt in ledger.filters]
    return {"code": ledger.code, "title": str(ledger.title), "columns": columns, "filters": filters}


def _filter(flt: Filter, ledger: Ledger, actor: Actor) -> dict[str, Any]:
    offered = [{"value": str(value), "label": str(label)} for value, label in options(flt, actor, ledger.codes)]
    return {"code": flt.code, "label": str(flt.label), "kind": str(flt.kind), "options": offered}


def asked_of(ledger: Ledger, actor: Actor, asked: Mapping[str, str]) -> dict[str, Any]:
    """The filters a program set, clean. A page drops what makes no sense and shows so; a program would take the wider
    list for the narrower one, so here it is refused (UNKNOWN_FILTER), as is a cursor that is not ours."""
    filters = clean(ledger, actor, asked)
    kept = PAGING | set(query_of(ledger, filters))
    wrong = sorted(name for name, value in asked.items() if value and name not in kept)
    insist(R.UNKNOWN_FILTER if wrong else None, names="、".join(wrong))
    places = [asked[name] for name in ("after", "before") if asked.get(name)]
    insist(None if all(is_place(one, ledger.code) for one in places) else R.SPOILT_CURSOR)
    return filters


def records(ledger: Ledger, page: Page) -> list[dict[str, Any]]:
    """The rows of a page as values by column code."""
    readers = [(column.code, _plain_reader(column, Said())) for column in ledger.columns]
    link: Callable[[Any], str | None] = ledger.link or _nowhere
    return [
        {"id": str(row.pk), "url": link(row), "cells": {code: read(row) for code, read in readers}} for row in page.rows
    ]


def _nowhere(row: Any) -> None:
    """A ledger's rows need not have pages of their own."""


def _plain_reader(column: Column, said: Said) -> Callable[[Any], Any]:
    read, kind = rules.reader(column), column.kind

    def plain(row: Any) -> Any:
        value = read(row)
        return said.of(value) if isinstance(value, Promise) else rules.plain(value, kind)

    return plain
