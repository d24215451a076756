"""Values of the demo."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Moment:
    """A state one can step into: `code` names its snapshot, `at` is Shanghai text, `work` what one can do there."""

    code: str
    at: str
    work: Any
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One day of the story with its moments."""

    title: Any
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demo: login name, name, role, a line about them, the seal, the moment made for them, and
    for an organisation's person `of` which one."""

    key: str
    name: str
    role: str
    line: Any
    seal: str
    best: str = ""
    of: str = ""
