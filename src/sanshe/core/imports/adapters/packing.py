"""A table as one text, to be kept sealed until it is taken over."""

import base64
import json
import zlib

from sanshe.core.imports.types import Table

MOST = 32 * 1024 * 1024  # characters; a table beyond is read once and not kept


def packed(table: Table) -> str | None:
    """The cells of a table, its hidden rows and merged areas; None for more than is kept."""
    said = {"rows": [list(row) for row in table.rows], "hidden": sorted(table.hidden), "merged": table.merged}
    text = base64.b64encode(zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 3)).decode()
    return text if len(text) <= MOST else None


def unpacked(text: str, name: str, is_shown: bool) -> Table:
    """The table again."""
    said = json.loads(zlib.decompress(base64.b64decode(text)))
    merged = tuple(tuple(one) for one in said["merged"])
    return Table(said["rows"], name, is_shown, frozenset(said["hidden"]), merged)
