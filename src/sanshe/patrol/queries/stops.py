"""The stops of a round: counted by compound, in walking order, those of one worker."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanshe.core.areas.models import Compound
from sanshe.core.areas.queries.premises import key_compounds
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import Outcome, P, RoundState
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.types import Counted, Sums

WALK = ("area_path", "compound__walk_no", "compound_id", "premises__walk_no", "premises__code")


def stops(row: Round, paths: Iterable[str]) -> QuerySet[Stop]:
    return Stop.objects.filter(within(paths), round=row)


def _when(**more: Any) -> Count:
    return Count("pk", filter=Q(is_added=False, **more))


SUMS = {
    "due": _when(),
    "checked": _when(outcome=Outcome.CHECKED),
    "locked": _when(outcome=Outcome.LOCKED),
    "refused": _when(outcome=Outcome.REFUSED),
    "not_found": _when(outcome=Outcome.NOT_FOUND),
    "not_visited": _when(outcome=""),
    "added": Count("pk", filter=Q(is_added=True)),
    "try_owed": _when(is_try_owed=True),
}


def sums(row: Round, paths: Iterable[str]) -> Sums:
    """A round below these paths."""
    return Sums(**stops(row, paths).aggregate(**SUMS))


def seen(row: Round, paths: Iterable[str]) -> dict[str, int]:
    """How many doors of a round showed what, the gravest thing of each."""
    rows = stops(row, paths).exclude(result="").order_by()
    return dict(rows.values_list("result").annotate(n=Count("pk")))


def counted(row: Round, paths: Iterable[str]) -> list[Counted]:
    """Every compound of a round below these paths, in walking order."""
    rows = stops(row, paths).order_by()
    found = rows.values_list("compound_id").annotate(assigned=Count("pk", filter=Q(worker__isnull=False)), **SUMS)
    by_compound = {pk: (assigned, Sums(*figures)) for pk, assigned, *figures in found}
    walkers: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for compound, worker in rows.values_list("compound_id", "worker").distinct():
        if worker:
            walkers[compound].append(worker)
    compounds = list(Compound.objects.filter(pk__in=by_compound))
    keys = key_compounds(compounds, row.starts_on)
    return [_counted(one, one.pk in keys, *by_compound[one.pk], walkers[one.pk]) for one in compounds]


def _counted(one: Compound, is_key: bool, assigned: int, found: Sums, walkers: list[UUID]) -> Counted:
    return Counted(one.area_path, one.pk, one.name, is_key, found, assigned, tuple(sorted(walkers)))


def walking(row: Round, paths: Iterable[str]) -> str:
    """The same text as long as the same people walk the same compounds there."""
    rows = stops(row, paths).order_by("compound", "worker").values_list("compound", "worker").distinct()
    return fingerprint([[str(compound), str(worker)] for compound, worker in rows])


def in_compounds(row: Round, path: str, compounds: Iterable[UUID]) -> list[UUID]:
    """The stops of some compounds of a community."""
    return list(stops(row, [path]).filter(compound__in=list(compounds)).values_list("pk", flat=True))


def walk(row: Round, worker: UUID) -> QuerySet[Stop]:
    """What one worker walks in a round, in order."""
    return Stop.objects.filter(round=row, worker=worker).select_related("premises", "compound").order_by(*WALK)


def running_for(actor: Actor) -> list[Round]:
    """The rounds that are walked now and in which this person has stops."""
    mine = Stop.objects.filter(worker=actor.id).values("round")
    return list(Round.objects.select_related("programme").filter(state=RoundState.RUNNING, pk__in=mine))


def of_premises(premises: UUID) -> QuerySet[Stop]:
    """The rounds in which these premises were, oldest first."""
    return Stop.objects.filter(premises=premises).select_related("round").order_by("round__starts_on", "round_id")


def in_running(path: str, at: datetime) -> int:
    """How many stops of rounds that are walked lie in an area."""
    return Stop.objects.filter(within([path]), round__state=RoundState.RUNNING).count()


def sent_to_nobody() -> QuerySet[Stop]:
    return Stop.objects.filter(round__state=RoundState.RUNNING, worker=None)


def not_visited(actor: Actor) -> QuerySet[Stop]:
    """Doors of the frame to which nobody went yet, in the rounds that are walked."""
    rows = Stop.objects.filter(within(actor.paths(P.READ)), round__state=RoundState.RUNNING)
    return rows.filter(is_added=False, outcome="")
