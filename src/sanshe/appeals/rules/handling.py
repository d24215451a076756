"""Pauses of the clock of handling."""

from datetime import datetime

from sanshe.appeals.enums import R


def refusal_to_pause(
    *, is_paused: bool, due: datetime, at: datetime, proof: str, is_told: bool, used: int, most: int
) -> R | None:
    """With proof, told to the resident the same day, while time is left, ten working days in all."""
    if is_paused:
        return R.PAUSED_ALREADY
    if at >= due:
        return R.CLOCK_OVER
    if not proof.strip() or not is_told:
        return R.NO_PROOF
    return R.PAUSE_CAP if used >= most else None


def refusal_to_resume(*, is_paused: bool) -> R | None:
    return None if is_paused else R.NOT_PAUSED
