"""What of the record a reader of some areas is given: of acts elsewhere nothing but their fingerprints. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sanshe.core.kit.access import DISTRICT
from sanshe.core.kit.prefix import covers


def is_open(paths: Sequence[str], area_path: str | None) -> bool:
    """Whether an act of this area may be read; one of no area by whoever holds a district or more."""
    if not area_path:
        return any(len(path) <= DISTRICT for path in paths)
    return covers(paths, area_path)


def given(lines: Iterable[dict[str, Any]], paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The lines of the record in their order. The area of a sealed act is the one its seal says."""
    sealed: dict[str, str | None] = {}
    for line in lines:
        if "seal_number" in line:
            sealed = {member["id"]: member.get("area_path") for member in line["members"]}
            yield line | {"members": [_member(one, paths) for one in line["members"]]}
        elif is_open(paths, sealed.get(line["id"], line["area_path"])):
            yield line


def _member(member: dict[str, Any], paths: Sequence[str]) -> dict[str, Any]:
    """The leaf proves the seal by itself; the marks, a field each, could be guessed."""
    return member if is_open(paths, member.get("area_path")) else {"leaf": member["leaf"]}
