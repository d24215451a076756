"""What the sources of duties of all stages share."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Each, Line, Said, Source
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.phrases.duties import DUTIES, TOGETHER

RUNNING = (BatchState.CLOSED_OUT, BatchState.INCUBATING, BatchState.ASSESSING)  # what a batch itself asks for is over
WEEK = timedelta(days=7)
NAME = "entry__organisation__name"


def tell(sources: Iterable[Source]) -> None:
    """Declare the sources of a stage to the house."""
    for one in sources:
        SOURCES.add(one.code, one)


def source(
    kind: str, owner: Owner, needs: Any, rows: Callable[..., Any], say: Callable[..., Any], **more: Any
) -> Source:
    title, act = DUTIES[kind]
    return Source(f"incubation.{kind}", "孵", title, act, owner, needs, rows, say, label=TOGETHER.get(kind, ""), **more)


def holder(kind: str, needs: Any, rows: Callable[..., Any], say: Callable[..., Any], **more: Any) -> Source:
    """Owed by whoever holds the codes at the place."""
    return source(kind, Owner.HOLDER, needs, rows, say, **more)


def theirs(kind: str, needs: str, rows: Callable[..., Any], say: Callable[..., Any], **more: Any) -> Source:
    """Owed by the organisation of an entry."""
    where = {"scope": "entry__organisation", "subject": "entry__batch"}
    return source(kind, Owner.ORGANISATION, needs, rows, say, **where | more)


def of_batch(path: str = "batch", **more: Any) -> dict[str, Any]:
    """One line for all rows of a batch."""
    return {"key": path, "place": f"{path}__area_path", "subject": path, "is_grouped": True} | more


def page_of_batch(name: str, **due: Any) -> Callable[[Line, datetime], Said]:
    """The line leads to a page of its batch, whose name is the first fact; the due is the line's day."""

    def say(line: Line, at: datetime) -> Said:
        when = Due(line.day, **due) if line.day else None
        return Said(to(name, b=line.pk), line.facts[0], when, line.n)

    return say


def behind(kind: str, due: Callable[[Line], Due | None] = lambda line: None) -> Callable[[Line, datetime], Said]:
    """The line leads to the rows that it stands for."""

    def say(line: Line, at: datetime) -> Said:
        url = reverse("duties:rows", args=[f"incubation.{kind}", line.pk])
        return Said(url, line.facts[0], due(line), line.n)

    return say


def each(anchor: str, name: str = NAME, entry: str = "entry") -> Each:
    """The rows behind a line: the organisation, and the part of its page where the work is done."""
    return Each((name, entry), lambda line: (line.facts[0], to("entry", pk=line.id(1)) + anchor))


def to(name: str, **where: Any) -> str:
    return reverse(f"incubation:{name}", kwargs=where)


def day(when: Any) -> Due:
    """A last day that is any day of the calendar."""
    return Due(when, kind=DayKind.DAY)
