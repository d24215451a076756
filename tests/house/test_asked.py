"""What an action asks before it writes stands in a written table, `asked.txt`: the rules it gives its facts to, the
codes it refuses by itself, the rights it looks at, what other actions ask for it, and that the act goes on record. A
rule stays tested by its own tests when an action forgets it; here the line of that action changes, and somebody reads
it."""

import ast
import re
from collections import Counter

from tests.house.reading import SOURCE, differences, pythons, room_of, tree, written
from tests.house.test_offered import handed_on, imported, module_of
from tests.house.test_recorded import RECORD
from tests.house.test_unasked import parts_of

CODES, RIGHTS = re.compile(r"\.(R|\w*Refusal)$"), {"may", "may_at", "paths", "has_role", "organisations", "insist"}
ASKING = re.compile(r"^sanshe\..*\brules\b.*\.(refusal|is_|may_|has_|insist|another)")  # rules that say yes or no


MAY = "may_at(P.CLOSE, row.area_path)"


def called(node, names):
    """The dotted name of what a call calls."""
    whole, dot, rest = ast.unparse(node.func).partition(".")
    return f"{names.get(whole, whole)}{dot}{rest}"


def own_checks(function, names):
    """What a function asks by itself, in the words it is written in."""
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if CODES.search(names.get(node.value.id, "")):
                yield node.attr
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in RIGHTS:
            yield f"{node.func.attr}({', '.join(ast.unparse(one) for one in node.args)})"
        elif (
            isinstance(node, ast.Call) and last(called(node, names)) == "insist" and isinstance(node.args[0], ast.Name)
        ):
            yield f"insist({node.args[0].id})"  # what a rule answered before
        if isinstance(node, ast.Call) and ASKING.match(name := called(node, names)):
            yield last(name)


def functions(source):
    """(name, function, what the names in its file stand for) for all there are in actions."""
    for path in pythons(source):
        if room_of(path, source) == "actions":
            module, home = tree(path), module_of(path, source)
            names = imported(module) | {name: f"{home}.{name}" for name, _one in parts_of(module)}
            yield from ((f"{home}.{name}", one, names) for name, one in parts_of(module))


def asked(source):
    """A line for each action that asks something; what the private functions of its file ask for it is asked by it."""
    real, own, calls = dict(handed_on(source)), {}, {}
    for act, function, names in functions(source):
        own.setdefault(act, []).extend(own_checks(function, names))
        whole = (called(node, names) for node in ast.walk(function) if isinstance(node, ast.Call))
        calls.setdefault(act, []).extend(real.get(one, one) for one in whole)
    asking = {RECORD} & set(own)
    while new := {act for act in own if own[act] or asking & set(calls[act])} - asking:
        asking |= new
    for act in sorted(asking):
        if not last(act).startswith("_"):
            checks = reached(act, own, {one: asking & set(calls[one]) for one in own}, {act})
            yield f"{act.removeprefix('sanshe.')}: {' '.join(counted(checks))}"


def reached(act, own, calls, seen):
    """The checks of a function, and of those it calls: of a private one what that asks, of any other its name."""
    yield from own[act]
    for one in sorted(calls[act] - seen):
        seen.add(one)
        yield from reached(one, own, calls, seen) if last(one).startswith("_") else [last(one)]


def counted(checks):
    return [f"{one}×{n}" if n > 1 else one for one, n in sorted(Counter(checks).items())]


def last(name):
    return name.rpartition(".")[2]


def test_every_action_asks_what_is_written():
    said = list(asked(SOURCE))
    changed = differences(written("asked.txt"), said)
    assert len(said) > 250 and not changed, "is it meant? then change asked.txt:\n" + "\n".join(changed)


def test_a_check_that_is_left_out_is_seen(tmp_path):
    head = "from sanshe.core.rows.actions import move\nfrom sanshe.patrol import rules\n"
    head += "from sanshe.patrol.enums import R\nfrom sanshe.core.rows.rules import another\n"
    close = (
        "def close(*, row, by, at):\n    insist(rules.refusal_to_close(at=at))\n    another(by.id, (row.by,), D.X)\n"
        "    case_of(row).insist(Deed.CLOSE)\n"
        "    insist(None if by.may_at(P.CLOSE, row.area_path) else R.NOT_YOURS)\n    _end(row)\n"
        "def _end(row):\n    move(row, S.ENDED)\ndef note(*, row, by, at): row.save()\n"
    )
    path = tmp_path / "patrol/actions/visit.py"
    (tmp_path / "core/rows").mkdir(parents=True)
    moves = "from sanshe.core.rows.enums import R\ndef move(row, to): raise Refused(R.STALE)\n"
    (tmp_path / "core/rows/actions.py").write_text(moves)
    path.parent.mkdir(parents=True)
    path.write_text(head + close)
    of = "patrol.actions.visit"
    whole = [
        "core.rows.actions.move: STALE",
        f"{of}.close: NOT_YOURS another insist(Deed.CLOSE) {MAY} move refusal_to_close",
    ]
    assert list(asked(tmp_path)) == whole
    for gone, check in {
        "    insist(rules.refusal_to_close(at=at))\n": " refusal_to_close",
        "    another(by.id, (row.by,), D.X)\n": " another",
        "by.may_at(P.CLOSE, row.area_path)": f" {MAY}",
        "    _end(row)\n": " move",
        "    case_of(row).insist(Deed.CLOSE)\n": " insist(Deed.CLOSE)",
    }.items():
        path.write_text(head + close.replace(gone, "True" if "may" in gone else "", 1))
        assert differences(whole, asked(tmp_path)) == [f"- {whole[1]}", f"+ {whole[1].replace(check, '')}"], gone
