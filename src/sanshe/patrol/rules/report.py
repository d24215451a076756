"""The report of a day."""

from sanshe.patrol.enums import DayReport


def of_day(*, visits: int, findings: int) -> DayReport:
    """A zero report is made where somebody went and found nothing; where nobody went, that is what it says."""
    if findings:
        return DayReport.FOUND
    return DayReport.ZERO if visits else DayReport.IDLE
