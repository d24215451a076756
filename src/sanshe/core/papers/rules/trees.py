"""A paper's tree as JSON and back, and the names of its {blanks}."""

import re
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from sanshe.core.kit.refused import Refused
from sanshe.core.papers.enums import R
from sanshe.core.papers.types import (
    Annexes,
    Box,
    Break,
    Doc,
    Heading,
    KeyValue,
    NameList,
    Para,
    QrCode,
    Run,
    Signature,
    Table,
)

BLANK = re.compile(r"\{([^{}\n]{1,60})\}")
BLOCKS = {one.__name__: one for one in (Heading, Para, Table, KeyValue, NameList, Signature, Annexes, QrCode, Break)}
MOST_BLOCKS = 500
MOST_SHARE = 999


def to_json(doc: Doc) -> dict[str, Any]:
    """The tree as plain JSON values; each block says which it is."""
    plain = {one.name: getattr(doc, one.name) for one in fields(Doc) if one.name != "blocks"}
    return plain | {"blocks": [{"block": type(one).__name__} | asdict(one) for one in doc.blocks]}


def from_json(tree: Any) -> Doc:
    """The tree from JSON; raises `Refused(NOT_A_TREE)` with the place of what is no block."""
    if not isinstance(tree, dict) or not isinstance(tree.get("blocks", []), list):
        raise Refused(R.NOT_A_TREE, place=0)
    if len(tree.get("blocks", [])) > MOST_BLOCKS:
        raise Refused(R.NOT_A_TREE, place=MOST_BLOCKS)
    blocks = tuple(_block(one, place) for place, one in enumerate(tree.get("blocks", []), 1))
    try:
        return _checked(Doc(**{**{k: v for k, v in tree.items() if k != "blocks"}, "blocks": blocks}))
    except TypeError as fault:
        raise Refused(R.NOT_A_TREE, place=0) from fault


def _checked(doc: Doc) -> Doc:
    texts = (doc.title, doc.number, doc.org, doc.foot)
    if not all(isinstance(one, str) for one in texts) or doc.style not in ("official", "plain"):
        raise Refused(R.NOT_A_TREE, place=0)
    return doc


def _block(one: Any, place: int) -> Any:
    try:
        values = {name: _value(name, value) for name, value in one.items() if name != "block"}
        made = square(BLOCKS[one["block"]](**values))
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as fault:
        raise Refused(R.NOT_A_TREE, place=place) from fault
    return made


def square(block: Any) -> Any:
    """A table whose rows are as long as its head; a row that is one blank stands for all rows and may be short."""
    if not isinstance(block, Table):
        return block
    n = len(block.head)
    if not n:
        raise ValueError(block)
    rows = (row if len(row) == 1 and BLANK.fullmatch(row[0]) else (*row, *[""] * n)[:n] for row in block.rows)
    return replace(block, rows=tuple(rows))


def _value(name: str, value: Any) -> Any:
    if name == "text":
        return _text(value)
    if name == "boxes":
        return tuple(Box(str(one["label"]), tuple(map(str, one.get("lines", ())))) for one in value)
    if name == "pairs":
        return tuple((str(label), _text(text)) for label, text in value)
    if name == "rows":
        return tuple(tuple(map(str, row)) for row in value)
    if name in ("head", "names", "lines"):
        return tuple(map(str, value))
    if name == "widths":
        return tuple(_small(one) for one in value)
    if name == "numeric":
        return tuple(map(int, value))
    return _small(value) if name in ("level", "across", "columns") else str(value)


def _small(value: Any) -> int:
    """A share or a number of columns."""
    number = int(value)
    if not 0 < number <= MOST_SHARE:
        raise ValueError(value)
    return number


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return tuple(_run(one) if isinstance(one, dict) else str(one) for one in value)


def _run(one: dict[str, Any]) -> Run:
    return Run(str(one["text"]), bool(one.get("fill")), bool(one.get("bold")))


def blanks_in(value: Any) -> set[str]:
    """The names of all blanks in a tree (or any part of it)."""
    if isinstance(value, str):
        return set(BLANK.findall(value))
    if isinstance(value, Mapping):
        return set().union(*(blanks_in(one) for one in value.values())) if value else set()
    if isinstance(value, list | tuple):
        return set().union(*(blanks_in(one) for one in value)) if value else set()
    return set()
