"""The program an auditor runs: it agrees with ours on any sheets, and names whatever was altered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.audit.adapters import zipped
from sanshe.core.audit.rules import hashes
from sanshe.core.audit.rules import pack as packs
from sanshe.core.audit.rules.paths import path_of
from sanshe.core.kit.digest import canonical, fingerprint
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.rules.decision import recount, tabulation
from sanshe.incubation.rules.panel import panel, score
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
    hashes = {"inputs_hash": tabulation.inputs_hash(sealed, **how), "result_hash": fingerprint(result)}
    return {"run": "t1", **how, **hashes, "result": result}


def notice(names):
    """Five working days over a weekend with a make-up Saturday: 17, 18, 19, 20, 22 January (21 at rest)."""
    tree = {"title": "公示"}
    days = ["2022-01-17", "2022-01-18", "2022-01-19", "2022-01-20", "2022-01-22"]
    window = {"from": days[0], "to": days[-1], "days": days, "day_kind": "workdays"}
    hashes = {"list_hash": fingerprint(names), "text_hash": fingerprint(tree)}
    return {"notice": "n1", "serial": "gs-1", "names": names, "tree": tree, **hashes, **window}


def event(no, kind, subject, new):
    told = dict.fromkeys(hashes.FIELDS, "")
    return {**told, "id": f"e{no}", "kind": kind, "subject": subject, "new": json.dumps(new), "by": None}


def recorded(given, run, told):
    """One seal over all acts, as the record would have closed it."""
    acts = [event(i, "incubation.sheet", s["sheet"], {"seal": s["seal"]}) for i, s in enumerate(given)]
    acts.append(event(98, "incubation.tabulation", "t1", {"result_hash": run["result_hash"]}))
    acts.append(event(99, "notices.notice", "n1", {"list": told["list_hash"]}))
    leaves = [hashes.leaf(one) for one in acts]
    head = {"number": 1, "count": len(acts), "root": hashes.root_of(leaves), "previous": "0" * 64, "sealed_at": "x"}
    head["chain"] = hashes.chain_of(head)
    paths = [path_of(leaves, i) for i in range(len(acts))]
    events = [{**one, "seal": 1, "path": path} for one, path in zip(acts, paths, strict=True)]
    return {"record/events.json": events, "record/seals.json": [head]}, hashes.root_line(head).encode()


def manifest(files):
    said = {"files": {name: packs.listed(data, name) for name, data in files.items() if name != "manifest.json"}}
    return packs.laid_out({**said, "self": fingerprint(said)})


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
    run, told = tabulated(rows), notice(["青禾"])
    record, roots = recorded(given, run, told)
    made = {
        "sheets.json": given,
        "changes.json": [],
        "counted.json": rows,
        "tabulation.json": run,
        "draw.json": {"seals": seals, "numbers": numbers, "seed": seed, "order": order},
        "decision.json": {"members": 3, "present": ["A", "B", "C"], "ballots": ballots},
        "recusals.json": [{"panelist": "C", "application": "a2"}],
        "places.json": places,
        "notices.json": [told],
        "calendar.json": [{"day": "2022-01-21", "kind": "rest"}, {"day": "2022-01-22", "kind": "make_up"}],
        **record,
    }
    files = {name: packs.laid_out(value) for name, value in made.items()} | {"record/roots.txt": roots}
    return {**files, "manifest.json": manifest(files)}


def altered(pack, name, change):
    """The pack after somebody changed one file and wrote the manifest anew."""
    value = json.loads(pack[name])
    change(value)
    files = {**pack, name: packs.laid_out(value)}
    return {**files, "manifest.json": manifest(files)}


def test_a_whole_pack_agrees(pack):
    assert recount.check(pack) == []


@pytest.mark.parametrize(
    "name", ["sheets.json", "draw.json", "notices.json", "places.json", "tabulation.json", "manifest.json"]
)
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
        ("sheets.json", lambda v: v.__setitem__(0, sheet(0, "a0", "A", [20] * 5)), "s0 的封存没有记录"),
        ("draw.json", lambda v: v["order"].reverse(), "出场顺序"),
        ("draw.json", lambda v: v.update(seed="0" * 64), "种子不是由三个数算出来的"),
        ("draw.json", lambda v: v["numbers"]["centre"].__setitem__(0, 5), "事先交的指纹不符"),
        ("tabulation.json", lambda v: v["result"]["standings"][0].update(rank=2), "重算是第 1 名"),
        ("tabulation.json", lambda v: v.update(inputs_hash="0" * 64), "输入指纹不符"),
        ("tabulation.json", lambda v: v.update(result_hash="0" * 64), "不是一个字节不差"),
        ("decision.json", lambda v: [x.update(side="against") for x in v["ballots"][0]["votes"][:2]], "赞成 1 人"),
        ("decision.json", lambda v: v["ballots"][0]["applicants"].append("a2"), "有回避评委 C 的票"),
        ("decision.json", lambda v: v.update(present=["A"]), "不到三分之二"),
        ("notices.json", lambda v: v[0].update(names=["守望"]), "公示名单和合议决定不一样"),
        ("notices.json", lambda v: v[0].update(list_hash="0" * 64), "名单或文字和它的指纹不符"),
        ("notices.json", lambda v: v[0].update(text_hash="0" * 64), "名单或文字和它的指纹不符"),
        ("notices.json", lambda v: v[0]["days"].append("2022-01-23"), "公示日和日历不一样"),
        ("places.json", lambda v: v.append({**v[1], "rank": 9, "reserve_no": 0}), "候补顺序和名次不一致"),
        ("sheets.json", lambda v: v[0].update(panelist="C", application="a2"), "是回避评委的"),
        ("record/seals.json", lambda v: v.append({**v[0], "number": 3, "previous": v[0]["chain"]}), "接不上"),
        ("record/seals.json", lambda v: v.append({**v[0], "number": 2}), "接不上"),
        ("record/seals.json", lambda v: v[0].update(sealed_at="y"), "第 1 封改过"),
        ("record/events.json", lambda v: v.pop(0), "s0 的封存没有记录"),
        ("record/events.json", lambda v: v.pop(-2), "汇总没有记录"),
        ("record/events.json", lambda v: v.pop(-1), "公示 gs-1 没有记录"),
    ],
)
def test_a_change_with_a_new_manifest_is_found_by_counting_again(pack, name, change, says):
    assert any(says in finding for finding in recount.check(altered(pack, name, change)))


SEATS = "ABCDEFGH"


@pytest.mark.parametrize(
    ("cast", "members", "said", "agrees"),
    [
        ({"for": 4}, 6, {}, True),
        ({"for": 3, "against": 1}, 6, {}, False),  # half is not more than half
        ({"for": 3, "against": 2}, 7, {}, False),  # of all, not of those who came
        ({"for": 3, "abstain": 3}, 7, {}, False),
        ({"for": 4, "abstain": 1}, 7, {"outcome": "fallen"}, False),
        ({"for": 3, "abstain": 2}, 7, {"outcome": "fallen"}, True),
        ({"for": 2, "abstain": 3}, 7, {"kind": "tie"}, True),  # equals are put in order by most votes
    ],
)
def test_a_motion_is_carried_by_more_than_half_of_all_members(pack, cast, members, said, agrees):
    sides = [side for side, n in cast.items() for _ in range(n)]
    votes = [{"panelist": who, "side": side} for who, side in zip(SEATS, sides, strict=False)]
    ballot = {"no": 1, "kind": "alone", "outcome": "carried", "applicants": ["a0"], "votes": votes, **said}
    told = {"members": members, "present": list(SEATS[: len(votes) + 1]), "ballots": [ballot]}
    assert (list(recount.votes(altered(pack, "decision.json", lambda v: v.update(told)))) == []) == agrees


@pytest.mark.parametrize(("present", "members", "agrees"), [(4, 6, True), (4, 7, False), (5, 7, True)])
def test_two_thirds_of_all_members_came(pack, present, members, agrees):
    told = {"members": members, "present": list(SEATS[:present]), "ballots": []}
    assert (list(recount.votes(altered(pack, "decision.json", lambda v: v.update(told)))) == []) == agrees


@pytest.mark.parametrize("who", ["A", "Z"])
def test_nobody_votes_twice_or_without_having_come(pack, who):
    voted = {"panelist": who, "side": "for"}
    found = recount.votes(altered(pack, "decision.json", lambda v: v["ballots"][0]["votes"].append(voted)))
    assert list(found) == ["decision.json：第 1 项有重复的票，或者没到会的人的票"]


def test_who_left_for_a_recusal_has_no_vote_there(pack):
    left = {"applicants": ["a2"], "votes": [{"panelist": "C", "side": "left"}], "outcome": "fallen"}
    assert list(recount.votes(altered(pack, "decision.json", lambda v: v["ballots"][0].update(left)))) == []


@pytest.mark.parametrize(("kind", "days"), [("workdays", "17 18 19 20 22 24"), ("days", "17 18 19 20 21 22 23 24")])
def test_the_days_of_a_notice_are_those_of_its_kind(pack, kind, days):
    told = {"to": "2022-01-24", "day_kind": kind, "days": [f"2022-01-{day}" for day in days.split()]}
    assert list(recount.public_list(altered(pack, "notices.json", lambda v: v[0].update(told)))) == []


@pytest.mark.parametrize("write", [lambda v: packs.laid_out({**v, "self": "0" * 64}), as_bytes])
def test_a_manifest_that_was_written_otherwise_is_named(pack, write):
    changed = {**pack, "manifest.json": write(json.loads(pack["manifest.json"]))}
    assert "[文件] manifest.json：清单自己改过" in recount.check(changed)


NEW = {str(i): 20 for i in range(1, 6)}


def test_a_correction_in_force_counts(pack):
    first = json.loads(pack["sheets.json"])[0]
    change = {"sheet": "s0", "state": "in_force", "old": first["marks"], "old_seal": first["seal"], "new": NEW}
    changed = altered(pack, "changes.json", lambda v: v.append(change))
    rows = recount._in_force(changed)
    counted = altered(changed, "counted.json", lambda v: v.__setitem__(slice(None), rows))
    told = altered(counted, "tabulation.json", lambda v: v.update(tabulated(rows)))
    assert [one for one in recount.check(told) if "record/" not in one] == []
    assert rows[0][2] == [20] * 5


@pytest.mark.parametrize("said", [{"old": NEW}, {"old_seal": ""}, {"sheet": "s99"}])
def test_a_correction_begins_at_what_was_sealed(pack, said):
    first = json.loads(pack["sheets.json"])[0]
    change = {"sheet": "s0", "state": "asked", "old": first["marks"], "old_seal": first["seal"], "new": NEW, **said}
    found = recount.check(altered(pack, "changes.json", lambda v: v.append(change)))
    assert [one for one in found if "更正前的分数和封存的不一样" in one] == found != []


def test_a_correction_that_was_only_asked_for_counts_nothing(pack):
    first = json.loads(pack["sheets.json"])[0]
    change = {"sheet": "s0", "state": "asked", "old": first["marks"], "old_seal": first["seal"], "new": NEW}
    assert recount.check(altered(pack, "changes.json", lambda v: v.append(change))) == []


SHEET = st.lists(st.integers(0, 20), min_size=5, max_size=5)


@given(st.lists(st.lists(SHEET, min_size=1, max_size=8), min_size=1, max_size=6), st.sampled_from(TabulationRule))
def test_both_programs_tabulate_alike_to_the_byte(marks, rule):
    rows = [[f"a{i}", f"p{j}", given] for i, sheets in enumerate(marks) for j, given in enumerate(sheets)]
    how = {"rule": rule, "places": 2, "reserve": 1}
    ours = tabulation.tabulate([SealedSheet(a, p, tuple(m)) for a, p, m in rows], **how)
    assert recount.canonical(recount.tabulated(rows, **how)) == canonical(tabulation.as_json(ours))


def test_both_programs_seal_alike():
    said = {"sheet": "s", "application": "a", "panelist": "p", "comment": "听得清", "nonce": "n"}
    ours = score.sheet_hash(**said, marks={1: 3, 2: None})
    assert recount.fingerprint({**said, "marks": {"1": 3, "2": None}}) == ours


def test_it_answers_as_a_program(pack, tmp_path, capsys):
    (tmp_path / "record").mkdir()
    for name, data in pack.items():
        (tmp_path / name).write_bytes(data)
    assert recount.main([str(tmp_path)]) == 0
    (tmp_path / "notices.json").write_bytes(b"{}")
    assert recount.main([str(tmp_path)]) == 1
    assert recount.main([str(tmp_path / "nothing.zip")]) == 2
    assert "notices.json" in capsys.readouterr().out


@pytest.mark.parametrize(
    "damaged", [b"", b"[]", b"{}", b"null", b"7", b"\xff\xfe", b"[1, 2", b"[" * 9000, b'[{"a": [NaN]}]']
)
def test_a_damaged_file_is_a_finding_and_never_a_traceback(pack, damaged):
    for name in pack:
        found = recount.check({**pack, name: damaged})
        assert any(name in one for one in found) or name == "manifest.json" and found, name


def test_roots_that_are_not_outside_are_named(pack):
    for left in (b"", b"\n", b"9 1 x y z\n"):
        assert any("没有第 1 封" in one for one in recount.check({**pack, "record/roots.txt": left}))
    assert any("读不懂" in one for one in recount.check({**pack, "record/roots.txt": b"x\n"}))


def test_what_is_no_pack_is_2_without_a_traceback(pack, tmp_path, capsys):
    path = tmp_path / "p.zip"
    whole = zipped(pack)
    for data in (b"", b"PK", whole[: len(whole) // 2], whole[:-9], b"\x00" * 500):
        path.write_bytes(data)
        assert recount.main([str(path)]) == 2
    assert "打不开" in capsys.readouterr().out
