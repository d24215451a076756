"""The story an app tells for the demo: its people, the moments where one may step in, and what happens when.

An app fills `STORIES` while it is made ready; the demo tells all of them as one, in order of time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens at `at` (Shanghai text); `tell`, given that moment, does it by the app's own actions."""

    at: str
    tell: Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Moment:
    """A state one can step into: `code` names its snapshot, `at` is Shanghai text, `work` what `roles` can do there:
    only they are offered there, and the first of them is where one starts.

    The demo opens at the moment that `is_first_seen`.
    """

    code: str
    at: str
    work: Any
    roles: tuple[str, ...]
    is_first_seen: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One day of the story with its moments."""

    title: Any
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody one can be by one click: key (login name), name, what they do at moments, a line about them, the seal,
    and the moment made for them: of their role only they are offered there. Without a login name found by `user`."""

    key: str
    name: str
    role: str
    line: Any
    seal: str
    best: str = ""
    user: Callable[[], UUID | None] | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody who works all year: login name, name, role, path of the area. Stories may share a person."""

    key: str
    name: str
    role: str
    path: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that lies ready to be imported: a line about it, the file's name, its rows."""

    line: Any
    file: str
    rows: Callable[[], list[list[str]]]


@dataclass(frozen=True, slots=True)
class Story:
    """All an app tells. `title` is what the app is called; `sheets` are named by the importer they are for."""

    steps: tuple[Step, ...]
    title: Any = ""
    chapters: tuple[Chapter, ...] = ()
    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)


STORIES: Registry[Story] = Registry("story")
