"""A paper as a tree of values: one tree, written as DOCX, as PDF and on screen.

Official papers follow GB/T 9704-2012: A4, margins 37 mm above and 28 mm left, text 16 pt FangSong, title 22 pt, page
number — 1 —. Text may hold filled-in facts: they are underlined, and stand in the tree as runs, never as markup.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line. `fill` marks a filled-in fact."""

    text: str
    fill: bool = False
    bold: bool = False


Text = str | tuple[Run | str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper: level 1 一、 level 2 （一）; the text carries its number."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `style`: body (two characters in), plain (flush left), centre, note (small)."""

    text: Text
    style: Literal["body", "plain", "centre", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under a head. `numeric` are the columns set to the right; `widths` are shares."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    numeric: tuple[int, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class KeyValue:
    """A 登记表: facts of one thing, label and value, `across` pairs in a row."""

    pairs: tuple[tuple[str, Text], ...]
    across: int = 2


@dataclass(frozen=True, slots=True)
class NameList:
    """A numbered list of names in columns, as notices print it. With `anchor` a figure can lead to it."""

    names: tuple[str, ...]
    anchor: str = "list"
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A place to sign: whose, a line under it (name, date, seal)."""

    label: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. Boxes ("boxes", for 汇总表 and agreements), names to the right with a date ("right"), or an office
    with room for its seal ("seal"): the date four characters in, the office centred above (GB/T 9704-2012, 7.3.5)."""

    boxes: tuple[Box, ...] = ()
    names: tuple[str, ...] = ()
    date: str = ""
    style: Literal["right", "boxes", "seal"] = "right"


@dataclass(frozen=True, slots=True)
class Annexes:
    """附件: what lies behind the paper, named below its text without full stops (GB/T 9704-2012, 7.3.4)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code to scan, with lines of words beside it."""

    address: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


Block = Heading | Para | Table | KeyValue | NameList | Signature | Annexes | QrCode | Break


@dataclass(frozen=True, slots=True)
class Doc:
    """A paper. `org` is the red head, `number` the line 创享公示〔2022〕1 号, `foot` a last small line.

    `style`: official (red head, GB/T 9704) or plain (a list or an agreement, without the head). `landscape` turns it.
    """

    title: str
    number: str = ""
    blocks: tuple[Block, ...] = ()
    style: Literal["official", "plain"] = "official"
    org: str = ""
    foot: str = ""
    landscape: bool = False


def number_line(office: str, year: int, number: int) -> str:
    """创享公示〔2022〕1 号: the year in hexagonal brackets, the number without zeros (GB/T 9704-2012, 7.2.5)."""
    return f"{office}〔{year}〕{number} 号"
