"""Papers that are made: the names of their files, a template to look at, what two versions differ in. Pure."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from sanshe.core.kit.access import DISTRICT, Actor
from sanshe.core.papers.enums import P
from sanshe.core.papers.rules.editing import parts_of
from sanshe.core.papers.rules.filling import filled, lists_in
from sanshe.core.papers.rules.trees import blanks_in, to_json
from sanshe.core.papers.types import Doc

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")


def file_name(*words: str) -> str:
    """A name for a file without its ending: 03-014 暖阳助老服务中心 入选通知书."""
    joined = " ".join(_UNSAFE.sub("_", word).strip(" ._") for word in words if word.strip())
    return joined[:100] or "paper"


def distinct(names: Iterable[str]) -> list[str]:
    """The names with a number behind those that came before."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return found


def shown(doc: Doc, labels: Mapping[str, Any]) -> Doc:
    """The template with the meaning of each blank standing in it, to look at its layout."""
    tree = to_json(doc)
    names = blanks_in(tree)
    told: dict[str, Any] = {name: str(labels.get(name, name)) for name in names if "." not in name}
    for one in lists_in(tree):
        told[one] = [{n.split(".", 1)[1]: str(labels.get(n, n)) for n in names if n.startswith(f"{one}.")}]
    return filled(doc, told)


def lines_of(doc: Doc) -> list[str]:
    """All words of a template, line by line, as they are compared."""
    head = [doc.org, doc.number, doc.title]
    body = [line for block in doc.blocks for _part, text in parts_of(block) for line in text.split("\n")]
    return [line for line in (*head, *body, doc.foot) if line.strip()]


def difference(old: Doc, new: Doc) -> list[tuple[str, str]]:
    """(same | out | in, line): how one version became the next."""
    before, after = lines_of(old), lines_of(new)
    found: list[tuple[str, str]] = []
    for mark, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if mark == "equal":
            found += [("same", line) for line in before[a:b]]
        else:
            found += [("out", line) for line in before[a:b]] + [("in", line) for line in after[c:d]]
    return found


def may_change(actor: Actor) -> bool:
    """Whether somebody may change texts: every place of the house uses them, so the right must reach a whole district.
    The system may."""
    is_system = actor.is_staff and not actor.is_known
    return is_system or any(len(path) <= DISTRICT for path in actor.paths(P.TEMPLATES))


def refusal_of_approver(*, saved_by: str, approver: str, code: Any) -> Any:
    """Who saved a version does not approve it."""
    return code if saved_by == approver else None
