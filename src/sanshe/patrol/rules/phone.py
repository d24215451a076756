"""A visit as a telephone tells it, read. Pure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sanshe.core.field.types import Told
from sanshe.core.kit.refused import Refused
from sanshe.patrol.enums import Missing, Outcome, R, Result
from sanshe.patrol.types import Event

TEXTS = ("words", "second_words")


def event(told: Told, stop: UUID) -> Event:
    """Refused when it says what no form offers."""
    body = told.body
    try:
        return Event(
            id=told.id,
            stop=stop,
            noted_at=told.noted_at,
            outcome=Outcome(body["outcome"]),
            result=Result(body["result"]) if body.get("result") else None,
            reason=Missing(body["reason"]) if body.get("reason") else None,
            kg=_kg(body.get("kg")),
            is_kg_unknown=body.get("is_kg_unknown") is True,
            has_slip=body.get("has_slip") is True,
            answers=_answers(body.get("answers") or {}),
            **{name: str(body.get(name) or "")[:200] for name in TEXTS},
            device=str(told.device),
            seq=told.seq,
            offset=told.offset,
        )
    except (KeyError, ValueError, TypeError):
        raise Refused(R.NO_RESULT) from None


def _kg(value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 < value < 100_000:
        raise ValueError
    return value


def _answers(said: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): str(answer) for name, answer in said.items() if answer}
