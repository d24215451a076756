"""A ruling before it is decided: what each earlier answer becomes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.accounts.queries.people import names_of
from sanshe.fair.enums import Verdict
from sanshe.fair.models import Ruling
from sanshe.fair.phrases import CHANNELS, RULING_KINDS, RULING_STATES, VERDICTS
from sanshe.fair.queries import play as queries


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer that was given to the riddle."""

    at: datetime
    card: str
    channel: Any
    said: str
    verdict: Any
    is_meant: bool


def heard(row: Ruling) -> list[Heard]:
    meant = {one.pk for one in queries.same_answer(row.riddle, row.answer)} if row.answer else set()
    return [
        Heard(
            one.received_at,
            str(one.card),
            CHANNELS[one.channel],
            one.said,
            VERDICTS[Verdict(one.verdict)],
            one.pk in meant or one.rejudged_at is not None,
        )
        for one in queries.tries(row.riddle)
    ]


def words(row: Ruling) -> dict[str, Any]:
    names = names_of({one for one in row.people if one})
    asked = names.get(row.asked_by, "")
    decided = names.get(row.decided_by, "") if row.decided_by else ""
    return {"kind": RULING_KINDS[row.kind], "state": RULING_STATES[row.state], "asked": asked, "decided": decided}
