"""From the declarations to the panel's decision: by who sits on the panel, and by who leads its day."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, Min, OuterRef, Q

from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Line, Said
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.decision.decision import DecisionState
from sanshe.incubation.enums.panel.panel import RelationDecision, SlotState
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.ledgers import leaving
from sanshe.incubation.ledgers.duties import RUNNING, holder, of_batch, page_of_batch, source, tell, to
from sanshe.incubation.models import Batch, Decision, Panel, Panelist, Relation, Sheet, Slot
from sanshe.incubation.phrases.duties import EVERYBODY

OVER = (SlotState.DONE, SlotState.ABSENT)
CALLED = (SlotState.CALLED, SlotState.PRESENTING, SlotState.DONE)


def _undecided(actor: Actor, at: datetime) -> Any:
    found = Relation.objects.filter(decision=RelationDecision.OPEN, panelist__dismissed_at=None)
    return found.filter(panelist__panel__batch__state=BatchState.SCREENING)


def _to_lock(actor: Actor, at: datetime) -> Any:
    """Drawn, and everybody declared."""
    silent = Panelist.objects.filter(panel=OuterRef("pk"), dismissed_at=None, declared_at=None)
    found = Panel.objects.filter(batch__state=BatchState.SCREENING, draw__drawn_at__isnull=False)
    return found.exclude(Exists(silent))


def _to_declare(actor: Actor, at: datetime) -> Any:
    return Panelist.objects.filter(dismissed_at=None, declared_at=None)


def _to_seal(actor: Actor, at: datetime) -> Any:
    """One row for each member and applicant that was called and is not shut, while the sheet is not sealed."""
    pair = {"panelist": OuterRef("seat"), "application": OuterRef("application")}
    sealed = Sheet.objects.filter(state=SheetState.SEALED, **pair)
    shut = Relation.objects.filter(**pair).exclude(decision=RelationDecision.NO_CONFLICT)
    found = Slot.objects.filter(state__in=CALLED).annotate(
        seat=F("panel__members"),
        person=F("panel__members__person"),
        declared_at=F("panel__members__declared_at"),
        dismissed_at=F("panel__members__dismissed_at"),
        left_at=F("panel__members__left_at"),
        left_after=F("panel__members__left_after"),
    )
    found = found.filter(Q(left_at=None) | Q(turn__lte=F("left_after")), declared_at__isnull=False, dismissed_at=None)
    return found.exclude(Exists(sealed)).exclude(Exists(shut))


def _seal(line: Line, at: datetime) -> Said:
    which = line.facts[1] if line.n == 1 else str(EVERYBODY).format(n=line.n)
    return Said(to("pads", b=line.pk), line.facts[0], blanks=which)


def _leaving(actor: Actor, at: datetime) -> Any:
    return Panelist.objects.filter(left_noted_by__isnull=False, left_at=None, panel__batch__state=BatchState.REVIEWING)


def _agree(line: Line, at: datetime) -> Said:
    return Said(to("leaving", b=line.id(2), pk=line.pk), line.facts[0], blanks=line.facts[1])


def _to_hear(actor: Actor, at: datetime) -> Any:
    return Slot.objects.filter(panel__batch__state=BatchState.REVIEWING).exclude(state__in=OVER)


def _to_vote(actor: Actor, at: datetime) -> Any:
    """Everybody was heard, and no decision is past the panel."""
    left = Slot.objects.filter(panel__batch=OuterRef("pk")).exclude(state__in=OVER)
    past = Decision.objects.filter(batch=OuterRef("pk")).exclude(
        state__in=[DecisionState.SENT_BACK, DecisionState.OPEN]
    )
    return Batch.objects.filter(state=BatchState.REVIEWING).exclude(Exists(left)).exclude(Exists(past))


def _submitted(actor: Actor, at: datetime) -> Any:
    return Decision.objects.filter(state=DecisionState.SUBMITTED).exclude(batch__state__in=RUNNING)


def _declare(line: Line, at: datetime) -> Said:
    return Said(to("declare", b=line.pk), line.facts[0], Due(line.day) if line.day else None)


_OF_PANEL = of_batch("panel__batch", day="panel__batch__panel_on", facts=("panel__batch__name",))
_OF_BATCH = {"key": "batch", "subject": "batch", "place": "batch__area_path", "scope": "batch__area_path"}
SOURCES = (
    holder(
        "recusal", (P.RECUSAL_DECIDE, P.BATCH_READ), _undecided, page_of_batch("panel"),
        **of_batch("panelist__panel__batch", scope="panelist__panel__batch__area_path", is_last_day=True,
                   day="panelist__panel__batch__panel_on", facts=("panelist__panel__batch__name",)),
    ),
    holder("lock", (P.PANEL_MANAGE, P.BATCH_READ), _to_lock, page_of_batch("panel"), **_OF_BATCH,
           day="batch__panel_on", facts=("batch__name",), is_last_day=True),
    source("declare", Owner.PERSON, P.SCORE_WRITE, _to_declare, _declare, **_OF_PANEL | {"is_grouped": False},
           scope="person", is_last_day=True, handing=leaving.SEAT.code),
    source("score", Owner.PERSON, P.SCORE_WRITE, _to_seal, _seal, scope="person", handing=leaving.SEAT.code,
           **_OF_PANEL | {"day": None, "facts": ("panel__batch__name", Min("application__name"))}),
    holder("agree_leaving", P.PANEL_MANAGE, _leaving, _agree, scope="panel__area_path", place="panel__area_path",
           subject="panel__batch", others="left_noted_by", facts=("panel__batch__name", "name", "panel__batch")),
    holder("session", (P.SESSION_CHAIR, P.BATCH_READ), _to_hear, page_of_batch("session"), **_OF_PANEL,
           scope="panel__batch__area_path", is_last_day=True),
    holder("vote", (P.SESSION_CHAIR, P.BATCH_READ), _to_vote, page_of_batch("decision"), subject="pk", day="panel_on",
           facts=("name",), is_last_day=True),
    holder("decision", (P.DECISION_APPROVE, P.BATCH_READ), _submitted, page_of_batch("decision"), **_OF_BATCH,
           facts=("batch__name",)),
)  # fmt: skip


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
