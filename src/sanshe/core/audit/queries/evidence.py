"""What proves that some acts stood in the record when their seals were made, without the rest of the record."""

from collections.abc import Collection, Mapping
from typing import Any

from sanshe.core.audit.adapters import read_roots
from sanshe.core.audit.models import AuditEvent, Seal
from sanshe.core.audit.queries.seals import anchor_name, content, seal_content
from sanshe.core.audit.rules.paths import path_of
from sanshe.core.audit.rules.verify import is_root
from sanshe.core.audit.types import PackKind
from sanshe.core.kit.registry import Registry

PACKS: Registry[PackKind] = Registry("kind of proof pack")
SLICE = 500  # a database takes only so many values in one question


def evidence(subjects: Mapping[str, Collection[str]], *, without: Collection[str] = ()) -> dict[str, Any]:
    """The sealed acts on these subjects (kind -> ids) but those `without`, each with its path to the root of its seal;
    the heads of all seals from the first to the last of them; and those seals' lines of the list kept outside."""
    found = [act for kind, ids in subjects.items() for act in _acts(kind, ids, without)]
    found.sort(key=lambda act: act[:2])
    if not found:
        return {"events": [], "seals": [], "roots": []}
    leaves = _leaves(sorted({number for number, _, _ in found}))
    events = [{**told, "seal": no, "path": path_of(leaves[no], place - 1)} for no, place, told in found]
    first, last = found[0][0], found[-1][0]
    heads = Seal.objects.filter(number__gte=first, number__lte=last).defer("members").order_by("number")
    kept = [
        line for line in read_roots(anchor_name()) if is_root(line.split()) and first <= int(line.split()[0]) <= last
    ]
    return {"events": events, "seals": [_head(one) for one in heads], "roots": kept}


def _acts(kind: str, ids: Collection[str], without: Collection[str]) -> list[tuple[int, int, dict[str, Any]]]:
    """(seal, place, the act as it was fingerprinted)."""
    keys, found = sorted(ids), []
    for at in range(0, len(keys), SLICE):
        rows = AuditEvent.objects.filter(kind=kind, subject__in=keys[at : at + SLICE], seal__isnull=False)
        found += [(row.seal or 0, row.place or 0, content(row)) for row in rows.exclude(event__in=list(without))]
    return found


def _leaves(numbers: list[int]) -> dict[int, list[str]]:
    """The leaves of these seals in their order."""
    found = {}
    for at in range(0, len(numbers), SLICE):
        for seal in Seal.objects.filter(number__in=numbers[at : at + SLICE]):
            found[seal.number] = [member["leaf"] for member in seal_content(seal)["members"]]
    return found


def _head(seal: Seal) -> dict[str, Any]:
    """A seal without its members."""
    seal.members = "[]"
    told = seal_content(seal)
    return {name: told[name] for name in ("number", "count", "root", "previous", "chain", "sealed_at")}
