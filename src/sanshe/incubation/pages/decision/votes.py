"""Votes as the decision's page shows them."""

from dataclasses import dataclass, replace
from typing import Any

from sanshe.incubation.enums.decision.decision import Outcome, Side
from sanshe.incubation.models import Application, Batch, Decision
from sanshe.incubation.phrases.decision.decision import MOTIONS, OUTCOMES
from sanshe.incubation.queries.decision.decision import ballots, places, result_of
from sanshe.incubation.queries.panel.panel import members
from sanshe.incubation.rules.decision.tabulation import two_places

ORDER = (Side.FOR, Side.AGAINST, Side.ABSTAIN, "", Side.LEFT)  # who agreed sits first, so that the line is seen reached


@dataclass(frozen=True, slots=True)
class Shown:
    """One motion: who it is about, each member's seat, how they voted, the place it gave."""

    ballot: Any
    kind: Any
    outcome: Any
    title: str
    names: list[str]
    rank: int | None
    mean: str
    seats: list[tuple[Any, str, str]]
    counts: dict[Side, int]
    choices: list[tuple[str, str]]
    place: Any
    voters: list[Any]  # who came, may vote on it and has not
    is_first_below: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """What the head of the page says: motions carried of all, and how the block was voted."""

    block: int
    block_for: int
    alone: int
    alone_carried: int
    is_block_open: bool
    fallen: int


def ballots_shown(batch: Batch, decision: Decision) -> list[Shown]:
    """The motions in order; queries do not grow with them."""
    names = {str(a.pk): a.name for a in Application.objects.filter(batch=batch)}
    standing = {s.applicant: s for s in result_of(decision.tabulation).standings}
    seated, given = members(batch), {str(p.application_id): p for p in places(batch)}
    present = set(decision.present)
    rows = [_shown(ballot, names, standing, seated, given, present) for ballot in ballots(decision)]
    first = next((row.ballot.pk for row in rows if row.rank and row.rank > batch.places), None)
    return [replace(row, is_first_below=row.ballot.pk == first) for row in rows]


def sums(rows: list[Shown]) -> Sums:
    blocks = [row for row in rows if len(row.names) > 1 and row.ballot.time == 1 and row.ballot.kind == "block"]
    alone = [row for row in rows if row not in blocks]
    carried = sum(row.ballot.outcome == Outcome.CARRIED for row in alone)
    agreed = blocks[0].counts.get(Side.FOR, 0) if blocks else 0
    is_open = bool(blocks) and blocks[0].ballot.outcome == Outcome.OPEN
    fallen = sum(row.ballot.outcome == Outcome.FALLEN for row in rows)
    return Sums(sum(len(row.names) for row in blocks), agreed, len(alone), carried, is_open, fallen)


def _shown(
    ballot: Any, names: dict[str, str], standing: dict[str, Any], seated: list[Any], given: Any, present: set[str]
) -> Shown:
    cast = {vote.panelist_id: vote.side for vote in ballot.votes.all()}
    seats = [(member, member.name[:1], cast.get(member.pk, "")) for member in seated]
    seats.sort(key=lambda seat: ORDER.index(seat[2]))
    first, one = standing[ballot.applicants[0]], len(ballot.applicants) == 1
    told = [names[key] for key in ballot.applicants]
    title = told[0] if one else "、".join(told[:3])
    counts = {side: sum(given_side == side for given_side in cast.values()) for side in Side}
    rank, mean = (first.rank, two_places(first.mean)) if one else (None, "")
    choices = list(zip(ballot.applicants, told, strict=True))
    place = given.get(ballot.applicants[0]) if one else None
    voters = [member for member in seated if str(member.pk) in present and member.pk not in cast]
    kind, outcome = MOTIONS[ballot.kind], OUTCOMES[ballot.outcome]
    return Shown(ballot, kind, outcome, title, told, rank, mean, seats, counts, choices, place, voters)
