"""Codes of the tabulation 汇总."""

from enum import StrEnum


class TabulationRule(StrEnum):
    """How sheets become one result; announced with the call and frozen by it."""

    MEAN = "mean"
    TRIMMED = "trimmed"


class R(StrEnum):
    """Refusals."""

    SHEETS_MISSING = "incubation.tabulation.sheets_missing"
    NO_SHEETS = "incubation.tabulation.no_sheets"
    NOT_YET = "incubation.tabulation.not_yet"
    DIFFERS = "incubation.tabulation.differs"
    RECUSED_HERE = "incubation.tabulation.recused_here"


class E(StrEnum):
    """Events on the record."""

    RUN = "incubation.tabulation_run"
    CHECKED = "incubation.tabulation_checked"
