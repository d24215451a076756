"""What proves that some acts stood in the record when their seals were made, without the rest of the record."""

from collections.abc import Collection, Mapping
from typing import Any

from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.models import AuditEvent, Seal
from sanshe.core.audit.queries.seals import anchor_name, content, seal_content
from sanshe.core.audit.rules.paths import path_of


def evidence(subjects: Mapping[str, Collection[str]], *, without: Collection[str] = ()) -> dict[str, Any]:
    """The sealed acts on these subjects (kind -> ids) but those `without`, each with its path to the root of its seal;
    the heads of all seals from the first to the last of them; and those seals' lines of the list kept outside."""
    found = [row for kind, ids in subjects.items() for row in _rows(kind, ids, without)]
    found.sort(key=lambda row: (row.seal, row.place))
    numbers = sorted({row.seal for row in found})
    if not numbers:
        return {"events": [], "seals": [], "roots": []}
    leaves = {one.number: [m["leaf"] for m in seal_content(one)["members"]] for one in _seals(numbers)}
    paths = (path_of(leaves[row.seal], row.place - 1) for row in found)
    events = [content(row) | {"seal": row.seal, "path": path} for row, path in zip(found, paths, strict=True)]
    heads = Seal.objects.filter(number__gte=numbers[0], number__lte=numbers[-1]).defer("members").order_by("number")
    kept = [line for line in read_roots(anchor_name()) if numbers[0] <= int(line.split()[0]) <= numbers[-1]]
    return {"events": events, "seals": [_head(one) for one in heads], "roots": kept}


def _rows(kind: str, ids: Collection[str], without: Collection[str]) -> list[AuditEvent]:
    """In slices, for a database takes only so many values at once."""
    keys, rows = sorted(ids), []
    for first in range(0, len(keys), 500):
        part = AuditEvent.objects.filter(kind=kind, subject__in=keys[first : first + 500], seal__isnull=False)
        rows += part.exclude(event__in=list(without))
    return rows


def _seals(numbers: list[int]) -> list[Seal]:
    return [
        seal
        for first in range(0, len(numbers), 500)
        for seal in Seal.objects.filter(number__in=numbers[first : first + 500])
    ]


def _head(seal: Seal) -> dict[str, Any]:
    """A seal without its members."""
    seal.members = "[]"
    told = seal_content(seal)
    return {name: told[name] for name in ("number", "count", "root", "previous", "chain", "sealed_at")}
