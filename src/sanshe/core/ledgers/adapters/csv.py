"""CSV out, streamed, that no spreadsheet takes for formulas."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sanshe.core.ledgers import rules
from sanshe.core.ledgers.types import Column

LINES = 500  # a piece of the stream


class _Echo:
    def write(self, text: str) -> str:
        return text


def stream(columns: Sequence[Column], rows: Iterable[Sequence[Any]], head: Sequence[str] = ()) -> Iterator[bytes]:
    """UTF-8 with a byte order mark; lines of `head` above the column labels. Cells are guarded."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    pieces = ["\ufeff", *(writer.writerow([rules.guarded(line)]) for line in head)]
    pieces.append(writer.writerow([rules.guarded(column.label) for column in columns]))
    for row in rows:
        pieces.append(writer.writerow([rules.guarded(value) for value in row]))
        if len(pieces) >= LINES:
            yield "".join(pieces).encode()
            pieces.clear()
    yield "".join(pieces).encode()
