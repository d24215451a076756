"""Check the proof pack of a batch and count it again. Needs nothing but Python 3.8 or newer, and no network.

    python3 verify.py FOLDER-OR-ZIP

It is written apart from the program that made the pack: it compares every file, and every line of a text file, with
the manifest; opens every seal; draws the lot again; ranks the applicants again by the announced rule, byte for byte;
counts the votes again; compares the public list and its window; and follows each act to the root of the record's seal
that closed it. The answer is 0 when all agrees, 1 when something does not, 2 when the pack can not be read. Findings
are printed in Chinese, one a line, each naming the file and where it can the line.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from math import isqrt
from typing import TYPE_CHECKING, Any

from sanshe.core.audit.rules.hashes import canonical, fingerprint, sha
from sanshe.core.audit.rules.pack import acts_of, answer, found_in, json_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDES = ("bureau", "centre", "organisations")
BREAKERS = (5, 2)


def sheets(pack: dict[str, bytes]) -> Iterator[str]:
    """Sheets whose seal does not fit what they say, and corrections that do not begin at what was sealed."""
    sealed = {}
    for sheet in json_of(pack, "sheets.json"):
        said = {key: sheet[key] for key in ("sheet", "application", "panelist", "comment", "nonce", "marks")}
        sealed[sheet["sheet"]] = sheet
        if fingerprint(said) != sheet["seal"]:
            yield f"sheets.json：打分表 {sheet['sheet']} 和它的封存指纹不符"
    for change in json_of(pack, "changes.json"):
        sheet = sealed.get(change["sheet"])
        if sheet is None or (change["old"], change["old_seal"]) != (sheet["marks"], sheet["seal"]):
            yield f"changes.json：打分表 {change['sheet']} 更正前的分数和封存的不一样"
    barred = {(r["panelist"], r["application"]) for r in json_of(pack, "recusals.json")}
    for sheet in sealed.values():
        if (sheet["panelist"], sheet["application"]) in barred:
            yield f"sheets.json：打分表 {sheet['sheet']} 是回避评委的"


def lot(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether numbers fit what was handed in before, and the order follows from them."""
    draw = json_of(pack, "draw.json")
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
    told = json_of(pack, "tabulation.json")
    rows = sorted(json_of(pack, "counted.json"))
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
    changed = {c["sheet"]: c["new"] for c in json_of(pack, "changes.json") if c["state"] == "in_force"}
    rows = []
    for sheet in json_of(pack, "sheets.json"):
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
    """Motions said to be carried without more than half of all members, or with a vote of somebody recused or absent,
    or with two of one."""
    decision = json_of(pack, "decision.json")
    barred = {(r["panelist"], r["application"]) for r in json_of(pack, "recusals.json")}
    for ballot in decision["ballots"]:
        agreed = sum(vote["side"] == "for" for vote in ballot["votes"])
        if (ballot["outcome"] == "carried") != (2 * agreed > decision["members"]) and ballot["kind"] != "tie":
            counted = f"赞成 {agreed} 人，全体 {decision['members']} 人"
            yield f"decision.json：第 {ballot['no']} 项记作 {ballot['outcome']}，{counted}"
        cast = [vote["panelist"] for vote in ballot["votes"] if vote["side"] != "left"]
        if len(cast) != len(set(cast) & set(decision["present"])):
            yield f"decision.json：第 {ballot['no']} 项有重复的票，或者没到会的人的票"
        for vote in ballot["votes"]:
            if vote["side"] != "left" and any((vote["panelist"], a) in barred for a in ballot["applicants"]):
                yield f"decision.json：第 {ballot['no']} 项有回避评委 {vote['panelist']} 的票"
    if 3 * len(decision["present"]) < 2 * decision["members"]:
        yield "decision.json：到会不到三分之二"


def public_list(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether what was made public is what was decided, and for the days the calendar says."""
    places = json_of(pack, "places.json")
    chosen = {p["name"] for p in places if p["kind"] == "selected"}
    notices = json_of(pack, "notices.json")
    if notices and {name for notice in notices for name in notice["names"]} != chosen:
        yield "notices.json：公示名单和合议决定不一样"
    special = {one["day"]: one["kind"] for one in json_of(pack, "calendar.json")}
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


def acts(pack: dict[str, bytes]) -> Iterator[str]:
    """What is in the pack and has no act in the record that names its fingerprint."""
    has = acts_of(pack)
    for sheet in json_of(pack, "sheets.json"):
        if not has("incubation.sheet", sheet["sheet"], "seal", sheet["seal"]):
            yield f"record/events.json：打分表 {sheet['sheet']} 的封存没有记录"
    run = json_of(pack, "tabulation.json")
    if not has("incubation.tabulation", run["run"], "result_hash", run["result_hash"]):
        yield "record/events.json：汇总没有记录"
    for notice in json_of(pack, "notices.json"):
        if not has("notices.notice", notice["notice"], "list", notice["list_hash"]):
            yield f"record/events.json：公示 {notice['serial']} 没有记录"


CHECKS = (
    ("打分表封存、更正、回避", sheets),
    ("抽签", lot),
    ("汇总和名次", ranking),
    ("表决", votes),
    ("公示名单和日期", public_list),
    ("每一件都有记录", acts),
)


def check(pack: dict[str, bytes]) -> list[str]:
    return found_in(pack, CHECKS)


def main(arguments: list[str]) -> int:
    return answer(arguments, CHECKS, "名次由封存的打分表重算，一个字节不差。")
