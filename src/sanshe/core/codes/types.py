"""A kind of code, as an app declares it, and what a scan is answered."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sanshe.core.codes.enums import Standing
from sanshe.core.kit.access import Actor


def _nowhere(subject: UUID) -> str:
    return ""


def _stays(subject: UUID, visitor: Actor) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class CodeKind:
    """What codes of one kind say and who may change them.

    `fields`: name -> label of all that the public page may say besides name, number and term. `asks`: the permissions
    (one is enough) by which somebody may ask for a code to be revoked or replaced; `decides`: the one by which it is
    done. `is_seconded`: that takes two people; else whoever may decide does it at once. `note`: what the code does not
    promise. `leads(subject, visitor)`: where a scan of a valid code goes instead of the page (a form to walk in, a
    desk's own page); "" stays. `back(subject)`: the page of what it stands on, for staff.
    """

    label: Any
    decides: str
    asks: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    is_seconded: bool = True
    note: Any = ""
    leads: Callable[[UUID, Actor], str] = _stays
    back: Callable[[UUID], str] = _nowhere


@dataclass(frozen=True, slots=True)
class Answer:
    """What the public page says: one word, what it is about, and since when. Nothing else leaves the house."""

    standing: Standing
    label: Any
    name: str
    number: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    since: datetime.date | None
    lines: tuple[tuple[Any, str], ...]
    note: Any
