"""Visits: of a door, of a round, what those of a stop come to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.calendar.queries import workdays
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import Outcome, P, Purpose, Result
from sanshe.patrol.models import Round, Stop, Visit
from sanshe.patrol.queries.findings import finding
from sanshe.patrol.rules.visit import fold
from sanshe.patrol.types import Seen, Standing


def standings(stops: Collection[UUID]) -> dict[UUID, Standing]:
    """What the visits of each stop come to. What came when the round was over, and what was corrected, is left out."""
    rows = Visit.objects.filter(stop__in=stops, purpose=Purpose.ROUND, is_late=False, corrections=None)
    fields = rows.values_list("stop_id", "went_at", "device", "seq", "outcome", "result")
    seen: defaultdict[UUID, list[Seen]] = defaultdict(list)
    for stop, went_at, device, seq, outcome, result in fields:
        seen[stop].append(Seen(went_at, device, seq, Outcome(outcome), Result(result) if result else None))
    return {stop: fold(seen[stop], _is_rest) for stop in stops}


def _is_rest(day: date) -> bool:
    return not workdays().is_workday(day)


def stops_for(actor: Actor, row: Round, keys: Iterable[UUID]) -> list[UUID]:
    """Which of these stops lie where this person visits, whoever was sent there."""
    rows = Stop.objects.filter(within(actor.paths(P.VISIT)), round=row, pk__in=list(keys))
    return list(rows.values_list("pk", flat=True))


def stop_for(actor: Actor, key: UUID, code: str = P.VISIT) -> Stop | None:
    """One stop within one's areas."""
    rows = Stop.objects.select_related("round__programme", "premises", "compound")
    return rows.filter(within(actor.paths(code)), pk=key).first()


def of_stop(row: Stop) -> QuerySet[Visit]:
    """What was noted at a door in a round, oldest first, what was corrected too."""
    return row.visits_made.order_by("went_at", "device", "seq").prefetch_related("corrections")


def of_premises(premises: UUID) -> QuerySet[Visit]:
    """What was noted at a door in all rounds, newest first."""
    return Visit.objects.filter(premises=premises).select_related("stop__round", "finding").order_by("-went_at")


def visit_for(actor: Actor, key: UUID) -> Visit | None:
    """A visit of a round within one's areas."""
    rows = Visit.objects.select_related("stop__round__programme", "premises").filter(purpose=Purpose.ROUND)
    return rows.filter(within(actor.paths(P.READ)), pk=key).first()


def may_see_files(actor: Actor, subject: UUID) -> bool:
    """Who may see a visit sees what hangs on it; of a recheck, who may see the finding."""
    row = Visit.objects.filter(pk=subject).first()
    if row is None:
        return False
    return actor.may_at(P.READ, row.area_path) or bool(row.finding_id and finding(actor, row.finding_id))


def late(row: Round, paths: Iterable[str]) -> int:
    """How many came when the round was over."""
    return Visit.objects.filter(within(paths), stop__round=row, is_late=True).count()
