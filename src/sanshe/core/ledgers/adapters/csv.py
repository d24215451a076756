"""CSV out, streamed, that a spreadsheet program opens by a double click and leaves as it is."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sanshe.core.ledgers import rules
from sanshe.core.ledgers.types import Column

LINES = 500  # a piece of the stream


class _Echo:
    def write(self, text: str) -> str:
        return text


def stream(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """UTF-8 with a byte order mark; one line of heads, then the rows. Cells are guarded."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    pieces = ["\ufeff", writer.writerow([rules.guarded(str(column.label)) for column in columns])]
    for row in rows:
        pieces.append(writer.writerow([rules.guarded(value) for value in row]))
        if len(pieces) >= LINES:
            yield "".join(pieces).encode()
            pieces.clear()
    yield "".join(pieces).encode()
