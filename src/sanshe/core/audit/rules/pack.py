"""What every proof pack has: a manifest, the acts with their way to the roots, one way to say what does not agree.

A part of the program in the pack: the part of an app names its own checks and calls `answer`. Python 3.8 reads it.
"""

from __future__ import annotations

import json
import sys
import zipfile
import zlib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanshe.core.audit.rules.hashes import canonical, chain_of, climbed, fingerprint, root_line, sha

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MANIFEST = "manifest.json"
TEXTS = (".json", ".txt", ".py")
FAULTS = (KeyError, ValueError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError)
CLOSED = (OSError, EOFError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)


def laid_out(value: Any) -> bytes:
    """A JSON file of the pack: one row a line, so that an altered row can be named."""
    if isinstance(value, dict):
        rows = [canonical(key).decode() + ":" + canonical(one).decode() for key, one in sorted(value.items())]
        return "\n".join(["{", ",\n".join(rows), "}", ""]).encode()
    return "\n".join(["[", ",\n".join(canonical(one).decode() for one in value), "]", ""]).encode()


def listed(data: bytes, name: str) -> Any:
    """What the manifest says of a file: its fingerprint, for texts eight digits of each line's as well."""
    is_text = name.endswith(TEXTS)
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
    manifest = json_of(pack, MANIFEST)
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


def record(pack: dict[str, bytes]) -> Iterator[str]:
    """Whether each act leads to the root of the seal that closed it, and the seals to one another and to the list kept
    outside."""
    heads = json_of(pack, "record/seals.json")
    yield from _chained(heads, pack["record/roots.txt"].decode().splitlines())
    roots = {head["number"]: head["root"] for head in heads}
    for event in json_of(pack, "record/events.json"):
        if climbed(event) != roots.get(event["seal"]):
            about = f"{event['at']} {event['event']} {event['subject']}"
            yield f"record/events.json：{about} 到不了第 {event['seal']} 封的根"


def _chained(heads: list[dict[str, Any]], kept: list[str]) -> Iterator[str]:
    outside = {int(line.split()[0]): line for line in kept if line.strip()}
    for before, head in zip([None, *heads], heads):  # noqa: B905 - 3.8 knows no strict
        number = head["number"]
        if before and (number, head["previous"]) != (before["number"] + 1, before["chain"]):
            yield f"record/seals.json：第 {number} 封和前一封接不上"
        if chain_of(head) != head["chain"]:
            yield f"record/seals.json：第 {number} 封改过"
        if number not in outside:
            yield f"record/roots.txt：没有第 {number} 封，库外寄存的根缺了"
        elif outside[number] != root_line(head):
            yield f"record/roots.txt：第 {number} 封和库外寄存的根不一致"


def acts_of(pack: dict[str, bytes]) -> Callable[[str, str, str, str], bool]:
    """Answers whether an act on (kind, subject) says that `key` was this value: what no act names was put in later."""
    acts = defaultdict(list)
    for event in json_of(pack, "record/events.json"):
        acts[event["kind"], event["subject"]].append(json.loads(event["new"]))
    return lambda kind, subject, key, value: any(one.get(key) == value for one in acts[kind, subject])


def json_of(pack: dict[str, bytes], name: str) -> Any:
    """The value of a file of the pack."""
    try:
        return json.loads(pack[name])
    except ValueError as error:
        raise ValueError(f"{name} {error}") from error


def found_in(
    pack: dict[str, bytes], checks: Sequence[tuple[str, Callable[[dict[str, bytes]], Iterator[str]]]]
) -> list[str]:
    """Everything that does not agree. A file that can not be read is a finding of its own."""
    found = []
    for title, one in (("文件", files), *checks, ("操作记录的封条", record)):
        try:
            for finding in one(pack):  # one by one: what was found before a fault is kept
                found.append(f"[{title}] {finding}")
        except FAULTS as error:
            found.append(f"[{title}] 读不懂：{type(error).__name__} {error}")
    return found


def say(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))


def answer(arguments: list[str], checks: Sequence[tuple[str, Any]], whole: str) -> int:
    """The command line: prints the findings and answers 0, 1 or 2."""
    if len(arguments) != 1:
        say("用法：python3 verify.py 材料包（文件夹或 zip）")
        return 2
    try:
        pack = read(Path(arguments[0]))
        manifest = sha(pack[MANIFEST])
    except CLOSED as error:
        say(f"材料包打不开：{error}")
        return 2
    found = found_in(pack, checks)
    titles = "、".join(["文件", *(title for title, _ in checks), "操作记录的封条"])
    say("\n".join(found) or f"全部一致：{len(pack)} 个文件。查了：{titles}。{whole}")
    say(f"清单指纹 {manifest}，请和操作记录里的核对。")
    return 1 if found else 0
