"""A paper's {named blanks} filled. No template engine: known names are replaced, once, and nothing is ever run.

`{name}` stands for one fact. `{list.name}` stands for a fact of each thing of a list: what holds it — a row, a pair, a
box, a name, a paragraph — is repeated for every thing, and is gone when the list is empty.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sanshe.core.kit.refused import Refused
from sanshe.core.papers.enums import R
from sanshe.core.papers.rules.trees import BLANK, blanks_in, from_json, to_json
from sanshe.core.papers.types import Doc

REPEATED = {"rows", "pairs", "boxes", "names"}  # parts of a block that are lists of things
WHOLE_BLOCKS = {"Heading", "Para"}  # blocks that are repeated as a whole
Tree = dict[str, Any]


def lists_in(value: Any) -> set[str]:
    """The lists that the blanks of a part name: `rows` of {rows.name}."""
    return {name.split(".", 1)[0] for name in blanks_in(value) if "." in name}


def fault_in_lists(tree: Tree) -> str | None:
    """The first blank of a list that stands where nothing is repeated, or beside one of another list; None is good."""
    head = {name: value for name, value in tree.items() if name != "blocks"}
    parts = [(head, 0), *(part for block in tree.get("blocks", ()) for part in _parts(block))]
    return next((sorted(lists_in(part))[-1] for part, most in parts if len(lists_in(part)) > most), None)


def _parts(block: Tree) -> Iterator[tuple[Any, int]]:
    """The parts of a block, each with how many lists it may name."""
    if block["block"] in WHOLE_BLOCKS:
        yield block, 1
        return
    for name, value in block.items():
        if name in REPEATED:
            yield from ((item, 1) for item in value)
        else:
            yield value, 0


def filled(doc: Doc, values: Mapping[str, Any]) -> Doc:
    """The paper with its blanks filled. In running text a filled-in fact is a run of its own, so that it is underlined.

    A list of texts or rows under a plain name makes the whole table or name list that holds only this blank. Raises
    `Refused(EMPTY_BLANK, blank=name)` for a blank without a value.
    """
    tree = to_json(doc)
    for name in sorted(blanks_in(tree)):
        if name.split(".", 1)[0] not in values and name not in values:
            raise Refused(R.EMPTY_BLANK, blank=name)
    blocks = [_fill_block(one, known) for block in tree["blocks"] for one, known in _whole_blocks(block, values)]
    head = {name: _plain(value, values) for name, value in tree.items() if name != "blocks"}
    return from_json(head | {"blocks": blocks})


def _whole_blocks(block: Tree, values: Mapping[str, Any]) -> Iterator[tuple[Tree, Mapping[str, Any]]]:
    return _spread([block], values) if block["block"] in WHOLE_BLOCKS else iter([(block, values)])


def _spread(items: Any, values: Mapping[str, Any]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    """Each item with what is known for it; one that names a list comes once for each thing of it."""
    for item in items:
        found = sorted(lists_in(item))
        things = values.get(found[0]) if found else None
        if not isinstance(things, list | tuple):
            yield item, values
            continue
        for thing in things:
            yield item, {**values, **{f"{found[0]}.{name}": value for name, value in thing.items()}}


def _fill_block(block: Tree, values: Mapping[str, Any]) -> Tree:
    out = dict(block)
    for name, value in block.items():
        if name == "text":
            out[name] = _runs(value, values) if block["block"] == "Para" else _plain(value, values)
        elif name in REPEATED:
            whole = _whole(value, values) if name in ("rows", "names") else None
            out[name] = whole if whole is not None else [_plain(one, known) for one, known in _spread(value, values)]
        else:
            out[name] = _plain(value, values)
    return out


def _whole(value: Any, values: Mapping[str, Any]) -> Any:
    """The list that fills a table or name list whose only content is one blank."""
    only = value[0] if len(value) == 1 else None
    only = only[0] if isinstance(only, list | tuple) and len(only) == 1 else only
    found = BLANK.fullmatch(only) if isinstance(only, str) else None
    given = values.get(found[1]) if found else None
    return list(given) if isinstance(given, list | tuple) else None


def _fact(name: str, values: Mapping[str, Any]) -> str:
    if name not in values:
        raise Refused(R.EMPTY_BLANK, blank=name)
    return str(values[name])


def _plain(value: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        return BLANK.sub(lambda found: _fact(found[1], values), value)
    if isinstance(value, Mapping):
        return {name: _plain(one, values) for name, one in value.items()}
    return [_plain(one, values) for one in value] if isinstance(value, list | tuple) else value


def _runs(value: Any, values: Mapping[str, Any]) -> list[Tree] | str:
    runs: list[Tree] = []
    for one in [value] if isinstance(value, str) else value:
        piece = {"text": one} if isinstance(one, str) else dict(one)
        for place, text in enumerate(BLANK.split(piece["text"])):
            fact = place % 2 == 1
            said = _fact(text, values) if fact else text
            if said:
                runs.append(piece | {"text": said, "fill": fact or piece.get("fill", False)})
    return runs


def said(doc: Doc, values: Mapping[str, Any]) -> Doc:
    """The paper with the blanks named in `values` filled as plain text, all others left as they stand."""
    tree = to_json(doc)
    known = {name: f"{{{name}}}" for name in blanks_in(tree)} | dict(values)
    return from_json(_plain(tree, known))
