"""What is asked at a door beside what was seen."""

from collections.abc import Mapping

from sanshe.core.sheets.enums import Answer
from sanshe.core.sheets.rules import wrong
from sanshe.core.sheets.types import Question
from sanshe.patrol.enums import Heating

CHOICES = tuple((one, one) for one in Heating)
QUESTIONS = (
    Question("heating", 10, Answer.CHOICE, is_optional=True, options=CHOICES),
    Question("guides", 3, Answer.COUNT, is_optional=True),
    Question("rules", 3, Answer.COUNT, is_optional=True),
    Question("promises", 3, Answer.COUNT, is_optional=True),
)
PAPERS = ("guides", "rules", "promises")


def bad_answer(answers: Mapping[str, str]) -> str:
    """The first question that is not ours or that nobody can read the answer of; empty for none."""
    codes = {one.code for one in QUESTIONS}
    strange = sorted(set(answers) - codes)
    return strange[0] if strange else next(iter(wrong(QUESTIONS, answers)), "")
