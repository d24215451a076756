"""The proof pack of the story: counted again by its own program, and nothing altered passes."""

import ast
import io
import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import pytest

from sanshe.core.audit.actions import anchor, seal
from sanshe.core.audit.adapters import zipped
from sanshe.core.audit.queries import history
from sanshe.core.audit.rules import pack as packs
from sanshe.core.kit.access import SYSTEM, Actor, Grant
from sanshe.incubation import management
from sanshe.incubation.actions.decision import proof
from sanshe.incubation.models import Batch, Sheet, SheetChange
from sanshe.incubation.queries.decision.decision import tabulation_of
from sanshe.incubation.rules.decision import recount

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
WHEN = "2022-01-20 09:12"
ROWS = {
    "sheets.json", "counted.json", "decision.json", "panel.json", "recusals.json", "places.json", "notices.json",
    "calendar.json", "applicants.json", "key.json", "draw.json", "tabulation.json", "calibration.json",
    "record/events.json", "record/seals.json", "manifest.json",
}  # fmt: skip
OTHERS = {"changes.json", "record/roots.txt", "verify.py", "说明.txt"}
PAPERS = {f"papers/{name}.docx" for name in ("顺序表", "汇总表", "会议纪要")}


def third():
    return Batch.objects.get(no=3)


def fetched(browser):
    return browser.post(f"/incubation/batches/{third().pk}/tabulation/pack/")


@pytest.fixture(scope="module")
def whole(told, django_db_blocker):
    """The pack, made once for the module. Roots go outside at a commit, which never comes here: they are put there."""
    with django_db_blocker.unblock():
        seal(at_real=datetime.now(UTC))
        anchor()
        return proof.make(batch=third(), by=SYSTEM, at=datetime(2022, 1, 20, 1, 12, tzinfo=UTC))


@pytest.fixture
def pack(whole):
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flipped(data, place):
    changed = bytearray(data)
    changed[place] ^= 1
    return bytes(changed)


def test_the_pack_holds_all_that_is_needed_and_agrees_with_itself(pack):
    assert set(pack) == ROWS | OTHERS | PAPERS
    assert recount.check(pack) == []
    assert len(json.loads(pack["sheets.json"])) == 233 and len(json.loads(pack["recusals.json"])) == 5
    assert pack["record/roots.txt"].count(b"\n") == len(json.loads(pack["record/seals.json"])) > 0


def test_its_manifest_is_on_record(pack):
    said = history("incubation.batch", third().pk)
    assert recount.sha(pack["manifest.json"]) in str([entry.new for entry in said])


def test_the_ranking_counted_again_is_the_official_one_byte_for_byte(pack):
    told = json.loads(pack["tabulation.json"])
    how = {key: told[key] for key in ("rule", "places", "reserve")}
    again = recount.tabulated(json.loads(pack["counted.json"]), **how)
    assert recount.canonical(again) == recount.canonical(tabulation_of(third()).result)
    assert again["spread"] == 16 and [s["rank"] for s in again["standings"] if s["grey"]] == [29, 30, 31, 32, 33]


def test_it_is_checked_by_plain_python_from_inside_the_pack(whole, pack, tmp_path):
    program, path = tmp_path / "verify.py", tmp_path / "proof.zip"
    program.write_bytes(pack["verify.py"])
    path.write_bytes(whole)
    run = subprocess.run([sys.executable, "-I", str(program), str(path)], capture_output=True, check=False)
    assert run.returncode == 0 and "全部一致" in run.stdout.decode()
    spoilt = zipped({**pack, "sheets.json": flipped(pack["sheets.json"], 900)})
    path.write_bytes(spoilt)
    run = subprocess.run([sys.executable, "-I", str(program), str(path)], capture_output=True, check=False)
    assert run.returncode == 1 and "sheets.json：内容改过" in run.stdout.decode()


def test_the_program_asks_for_nothing_newer_than_it_says(pack):
    tree = ast.parse(pack["verify.py"], feature_version=(3, 8))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
    newer = {"removeprefix", "removesuffix", "batched", "bit_count", "pairwise"}
    assert not {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & newer
    assert "strict" not in {k.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for k in node.keywords}


@pytest.mark.parametrize("name", sorted(ROWS | PAPERS | {"verify.py", "说明.txt", "record/roots.txt", "changes.json"}))
def test_one_altered_byte_in_any_file_is_named(pack, name):
    for place in (0, len(pack[name]) // 2, len(pack[name]) - 1):
        found = recount.check({**pack, name: flipped(pack[name], place)})
        assert any(name in finding for finding in found), (name, place)


@pytest.mark.parametrize("name", sorted(ROWS - {"manifest.json"}))
def test_one_altered_byte_in_a_row_is_named_with_its_line(pack, name):
    lines = pack[name].split(b"\n")
    for no in {1, len(lines) // 2, len(lines) - 3}:
        place = sum(len(line) + 1 for line in lines[:no]) + len(lines[no]) // 2
        found = recount.check({**pack, name: flipped(pack[name], place)})
        assert any(f"{name}：内容改过" in one and f"第 {no + 1} 行" in one for one in found), (name, no, found[:2])


def test_a_file_taken_out_put_in_or_cut_is_named(pack):
    for name in pack:
        if name != "manifest.json":
            found = recount.check({key: data for key, data in pack.items() if key != name})
            assert f"[文件] {name}：少了这个文件" in found
    assert "[文件] x.txt：清单里没有，是后来放进来的" in recount.check({**pack, "x.txt": b""})
    rows = pack["sheets.json"].split(b"\n")
    cut = recount.check({**pack, "sheets.json": b"\n".join(rows[:9] + rows[10:])})
    assert any("sheets.json" in one and "应有 236 行，现有 235 行" in one for one in cut)


def forged(pack, name, change):
    """The pack after somebody changed one file and made the whole manifest anew, so that only counting finds it."""
    value = json.loads(pack[name])
    change(value)
    files = {**pack, name: packs.laid_out(value)}
    manifest = json.loads(pack["manifest.json"])
    said = {
        "about": manifest["about"],
        "files": {n: packs.listed(d, n) for n, d in files.items() if n != "manifest.json"},
    }
    return {**files, "manifest.json": packs.laid_out({**said, "self": recount.fingerprint(said)})}


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("sheets.json", lambda v: v[7]["marks"].update({"1": 1}), "封存指纹不符"),
        ("record/events.json", lambda v: v[3].update(at="2022-01-13T00:00:00Z"), "到不了第"),
        (
            "record/events.json",
            lambda v: v.pop(next(i for i, e in enumerate(v) if e["kind"] == "incubation.sheet")),
            "没有记录",
        ),
        ("record/seals.json", lambda v: v[0].update(sealed_at="2022-01-13T00:00:00Z"), "封改过"),
        ("notices.json", lambda v: v[0]["days"].pop(), "公示日和日历不一样"),
        ("notices.json", lambda v: v[0].update(tree={}), "名单或文字和它的指纹不符"),
        ("tabulation.json", lambda v: v["result"].update(spread=12), "不是一个字节不差"),
        ("recusals.json", lambda v: v.append({**v[0], "application": "x"}), None),
    ],
)
def test_a_change_under_a_new_manifest_is_found_by_counting_again(pack, name, change, says):
    found = recount.check(forged(pack, name, change))
    assert any(says in one for one in found) if says else found == []


def test_the_record_kept_outside_is_compared(pack):
    lines = pack["record/roots.txt"].decode().splitlines()
    lines[0] = lines[0].replace(lines[0].split()[2], "0" * 64)
    found = list(packs.record({**pack, "record/roots.txt": "\n".join(lines).encode()}))
    assert any("库外寄存的根不一致" in one for one in found)


def test_the_auditor_gets_it_after_the_notice_and_the_same_records_give_the_same_bytes(as_person, whole, actor, at):
    assert fetched(as_person("kong", WHEN)).content == whole
    assert fetched(as_person("hao", "2022-01-25 15:00")).content == whole
    as_person("liang", "2022-01-25 15:10").post(f"/incubation/batches/{third().pk}/tabulation/check/")
    assert proof.make(batch=third(), by=actor("auditor"), at=at("2022-01-26 08:00")) == whole


def test_a_new_record_gives_another_pack(whole, actor, at):
    sheet = Sheet.objects.filter(batch=third(), state="sealed").first()
    said = {"old": sheet.marks, "new": {**sheet.marks, "1": 1}, "old_hash": sheet.seal_hash, "reason": "抄错一格"}
    SheetChange.objects.create(sheet=sheet, asked_by=actor("panelist").id, asked_at=at("2022-01-14 17:00"), **said)
    made = proof.make(batch=third(), by=actor("auditor"), at=at("2022-01-20 10:00"))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        changes = json.loads(archive.read("changes.json"))
        assert recount.check({name: archive.read(name) for name in archive.namelist()}) == []
    assert made != whole and changes[0]["old"] == sheet.marks and changes[0]["reason"] == "抄错一格"
    SheetChange.objects.all().delete()


def test_the_key_to_the_letters_lies_in_the_pack_and_on_no_page(as_person, pack):
    key = json.loads(pack["key.json"])
    assert sorted(key) == list("ABCDEFG") and len({name for _, name in key.values()}) == 7
    page = as_person("liang", WHEN).get(f"/incubation/batches/{third().pk}/tabulation/").content.decode()
    assert all(f"评委 {letter}" in page for letter in key) and not any(name in page for _, name in key.values())


@pytest.mark.parametrize("key", ["jin", "liang"])
def test_who_scored_or_ran_it_gets_no_pack(as_person, told, key):
    """The key to the letters lies in it."""
    assert fetched(as_person(key, WHEN)).status_code == 403


def test_an_officer_recused_in_the_batch_gets_no_pack_before_the_notice(told, actor, at, monkeypatch):
    from sanshe.incubation.models import Panelist
    from sanshe.incubation.queries.decision import decision

    han = Panelist.objects.get(panel__batch=third(), name__startswith="韩")
    officer = Actor(id=han.person, name="韩", grants=(Grant("bureau_officer", frozenset(), "140213"),))
    monkeypatch.setattr(decision, "is_notice_out", lambda batch: False)
    with pytest.raises(Exception, match="recused_here"):
        proof.make(batch=third(), by=officer, at=at(WHEN))


def test_the_command_line_writes_the_same_pack(whole, it_is, tmp_path):
    it_is(WHEN)
    said = []
    assert management.pack(3, tmp_path / "p.zip", said.append, district="140213") == 0
    assert (tmp_path / "p.zip").read_bytes() == whole and "verify.py" in said[0]
    assert (
        management.pack(9, tmp_path / "q.zip", said.append, district="140213") == 2
        and not (tmp_path / "q.zip").exists()
    )
    assert management.pack(1, tmp_path / "q.zip", said.append, district="140213") == 1 and "封存" in said[-1]
    assert management.pack(3, tmp_path / "nowhere" / "q.zip", said.append, district="140213") == 2
