"""The page of a campaign: signatures by grade and version, sessions, coverage of units; a sum only beside its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanshe.core.signing.enums import Grade
from sanshe.core.signing.queries import chain_of, check
from sanshe.core.signing.types import Checked
from sanshe.pledges.enums import Stage
from sanshe.pledges.models import Campaign, PledgeText, Session
from sanshe.pledges.phrases import STAGES
from sanshe.pledges.queries import campaigns
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.types import Coverage, Tally

FEW = 10  # below it no rate is shown


@dataclass(frozen=True, slots=True)
class SessionLine:
    row: Session | None
    heads: int | None
    tally: Tally
    together: int
    given: int
    taken: int
    left: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    key: UUID
    name: str
    tally: Tally
    coverage: Coverage
    rate: str
    is_few: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What one sees of a campaign: numbers, and nobody's name."""

    tally: Tally
    texts: tuple[tuple[PledgeText, Tally], ...]
    together: int
    together_at: int
    waiting: int
    signed: int
    ended: tuple[tuple[str, int], ...]
    sessions: tuple[SessionLine, ...]
    units: tuple[UnitLine, ...]


def board(row: Campaign, at: datetime) -> Board:
    heads, places = queries.together(row)
    by_text = queries.tallies(row, "text", at)
    counts = queries.ended(row)
    return Board(
        tally=queries.tally(row.pledges.all(), at),
        texts=tuple((one, by_text.get(one.pk, Tally())) for one in row.texts.order_by("-number")),
        together=heads,
        together_at=places,
        waiting=queries.waiting(row.pledges.all(), at),
        signed=row.pledges.count(),
        ended=tuple((str(STAGES[one]), counts[one]) for one in Stage if counts.get(one)),
        sessions=_sessions(row, at),
        units=_units(row, at),
    )


def _sessions(row: Campaign, at: datetime) -> tuple[SessionLine, ...]:
    """The newest first; what was signed at no session stands below them."""
    tallies, together = queries.tallies(row, "session", at), queries.together_by_session(row)
    lines = [
        SessionLine(one, one.heads, tallies.get(one.pk, Tally()), together.get(one.pk, 0), one.taken - one.left,
                    one.taken, one.left)
        for one in campaigns.sessions(row).reverse()
    ]  # fmt: skip
    outside = tallies.get(None, Tally())
    return (*lines, SessionLine(None, None, outside, 0, 0, 0, 0)) if outside.whole else tuple(lines)


def _units(row: Campaign, at: datetime) -> tuple[UnitLine, ...]:
    tallies: Mapping[UUID | None, Tally] = queries.tallies(row, "unit", at)
    lines = [_unit(row, key, name, tallies.get(key, Tally())) for key, name in queries.units(row)]
    return tuple(sorted(lines, key=lambda one: (-(one.coverage.permille or -1), one.name)))


def _unit(row: Campaign, key: UUID, name: str, tally: Tally) -> UnitLine:
    found = queries.coverage(row, key, tally.whole)
    is_few = found.drivers is not None and found.drivers < FEW
    permille = None if is_few else found.permille
    rate = "" if permille is None else f"{permille // 10}.{permille % 10} %"
    return UnitLine(key, name, tally, found, rate, is_few)


def proof(row: Campaign) -> Checked | None:
    """Every signature of a campaign, checked anew; None before the first."""
    chain = chain_of(campaigns.CHAIN, row.pk)
    return check(chain) if chain else None


def figures(row: Campaign, at: datetime) -> dict[str, int]:
    """What is printed of a campaign: by grade, and D beside."""
    tally, heads = queries.tally(row.pledges.all(), at), queries.together(row)[0]
    parts = {grade.letter: getattr(tally, grade.value) for grade in Grade}
    return {"effective": tally.whole, **parts, "D": heads}
