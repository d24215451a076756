"""One program out of parts, to be handed to an auditor: a single file that needs nothing but Python.

Each part is a module of ours as it was written. What it takes from other parts it takes by their plain names, so that
these imports fall away when all stand in one file; what it takes from the standard library stands once, at the top.
"""

import ast
from collections.abc import Sequence

TAIL = """

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


def program(parts: Sequence[str], *, house: str = "sanshe") -> str:
    """The parts in their order as one program that runs `main`; the last one's words stand at its head."""
    imports: dict[str, None] = {}
    bodies, names = [], set[str]()
    for part in parts:
        tree = ast.parse(part)
        if twice := names & _names(tree):
            raise ValueError(f"two parts have {sorted(twice)}")
        names |= _names(tree)
        bodies.append(_body(part, tree, house, imports))
    head = f'#!/usr/bin/env python3\n"""{ast.get_docstring(ast.parse(parts[-1]), clean=False)}"""\n\n'
    told = "from __future__ import annotations\n\n" + "\n".join(sorted(imports)) + "\n"
    return head + told + "\n\n" + "\n\n\n".join(bodies) + "\n" + TAIL


def _names(tree: ast.Module) -> set[str]:
    found = {one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    targets = [target for one in tree.body if isinstance(one, ast.Assign) for target in one.targets]
    return found | {one.id for one in targets if isinstance(one, ast.Name)}


def _body(part: str, tree: ast.Module, house: str, imports: dict[str, None]) -> str:
    """What is left of a part without its docstring, its imports and its own start."""
    lines: list[str | None] = list(part.splitlines())
    for node in tree.body:
        if _is_import(node):
            imports |= dict.fromkeys(_said(node, house))
        elif not _is_docstring(node, tree) and not _is_start(node):
            continue
        lines[node.lineno - 1 : node.end_lineno] = [None] * ((node.end_lineno or 0) - node.lineno + 1)
    return "\n".join(line for line in lines if line is not None and not line.startswith("#!")).strip("\n")


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_docstring(node: ast.stmt, tree: ast.Module) -> bool:
    return node is tree.body[0] and isinstance(node, ast.Expr)


def _is_start(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)


def _said(node: ast.stmt, house: str) -> list[str]:
    """An import of the standard library, a line a name; nothing for one of another part."""
    if isinstance(node, ast.Import):
        return [f"import {one.name}" for one in node.names]
    assert isinstance(node, ast.ImportFrom)
    module = node.module or ""
    if module == "__future__":
        return []
    if module.split(".")[0] != house:
        return [f"from {module} import {one.name}" for one in node.names]
    if aliased := [one.name for one in node.names if one.asname]:
        raise ValueError(f"a part may not rename {aliased}")
    return []
