"""Published figures of incubation, counted from the rows."""

from typing import Any

from sanshe.core.ledgers.queries import FIGURES
from sanshe.incubation.models import Batch, Call
from sanshe.incubation.queries.batch import funnel
from sanshe.incubation.queries.closing import batch_line, sums


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    FIGURES.add("incubation", figures)


def figures(path: str) -> dict[str, Any]:
    """What is said in public: each batch that had a call in this system, and who entered in all."""
    called = Call.objects.values("batch_id")
    batches = Batch.objects.filter(area_path__startswith=path, pk__in=called).order_by("no")
    return {"batches": [batch_line(batch, funnel(batch)) for batch in batches], **sums(path)}
