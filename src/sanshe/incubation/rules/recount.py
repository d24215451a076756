#!/usr/bin/env python3
"""Check the proof pack of a batch and count it again. Needs nothing but Python 3.11 and no network.

    python3 recount.py FOLDER-OR-ZIP

It is written apart from the program that made the pack: it compares every file with the manifest, opens every seal,
draws the lot again, ranks the applicants again by the announced rule, counts the votes again and compares the public
list. The answer is 0 when all agrees, 1 when something does not, 2 when the pack can not be read. Findings are printed
in Chinese, one a line, each naming the file.
"""

import hashlib
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
SIDES = ("bureau", "centre", "organisations")
Pack = dict[str, bytes]


def sha(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(value: Any) -> str:
    """SHA-256 of JSON with sorted keys and no spaces, UTF-8."""
    return sha(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode())


def read(path: Path) -> Pack:
    """Every file of the pack by its name."""
    if path.is_dir():
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist() if not name.endswith("/")}


def files(pack: Pack) -> Iterator[str]:
    """Files that are missing, changed or were put in."""
    listed = _json(pack, MANIFEST)["files"]
    for name in sorted(set(listed) | set(pack) - {MANIFEST}):
        if name not in pack:
            yield f"{name}：少了这个文件"
        elif name not in listed:
            yield f"{name}：清单里没有，是后来放进来的"
        elif sha(pack[name]) != listed[name]:
            yield f"{name}：内容改过，指纹和清单不一样"


def sheets(pack: Pack) -> Iterator[str]:
    """Sheets whose seal does not fit what they say."""
    for sheet in _json(pack, "sheets.json"):
        said = {key: sheet[key] for key in ("sheet", "application", "panelist", "comment", "nonce", "marks")}
        if fingerprint(said) != sheet["seal"]:
            yield f"sheets.json：打分表 {sheet['sheet']} 和它的封存指纹不符"


def lot(pack: Pack) -> Iterator[str]:
    """Whether numbers fit what was handed in before, and the order follows from them."""
    draw = _json(pack, "draw.json")
    for side in SIDES:
        handed = {"nonce": draw["numbers"][side][1], "number": draw["numbers"][side][0]}
        if fingerprint(handed) != draw["seals"][side]:
            yield f"draw.json：{side} 开出的数和事先交的指纹不符"
    seed = sha("-".join(str(draw["numbers"][side][0]) for side in SIDES).encode())
    if seed != draw["seed"]:
        yield "draw.json：种子不是由三个数算出来的"
    if sorted(draw["order"], key=lambda key: sha(f"{draw['seed']}-{key}".encode())) != draw["order"]:
        yield "draw.json：出场顺序不是由种子算出来的"


def ranking(pack: Pack) -> Iterator[str]:
    """Whether the tabulation is what the sealed sheets give by the announced rule."""
    told = _json(pack, "tabulation.json")
    rows = _json(pack, "counted.json")
    if sorted(rows) != sorted(_in_force(pack)):
        yield "counted.json：参加汇总的分数和封存的打分表（含批准的更正）不一样"
    inputs = {"rule": told["rule"], "places": told["places"], "reserve": told["reserve"], "sheets": sorted(rows)}
    if fingerprint(inputs) != told["inputs_hash"]:
        yield "tabulation.json：输入指纹不符"
    if fingerprint(told["result"]) != told["result_hash"]:
        yield "tabulation.json：结果指纹不符"
    again = ranks(rows, told["rule"])
    for row in told["result"]["standings"]:
        mean, rank = again.get(row["applicant"], (None, 0))
        if (mean, rank) != (Fraction(*row["mean"]), row["rank"]):
            yield f"tabulation.json：{row['applicant']} 记的是第 {row['rank']} 名，重算是第 {rank} 名"
    if len(again) != len(told["result"]["standings"]):
        yield "tabulation.json：家数和打分表不一样"


def _in_force(pack: Pack) -> list[list[Any]]:
    changed = {c["sheet"]: c["new"] for c in _json(pack, "changes.json") if c["state"] == "in_force"}
    rows = []
    for sheet in _json(pack, "sheets.json"):
        marks = changed.get(sheet["sheet"], sheet["marks"])
        rows.append([sheet["application"], sheet["panelist"], [marks[no] for no in sorted(marks, key=int)]])
    return rows


def ranks(rows: list[list[Any]], rule: str) -> dict[str, tuple[Fraction, int]]:
    """Mean and rank by applicant: mean of totals (trimmed: without one highest and lowest from five sheets on), then
    the mean of criterion 5, then of 2; equals share a rank and the next is skipped."""
    marks: dict[str, list[list[int]]] = defaultdict(list)
    for applicant, _panelist, given in rows:
        marks[applicant].append(given)
    merit = {applicant: _merit(given, rule) for applicant, given in marks.items()}
    return {a: (m[0], 1 + sum(other > m for other in merit.values())) for a, m in merit.items()}


def _merit(marks: list[list[int]], rule: str) -> tuple[Fraction, Fraction, Fraction]:
    if rule == "trimmed" and len(marks) >= 5:
        marks = sorted(marks, key=lambda m: (sum(m), m[4], m[1], m))[1:-1]
    n = len(marks)
    return (
        Fraction(sum(map(sum, marks)), n),
        Fraction(sum(m[4] for m in marks), n),
        Fraction(sum(m[1] for m in marks), n),
    )


def votes(pack: Pack) -> Iterator[str]:
    """Motions said to be carried without more than half of all members, or with a vote of somebody recused."""
    decision = _json(pack, "decision.json")
    barred = {(r["panelist"], r["application"]) for r in _json(pack, "recusals.json")}
    for ballot in decision["ballots"]:
        agreed = sum(vote["side"] == "for" for vote in ballot["votes"])
        if (ballot["outcome"] == "carried") != (2 * agreed > decision["members"]) and ballot["kind"] != "tie":
            counted = f"赞成 {agreed} 人，全体 {decision['members']} 人"
            yield f"decision.json：第 {ballot['no']} 项记作 {ballot['outcome']}，{counted}"
        for vote in ballot["votes"]:
            if vote["side"] != "left" and any((vote["panelist"], a) in barred for a in ballot["applicants"]):
                yield f"decision.json：第 {ballot['no']} 项有回避评委 {vote['panelist']} 的票"
    if 3 * len(decision["present"]) < 2 * decision["members"]:
        yield "decision.json：到会不到三分之二"


def public_list(pack: Pack) -> Iterator[str]:
    """Whether what was made public is what was decided."""
    places = _json(pack, "places.json")
    chosen = sorted(p["name"] for p in places if p["kind"] == "selected")
    first = _json(pack, "notice.json")
    if first and sorted(first["names"]) != chosen:
        yield "notice.json：公示名单和合议决定不一样"
    by_rank = [p["application"] for p in sorted(places, key=lambda p: p["rank"]) if p["kind"] == "reserve"]
    by_number = [p["application"] for p in sorted(places, key=lambda p: p["reserve_no"] or 0) if p["kind"] == "reserve"]
    if by_rank != by_number:
        yield "places.json：候补顺序和名次不一致"


def record(pack: Pack) -> Iterator[str]:
    """Whether the record's seals hold; the record's own program has the details."""
    previous = None
    for line in pack.get("record/roots.txt", b"").decode().splitlines():
        number, _count, _root, chain, _at = line.split(" ", 4)
        if previous is not None and int(number) != previous + 1:
            yield f"record/roots.txt：第 {previous} 和第 {number} 个封之间缺了"
        previous = int(number)
        if len(chain) != 64:
            yield f"record/roots.txt：第 {number} 行不完整"


def _json(pack: Pack, name: str) -> Any:
    return json.loads(pack[name])


CHECKS: tuple[tuple[str, Callable[[Pack], Iterator[str]]], ...] = (
    ("文件", files),
    ("打分表封存", sheets),
    ("抽签", lot),
    ("汇总和名次", ranking),
    ("表决", votes),
    ("公示名单", public_list),
    ("操作记录", record),
)


def check(pack: Pack) -> list[str]:
    """Everything that does not agree. A file that can not be read is a finding of its own."""
    found = []
    for title, one in CHECKS:
        try:
            found += [f"[{title}] {finding}" for finding in one(pack)]
        except (KeyError, ValueError, TypeError, IndexError, AttributeError, ZeroDivisionError) as error:
            found.append(f"[{title}] 读不懂：{type(error).__name__} {error}")
    return found


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        _say("用法：python3 recount.py 材料包（文件夹或 zip）")
        return 2
    try:
        pack = read(Path(arguments[0]))
        manifest = sha(pack[MANIFEST])
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        _say(f"材料包打不开：{error}")
        return 2
    found = check(pack)
    _say("\n".join(found) or f"全部一致：{len(pack)} 个文件，名次、表决、名单都由封存的记录重算得出。")
    _say(f"清单指纹 {manifest}，请和操作记录里的核对。")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
