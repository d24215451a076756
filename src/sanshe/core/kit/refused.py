"""How an action says no: a code for programs, facts for the sentence, never a sentence."""

from enum import StrEnum
from typing import Any


class Refused(Exception):
    """An act that may not be done. `facts` fill the blanks of the sentence in `phrases.py`."""

    def __init__(self, code: StrEnum, /, **facts: Any) -> None:
        super().__init__(str(code))
        self.code = code
        self.facts = facts


def insist(code: StrEnum | None, /, **facts: Any) -> None:
    """Raise `Refused` when a rule answered with a code; a rule that answered None lets the act pass."""
    if code is not None:
        raise Refused(code, **facts)
