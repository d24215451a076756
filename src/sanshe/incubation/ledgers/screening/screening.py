"""The ledger of screening: rule by rule, who found what on which evidence, what was sent out and until when."""

from collections.abc import Mapping
from typing import Any

from django.db.models import OuterRef, Subquery

from sanshe.core.accounts.models import User
from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.models import Application, Check, Screening
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.call import application as applications
from sanshe.incubation.phrases.screening import screening as words
from sanshe.incubation.queries.panel.panel import shut_to

PILLS = {V.MET: "done", V.TO_MEND: "due", V.NOT_MET: "off"}


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """Findings of what was received, but of those from which this person is recused."""
    newest = Screening.objects.filter(application=OuterRef("application")).order_by("-no")
    found = Check.objects.exclude(application__in=shut_to(actor)).select_related("application__batch", "rule")
    return found.annotate(
        by_name=Subquery(User.objects.filter(pk=OuterRef("checked_by"), is_staff=True).values("name")[:1]),
        due_on=Subquery(newest.values("due_on")[:1]),
        sent=Subquery(newest.exclude(reason="").values("reason")[:1]),
    )


def _verdict(row: Any) -> tuple[str, Any]:
    return PILLS[V(row.verdict)], words.VERDICTS[V(row.verdict)]


def _reason(row: Any) -> str:
    """What was written for this rule, else what was sent out as a whole; nothing where the rule is met."""
    return "" if row.verdict == V.MET else row.reason or row.sent or ""


LEDGER = Ledger(
    code="incubation.screenings",
    title=heads.SCREENINGS,
    note=heads.SCREENINGS_NOTE,
    needs=P.SCREENING_READ,
    columns=(
        Column("number", heads.NUMBER, "application.number"),
        Column("name", heads.NAME, "application.name", link=True, width=26),
        Column("rule", heads.RULE, "rule.no", kind=Kind.INT, width=6),
        Column("condition", heads.CONDITION, "rule.text", width=40),
        Column("verdict", heads.VERDICT, _verdict, kind=Kind.PILL),
        Column("evidence", heads.EVIDENCE, width=36),
        Column("reason", heads.REASON, _reason, width=40),
        Column("by", heads.BY, lambda row: row.by_name or ""),
        Column("checked_at", heads.CHECKED, kind=Kind.DATETIME, width=18),
        Column("due_on", heads.RETURN_DUE, kind=Kind.DATE),
    ),
    rows=_rows,
    filters=(
        Filter("verdict", heads.VERDICT, options=tuple(words.VERDICTS.items()), field="verdict"),
        Filter("state", heads.STATE, options=tuple(applications.STATES.items()), field="application__state"),
        Filter("words", heads.NAME, FilterKind.TEXT, field="application__name"),
        Filter("checked", heads.CHECKED, FilterKind.DATES, field="checked_at"),
    ),
    key=("application__batch_id", "application__serial", "rule__no", "pk"),
    link=lambda row: f"/incubation/batches/{row.application.batch_id}/screening/{row.application_id}/",
    scope="application__area_path",
    seal="孵",
)
LATES = Ledger(
    code="incubation.late",
    title=heads.LATES,
    note=heads.LATES_NOTE,
    needs=P.APPLICATION_READ,
    columns=(
        Column("draft_code", heads.DRAFT_CODE),
        Column("batch", heads.BATCH, "batch.name", width=20),
        Column("late_at", heads.LATE_AT, kind=Kind.DATETIME, width=18),
    ),
    rows=lambda actor, filters: Application.objects.filter(late_at__isnull=False, state=S.DRAFT).select_related(
        "batch"
    ),
    key=("late_at", "pk"),
    seal="孵",
)


def screened_in(path: str) -> int:
    return Application.objects.filter(within([path]), state__in=S.screened_in()).count()


def late(path: str) -> int:
    return Application.objects.filter(within([path]), state=S.DRAFT, late_at__isnull=False).count()


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    LEDGERS.add(LATES.code, LATES)
    told = {"needs": P.APPLICATION_READ, "unit": heads.UNIT_PAPERS}
    _indicate("screened_in", screened_in, "incubation.applications", {"gate": "screened_in"}, told)
    _indicate("late", late, LATES.code, {}, told)


def _indicate(name: str, recount: Any, ledger: str, filters: dict[str, str], told: dict[str, Any]) -> None:
    code, said = f"incubation.{name}", {"recount": recount, "ledger": ledger, "filters": filters}
    INDICATORS.add(code, Indicator(code=code, label=heads.INDICATORS[name], **said, **told))
