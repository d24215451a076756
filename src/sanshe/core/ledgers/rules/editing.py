"""A paper's text as a person edits it: one field a block, **bold** words, an empty line begins a new one."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sanshe.core.ledgers.types import Doc, Heading, Para, Run

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_EMPTY_LINE = re.compile(r"\r?\n\s*\r?\n")


def text_of_block(block: Any) -> str | None:
    """The words of a heading or paragraph; None for blocks that are not edited as text."""
    if isinstance(block, Heading):
        return block.text
    if not isinstance(block, Para):
        return None
    runs = (block.text,) if isinstance(block.text, str) else block.text
    return "".join(_marked(one) for one in runs)


def _marked(one: Run | str) -> str:
    if isinstance(one, str):
        return one
    return f"**{one.text}**" if one.bold else one.text


def _runs(text: str) -> Any:
    pieces = _BOLD.split(text)
    if len(pieces) == 1:
        return text
    return tuple(Run(piece, bold=place % 2 == 1) for place, piece in enumerate(pieces) if piece)


def edited(doc: Doc, texts: Mapping[int, str], **head: Any) -> Doc:
    """The paper with the texts of its blocks (by their place) replaced; an emptied block is gone, a text with empty
    lines becomes several paragraphs. `head`: title, org, number, foot."""
    blocks: list[Any] = []
    block: Any
    for place, block in enumerate(doc.blocks):
        text = texts.get(place)
        if text is None or text_of_block(block) is None:
            blocks.append(block)
            continue
        parts = [" ".join(part.split("\n")).replace("\r", "").strip() for part in _EMPTY_LINE.split(text)]
        for part in filter(None, parts):
            words = part if isinstance(block, Heading) else _runs(part)
            blocks.append(replace(block, text=words))
    return replace(doc, blocks=tuple(blocks), **head)
