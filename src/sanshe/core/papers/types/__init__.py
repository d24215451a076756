"""What apps declare of papers, and papers as trees. Frozen values; no Django."""

from sanshe.core.papers.types.papers import Case, Document, Item
from sanshe.core.papers.types.trees import (
    Annexes,
    Block,
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
    number_line,
)

__all__ = [
    "Annexes",
    "Block",
    "Box",
    "Break",
    "Case",
    "Doc",
    "Document",
    "Heading",
    "Item",
    "KeyValue",
    "NameList",
    "Para",
    "QrCode",
    "Run",
    "Signature",
    "Table",
    "number_line",
]
