"""What an app says about what may be objected to. Frozen values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.objections.enums import Deed, Duty, E, Outcome


@dataclass(frozen=True, slots=True)
class Days:
    """Working days: until it is said whether it is taken up, until the answer, to ask for a review."""

    accept: int = 3
    answer: int = 10
    review: int = 5


@dataclass(frozen=True, slots=True)
class Listing:
    """What was announced: what stands on it (key and name, in the order of the public list) and its window.

    `closes` is the first moment that is too late. `contact`: office, phone, address, hours, as the notice prints them.
    """

    key: UUID
    title: str
    area_path: str
    opens: datetime
    closes: datetime
    items: tuple[tuple[UUID, str], ...]
    contact: Mapping[str, str]
    notice: UUID | None = None

    @property
    def last_day(self) -> date:
        return shanghai.day(self.closes - timedelta(microseconds=1))


@dataclass(frozen=True, slots=True)
class Barred:
    """Who may neither handle nor review: persons and roles, with what they did, as in 您{定过回避}."""

    people: Mapping[str, Any] = field(default_factory=dict)
    roles: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """How an app speaks of its cases: which one it is about, what stands still meanwhile, who stays out, what an
    enquiry and an answer keep to, and what each outcome does. `paper`: who handles it and what stands still, as the
    Chinese papers say it."""

    which: Any
    meanwhile: Any
    outside: Any
    effects: Mapping[Outcome, Any]
    paper: tuple[str, str]
    enquiry: Any = ""
    answer: Any = ""


def _nothing(*_asked: Any) -> Sequence[Any]:
    return ()


def _all_open(actor: Actor, listing: UUID) -> set[UUID]:
    return set()


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of thing that may be objected to; its code is what the record calls such an objection.

    `handle`, `review`, `follow`: permission codes. `listing(key)`: what was announced, None while nothing is.
    `barred(listing, subject)`: who had a part in it. `uphold(subject=, by=, at=)`: what an objection that was upheld
    does, in the same transaction. `form`, `cases`: URL names of the public form and of the list of cases, with the
    listing's key. `about(actor, listing)`: title and page of what was announced, None for who may not see it.
    `grounds(listing)`: what may be objected to, free when empty.
    `concerned(subject)`: who is told that it was objected to, and how it ended. `shut(actor, listing)`: subjects that
    are shut to a reader.
    """

    seal: str
    handle: str
    follow: str
    listing: Callable[[UUID], Listing | None]
    barred: Callable[[UUID, UUID], Barred]
    uphold: Callable[..., None]
    words: Words
    form: str
    cases: str
    about: Callable[[Actor, UUID], tuple[str, str] | None]
    review: str = ""
    grounds: Callable[[UUID], Sequence[str]] = _nothing
    concerned: Callable[[UUID], Sequence[Any]] = _nothing
    shut: Callable[[Actor, UUID], set[UUID]] = _all_open
    days: Days = Days()

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that opens a case, each once."""
        return tuple(dict.fromkeys((self.handle, self.reviews, self.follow)))

    @property
    def reviews(self) -> str:
        return self.review or self.handle


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is to a case, and why no more: what bars them, in words."""

    duty: Duty
    deeds: frozenset[Deed]
    barred: Any = None

    def may(self, deed: Deed) -> bool:
        return deed in self.deeds


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an objection comes from, for counting only."""

    device: str
    address: str
    real: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote on the form."""

    fact: str
    name: str
    phone: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the enquiry found about one point."""

    no: int
    verdict: str
    found: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many objections there are to what was announced, as everybody may know."""

    received: int
    open: int


def event(kind: str, what: E) -> str:
    """incubation.objection.raised."""
    return f"{kind}.{what}"
