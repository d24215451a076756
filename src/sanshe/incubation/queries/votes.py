"""Votes as the decision's page shows them."""

from dataclasses import dataclass
from typing import Any

from sanshe.incubation.enums.decision import Side
from sanshe.incubation.models import Application, Batch, Decision
from sanshe.incubation.phrases.decision import MOTIONS, OUTCOMES
from sanshe.incubation.queries.decision import ballots, result_of
from sanshe.incubation.queries.panel import members
from sanshe.incubation.rules.tabulation import two_places


@dataclass(frozen=True, slots=True)
class Shown:
    """One motion: who it is about, each member's seat, how many agreed."""

    ballot: Any
    kind: Any
    outcome: Any
    title: str
    rank: int | None
    mean: str
    seats: list[tuple[Any, str, str]]
    agreed: int
    left: int
    choices: list[tuple[str, str]]


def ballots_shown(batch: Batch, decision: Decision) -> list[Shown]:
    """The motions in order; queries do not grow with them."""
    names = {str(a.pk): a.name for a in Application.objects.filter(batch=batch)}
    standing = {s.applicant: s for s in result_of(decision.tabulation).standings}
    seated = members(batch)
    return [_shown(ballot, names, standing, seated, decision) for ballot in ballots(decision)]


def _shown(
    ballot: Any, names: dict[str, str], standing: dict[str, Any], seated: list[Any], decision: Decision
) -> Shown:
    cast = {vote.panelist_id: vote for vote in ballot.votes.all()}
    seats = [(member, member.name[:1], cast[member.pk].side if member.pk in cast else "") for member in seated]
    first = standing[ballot.applicants[0]]
    one = len(ballot.applicants) == 1
    agreed = sum(vote.side == Side.FOR for vote in cast.values())
    left = sum(vote.side == Side.LEFT for vote in cast.values())
    title = names[ballot.applicants[0]] if one else "、".join(names[key] for key in ballot.applicants[:3])
    choices = [(key, names[key]) for key in ballot.applicants]
    rank, mean = (first.rank, two_places(first.mean)) if one else (None, "")
    return Shown(
        ballot, MOTIONS[ballot.kind], OUTCOMES[ballot.outcome], title, rank, mean, seats, agreed, left, choices
    )
