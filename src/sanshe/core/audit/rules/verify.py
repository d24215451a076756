"""Check a record of acts. Needs nothing but Python 3.8 or newer, and no network.

    python3 verify.py record.jsonl roots.txt

`record.jsonl` is the export of the record, one JSON object a line: first a seal, then the events it sealed, and so on;
events after the last seal carry `"seal": null`. Of an act that the reader may not read its seal gives the leaf alone:
such acts are counted and named as withheld, and everything else is proven as ever.
`roots.txt` is the list of roots kept outside the database.
The answer is 0 when all is as it was sealed, 1 when something is missing, changed, added or moved, 2 when the files
cannot be read. Sentences are printed in Chinese, one a finding.

How it is built. An event's fields are fingerprinted one by one (its marks) and together (its leaf). A seal holds
the leaves in order, their Merkle root (leaves and nodes hashed apart, as in RFC 6962), and a chain value over its own
number, count, root, time and the chain value of the seal before. So one changed letter shows in its mark, its leaf,
its seal's root and, unless everything behind is made anew, in every later seal; the roots kept outside show that too.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanshe.core.audit.rules.hashes import EMPTY, FIELDS, chain_of, leaf, marks, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAMAGE = (KeyError, ValueError, TypeError, IndexError, AttributeError, RecursionError)
MOST_MISSED = 1000


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed. `place` counts from 1 within the seal."""

    fault: str
    seal: int
    place: int = 0
    event: dict[str, Any] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    was: str = ""
    now: str = ""


@dataclass
class Verdict:
    """What a check found. `last_root` is the root of the last seal, to be compared with a printed one; `withheld` are
    the places of each seal of which the reader was given the fingerprint alone."""

    seals: int = 0
    events: int = 0
    unsealed: int = 0
    withheld: dict[int, list[int]] = field(default_factory=dict)
    not_kept_outside: int = 0
    last_root: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.findings

    @property
    def first_broken(self) -> int | None:
        """The number of the first seal that does not hold; those behind it cannot be relied on either."""
        return min((f.seal for f in self.findings if f.seal > 0), default=None)


def read_roots(lines: Iterable[str]) -> dict[int, tuple[str, str]]:
    """Number -> (root, chain) of the list kept outside. A number that stands there with two roots fits nothing, and a
    line that is damaged says nothing (`damaged_lines` names it)."""
    roots: dict[int, tuple[str, str]] = {}
    for line in lines:
        parts = line.split()
        if is_root(parts):
            number, pair = int(parts[0]), (parts[2], parts[3])
            roots[number] = pair if roots.get(number, pair) == pair else ("two roots", "two roots")
    return roots


def is_root(parts: list[str]) -> bool:
    return len(parts) >= 4 and parts[0].isdecimal() and len(parts[0]) < 12


def damaged_lines(lines: Iterable[str]) -> list[int]:
    """Which lines of the list kept outside nobody can read, counted from 1."""
    return [no for no, line in enumerate(lines, 1) if line.strip() and not is_root(line.split())]


class Checker:
    """Takes the record line by line and remembers one seal at a time."""

    def __init__(self, roots: dict[int, tuple[str, str]] | None, kept: int = 0) -> None:
        self.roots, self.kept = roots, kept
        self.verdict = Verdict()
        self.seen: set[str] = set()
        self.seal: dict[str, Any] | None = None
        self.found: list[tuple[int | None, dict[str, Any]]] = []
        self.previous, self.expected = EMPTY, 1

    def take(self, item: dict[str, Any]) -> None:
        """One line of the record: a seal or an event."""
        if "seal_number" in item:
            self.close()
            self.seal = dict(item, number=item["seal_number"])
            return
        self.verdict.events += 1
        if item.get("seal") is None:
            self.verdict.unsealed += 1
        if item["id"] in self.seen:
            self.add("added", item.get("seal") or 0, item.get("place") or 0, item)
        elif item.get("seal") is not None and (self.seal is None or item["seal"] != self.seal["number"]):
            self.add("added", item["seal"], item.get("place") or 0, item)
        elif item.get("seal") is not None:
            self.found.append((item.get("place"), item))
        self.seen.add(item["id"])

    def finish(self) -> Verdict:
        """Close the last seal and compare with the seals known outside."""
        self.close()
        kept = max(self.roots or {}, default=0)
        self._miss(max(self.kept, kept) + 1)
        return self.verdict

    def _miss(self, until: int) -> None:
        """The seals before this number that should have come; of a number that is damaged not all of them are named."""
        for number in range(self.expected, min(until, self.expected + MOST_MISSED)):
            self.add("seal_missing", number)

    def close(self) -> None:
        """Check the seal whose events have all been taken."""
        seal, found = self.seal, self.found
        self.seal, self.found = None, []
        if seal is None:
            return
        self._miss(seal["number"])
        self._check_seal(seal)
        self._check_events(seal, found)
        self.verdict.seals += 1
        self.verdict.last_root = seal["root"]
        self.previous, self.expected = seal["chain"], seal["number"] + 1

    def _check_seal(self, seal: dict[str, Any]) -> None:
        number, leaves = seal["number"], [member["leaf"] for member in seal["members"]]
        now = root_of(leaves)
        is_whole = now == seal["root"] and len(leaves) == seal["count"] and chain_of(seal) == seal["chain"]
        if not is_whole or (seal["previous"] != self.previous and number == self.expected) or number < self.expected:
            self.add("seal_changed", number, was=seal["root"], now=now)
        if self.roots is None:
            return
        kept = self.roots.get(number)
        if kept is None:
            self.verdict.not_kept_outside += 1
            if number <= max(self.kept, max(self.roots, default=0)):
                self.add("root_missing", number, now=seal["root"])
        elif kept != (seal["root"], seal["chain"]):
            self.add("root_differs", number, was=kept[0], now=seal["root"])

    def _check_events(self, seal: dict[str, Any], found: list[tuple[int | None, dict[str, Any]]]) -> None:
        places = list(enumerate(seal["members"], 1))
        if withheld := [place for place, member in places if set(member) == {"leaf"}]:
            self.verdict.withheld[seal["number"]] = withheld
        members = {member["id"]: (place, member) for place, member in places if set(member) != {"leaf"}}
        present = set()
        for stored_place, event in found:
            if event["id"] not in members:
                self.add("added", seal["number"], stored_place or 0, event)
                continue
            present.add(event["id"])
            self._check_event(seal["number"], *members[event["id"]], stored_place, event)
        for place, member in members.values():
            if member["id"] not in present:
                self.add("missing", seal["number"], place, member)

    def _check_event(self, number: int, place: int, member: dict[str, Any], stored: int | None, event: dict) -> None:
        if leaf(event) != member["leaf"]:
            old, new = member["marks"], marks(event)
            fields = tuple(n for i, n in enumerate(FIELDS) if old[8 * i : 8 * i + 8] != new[8 * i : 8 * i + 8])
            self.add("changed", number, place, event, fields=fields)
        elif stored != place:
            self.add("moved", number, place, event, was=str(place), now=str(stored))
        elif member["marks"] != marks(event) or any(member.get(n, event[n]) != event[n] for n in FIELDS):
            self.add("seal_changed", number, place, event)  # what it would say of an act that is missing

    def add(self, fault: str, seal: int, place: int = 0, event: dict[str, Any] | None = None, **rest: Any) -> None:
        self.verdict.findings.append(Finding(fault, seal, place, event or {}, **rest))


def check(items: Iterable[Any], roots: Iterable[str] | None, kept: int = 0) -> Verdict:
    """Check a record given as parsed lines against the lines of the roots kept outside (None: there are none).

    `kept`: up to which seal they are known to have been kept, so that a list that was cut or is gone is found too.
    What is damaged is a finding like any other.
    """
    lines = None if roots is None else list(roots)
    checker = Checker(None if lines is None else read_roots(lines), kept)
    for no in damaged_lines(lines or ()):
        checker.add("unreadable", 0, no)
    for no, item in enumerate(items, 1):
        try:
            checker.take(item)
        except DAMAGE:
            checker.add("unreadable", -1, no)
    try:
        return checker.finish()
    except DAMAGE:
        checker.add("unreadable", -1)
        return checker.verdict


WORDS = {
    "missing": "少了",
    "changed": "改了",
    "added": "多了",
    "moved": "挪了位置",
    "seal_changed": "封条本身对不上",
    "seal_missing": "整封不见了",
    "root_differs": "和库外寄存的根不一致",
    "root_missing": "库外寄存的根里没有这一封",
    "unreadable": "读不出来",
}
PLACES = {0: "库外寄存的根第 {place} 行", -1: "记录第 {place} 行"}


def sentence(finding: Finding) -> str:
    """A finding in plain words."""
    where = f"第 {finding.seal} 封" + (f"第 {finding.place} 条" if finding.place else "")
    if finding.fault == "unreadable":
        where = PLACES[finding.seal].format(place=finding.place or "末")
    what = f"{where}：{WORDS[finding.fault]}"
    event = finding.event
    about = f"，{event['at']} {event['event']} {event['kind']} {event['subject']}" if event else ""
    fields = f"，改动的栏：{'、'.join(finding.fields)}" if finding.fields else ""
    return what + about + fields


def state(verdict: Verdict) -> str:
    """Whether the record holds, and from where it does not."""
    if verdict.ok:
        return "一条不差"
    return f"从第 {verdict.first_broken} 封起不能算数" if verdict.first_broken else "有读不出来的地方"


def spans(places: list[int]) -> str:
    """Places in their order, as ranges: 1、4-6."""
    ends = [[place, place] for place in places[:1]]
    for place in places[1:]:
        if place == ends[-1][1] + 1:
            ends[-1][1] = place
        else:
            ends.append([place, place])
    return "、".join(f"{a}-{b}" if a < b else str(a) for a, b in ends)


def _lines(path: str) -> Iterator[Any]:
    """The parsed lines; None for one that is damaged."""
    with Path(path).open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            if line.strip():
                yield _parsed(line)


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def main(arguments: list[str]) -> int:
    """The command line: prints the findings and answers 0, 1 or 2."""
    if len(arguments) not in (1, 2):
        sys.stdout.write(__doc__ or "")
        return 2
    try:
        text = Path(arguments[1]).read_text(encoding="utf-8", errors="replace") if len(arguments) == 2 else None
        roots = None if text is None else text.splitlines()
        verdict = check(_lines(arguments[0]), roots, kept=0 if roots is None or read_roots(roots) else 1)
    except OSError as fault:
        sys.stdout.write(f"读不了这份记录：{type(fault).__name__} {fault}\n")
        return 2
    for finding in verdict.findings:
        sys.stdout.write(sentence(finding) + "\n")
    for number, places in verdict.withheld.items():
        sys.stdout.write(f"第 {number} 封第 {spans(places)} 条：只给了指纹\n")
    sums = f"{verdict.seals} 封，{verdict.events} 条（还没封的 {verdict.unsealed} 条），{state(verdict)}。"
    if verdict.withheld:
        sums += f"另有 {sum(map(len, verdict.withheld.values()))} 条只给了指纹，没有给内容。"
    if verdict.not_kept_outside:
        sums += f"库外没有寄存的 {verdict.not_kept_outside} 封。"
    sys.stdout.write(f"{sums}末封的根 {verdict.last_root}\n")
    return 0 if verdict.ok else 1
