"""When a recorded fact may be struck: it stays as it was written, and counts no more."""

from sanshe.incubation.enums.stay.strike import StrikeRefusal as R


def refusal_to_strike(*, stands: bool, reason: str, accounted: bool) -> R | None:
    """With a reason, once; money for which receipts stand is struck after its receipts."""
    checks = (
        (not stands, R.STRUCK_ALREADY),
        (not reason.strip(), R.NO_REASON),
        (accounted, R.ACCOUNTED),
    )
    return next((code for holds, code in checks if holds), None)
