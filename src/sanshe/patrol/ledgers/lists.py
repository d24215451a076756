"""The ledgers of frames, visits and findings."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from sanshe.core.areas.phrases import PREMISES_KINDS
from sanshe.core.areas.queries import name_of
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.patrol import phrases
from sanshe.patrol.enums import OPEN, FindingState, P, Purpose, RoundState
from sanshe.patrol.models import Finding, Round, Stop, Visit
from sanshe.patrol.queries.season import programmes

F = phrases.FIELDS


def rounds_of(actor: Actor) -> list[tuple[str, str]]:
    """The frozen rounds of one's programmes, the newest first."""
    rows = Round.objects.filter(programme__in=programmes(actor)).exclude(state=RoundState.PLANNED)
    found = rows.order_by("-starts_on", "-number").values_list("pk", "programme__name", "number")
    return [(str(pk), f"{name} {number}") for pk, name, number in found[:40]]


def _rows(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Stop]:
    return Stop.objects.select_related("premises", "compound", "round")


STOPS = Ledger(
    code="patrol.stops",
    title=phrases.STOPS_LEDGER,
    needs=P.READ,
    columns=(
        Column("round", F["round"], "round.number", kind="number", width=8),
        Column("code", F["code"], "premises.code", link=True, width=20),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=18),
        Column("compound", F["compound"], "compound.name", width=20),
        Column("door", F["door"], "premises.name", width=18),
        Column("kind", F["kind"], lambda row: PREMISES_KINDS[row.kind]),
        Column("member", F["member"], lambda row: phrases.MEMBER[row.is_added]),
    ),
    rows=_rows,
    filters=(
        Filter("round", F["round"], options=rounds_of, field="round_id"),
        Filter("kind", F["kind"], options=tuple(PREMISES_KINDS.items()), field="kind"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("area_path", "pk"),
    link=lambda row: f"/premises/{row.premises_id}/",
    seal="煤",
)


def _visits(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Visit]:
    """What was noted in rounds, what was corrected too: both stay."""
    rows = Visit.objects.filter(purpose=Purpose.ROUND)
    return rows.select_related("premises__compound", "stop__round", "finding").prefetch_related("corrections")


def _standing(row: Visit) -> Any:
    if row.corrections.all():
        return phrases.CORRECTED
    return phrases.LATE[row.is_late]


VISITS = Ledger(
    code="patrol.visits",
    title=phrases.VISITS_LEDGER,
    needs=P.READ,
    columns=(
        Column("went_at", F["noted_at"], kind="datetime", link=True, width=18),
        Column("round", F["round"], "stop.round.number", kind="number", width=8),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=18),
        Column("compound", F["compound"], "premises.compound.name", width=20),
        Column("door", F["door"], "premises.name", width=18),
        Column("outcome", F["outcome"], lambda row: phrases.OUTCOMES[row.outcome]),
        Column("result", F["result"], lambda row: phrases.RESULTS.get(row.result, "")),
        Column("kg", F["kg"], "kg", kind="number", width=10),
        Column("reason", F["reason"], lambda row: phrases.MISSING.get(row.reason, "")),
        Column("finding", F["finding"], lambda row: row.finding.name if row.finding else ""),
        Column("standing", F["standing"], _standing),
    ),
    rows=_visits,
    filters=(
        Filter("round", F["round"], options=rounds_of, field="stop__round_id"),
        Filter("outcome", F["outcome"], options=tuple(phrases.OUTCOMES.items()), field="outcome"),
        Filter("day", F["noted_at"], kind="dates", field="went_at"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("-went_at", "pk"),
    link=lambda row: reverse("patrol:stop", args=[row.stop_id]),
    seal="煤",
)


def _findings(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Finding]:
    return Finding.objects.select_related("premises__compound", "round", "reopens")


def _state(row: Finding) -> tuple[str, Any]:
    return "run" if row.state in OPEN else "done", phrases.FINDING_STATES[FindingState(row.state)]


FINDINGS = Ledger(
    code="patrol.findings",
    title=phrases.FINDINGS_LEDGER,
    needs=P.READ,
    columns=(
        Column("number", F["finding"], "name", link=True, width=10),
        Column("round", F["round"], "round.number", kind="number", width=8),
        Column("found_at", F["found_at"], kind="datetime", width=18),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=18),
        Column("compound", F["compound"], "premises.compound.name", width=20),
        Column("door", F["door"], "premises.name", width=18),
        Column("result", F["result"], lambda row: phrases.RESULTS[row.result]),
        Column("kg", F["kg"], "kg", kind="number", width=10),
        Column("state", F["state"], _state, kind="pill"),
        Column("due_on", F["due_on"], kind="date"),
        Column("reopens", F["reopens"], lambda row: row.reopens.name if row.reopens else ""),
    ),
    rows=_findings,
    filters=(
        Filter("round", F["round"], options=rounds_of, field="round_id"),
        Filter("state", F["state"], options=tuple(phrases.FINDING_STATES.items()), field="state"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("-found_at", "pk"),
    link=lambda row: reverse("patrol:finding", args=[row.pk]),
    seal="煤",
)


def declare() -> None:
    for one in (STOPS, VISITS, FINDINGS):
        LEDGERS.add(one.code, one)
