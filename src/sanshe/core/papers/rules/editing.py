"""A paper's text as a person edits it: fields of plain text for each block.

**Two stars** make words bold, an empty line begins a new paragraph; a table has a line a row, cells parted by |. A
field that was not changed leaves its part of the block as it stands, whatever that holds.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sanshe.core.kit.asked import whole
from sanshe.core.papers.rules.trees import MOST_SHARE, square
from sanshe.core.papers.types import Annexes, Box, Break, Doc, Heading, KeyValue, NameList, Para, Run, Signature, Table

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_EMPTY_LINE = re.compile(r"\n\s*\n")
_ESCAPED = {"\\n": "\n", "\\|": "|", "\\\\": "\\"}
RIGHT = "右"
NEW: dict[str, Any] = {
    "Heading": Heading("小标题"),
    "Para": Para("新的一段"),
    "Table": Table(("一", "二"), (("", ""),)),
    "KeyValue": KeyValue((("事项", ""),)),
    "Break": Break(),
}
Parts = Mapping[str, str]


def text_of_block(block: Any) -> str | None:
    """The words of a heading or paragraph; None for blocks that are edited part by part."""
    return dict(parts_of(block)).get("text")


def parts_of(block: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a block: (part, text). A break has none."""
    if isinstance(block, Heading):
        return (("text", block.text),)
    if isinstance(block, Para):
        return (("text", _marked(block.text)),)
    if isinstance(block, Table):
        head, rows = _line(block.head), "\n".join(map(_line, block.rows))
        return (("caption", block.caption), ("head", head), ("rows", rows), ("columns", _columns_of(block)))
    if isinstance(block, KeyValue):
        return (("pairs", "\n".join(_line((label, _marked(text))) for label, text in block.pairs)),)
    if isinstance(block, NameList | Annexes):
        return (("names", _lines(block.names)),)
    return _parts_of_signature(block) if isinstance(block, Signature) else ()


def _parts_of_signature(block: Signature) -> tuple[tuple[str, str], ...]:
    if block.style == "boxes":
        return (("boxes", "\n".join(_line((box.label, *box.lines)) for box in block.boxes)), ("date", block.date))
    return (("names", _lines(block.names)), ("date", block.date))


def _marked(text: Any) -> str:
    runs = (text,) if isinstance(text, str) else text
    return "".join(map(_marked_run, runs))


def _marked_run(one: Run | str) -> str:
    if isinstance(one, str):
        return one
    return f"**{one.text}**" if one.bold else one.text


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def _line(cells: Iterable[str]) -> str:
    return " | ".join(map(_escaped, cells))


def _lines(names: Iterable[str]) -> str:
    return "\n".join(_escaped(name) for name in names)


def _columns_of(block: Table) -> str:
    widths = block.widths if len(block.widths) == len(block.head) else (1,) * len(block.head)
    return " ".join(f"{width}{RIGHT if place in block.numeric else ''}" for place, width in enumerate(widths))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _cells(line: str) -> tuple[str, ...]:
    pieces, found = re.split(r"((?:\\.|[^|\\])*)", line), [""]
    for piece in filter(None, pieces):
        if piece == "|":
            found.append("")
        else:
            found[-1] += piece
    return tuple(_unescaped(cell.strip()) for cell in found)


def _unescaped(cell: str) -> str:
    return re.sub(r"\\[n|\\]", lambda found: _ESCAPED[found[0]], cell)


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_cells(line) for line in text.split("\n") if line.strip())


def _runs(text: str) -> Any:
    pieces = _BOLD.split(text)
    if len(pieces) == 1:
        return text
    return tuple(Run(piece, bold=place % 2 == 1) for place, piece in enumerate(pieces) if piece)


def _given_columns(text: str) -> dict[str, Any]:
    words = text.split()
    shares = (whole(word.rstrip(RIGHT)) for word in words)
    widths = tuple(min(max(1, share), MOST_SHARE) for share in shares if share is not None)
    return {"widths": widths, "numeric": tuple(place for place, word in enumerate(words) if word.endswith(RIGHT))}


def _given(part: str, text: str) -> dict[str, Any]:
    """What a changed field puts into its block."""
    if part == "columns":
        return _given_columns(text)
    if part == "head":
        return {"head": _cells(text)}
    if part == "rows":
        return {"rows": _rows(text)}
    if part == "pairs":
        return {"pairs": tuple((row[0], _runs("|".join(row[1:]))) for row in _rows(text))}
    if part == "boxes":
        return {"boxes": tuple(Box(row[0], row[1:]) for row in _rows(text))}
    if part == "names":
        return {"names": tuple(_unescaped(line.strip()) for line in text.split("\n") if line.strip())}
    return {part: text}


def _changed(block: Any, parts: Parts) -> dict[str, str]:
    own = dict(parts_of(block))
    given = {part: _plain(text) for part, text in parts.items() if part in own}
    return {part: text for part, text in given.items() if text != _plain(own[part])}


def remade(block: Any, parts: Parts) -> tuple[Any, ...]:
    """The block with its changed parts: none when its text was emptied, several where an empty line parts it."""
    changed = _changed(block, parts)
    if "text" not in changed:
        new = {name: value for part, text in changed.items() for name, value in _given(part, text).items()}
        return (_trimmed(replace(block, **new)) if new else block,)
    pieces = [" ".join(piece.split("\n")).strip() for piece in _EMPTY_LINE.split(changed["text"])]
    return tuple(
        replace(block, text=piece if isinstance(block, Heading) else _runs(piece)) for piece in pieces if piece
    )


def _trimmed(block: Any) -> Any:
    """A table in which every row is as long as its head, and no column beyond it is set to the right."""
    if not isinstance(block, Table):
        return block
    return square(replace(block, numeric=tuple(place for place in block.numeric if place < len(block.head))))


def edited(doc: Doc, texts: Mapping[int, str | Parts], **head: Any) -> Doc:
    """The paper with the fields of its blocks (by their place) replaced. `head`: title, org, number, foot."""
    blocks: list[Any] = []
    for place, block in enumerate(doc.blocks):
        given = texts.get(place, {})
        blocks.extend(remade(block, {"text": given} if isinstance(given, str) else given))
    return replace(doc, blocks=tuple(blocks), **head)


def rearranged(doc: Doc, act: str, place: int, kind: str = "") -> Doc:
    """The paper with a block dropped, moved up or down, or a new one of `kind` behind it."""
    blocks = list(doc.blocks)
    if act == "add" and kind in NEW and -1 <= place < len(blocks):
        blocks.insert(place + 1, NEW[kind])
    elif act == "drop" and 0 <= place < len(blocks):
        del blocks[place]
    elif act in ("up", "down") and 0 <= place < len(blocks):
        to = max(0, place - 1) if act == "up" else place + 1
        blocks.insert(to, blocks.pop(place))
    return replace(doc, blocks=tuple(blocks))
