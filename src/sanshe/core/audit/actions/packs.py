"""Proof packs: what somebody outside needs to count a case again, and the program that does."""

from datetime import datetime
from typing import Any

from django.db import transaction

from sanshe.core.audit.actions.sealing import record, seal
from sanshe.core.audit.adapters import source_of, zipped
from sanshe.core.audit.queries import PACKS, evidence
from sanshe.core.audit.rules import hashes, pack
from sanshe.core.audit.rules.program import program
from sanshe.core.audit.types import PackKind
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor


def make_pack(*, kind: str, row: Any, by: Actor, at: datetime) -> bytes:
    """The pack of a case as a zip. Its manifest is fingerprinted on record, so no other passes for it.

    What is on record is sealed first, in a transaction of its own, for its root must be outside before it is packed.
    The same records give the same bytes, whoever makes the pack and when.
    """
    seal(at_real=clock.real())
    declared = PACKS[kind]
    files = _files(declared, row)
    note = {"manifest": hashes.sha(files[pack.MANIFEST]), "files": len(files)}
    where = {"kind": kind, "subject": row.pk, "area_path": row.area_path}
    with transaction.atomic():
        record(event=declared.event, by=by, at=at, new=note, **where)
    return zipped(files)


def _files(declared: PackKind, row: Any) -> dict[str, bytes]:
    told = declared.contents(row)
    proven = evidence(told.acts, without=(declared.event, *declared.without))
    rows = {**told.rows, "record/events.json": proven["events"], "record/seals.json": proven["seals"]}
    files = {**{name: pack.laid_out(value) for name, value in rows.items()}, **told.files}
    files["record/roots.txt"] = "".join(f"{line}\n" for line in proven["roots"]).encode()
    files["verify.py"] = program([source_of(one) for one in (hashes, pack, declared.part)]).encode()
    listed = {name: pack.listed(data, name) for name, data in sorted(files.items())}
    said = {"about": told.about, "files": listed}
    return {**files, pack.MANIFEST: pack.laid_out({**said, "self": hashes.fingerprint(said)})}
