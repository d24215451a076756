"""PDF from a paper's tree: one Typst compiler a process, the tree as JSON, so that no text becomes markup."""

import json
import threading
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import typst

from sanshe.core.papers.adapters.fonts import fonts
from sanshe.core.papers.rules import to_json
from sanshe.core.papers.types import Doc
from sanshe.core.ui.adapters import qr_file

PAPER = Path(__file__).with_name("paper.typ")


@dataclass(slots=True)
class _Press:
    compiler: typst.Compiler
    lock: threading.Lock = field(default_factory=threading.Lock)


@cache
def _press() -> _Press:
    """Made once. The system's fonts come first in the paper."""
    return _Press(typst.Compiler(str(PAPER), root=str(PAPER.parent), font_paths=fonts()))


def render(doc: Doc) -> bytes:
    """The paper as PDF, official layout after GB/T 9704 or plain. Not PDF/A: fonts of the system may forbid it."""
    press = _press()
    tree = json.dumps(_drawn(to_json(doc)), ensure_ascii=False)
    with press.lock:
        made = press.compiler.compile(format="pdf", sys_inputs={"data": tree})
    return made if isinstance(made, bytes) else b"".join(made or [])


def _drawn(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree with its codes drawn."""
    for block in tree["blocks"]:
        if block["block"] == "QrCode":
            block["svg"] = qr_file(block["address"], "svg").decode()
    return tree
