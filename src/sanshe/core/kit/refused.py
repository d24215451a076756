"""How an action says no: a code for programs, facts for the sentence, never a sentence."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Refused(Exception):
    """An act that may not be done. `facts` fill the blanks of the sentence in `phrases.py`; `field` among them is the
    name of the field it is about. `more` are others that were met at once."""

    more: tuple["Refused", ...] = ()

    def __init__(self, code: StrEnum, /, **facts: Any) -> None:
        super().__init__(str(code))
        self.code = code
        self.facts = facts


def insist(code: StrEnum | None, /, **facts: Any) -> None:
    """Raise `Refused` when a rule answered with a code; a rule that answered None lets the act pass."""
    if code is not None:
        raise Refused(code, **facts)


def insist_all(codes: Mapping[str, StrEnum | None], /, **facts: Any) -> None:
    """The same for the fields of a form: one `Refused` that tells everything that is wrong, each for its field."""
    found = [Refused(code, field=name, **facts) for name, code in codes.items() if code is not None]
    if found:
        found[0].more = tuple(found[1:])
        raise found[0]
