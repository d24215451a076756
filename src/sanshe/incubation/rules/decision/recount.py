#!/usr/bin/env python3
"""Check the proof pack of a batch and count it again. Needs nothing but Python 3.8 or newer, and no network.

    python3 verify.py FOLDER-OR-ZIP

It is written apart from the program that made the pack: it compares every file, and every line of a text file, with
the manifest; opens every seal; draws the lot again; ranks the applicants again by the announced rule, byte for byte;
counts the votes again; compares the public list and its window; and follows each act to the root of the record's seal
that closed it. The answer is 0 when all agrees, 1 when something does not, 2 when the pack can not be read. Findings
are printed in Chinese, one a line, each naming the file and where it can the line.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
import zlib
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = "manifest.json"
SIDES = ("bureau", "centre", "organisations")
BREAKERS = (5, 2)
FIELDS = ("id", "event", "kind", "subject", "at", "recorded_at", "by", "by_name", "area_path", "old", "new", "note")
FAULTS = (KeyError, ValueError, TypeError, IndexError, AttributeError, ZeroDivisionError)


def sha(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def fingerprint(value: Any) -> str:
    return sha(canonical(value))


def laid_out(value: Any) -> bytes:
    """A JSON file of the pack: one row a line, so that an altered row can be named."""
    if isinstance(value, dict):
        rows = [canonical(key).decode() + ":" + canonical(one).decode() for key, one in sorted(value.items())]
        return "\n".join(["{", ",\n".join(rows), "}", ""]).encode()
    return "\n".join(["[", ",\n".join(canonical(one).decode() for one in value), "]", ""]).encode()


def listed(data: bytes, name: str) -> Any:
    """What the manifest says of a file: its fingerprint, for texts eight digits of each line's as well."""
    is_text = name.endswith((".json", ".txt", ".py"))
    return [sha(data), " ".join(sha(line)[:8] for line in data.split(b"\n"))] if is_text else [sha(data), ""]


def read(path: Path) -> dict[str, bytes]:
    """Every file of the pack by its name."""
    if path.is_dir():
        found = (p for p in sorted(path.rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in found}
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist() if not name.endswith("/")}


def files(pack: dict[str, bytes]) -> Iterator[str]:
    """Files that are missing, changed or were put in, and in a changed text which lines."""
    manifest = _json(pack, MANIFEST)
    if not isinstance(manifest, dict):
        raise ValueError(MANIFEST)
    rest = {key: value for key, value in manifest.items() if key != "self"}
    if laid_out(manifest) != pack[MANIFEST] or manifest.get("self") != fingerprint(rest):
        yield f"{MANIFEST}：清单自己改过"
    said = manifest["files"]
    for name in sorted(set(said) | set(pack) - {MANIFEST}):
        if name not in pack:
            yield f"{name}：少了这个文件"
        elif name not in said:
            yield f"{name}：清单里没有，是后来放进来的"
        elif sha(pack[name]) != said[name][0]:
            yield f"{name}：内容改过，指纹和清单不一样{_where(pack[name], said[name][1])}"


def _where(data: bytes, marks: str) -> str:
    """The first lines of a changed text that differ."""
    if not marks:
        return ""
    lines, before = data.split(b"\n"), marks.split(" ")
    now = [sha(line)[:8] for line in lines]
    if len(now) != len(before):
        return f"，应有 {len(before)} 行，现有 {len(now)} 行"
    wrong = [i for i, pair in enumerate(zip(now, before)) if pair[0] != pair[1]]  # noqa: B905 - 3.8 knows no strict
    told = "；".join(f"第 {i + 1} 行 {lines[i].decode('utf-8', 'replace')[:60]}" for i in wrong[:5])
    return f"：{told}" + (f" 等 {len(wrong)} 行" if len(wrong) > 5 else "")


def sheets(pack: dict[str, bytes]) -> Iterator[str]:
    """Sheets whose seal does not fit what they say, and corrections that do not begin at what was sealed."""
    sealed = {}
    for sheet in _json(pack, "sheets.json"):
        said = {key: sheet[key] for key in ("sheet", "application", "panelist", "comment", "nonce", "marks")}
        sealed[sheet["sheet"]] = sheet
        if fingerprint(said) != sheet["seal"]:
            yield f"sheets.json：打分表 {sheet['sheet']} 和它的封存指纹不符"
    for change in _json(pack, "changes.json"):
        sheet = sealed.get(change["sheet"])
        if sheet is None or (change["old"], change["old_seal"]) != (sheet["marks"], sheet["seal"]):
            yield f"changes.json：打分表 {change['sheet']} 更正前的分数和封存的不一样"
    barred = {(r["panelist"], r["application"]) for r in _json(pack, "recusals.json")}
    for sheet in sealed.values():
        if (sheet["panelist"], sheet["application"]) in barred:
            yield f"sheets.json：打分表 {sheet['sheet']} 是回避评委的"


def lot(pack: dict[str, bytes]) -> Iterator[str]:
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


def ranking(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether the tabulation is, byte for byte, what the sealed sheets give by the announced rule."""
    told = _json(pack, "tabulation.json")
    rows = sorted(_json(pack, "counted.json"))
    if rows != sorted(_in_force(pack)):
        yield "counted.json：参加汇总的分数和封存的打分表（含批准的更正）不一样"
    how = {"rule": told["rule"], "places": told["places"], "reserve": told["reserve"]}
    if fingerprint({**how, "sheets": rows}) != told["inputs_hash"]:
        yield "tabulation.json：输入指纹不符"
    again = tabulated(rows, **how)
    if canonical(again) == canonical(told["result"]) and fingerprint(again) == told["result_hash"]:
        return
    said = {row["applicant"]: row for row in told["result"]["standings"]}
    for row in again["standings"]:
        if said.get(row["applicant"]) != row:
            kept = said.get(row["applicant"], {}).get("rank")
            yield f"tabulation.json：{row['applicant']} 记的是第 {kept} 名，重算是第 {row['rank']} 名，或者分数不同"
    yield "tabulation.json：留存的结果和重算的不是一个字节不差"


def _in_force(pack: dict[str, bytes]) -> list[list[Any]]:
    changed = {c["sheet"]: c["new"] for c in _json(pack, "changes.json") if c["state"] == "in_force"}
    rows = []
    for sheet in _json(pack, "sheets.json"):
        marks = changed.get(sheet["sheet"], sheet["marks"])
        rows.append([sheet["application"], sheet["panelist"], [marks[no] for no in sorted(marks, key=int)]])
    return rows


def tabulated(rows: list[list[Any]], *, rule: str, places: int, reserve: int) -> dict[str, Any]:
    """The whole result as plain values. Fractions are [numerator, denominator]."""
    totals: dict[str, dict[str, int]] = defaultdict(dict)
    for applicant, panelist, given in rows:
        totals[applicant][panelist] = sum(given)
    spread = spread_of(totals)
    order = sorted(ranks(rows, rule).items(), key=lambda item: (item[1][1], item[0]))
    grey = _grey([(applicant, merit[0]) for applicant, (merit, _, _, _) in order], places, spread)
    standings = [
        {"applicant": a, "sheets": n, "counted": len(counted), "points": sum(map(sum, counted)),
         "mean": _pair(merit[0]), "breakers": [_pair(part) for part in merit[1:]], "rank": rank, "grey": a in grey}
        for a, (merit, rank, n, counted) in order
    ]  # fmt: skip
    return {"rule": rule, "places": places, "reserve": reserve, "spread": spread, "standings": standings}


def ranks(rows: list[list[Any]], rule: str) -> dict[str, tuple[tuple[Fraction, ...], int, int, list[list[int]]]]:
    """By applicant: mean of totals and of criteria 5 and 2, rank, sheets, and the marks that count (trimmed: without
    one highest and lowest from five sheets on). Equals share a rank and the next is skipped."""
    marks: dict[str, list[list[int]]] = defaultdict(list)
    for applicant, _panelist, given in sorted(rows):
        marks[applicant].append(given)
    counted = {a: _counted(given, rule) for a, given in marks.items()}
    merit = {a: _merit(given) for a, given in counted.items()}
    order = sorted(merit.values(), reverse=True)
    first = {m: place for place, m in reversed(list(enumerate(order, 1)))}
    return {a: (m, first[m], len(marks[a]), counted[a]) for a, m in merit.items()}


def _counted(marks: list[list[int]], rule: str) -> list[list[int]]:
    if rule != "trimmed" or len(marks) < 5:
        return marks
    return sorted(marks, key=lambda m: (sum(m), m[4], m[1], m))[1:-1]


def _merit(marks: list[list[int]]) -> tuple[Fraction, ...]:
    n = len(marks)
    return (Fraction(sum(map(sum, marks)), n), *(Fraction(sum(m[no - 1] for m in marks), n) for no in BREAKERS))


def spread_of(totals: dict[str, dict[str, int]]) -> Any:
    """The ordinary difference of two means in tenths: root of the mean, over all pairs, of the variance of the
    differences of totals by panelist, divided by how many scored both."""
    squares: dict[int, int] = defaultdict(int)
    pairs = 0
    for a, b in combinations(sorted(totals), 2):
        d = [totals[a][who] - points for who, points in totals[b].items() if who in totals[a]]
        n = len(d)
        if n >= 2:
            squares[n] += n * sum(x * x for x in d) - sum(d) ** 2
            pairs += 1
    if not pairs:
        return None
    mean = sum((Fraction(square, n * n * (n - 1)) for n, square in squares.items()), Fraction(0)) / pairs
    return (isqrt(400 * mean.numerator // mean.denominator) + 1) // 2


def _grey(order: list[tuple[str, Fraction]], places: int, spread: Any) -> set[str]:
    above, below = order[:places], order[places:]
    if spread is None or not above or not below:
        return set()
    near = Fraction(spread, 10)
    found = {a for a, mean in above if mean - below[0][1] <= near}
    return found | {a for a, mean in below if above[-1][1] - mean <= near}


def _pair(value: Fraction) -> list[int]:
    return [value.numerator, value.denominator]


def votes(pack: dict[str, bytes]) -> Iterator[str]:
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


def public_list(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether what was made public is what was decided, and for the days the calendar says."""
    places = _json(pack, "places.json")
    chosen = {p["name"] for p in places if p["kind"] == "selected"}
    notices = _json(pack, "notices.json")
    if notices and {name for notice in notices for name in notice["names"]} != chosen:
        yield "notices.json：公示名单和合议决定不一样"
    special = {one["day"]: one["kind"] for one in _json(pack, "calendar.json")}
    for notice in notices:
        if fingerprint(notice["names"]) != notice["list_hash"] or fingerprint(notice["tree"]) != notice["text_hash"]:
            yield f"notices.json：{notice['serial']} 的名单或文字和它的指纹不符"
        if notice["days"] != _days(notice, special):
            yield f"notices.json：{notice['serial']} 的公示日和日历不一样"
    reserve = [p for p in places if p["kind"] == "reserve"]
    if sorted(reserve, key=lambda p: p["rank"]) != sorted(reserve, key=lambda p: (p["reserve_no"], p["rank"])):
        yield "places.json：候补顺序和名次不一致"


def _days(notice: dict[str, Any], special: dict[str, str]) -> list[str]:
    """The days of a window that count."""
    first, last = date.fromisoformat(notice["from"]), date.fromisoformat(notice["to"])
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    if notice["day_kind"] == "workdays":
        days = [d for d in days if special.get(d.isoformat(), "work" if d.weekday() < 5 else "rest") != "rest"]
    return [day.isoformat() for day in days]


def record(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether each act leads to the root of the seal that closed it, and the seals to one another and to the list kept
    outside; and whether every sheet, the tabulation and each notice have their act."""
    heads = _json(pack, "record/seals.json")
    yield from _chained(heads, pack["record/roots.txt"].decode().splitlines())
    roots, acts = {head["number"]: head["root"] for head in heads}, defaultdict(set)
    for event in _json(pack, "record/events.json"):
        acts[event["kind"], event["subject"]].add(event["new"])
        if _climbed(event) != roots.get(event["seal"]):
            about = f"{event['at']} {event['event']} {event['subject']}"
            yield f"record/events.json：{about} 到不了第 {event['seal']} 封的根"
    yield from _without_act(pack, acts)


def _chained(heads: list[dict[str, Any]], kept: list[str]) -> Iterator[str]:
    outside = {int(line.split()[0]): line for line in kept}
    for before, head in zip([None, *heads], heads):  # noqa: B905 - 3.8 knows no strict
        number = head["number"]
        if before and (number, head["previous"]) != (before["number"] + 1, before["chain"]):
            yield f"record/seals.json：第 {number} 封和前一封接不上"
        parts = [head[key] for key in ("number", "count", "root", "sealed_at", "previous")]
        if sha(b"\x02" + canonical(parts)) != head["chain"]:
            yield f"record/seals.json：第 {number} 封改过"
        line = f"{number} {head['count']} {head['root']} {head['chain']} {head['sealed_at']}"
        if outside.get(number, line) != line:
            yield f"record/roots.txt：第 {number} 封和库外寄存的根不一致"


def _climbed(event: dict[str, Any]) -> str:
    """The root to which an act leads over its path."""
    at = sha(b"\x00" + canonical([event[name] for name in FIELDS]))
    for side, other in event["path"]:
        at = sha(b"\x01" + bytes.fromhex(other + at if side == "left" else at + other))
    return at


def _without_act(pack: dict[str, bytes], acts: dict[tuple[str, str], set[str]]) -> Iterator[str]:
    """What is in the pack and has no act in the record that names its fingerprint."""

    def has(kind: str, subject: str, key: str, value: str) -> bool:
        return any(json.loads(new).get(key) == value for new in acts[kind, subject])

    for sheet in _json(pack, "sheets.json"):
        if not has("incubation.sheet", sheet["sheet"], "seal", sheet["seal"]):
            yield f"record/events.json：打分表 {sheet['sheet']} 的封存没有记录"
    run = _json(pack, "tabulation.json")
    if not has("incubation.tabulation", run["run"], "result_hash", run["result_hash"]):
        yield "record/events.json：汇总没有记录"
    for notice in _json(pack, "notices.json"):
        if not has("notices.notice", notice["notice"], "list", notice["list_hash"]):
            yield f"record/events.json：公示 {notice['serial']} 没有记录"


def _json(pack: dict[str, bytes], name: str) -> Any:
    try:
        return json.loads(pack[name])
    except ValueError as error:
        raise ValueError(f"{name} {error}") from error


CHECKS = (
    ("文件", files),
    ("打分表封存、更正、回避", sheets),
    ("抽签", lot),
    ("汇总和名次", ranking),
    ("表决", votes),
    ("公示名单和日期", public_list),
    ("操作记录的封条", record),
)


def check(pack: dict[str, bytes]) -> list[str]:
    """Everything that does not agree. A file that can not be read is a finding of its own."""
    found = []
    for title, one in CHECKS:
        try:
            for finding in one(pack):  # one by one: what was found before a fault is kept
                found.append(f"[{title}] {finding}")
        except FAULTS as error:
            found.append(f"[{title}] 读不懂：{type(error).__name__} {error}")
    return found


def _say(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode())


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        _say("用法：python3 verify.py 材料包（文件夹或 zip）")
        return 2
    try:
        pack = read(Path(arguments[0]))
        manifest = sha(pack[MANIFEST])
    except (OSError, KeyError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        _say(f"材料包打不开：{error}")
        return 2
    found = check(pack)
    titles = "、".join(title for title, _ in CHECKS)
    whole = f"全部一致：{len(pack)} 个文件。查了：{titles}。名次由封存的打分表重算，一个字节不差。"
    _say("\n".join(found) or whole)
    _say(f"清单指纹 {manifest}，请和操作记录里的核对。")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
