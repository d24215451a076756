"""Quarterly reports 季度报告: their rhythm, refusals, events."""

from enum import StrEnum

EVERY_MONTHS = 3
OPENS_DAYS_BEFORE = 15


class ReportRefusal(StrEnum):
    NO_SUCH_REPORT = "incubation.report.no_such_report"
    NOT_YET = "incubation.report.not_yet"


class ReportEvent(StrEnum):
    SUBMITTED = "incubation.report.submitted"
    SUBMITTED_LATE = "incubation.report.submitted_late"
    RETURNED = "incubation.report.returned"
    ACCEPTED = "incubation.report.accepted"
