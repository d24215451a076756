"""When somebody may leave incubation, and when the hand-over is done."""

from collections.abc import Iterable

from sanshe.incubation.enums.end.exit import ExitRefusal as R


def refusal_to_propose(*, in_incubation: bool, leaving: bool, reason: str) -> R | None:
    checks = (
        (not in_incubation, R.NOT_IN_INCUBATION),
        (leaving, R.LEAVING_ALREADY),
        (not reason.strip(), R.NO_REASON),
    )
    return next((code for holds, code in checks if holds), None)


def is_closed(done: Iterable[bool]) -> bool:
    """Closed when everything was handed over."""
    return all(done)
