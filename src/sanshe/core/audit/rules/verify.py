#!/usr/bin/env python3
"""Check a record of acts. Needs nothing but Python 3.11 and no network.

    python3 verify.py record.jsonl roots.txt

`record.jsonl` is the export of the record, one JSON object a line: first a seal, then the events it sealed, and so on;
events after the last seal carry `"seal": null`. `roots.txt` is the list of roots kept outside the database.
The answer is 0 when all is as it was sealed, 1 when something is missing, changed, added or moved, 2 when the files
cannot be read. Sentences are printed in Chinese, one a finding.

How it is built. An event's fields are fingerprinted one by one (its marks) and together (its leaf). A seal holds
the leaves in order, their Merkle root (leaves and nodes hashed apart, as in RFC 6962), and a chain value over its own
number, count, root, time and the chain value of the seal before. So one changed letter shows in its mark, its leaf,
its seal's root and, unless everything behind is made anew, in every later seal; the roots kept outside show that too.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FIELDS = ("id", "event", "kind", "subject", "at", "recorded_at", "by", "by_name", "area_path", "old", "new", "note")
EMPTY = "0" * 64


def sha(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")


def leaf(event: dict[str, Any]) -> str:
    """The fingerprint of one event, all fields together."""
    return sha(b"\x00" + canonical([event[name] for name in FIELDS]))


def marks(event: dict[str, Any]) -> str:
    """Eight digits for each field in the order of FIELDS: they tell which field was changed, not what it was."""
    return "".join(sha(canonical([name, event["id"], event[name]]))[:8] for name in FIELDS)


def root_of(leaves: list[str]) -> str:
    """The Merkle root of leaves in their order; an odd last one goes up unchanged."""
    level = leaves or [EMPTY]
    while len(level) > 1:
        level = next_level(level)
    return level[0]


def next_level(level: list[str]) -> list[str]:
    """Two and two together."""
    pairs = [sha(b"\x01" + bytes.fromhex(a + b)) for a, b in zip(level[::2], level[1::2], strict=False)]
    return pairs + level[len(level) - len(level) % 2 :]


def chain_of(seal: dict[str, Any]) -> str:
    """The value that binds a seal to the one before it."""
    return sha(b"\x02" + canonical([seal[k] for k in ("number", "count", "root", "sealed_at", "previous")]))


def root_line(seal: dict[str, Any]) -> str:
    """The line that goes into the list kept outside the database."""
    return f"{seal['number']} {seal['count']} {seal['root']} {seal['chain']} {seal['sealed_at']}"


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
    """What a check found. `last_root` is the root of the last seal, to be compared with a printed one."""

    seals: int = 0
    events: int = 0
    unsealed: int = 0
    not_kept_outside: int = 0
    last_root: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.findings

    @property
    def first_broken(self) -> int | None:
        """The number of the first seal that does not hold; those behind it cannot be relied on either."""
        return min((f.seal for f in self.findings), default=None)


def read_roots(lines: Iterable[str]) -> dict[int, tuple[str, str]]:
    """Number -> (root, chain) of the list kept outside. A number that stands there with two roots fits nothing."""
    roots: dict[int, tuple[str, str]] = {}
    for line in lines:
        parts = line.split()
        if len(parts) >= 4:
            number, pair = int(parts[0]), (parts[2], parts[3])
            roots[number] = pair if roots.get(number, pair) == pair else ("two roots", "two roots")
    return roots


class Checker:
    """Takes the record line by line and remembers one seal at a time."""

    def __init__(self, roots: dict[int, tuple[str, str]] | None) -> None:
        self.roots = roots
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
            self._add("added", item.get("seal") or 0, item.get("place") or 0, item)
        elif item.get("seal") is not None and (self.seal is None or item["seal"] != self.seal["number"]):
            self._add("added", item["seal"], item.get("place") or 0, item)
        elif item.get("seal") is not None:
            self.found.append((item.get("place"), item))
        self.seen.add(item["id"])

    def finish(self) -> Verdict:
        """Close the last seal and compare with the seals known outside."""
        self.close()
        for number in sorted(self.roots or {}):
            if number >= self.expected:
                self._add("seal_missing", number)
        return self.verdict

    def close(self) -> None:
        """Check the seal whose events have all been taken."""
        seal, found = self.seal, self.found
        self.seal, self.found = None, []
        if seal is None:
            return
        for number in range(self.expected, seal["number"]):
            self._add("seal_missing", number)
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
            self._add("seal_changed", number, was=seal["root"], now=now)
        if self.roots is None:
            return
        kept = self.roots.get(number)
        if kept is None:
            self.verdict.not_kept_outside += 1
            if any(later > number for later in self.roots):
                self._add("root_differs", number, was="", now=seal["root"])
        elif kept != (seal["root"], seal["chain"]):
            self._add("root_differs", number, was=kept[0], now=seal["root"])

    def _check_events(self, seal: dict[str, Any], found: list[tuple[int | None, dict[str, Any]]]) -> None:
        members = {member["id"]: (place, member) for place, member in enumerate(seal["members"], 1)}
        present = set()
        for stored_place, event in found:
            if event["id"] not in members:
                self._add("added", seal["number"], stored_place or 0, event)
                continue
            present.add(event["id"])
            self._check_event(seal["number"], *members[event["id"]], stored_place, event)
        for place, member in members.values():
            if member["id"] not in present:
                self._add("missing", seal["number"], place, member)

    def _check_event(self, number: int, place: int, member: dict[str, Any], stored: int | None, event: dict) -> None:
        if leaf(event) != member["leaf"]:
            old, new = member["marks"], marks(event)
            fields = tuple(n for i, n in enumerate(FIELDS) if old[8 * i : 8 * i + 8] != new[8 * i : 8 * i + 8])
            self._add("changed", number, place, event, fields=fields)
        elif stored != place:
            self._add("moved", number, place, event, was=str(place), now=str(stored))

    def _add(self, fault: str, seal: int, place: int = 0, event: dict[str, Any] | None = None, **rest: Any) -> None:
        self.verdict.findings.append(Finding(fault, seal, place, event or {}, **rest))


def check(items: Iterable[dict[str, Any]], roots: Iterable[str] | None) -> Verdict:
    """Check a record given as parsed lines against the lines of the roots kept outside (None: there are none)."""
    checker = Checker(None if roots is None else read_roots(roots))
    for item in items:
        checker.take(item)
    return checker.finish()


WORDS = {
    "missing": "少了",
    "changed": "改了",
    "added": "多了",
    "moved": "挪了位置",
    "seal_changed": "封条本身对不上",
    "seal_missing": "整封不见了",
    "root_differs": "和库外寄存的根不一致",
}


def sentence(finding: Finding) -> str:
    """A finding in plain words."""
    what = f"第 {finding.seal} 封" + (f"第 {finding.place} 条" if finding.place else "") + f"：{WORDS[finding.fault]}"
    event = finding.event
    about = f"，{event['at']} {event['event']} {event['kind']} {event['subject']}" if event else ""
    fields = f"，改动的栏：{'、'.join(finding.fields)}" if finding.fields else ""
    return what + about + fields


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def main(arguments: list[str]) -> int:
    """The command line: prints the findings and answers 0, 1 or 2."""
    if len(arguments) not in (1, 2):
        sys.stdout.write(__doc__ or "")
        return 2
    try:
        roots = Path(arguments[1]).read_text(encoding="utf-8").splitlines() if len(arguments) == 2 else None
        verdict = check(_lines(arguments[0]), roots)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        sys.stdout.write(f"读不了这份记录：{type(fault).__name__} {fault}\n")
        return 2
    for finding in verdict.findings:
        sys.stdout.write(sentence(finding) + "\n")
    state = "一条不差" if verdict.ok else f"从第 {verdict.first_broken} 封起不能算数"
    sums = f"{verdict.seals} 封，{verdict.events} 条（还没封的 {verdict.unsealed} 条），{state}。"
    sys.stdout.write(f"{sums}末封的根 {verdict.last_root}\n")
    return 0 if verdict.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
