"""Functions and files stay short: median, p90 and p99 of a function, p90 and the longest of a file."""

import ast

from tests.house.reading import SOURCE, pythons, tree

FUNCTION = {"median": 7, "p90": 22, "p99": 50}
FILE = {"p90": 250, "longest": 500}


def at_share(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def sizes(source):
    """What is measured, under the names above."""
    files = sorted(len(path.read_text().splitlines()) for path in pythons(source))
    functions = sorted(
        node.end_lineno - node.lineno + 1
        for path in pythons(source)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    )
    of_functions = {
        "median": at_share(functions, 0.5),
        "p90": at_share(functions, 0.9),
        "p99": at_share(functions, 0.99),
    }
    return of_functions, {"p90": at_share(files, 0.9), "longest": files[-1]}


def too_long(source):
    of_functions, of_files = sizes(source)
    return [
        (name, n)
        for had, cap in ((of_functions, FUNCTION), (of_files, FILE))
        for name, n in had.items()
        if n > cap[name]
    ]


def test_functions_and_files_are_short():
    assert too_long(SOURCE) == []


def test_long_ones_are_seen(tmp_path):
    body = "\n".join(f"    a = {n}" for n in range(60))
    (tmp_path / "a.py").write_text("\n".join(f"def f{n}():\n{body}" for n in range(10)))
    assert [name for name, _n in too_long(tmp_path)] == ["median", "p90", "p99", "p90", "longest"]
