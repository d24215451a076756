"""A source of duties, what it is asked for and what it answers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.calendar.types import Due, Left
from sanshe.core.duties.enums import Owner
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a source as the database answers it. `n`: how many rows it stands for; `of`: how many lines there are
    in all; `late`: how many of those are over by their day; `facts` are texts, empty for nothing."""

    key: str
    place: str
    owner: str
    subject: str
    day: date | None
    n: int
    of: int
    late: int
    facts: tuple[str, ...]

    @property
    def pk(self) -> UUID:
        return UUID(self.key)

    def id(self, place: int) -> UUID:
        """A fact that is the key of a row."""
        return UUID(self.facts[place])

    def moment(self, place: int) -> datetime:
        """A fact that is a moment."""
        found = datetime.fromisoformat(self.facts[place])
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def date(self, place: int) -> date | None:
        """A fact that is a day, None where there is none."""
        return date.fromisoformat(self.facts[place]) if self.facts[place] else None


@dataclass(frozen=True, slots=True)
class Said:
    """What a source makes of a line: the blanks of its title, whose or which one, where the work is done. `mark` tells
    two duties of one line apart; `matter` is one for two duties about one thing, so that it is late once."""

    url: str
    detail: str = ""
    due: Due | None = None
    blanks: Any = ""
    mark: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Each:
    """How the rows behind a grouped line are listed: the fields read, and (whose it is, its address) made of them."""

    facts: Sequence[Any]
    say: Callable[[Line], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where one kind of duty is found: a queryset that this floor cuts to the person asking, orders and limits.

    `rows(actor, at)`: what is open at a moment, for anybody; it reads nothing itself.
    `scope` leads from a row to its owner: an area path where all of `needs` are held ("": wherever they are held), an
    organisation, or a person; `others` to who may not see to it though they could.
    `facts` are fields that `say` reads as texts. `subject` leads to what the duty belongs to (a batch, a round).
    `day` puts the nearest deadline first; with `is_last_day` it is the last day itself, until 24:00, and the database
    counts what is late. With `is_grouped` rows of the same key, day and facts are one line, and `each` lists them.
    `label` is what all of them are called together, where the title has a blank. `is_todo`: its owner sees it;
    `is_reminded`: letters are sent; `is_next`: its day may be the next one of its subject. What a person owes by name
    says in `handing` how it is handed over when they leave (`accounts.queries.HANDINGS`).
    """

    code: str
    seal: str
    title: Any
    act_label: Any
    owner: Owner
    needs: str | tuple[str, ...]
    rows: Callable[[Actor, datetime], Any]
    say: Callable[[Line, datetime], Said | Iterable[Said]]
    scope: str = "area_path"
    place: str = "area_path"
    key: Any = "pk"
    day: Any = None
    facts: Sequence[Any] = ()
    is_grouped: bool = False
    subject: str = ""
    others: str = ""
    label: Any = ""
    each: Each | None = None
    is_last_day: bool = False
    is_todo: bool = True
    is_reminded: bool = False
    is_next: bool = False
    order: int = 50
    handing: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.needs,) if isinstance(self.needs, str) else self.needs

    @property
    def name(self) -> Any:
        """What all of its duties are called together."""
        return self.label or self.title


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits for somebody."""

    source: Source
    line: Line
    said: Said

    @property
    def key(self) -> str:
        """Its name for life: a reminder goes out once for it."""
        mark = f":{self.said.mark}" if self.said.mark else ""
        return f"{self.source.code}:{self.line.key.replace('-', '')}{mark}"

    @property
    def matter(self) -> str:
        return self.said.matter or self.key

    @property
    def seal(self) -> str:
        return self.source.seal

    @property
    def title(self) -> str:
        blanks = self.said.blanks
        return str(self.source.title).format(**blanks if isinstance(blanks, dict) else {"n": blanks})

    @property
    def detail(self) -> str:
        return self.said.detail

    @property
    def act_label(self) -> Any:
        return self.source.act_label

    @property
    def url(self) -> str:
        return self.said.url

    @property
    def due(self) -> Due | None:
        return self.said.due

    def is_over(self, at: datetime) -> bool:
        return self.due is not None and at >= self.due.moment


@dataclass(frozen=True, slots=True)
class Rest:
    """Lines of a source that are not shown: how many, and how many of them are late."""

    source: Source
    n: int
    late: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody owes: what is shown, and what is more than is shown."""

    duties: tuple[Duty, ...] = ()

    @property
    def rests(self) -> tuple[Rest, ...]:
        """By source, what a page of its own has to show."""
        shown: dict[str, set[Line]] = {}
        for duty in self.duties:
            shown.setdefault(duty.source.code, set()).add(duty.line)
        sources = {duty.source.code: (duty.source, duty.line) for duty in self.duties}
        counted = [(source, line, len(shown[code])) for code, (source, line) in sources.items()]
        return tuple(Rest(one, line.of - n, max(0, line.late - n)) for one, line, n in counted if line.of > n)

    @property
    def n(self) -> int:
        return len(self.duties) + sum(one.n for one in self.rests)

    def over(self, at: datetime, seal: str = "") -> int:
        """Matters with a passed clock; one with two such clocks counts once."""
        found = {one.matter for one in self.duties if one.is_over(at) and seal in ("", one.seal)}
        return len(found) + sum(one.late for one in self.rests if seal in ("", one.source.seal))

    def today(self, at: datetime, seal: str = "") -> int:
        """Clocks that end today."""
        day = shanghai.day(at)
        mine = [one for one in self.duties if seal in ("", one.seal) and not one.is_over(at)]
        return sum(one.due is not None and one.due.day == day for one in mine)


@dataclass(frozen=True, slots=True)
class Item:
    """A duty as it is shown: with what is left of its time."""

    duty: Duty
    left: Left | None = None
    is_over: bool = False
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some of all duties of a source: `of` lines there are, `after` is where the next page begins."""

    items: list[Item]
    of: int = 0
    after: tuple[str, str] | None = None
