"""To whom a message goes, what it says, and how a notice's window stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sanshe.core.notices.enums import DayKind
from sanshe.core.papers.types import Doc


@dataclass(frozen=True, slots=True)
class Recipient:
    """One of these, or several: an account's inbox, a phone (SMS), everybody who acts for an organisation, a mailbox.
    A mailbox is only beside one of the others, and only where mail is set up."""

    user_id: UUID | None = None
    phone: str = ""
    organisation_id: UUID | None = None
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """The text of a message with {named blanks}; `title` is the line in the inbox. `sms` False: never by SMS."""

    title: Any
    text: Any
    sms: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to turn to: printed on every notice. `office` receives objections."""

    office: str
    phone: str
    address: str
    hours: str

    def plain(self) -> dict[str, str]:
        return {"office": self.office, "phone": self.phone, "address": self.address, "hours": self.hours}


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of “数字怎么来的”. `is_list` makes it lead to the printed list; other figures are plain text."""

    label: str
    n: int
    is_list: bool = False
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """What a notice says: the paper (its title is the notice's; {date}, {from} and {to} are filled when it is
    published), the names on its list, the lines of its figures."""

    doc: Doc
    names: Sequence[str] = ()
    figures: Sequence[Figure] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The window's dates, from who knows the calendar; `days` are those that count in it."""

    first: date
    last: date
    days: Sequence[date] = ()
    kind: DayKind = DayKind.WORKDAYS


@dataclass(frozen=True, slots=True)
class Window:
    """The window of a notice as a page shows it: day number, days in all, what is left, percent gone."""

    day: int
    days: int
    left: int
    kind: str
    last: date
    is_open: bool
    is_over: bool

    @property
    def percent(self) -> int:
        return 100 if self.is_over else 100 * max(self.day, 0) // max(self.days, 1)


Values = Mapping[str, Any]
