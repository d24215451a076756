"""Values of the decision: who is there, what is put to the vote, who gets what."""

from dataclasses import dataclass

from sanshe.incubation.enums.decision.decision import MotionKind, PlaceKind


@dataclass(frozen=True, slots=True)
class Motion:
    """What is put to the vote. `leave` are the members who are out of the room for it."""

    kind: MotionKind
    applicants: tuple[str, ...]
    leave: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Allotted:
    """What one applicant gets: rank by the rule, kind by the decision, order in the reserve from 1."""

    applicant: str
    rank: int
    kind: PlaceKind
    reserve_no: int | None = None
