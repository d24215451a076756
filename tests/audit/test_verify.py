"""The check finds any single tampering with a record, and nothing where there is none."""

import ast
import json
import subprocess
import sys
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanshe.core.audit.adapters import source_of
from sanshe.core.audit.rules import hashes, verify
from sanshe.core.audit.rules.program import program

PROGRAM = program([source_of(hashes), source_of(verify)])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def event(n, **fields):
    values = {name: f"{name} {n}" for name in hashes.FIELDS} | {"id": f"id-{n}", "by": None}
    return values | fields


def sealed(sizes):
    """Lines of a record with a seal for each size, two events behind the last seal, and the roots kept outside."""
    lines, roots, previous, n = [], [], hashes.EMPTY, 0
    for number, size in enumerate(sizes, 1):
        events = [event(n + i) for i in range(size)]
        n += size
        seal = {"seal_number": number, "count": size, "previous": previous, "sealed_at": f"t{number}"}
        seal["root"] = hashes.root_of([hashes.leaf(one) for one in events])
        seal["members"] = [one | {"leaf": hashes.leaf(one), "marks": hashes.marks(one)} for one in events]
        seal["chain"] = previous = hashes.chain_of(seal | {"number": number})
        lines += [seal, *(one | {"seal": number, "place": i} for i, one in enumerate(events, 1))]
        roots.append(hashes.root_line(seal | {"number": number}))
    return lines + [event(n + i) | {"seal": None, "place": None} for i in range(2)], roots


SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=4)


def faults(lines, roots):
    return {(f.fault, f.seal, f.place) for f in verify.check(lines, roots).findings}


def events_of(lines):
    return [i for i, line in enumerate(lines) if line.get("seal")]


@given(SIZES)
def test_an_untouched_record_is_whole(sizes):
    lines, roots = sealed(sizes)
    verdict = verify.check(lines, roots)
    assert verdict.ok and (verdict.seals, verdict.events, verdict.unsealed) == (len(sizes), sum(sizes) + 2, 2)


@given(SIZES, st.data(), st.sampled_from([f for f in hashes.FIELDS if f != "id"]), TEXT)
def test_a_changed_field_is_named(sizes, data, name, value):
    lines, roots = sealed(sizes)
    line = lines[data.draw(st.sampled_from(events_of(lines)))]
    line[name] = f"{value}!"
    found = verify.check(lines, roots).findings
    assert [(f.fault, f.seal, f.place, f.fields) for f in found] == [("changed", line["seal"], line["place"], (name,))]


def without(lines, ids):
    """The lines as a reader gets them who may not read the acts of these ids."""
    kept = [dict(line) for line in lines if line.get("id") not in ids]
    for line in kept:
        if "members" in line:
            line["members"] = [{"leaf": m["leaf"]} if m["id"] in ids else m for m in line["members"]]
    return kept


@given(SIZES, st.data())
def test_withheld_acts_are_counted_and_the_rest_is_proven(sizes, data):
    lines, roots = sealed(sizes)
    ids = set(data.draw(st.lists(st.sampled_from([lines[i]["id"] for i in events_of(lines)]), unique=True)))
    kept = without(lines, ids)
    verdict = verify.check(kept, roots)
    assert verdict.ok and sum(map(len, verdict.withheld.values())) == len(ids)
    assert verdict.events + len(ids) == sum(sizes) + 2
    rest = [line for line in kept if line.get("seal")]
    if rest:
        line = data.draw(st.sampled_from(rest))
        line["note"] = "!"
        assert [(f.fault, f.seal, f.place) for f in verify.check(kept, roots).findings] == [
            ("changed", line["seal"], line["place"])
        ]


@given(SIZES, st.data(), st.sampled_from(["leaf", "gone", "two"]))
def test_a_withheld_act_can_be_neither_exchanged_nor_dropped_nor_given_twice(sizes, data, how):
    lines, roots = sealed(sizes)
    one = lines[data.draw(st.sampled_from(events_of(lines)))]
    kept = without(lines, {one["id"]})
    seal = next(line for line in kept if line.get("seal_number") == one["seal"])
    at = one["place"] - 1
    seal["members"][at : at + 1] = {"leaf": [{"leaf": "0" * 64}], "gone": [], "two": [seal["members"][at]] * 2}[how]
    assert ("seal_changed", one["seal"], 0) in faults(kept, roots)


def test_withheld_places_are_told_as_ranges():
    assert verify.spans([1, 2, 3, 5, 7, 8]) == "1-3、5、7-8" and verify.spans([]) == ""


@given(SIZES, st.data())
def test_a_deleted_event_is_named(sizes, data):
    lines, roots = sealed(sizes)
    gone = lines.pop(data.draw(st.sampled_from(events_of(lines))))
    found = verify.check(lines, roots).findings
    assert [(f.fault, f.seal, f.place, f.event["id"]) for f in found] == [
        ("missing", gone["seal"], gone["place"], gone["id"])
    ]


@given(SIZES.filter(lambda sizes: max(sizes) > 1), st.data())
def test_two_swapped_events_are_named(sizes, data):
    lines, roots = sealed(sizes)
    at = [i for i in events_of(lines) if i + 1 in events_of(lines)]
    i = data.draw(st.sampled_from(at))
    lines[i]["place"], lines[i + 1]["place"] = lines[i + 1]["place"], lines[i]["place"]
    assert {fault for fault, _s, _p in faults(lines, roots)} == {"moved"}


@given(SIZES, st.data())
def test_two_events_that_change_their_content_are_named(sizes, data):
    lines, roots = sealed([*sizes, 2])
    i, j = data.draw(st.lists(st.sampled_from(events_of(lines)), min_size=2, max_size=2, unique=True))
    lines[i]["note"], lines[j]["note"] = lines[j]["note"], lines[i]["note"]
    assert len([1 for fault, _s, _p in faults(lines, roots) if fault == "changed"]) == 2


@given(SIZES, st.data(), st.booleans())
def test_an_event_slipped_in_is_named(sizes, data, is_copy):
    lines, roots = sealed(sizes)
    i = data.draw(st.sampled_from(events_of(lines)))
    lines.insert(i, dict(lines[i]) if is_copy else dict(lines[i], id="slipped in"))
    assert {fault for fault, _s, _p in faults(lines, roots)} == {"added"}


@given(SIZES, st.data())
def test_a_record_cut_short_by_seals_shows_in_the_roots(sizes, data):
    lines, roots = sealed(sizes)
    last = data.draw(st.integers(1, len(sizes)))
    cut = [line for line in lines if (line.get("seal_number") or line.get("seal") or 0) < last]
    assert ("seal_missing", last, 0) in faults(cut, roots)


@given(st.lists(st.integers(1, 3), min_size=3, max_size=5), st.data())
def test_a_seal_taken_out_of_the_middle_shows_without_roots(sizes, data):
    lines, _roots = sealed(sizes)
    gone = data.draw(st.integers(1, len(sizes) - 1))
    rest = [line for line in lines if gone not in (line.get("seal_number"), line.get("seal"))]
    assert ("seal_missing", gone, 0) in faults(rest, None)


@given(SIZES, st.data(), st.sampled_from(["root", "previous", "chain", "sealed_at", "count"]))
def test_a_touched_seal_is_named(sizes, data, name):
    lines, roots = sealed(sizes)
    seal = data.draw(st.sampled_from([line for line in lines if "seal_number" in line]))
    seal[name] = seal[name] + 1 if name == "count" else "0" * 64
    assert ("seal_changed", seal["seal_number"], 0) in faults(lines, roots) or seal["previous"] == hashes.EMPTY


@given(SIZES, st.data())
def test_a_record_made_anew_from_a_change_shows_in_the_roots(sizes, data):
    _lines, roots = sealed(sizes)
    forged, _ = sealed(deepcopy(sizes)[:-1] + [sizes[-1] + 1])
    found = faults(forged, roots)
    assert ("root_differs", len(sizes), 0) in found and not faults(forged, None)


@given(SIZES, st.data())
def test_a_touched_or_shortened_list_of_roots_is_seen(sizes, data):
    lines, roots = sealed([*sizes, 1])
    i = data.draw(st.integers(0, len(roots) - 2))
    assert faults(lines, [*roots[:i], roots[i].replace(" ", " f", 2), *roots[i + 1 :]])
    assert faults(lines, roots[:i] + roots[i + 1 :])
    assert verify.check(lines, roots[:-1]).not_kept_outside == 1


def test_the_root_binds_order_and_number():
    a, b, c = (hashes.sha(x) for x in (b"a", b"b", b"c"))
    roots = [hashes.root_of(x) for x in ([a], [a, b], [b, a], [a, b, c], [a, b, c, c], [])]
    assert len(set(roots)) == len(roots)


def run(folder, lines, roots):
    (folder / "r.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    (folder / "roots.txt").write_text("\n".join(roots))
    (folder / "verify.py").write_text(PROGRAM, encoding="utf-8")
    return again(folder)


def again(folder):
    command = [sys.executable, "-I", "-S", *(str(folder / name) for name in ("verify.py", "r.jsonl", "roots.txt"))]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env={"PYTHONUTF8": "1"})


def test_the_file_runs_alone(tmp_path):
    lines, roots = sealed([2, 3])
    good = run(tmp_path, lines, roots)
    assert good.returncode == 0 and "一条不差" in good.stdout
    lines[1]["note"] = "changed"
    bad = run(tmp_path, lines, roots)
    assert bad.returncode == 1 and "第 1 封第 1 条：改了" in bad.stdout and "note" in bad.stdout


def test_a_file_that_is_not_there_is_2_not_0(tmp_path):
    assert run(tmp_path, *sealed([1])).returncode == 0
    (tmp_path / "roots.txt").unlink()
    assert again(tmp_path).returncode == 2


@pytest.mark.parametrize(
    "damaged", [{"seal_number": 1}, {}, [], None, 7, "x", {"id": [], "seal": 1}, {"seal_number": 10**15, "members": []}]
)
def test_a_damaged_line_is_a_finding_and_the_rest_is_checked_all_the_same(tmp_path, damaged):
    lines, roots = sealed([2, 3])
    lines[-2]["seal"] = 7
    done = run(tmp_path, [*lines[:1], damaged, *lines[1:]], roots)
    assert (done.returncode, done.stderr) == (1, "") and "第 7 封" in done.stdout


def bound(line):
    """What seals bind: of a seal's members their leaves, whose headings only tell what is missing."""
    leaves = [(one["id"], one["leaf"]) for one in line.get("members", ())]
    return {name: value for name, value in line.items() if name != "members"}, leaves


@settings(deadline=None)
@given(st.data(), st.integers(0, 255))
def test_damage_anywhere_is_found_without_a_traceback(data, byte):
    lines, roots = sealed([2, 1])
    lines = [{name: value for name, value in line.items() if name != "number"} for line in lines]  # as it is exported
    text = "\n".join(json.dumps(line) for line in lines[:-2]).encode()
    at = data.draw(st.integers(0, len(text) - 1))
    spoilt = text[:at] + bytes([byte]) + text[at + 1 :]
    parsed = [verify._parsed(one) for one in spoilt.decode(errors="replace").split("\n") if one.strip()]
    found = verify.check(parsed, roots).findings
    assert found or [bound(one) for one in parsed] == [bound(one) for one in lines[:-2]]
    assert all(verify.sentence(one) for one in found)


def test_a_list_of_roots_that_is_gone_cut_or_damaged_is_a_finding(tmp_path):
    lines, roots = sealed([1, 1, 1])
    gone = run(tmp_path, lines, [])
    assert gone.returncode == 1 and "库外寄存的根里没有这一封" in gone.stdout
    assert faults(lines, [roots[0], roots[2]]) == {("root_missing", 2, 0)}
    assert ("unreadable", 0, 2) in faults(lines, [roots[0], roots[1][:9] + "\n", roots[2]])
    cut = run(tmp_path, lines, roots[:2])
    assert cut.returncode == 0 and "库外没有寄存的 1 封" in cut.stdout  # the newest may not be there yet
    assert {f.fault for f in verify.check(lines, roots[:2], kept=3).findings} == {"root_missing"}
    assert ("seal_missing", 3) in {(f.fault, f.seal) for f in verify.check(lines[:4], roots[:2], kept=3).findings}


def test_the_program_needs_nothing_but_an_old_python():
    tree = ast.parse(PROGRAM, feature_version=(3, 8))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)
    assert "strict" not in {k.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for k in node.keywords}


def test_parts_share_no_name_and_rename_nothing():
    with pytest.raises(ValueError, match="two parts"):
        program(["def main(x): pass", "def main(x): pass"])
    with pytest.raises(ValueError, match="rename"):
        program(["from sanshe.core import kit as k"])
    one = program(
        ['"""First."""\nimport sys\nX = 1\n', '"""Last."""\nfrom sanshe.x import X\ndef main(a):\n    return X\n']
    )
    assert one.count('"""') == 2 and '"""Last."""' in one and "sanshe" not in one and one.count("import sys") == 1


@pytest.mark.parametrize("value", ["一", "\u0000", '"', "\n", "é"])
def test_unusual_characters_survive_the_way_through_json(value):
    one = event(1, note=value)
    assert hashes.leaf(json.loads(json.dumps(one))) == hashes.leaf(one)
