"""What is asked before any row changes: of the page, of its state, of the person, of the time, of the reason."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sanshe.core.kit import same
from sanshe.core.kit.asked import key_of, whole
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.enums import R
from sanshe.core.rows.types import Done, Mark

Face = TypeVar("Face", bound=Callable[..., object])
UNDO = timedelta(minutes=10)
FIRST_YEAR = 1949
MOST_MARKS, MOST_TEXT = 8, 1000  # of one form: no page shows more rows that an act rests on


def from_any_page(face: Face) -> Face:
    """Mark a face whose form need not name what it was drawn from: it adds, or says itself which version it read."""
    face.from_any_page = True  # type: ignore[attr-defined]  # a function may carry a mark
    return face


def names_its_page(face: object, blanks: Iterable[object]) -> bool:
    """Whether what is sent to a face must name the rows its page showed: it has a row in its address."""
    is_free = getattr(face, "from_any_page", False) or getattr(face, "without_receipt", False)
    return not is_free and any(isinstance(one, UUID) for one in blanks)


def text_of(mark: Mark) -> str:
    """The mark as it is signed."""
    return f"{mark.model}:{mark.key}:{mark.version}"


def texts_of(text: str) -> list[str]:
    """The marks of one form as they are written, each once; none where it brings more than any page of ours writes."""
    found = dict.fromkeys(text.split()) if len(text) <= MOST_TEXT else {}
    return list(found) if len(found) <= MOST_MARKS else []


def mark_of(text: str) -> Mark | None:
    """The mark behind a text; None when it is none."""
    model, _, rest = text.partition(":")
    key, version = key_of(rest.partition(":")[0]), whole(rest.partition(":")[2])
    return Mark(model, key, version) if key and version is not None else None


def may_move(state: Any, to: Any) -> bool:
    """Whether the table of moves of the state's enum leads from one to the other."""
    return to in type(to).moves()[type(to)(state)]


def another(person: UUID | None, among: Iterable[UUID | None], duty: StrEnum) -> None:
    """Different people: refuses who has had this duty in the matter, and who is nobody. No role frees from it."""
    if person is None or person in among:
        raise Refused(R.SAME_PERSON, duty=duty)


def refusal_of_window(*, opens: datetime, closes: datetime, at: datetime) -> R | None:
    """From the first moment to the last before it closes."""
    return None if opens <= at < closes else R.NOT_IN_WINDOW


def refusal_to_strike(*, stands: bool, reason: str) -> R | None:
    """Once, and with a reason."""
    if not stands:
        return R.STRUCK_ALREADY
    return None if reason.strip() else R.NO_REASON


def refusal_of_phone(text: str) -> R | None:
    """One whole telephone, or none. The same at every door: a form, a desk, a sheet, a program."""
    return None if not text.strip() or same.is_phone(text) else R.BAD_PHONE


def refusal_of_count(text: str) -> R | None:
    """A whole number, or none."""
    return None if not text.strip() or whole(text) is not None else R.BAD_COUNT


def refusal_of_past(day: date, *, today: date) -> R | None:
    """What has happened has a day that was, in a year that nobody wrote by a slip."""
    if day > today:
        return R.DAY_TO_COME
    return R.DAY_LONG_AGO if day.year < FIRST_YEAR else None


def until(done: Done) -> datetime:
    """The first moment that is too late: ten minutes, and never behind the end of its window."""
    return min(done.at + UNDO, done.closes or done.at + UNDO)


def refusal_to_take_back(done: Done | None, *, by: UUID | None, at: datetime, withdraws: bool = False) -> R | None:
    """What somebody has acted on stands, whatever the clock says; only who did it takes it back."""
    if done is None or done.is_handled:
        return R.HANDLED
    if done.by is not None and done.by != by:
        return R.NOT_YOURS
    if at < until(done):
        return None
    return R.UNDO_OVER if withdraws else R.UNDO_LATE
