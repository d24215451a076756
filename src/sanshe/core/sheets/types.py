"""A question, and a blank sheet of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sanshe.core.sheets.enums import Answer


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its code, the most characters of an answer, and what kind of answer it is. `options`: code -> word
    of a choice. None of the answers is personal: what is, an app keeps encrypted in a table of its own."""

    code: str
    most: int
    kind: Answer = Answer.TEXT
    is_optional: bool = False
    label: Any = ""
    hint: Any = ""
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """Questions in their order under a code. Which version it is follows from what it says (`actions.keep_version`)."""

    code: str
    questions: tuple[Question, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.questions)


def worded(
    code: str, questions: Iterable[Question], labels: Mapping[str, Any], hints: Mapping[str, Any] | None = None
) -> BlankSheet:
    """The blank sheet of these questions in the words of an app."""
    told = hints or {}
    said = (replace(one, label=labels[one.code], hint=told.get(one.code, "")) for one in questions)
    return BlankSheet(code, tuple(said))
