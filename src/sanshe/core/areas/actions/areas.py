"""Loading an official list."""

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from sanshe.core.areas.enums import E
from sanshe.core.areas.models import Area, TreeVersion
from sanshe.core.areas.queries.areas import search_entries, tree
from sanshe.core.areas.rules import areas as rules
from sanshe.core.areas.types import Entry, Fault
from sanshe.core.audit import actions as audit
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.search import actions as search

KIND = "areas.tree"


@transaction.atomic
def load(*, lines: Sequence[tuple[str, str, str, str]], by: Actor, at: datetime.datetime) -> tuple[Fault, ...]:
    """Load (code, level, name, parent) lines; nothing when a line is faulty. The faults are the answer.

    What is there stays; a changed name is kept as the former one and put on record.
    """
    known = set(Area.objects.values_list("code", flat=True))
    if found := rules.faults(lines, known):
        return found
    given = sorted(rules.entries(lines), key=lambda entry: rules.path_of(entry.code))
    added = [_row(entry) for entry in given if entry.code not in known]
    paths = {row.path for row in added} | set(Area.objects.values_list("path", flat=True))
    for row in added:
        row.parent_id = row.parent_id if row.parent_id in paths else None
    Area.objects.bulk_create(added, batch_size=1000)
    renamed = _rename([entry for entry in given if entry.code in known], by, at)
    if added or renamed:
        turn_tree()
        search.index_all(search_entries())
        audit.record(event=E.LOADED, kind=KIND, subject="tree", by=by, at=at, new={"added": len(added)})
    return ()


def _row(entry: Entry) -> Area:
    parent = rules.path_of(entry.parent) if entry.parent else None
    return Area(path=rules.path_of(entry.code), code=entry.code, level=entry.level, name=entry.name, parent_id=parent)


def _rename(entries: list[Entry], by: Actor, at: datetime.datetime) -> int:
    names = dict(Area.objects.values_list("code", "name"))
    changed = [entry for entry in entries if names[entry.code] != entry.name]
    for entry in changed:
        Area.objects.filter(code=entry.code).update(former_name=F("name"), name=entry.name, renamed_on=shanghai.day(at))
        said = {"old": {"name": names[entry.code]}, "new": {"name": entry.name}}
        audit.record(event=E.RENAMED, kind=KIND, subject=entry.code, by=by, at=at, **said)
    return len(changed)


def turn_tree() -> None:
    """Whoever keeps the tree in memory reads it anew."""
    if not TreeVersion.objects.update(number=F("number") + 1):
        TreeVersion.objects.create(number=1)
    tree.forget()
