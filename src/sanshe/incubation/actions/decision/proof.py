"""The proof pack of a batch: what an auditor needs to count everything again, and the program that does."""

import datetime
from pathlib import Path

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint, fingerprint_bytes
from sanshe.core.kit.refused import insist
from sanshe.core.papers.adapters import docx
from sanshe.incubation.adapters import still, zipped
from sanshe.incubation.enums.call.batch import BatchEvent as E
from sanshe.incubation.enums.panel.score import R
from sanshe.incubation.models import Batch
from sanshe.incubation.papers import minutes_doc, order_doc, summary_doc
from sanshe.incubation.phrases.decision.proof import README
from sanshe.incubation.queries.decision import proof as queries
from sanshe.incubation.queries.decision.decision import refusal_to_see, tabulation_of
from sanshe.incubation.queries.panel.score import is_all_sealed
from sanshe.incubation.rules.decision import recount

PAPERS = {"papers/顺序表.docx": order_doc, "papers/汇总表.docx": summary_doc, "papers/会议纪要.docx": minutes_doc}


def make(*, batch: Batch, by: Actor, at: datetime.datetime) -> bytes:
    """The pack as a zip, once it was tabulated. Its manifest is fingerprinted on record, so no other passes for it.

    What is on record is sealed first, in a transaction of its own, for its root must be outside before it is packed.
    The same records give the same bytes, whoever makes the pack and when.
    """
    insist(None if is_all_sealed(batch) and tabulation_of(batch) else R.CLOSED_YET)
    insist(refusal_to_see(by, batch))
    audit.seal(at_real=clock.real())
    files = _files(batch)
    listed = {name: recount.listed(data, name) for name, data in sorted(files.items())}
    said = {"batch": f"{batch.no} {batch.name}", "files": listed}
    files[recount.MANIFEST] = recount.laid_out({**said, "self": fingerprint(said)})
    _note(batch, files, by, at)
    return zipped(files)


def _files(batch: Batch) -> dict[str, bytes]:
    values = queries.contents(batch)
    acts = queries.acts(batch, [sheet["sheet"] for sheet in values["sheets.json"]])
    values |= {"record/events.json": acts["events"], "record/seals.json": acts["seals"]}
    files = {name: recount.laid_out(value) for name, value in values.items()}
    files |= {name: still(docx.render(paper(batch))) for name, paper in PAPERS.items()}
    files["record/roots.txt"] = "".join(f"{line}\n" for line in acts["roots"]).encode()
    files["verify.py"] = Path(recount.__file__).read_bytes()
    files["说明.txt"] = README.encode()
    return files


@transaction.atomic
def _note(batch: Batch, files: dict[str, bytes], by: Actor, at: datetime.datetime) -> None:
    said = {"manifest": fingerprint_bytes(files[recount.MANIFEST]), "files": len(files)}
    where = {"kind": "incubation.batch", "subject": batch.pk, "area_path": batch.area_path}
    audit.record(event=E.PACKED, by=by, at=at, new=said, **where)
