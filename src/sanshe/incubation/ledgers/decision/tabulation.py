"""The summary of scores as a ledger: only of batches whose decision is made, and only for who may see results."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery, Sum

from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.decision.decision import PlaceKind
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models import Place, Sheet, Slot
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.decision import decision as words
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.decision.decision import refusal_to_see
from sanshe.incubation.rules.decision.tabulation import two_places


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """One row an applicant that was decided about, with the sum of its sealed sheets."""
    seen = [one.pk for one in batches.visible(actor, P.TABULATION_READ) if refusal_to_see(actor, one) is None]
    mine = Sheet.objects.filter(application=OuterRef("application"), state=SheetState.SEALED).order_by()
    summed = mine.values("application")
    slot = Slot.objects.filter(application=OuterRef("application")).values("place")[:1]
    return (
        Place.objects.filter(batch__in=seen)
        .select_related("application", "batch")
        .annotate(
            drawn=Subquery(slot),
            sheets=Subquery(summed.annotate(n=Count("pk")).values("n")[:1], output_field=IntegerField()),
            total=Subquery(summed.annotate(n=Sum("total")).values("n")[:1], output_field=IntegerField()),
        )
    )


def _mean(row: Any) -> str:
    return two_places(Fraction(row.total, row.sheets)) if row.sheets else ""


LEDGER = Ledger(
    code="incubation.scores",
    title=heads.SCORES,
    note=heads.SCORES_NOTE,
    needs=P.BATCH_READ,  # members of a panel read their own tabulation at its page, and are shown no counts
    columns=(
        Column("rank", heads.RANK, kind=Kind.INT, width=6),
        Column("number", heads.NUMBER, "application.number"),
        Column("name", heads.NAME, "application.name", link=True, width=28),
        Column("batch", heads.BATCH, "batch.name", width=20),
        Column("drawn", heads.DRAWN, kind=Kind.INT, width=8),
        Column("sheets", heads.SHEETS, kind=Kind.INT, width=8),
        Column("total", heads.TOTAL, kind=Kind.INT, width=8),
        Column("mean", heads.MEAN, _mean, width=8),
        Column("kind", heads.RESULT, lambda row: words.PLACES[PlaceKind(row.kind)]),
        Column("reserve_no", heads.RESERVE_NO, lambda row: row.reserve_no or "", width=8),
    ),
    rows=_rows,
    filters=(
        Filter("kind", heads.RESULT, options=tuple(words.PLACES.items()), field="kind"),
        Filter("words", heads.NAME, FilterKind.TEXT, field="application__name"),
    ),
    key=("-batch__no", "rank", "pk"),
    link=lambda row: f"/incubation/batches/{row.batch_id}/tabulation/",
    seal="孵",
)


def selected(path: str) -> int:
    return Place.objects.filter(within([path]), kind=PlaceKind.SELECTED).count()


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    code = "incubation.selected"
    rows = {"ledger": LEDGER.code, "filters": {"kind": PlaceKind.SELECTED}}
    told = {"label": heads.INDICATORS["selected"], "needs": P.BATCH_READ, "unit": heads.UNIT_HOMES}
    INDICATORS.add(code, Indicator(code=code, recount=selected, counter=code, **rows, **told))
