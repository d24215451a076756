"""A sheet as its page shows it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sanshe.core.sheets import rules
from sanshe.core.sheets.models import FilledSheet
from sanshe.core.sheets.types import BlankSheet, Question


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer, what was remarked beside it, and whether it is still to be answered."""

    question: Question
    value: str
    is_missing: bool
    remark: str = ""


def lines(row: FilledSheet, blank: BlankSheet, lacking: Collection[str] | None = None) -> list[Line]:
    """The questions with their answers: those it was handed in under while it is being judged, else today's."""
    questions = questions_of(row, blank)
    left = rules.missing(questions, row.said) if lacking is None else lacking
    remarks: Mapping[str, str] = row.remarks
    return [Line(one, row.said.get(one.code, ""), one.code in left, remarks.get(one.code, "")) for one in questions]


def questions_of(row: FilledSheet, blank: BlankSheet) -> tuple[Question, ...]:
    """What was asked: a sheet that is handed in keeps its questions though the blank goes on."""
    return blank.questions if row.is_writable or row.blank is None else rules.read_back(row.blank.questions)
