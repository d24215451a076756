"""Our edge to the browser's side."""

from functools import cache
from pathlib import Path
from typing import Any

from sanshe.core.field.types import Answer

STATIC = Path(__file__).parent / "static" / "field"


@cache
def worker() -> bytes:
    """The script that keeps pages on a device; its address decides its reach, so it is no file of /static/."""
    return (STATIC / "worker.js").read_bytes()


def told(answer: Answer) -> dict[str, Any]:
    """An answer as the device reads it."""
    said = {"code": answer.code, "said": answer.said, "facts": answer.facts}
    return {"id": answer.id, "state": answer.state, "known": answer.is_known, **{k: v for k, v in said.items() if v}}
