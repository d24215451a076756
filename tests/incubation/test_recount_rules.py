"""The program an auditor runs: it agrees with ours on any sheets, and names whatever was altered."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit.digest import fingerprint
from sanshe.incubation.enums.tabulation import TabulationRule
from sanshe.incubation.rules import panel, recount, score, tabulation
from sanshe.incubation.types.tabulation import SealedSheet

NUMBERS = {"bureau": 17, "centre": 4, "organisations": 229}
WORDS = {side: f"word-{side}" for side in NUMBERS}
MARKS = [[18, 17, 16, 15, 14], [12, 13, 14, 15, 16], [10, 10, 10, 10, 10]]


def as_bytes(value):
    return json.dumps(value, ensure_ascii=False).encode()


def sheet(no, applicant, panelist, marks):
    said = {"sheet": f"s{no}", "application": applicant, "panelist": panelist, "comment": "", "nonce": f"n{no}"}
    said["marks"] = {str(i + 1): mark for i, mark in enumerate(marks)}
    return {**said, "seal": fingerprint(said)}


def tabulated(rows):
    how = {"rule": TabulationRule.MEAN, "places": 1, "reserve": 1}
    sealed = [SealedSheet(a, p, tuple(m)) for a, p, m in rows]
    result = tabulation.as_json(tabulation.tabulate(sealed, **how))
    return {
        **how,
        "inputs_hash": tabulation.inputs_hash(sealed, **how),
        "result": result,
        "result_hash": fingerprint(result),
    }


@pytest.fixture
def pack():
    """Three applicants, three panelists, C recused for a2; everything as it should be."""
    pairs = [(f"a{i}", p) for i in range(3) for p in "ABC" if (f"a{i}", p) != ("a2", "C")]
    given = [sheet(n, a, p, MARKS[int(a[1])]) for n, (a, p) in enumerate(pairs)]
    rows = [[s["application"], s["panelist"], list(s["marks"].values())] for s in given]
    seals = {side: panel.seal_of_number(number=n, nonce=WORDS[side]) for side, n in NUMBERS.items()}
    seed = panel.draw_seed(NUMBERS)
    order = list(panel.draw_order(seed=seed, ids=["a0", "a1", "a2"]))
    numbers = {side: [n, WORDS[side]] for side, n in NUMBERS.items()}
    yes = [{"panelist": p, "side": "for"} for p in "ABC"]
    ballots = [{"no": 1, "kind": "block", "outcome": "carried", "applicants": ["a0", "a1"], "votes": yes}]
    names = ["青禾", "守望", "新芽"]
    kinds = [("selected", None), ("reserve", 1), ("not_selected", None)]
    places = [
        {"application": f"a{i}", "name": names[i], "rank": i + 1, "kind": k, "reserve_no": n}
        for i, (k, n) in enumerate(kinds)
    ]
    made = {
        "sheets.json": given,
        "changes.json": [],
        "counted.json": rows,
        "tabulation.json": tabulated(rows),
        "draw.json": {"seals": seals, "numbers": numbers, "seed": seed, "order": order},
        "decision.json": {"members": 3, "present": ["A", "B", "C"], "ballots": ballots},
        "recusals.json": [{"panelist": "C", "application": "a2"}],
        "places.json": places,
        "notice.json": {"names": ["青禾"]},
    }
    files = {name: as_bytes(value) for name, value in made.items()}
    files["manifest.json"] = as_bytes({"files": {name: recount.sha(data) for name, data in files.items()}})
    return files


def altered(pack, name, change):
    """The pack after somebody changed one file and wrote the manifest anew."""
    value = json.loads(pack[name])
    change(value)
    files = {**pack, name: as_bytes(value)}
    listed = {key: recount.sha(data) for key, data in files.items() if key != "manifest.json"}
    return {**files, "manifest.json": as_bytes({"files": listed})}


def test_a_whole_pack_agrees(pack):
    assert recount.check(pack) == []


@pytest.mark.parametrize("name", ["sheets.json", "draw.json", "notice.json", "places.json", "tabulation.json"])
def test_every_altered_byte_is_named(pack, name):
    for place in range(0, len(pack[name]), 7):
        data = bytearray(pack[name])
        data[place] ^= 1
        assert any(name in finding for finding in recount.check({**pack, name: bytes(data)}))


def test_missing_and_added_files_are_named(pack):
    without = {key: data for key, data in pack.items() if key != "changes.json"}
    assert any("changes.json：少了" in finding for finding in recount.check(without))
    assert any("x.txt：清单里没有" in finding for finding in recount.check({**pack, "x.txt": b""}))


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("sheets.json", lambda v: v[0]["marks"].update({"1": 20}), "封存指纹不符"),
        ("counted.json", lambda v: v[0][2].__setitem__(0, 20), "参加汇总的分数"),
        ("draw.json", lambda v: v["order"].reverse(), "出场顺序"),
        ("draw.json", lambda v: v["numbers"]["centre"].__setitem__(0, 5), "事先交的指纹不符"),
        ("tabulation.json", lambda v: v["result"]["standings"][0].update(rank=2), "重算是第 1 名"),
        ("decision.json", lambda v: [x.update(side="against") for x in v["ballots"][0]["votes"][:2]], "赞成 1 人"),
        ("decision.json", lambda v: v["ballots"][0]["applicants"].append("a2"), "有回避评委 C 的票"),
        ("decision.json", lambda v: v.update(present=["A"]), "不到三分之二"),
        ("notice.json", lambda v: v.update(names=["守望"]), "公示名单和合议决定不一样"),
    ],
)
def test_a_change_with_a_new_manifest_is_found_by_counting_again(pack, name, change, says):
    assert any(says in finding for finding in recount.check(altered(pack, name, change)))


def test_a_correction_in_force_counts(pack):
    new = {str(i): 20 for i in range(1, 6)}
    changed = altered(pack, "changes.json", lambda v: v.append({"sheet": "s0", "state": "in_force", "new": new}))
    rows = recount._in_force(changed)
    counted = altered(changed, "counted.json", lambda v: v.__setitem__(slice(None), rows))
    told = altered(counted, "tabulation.json", lambda v: v.update(tabulated(rows)))
    assert recount.check(told) == []


SHEET = st.lists(st.integers(0, 20), min_size=5, max_size=5)


@given(st.lists(st.lists(SHEET, min_size=1, max_size=8), min_size=1, max_size=6), st.sampled_from(TabulationRule))
def test_both_programs_rank_alike(marks, rule):
    rows = [[f"a{i}", f"p{j}", given] for i, sheets in enumerate(marks) for j, given in enumerate(sheets)]
    ours = tabulation.tabulate([SealedSheet(a, p, tuple(m)) for a, p, m in rows], rule=rule, places=1, reserve=0)
    assert recount.ranks(rows, rule) == {s.applicant: (Fraction(s.mean), s.rank) for s in ours.standings}


def test_both_programs_seal_alike():
    said = {"sheet": "s", "application": "a", "panelist": "p", "comment": "听得清", "nonce": "n"}
    ours = score.sheet_hash(**said, marks={1: 3, 2: None})
    assert recount.fingerprint({**said, "marks": {"1": 3, "2": None}}) == ours


def test_it_answers_as_a_program(pack, tmp_path, capsys):
    for name, data in pack.items():
        (tmp_path / name).write_bytes(data)
    assert recount.main([str(tmp_path)]) == 0
    (tmp_path / "notice.json").write_bytes(b"{}")
    assert recount.main([str(tmp_path)]) == 1
    assert recount.main([str(tmp_path / "nothing.zip")]) == 2
    assert "notice.json" in capsys.readouterr().out
