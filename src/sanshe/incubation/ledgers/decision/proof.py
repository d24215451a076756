"""What an auditor is given of a batch: rows, papers, acts, and the part of the program that counts again."""

from sanshe.core.audit.adapters import still
from sanshe.core.audit.queries import PACKS
from sanshe.core.audit.types import PackContents, PackKind
from sanshe.core.papers.adapters import docx
from sanshe.incubation.enums.call.batch import BatchEvent as E
from sanshe.incubation.enums.decision.tabulation import E as Tabulated
from sanshe.incubation.models import Batch
from sanshe.incubation.papers import minutes_doc, order_doc, summary_doc
from sanshe.incubation.phrases.decision.proof import README
from sanshe.incubation.queries.decision import proof as queries
from sanshe.incubation.rules.decision import recount

PAPERS = {"papers/顺序表.docx": order_doc, "papers/汇总表.docx": summary_doc, "papers/会议纪要.docx": minutes_doc}


def contents(batch: Batch) -> PackContents:
    rows = queries.contents(batch)
    files = {name: still(docx.render(paper(batch))) for name, paper in PAPERS.items()}
    acts = queries.subjects(batch, [sheet["sheet"] for sheet in rows["sheets.json"]])
    return PackContents(f"{batch.no} {batch.name}", rows, acts, files | {"说明.txt": README.encode()})


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    PACKS.add("incubation.batch", PackKind(recount, E.PACKED, contents, without=(Tabulated.CHECKED,)))
