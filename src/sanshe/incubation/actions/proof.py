"""The proof pack of a batch: what an auditor needs to count everything again, and the program that does."""

import datetime
import json
from pathlib import Path
from typing import Any

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import insist
from sanshe.core.ledgers.adapters import docx
from sanshe.incubation.adapters import zipped
from sanshe.incubation.enums.batch import BatchEvent as E
from sanshe.incubation.enums.score import R
from sanshe.incubation.models import Batch
from sanshe.incubation.queries import proof as queries
from sanshe.incubation.queries.documents import minutes_doc, order_doc, summary_doc
from sanshe.incubation.queries.score import is_all_sealed
from sanshe.incubation.rules import recount

PAPERS = {"papers/顺序表.docx": order_doc, "papers/汇总表.docx": summary_doc, "papers/会议纪要.docx": minutes_doc}


@transaction.atomic
def make(*, batch: Batch, by: Actor, at: datetime.datetime) -> bytes:
    """The pack as a zip, after the last seal. Its manifest is fingerprinted on record, so no other passes for it."""
    insist(None if is_all_sealed(batch) else R.CLOSED_YET)
    audit.seal(at_real=clock.real())
    files = {name: _json(value) for name, value in queries.contents(batch).items()}
    files |= {name: docx.render(paper(batch)) for name, paper in PAPERS.items()}
    files["recount.py"] = Path(recount.__file__).read_bytes()
    files["record/roots.txt"] = queries.roots().encode()
    listed = {name: fingerprint_bytes(data) for name, data in files.items()}
    files[recount.MANIFEST] = _json({"batch": batch.name, "made_at": at.isoformat(), "files": listed})
    said = {"manifest": fingerprint_bytes(files[recount.MANIFEST]), "files": len(files)}
    where = {"kind": "incubation.batch", "subject": batch.pk, "area_path": batch.area_path}
    audit.record(event=E.PACKED, by=by, at=at, new=said, **where)
    return zipped(files)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()
