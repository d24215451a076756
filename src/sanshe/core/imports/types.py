"""What a sheet of rows is, and how an app takes it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as text: its head, and its rows with their numbers in the file.

    `name` is that of the table it was, of so many `tables`; `hidden` and `closing` are the numbers of the rows
    that were left out.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    name: str = ""
    tables: int = 1
    hidden: tuple[int, ...] = ()
    closing: tuple[int, ...] = ()


Area = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file as it stands there: all its rows, the numbers of the hidden ones (from 1), merged areas.

    `fault` is the refusal of a table too large to be looked into; it is raised only if no other one is meant.
    """

    rows: Sequence[Sequence[str]]
    name: str = ""
    is_shown: bool = True
    hidden: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    fault: Any = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of a file in their order, how its text was encoded, and what is to be said of it."""

    tables: tuple[Table, ...]
    encoding: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a head stands: in which table (from 0), in which row of it (from 1; 0: it has none), over how many rows."""

    table: int = 0
    row: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Field:
    """A column that an import knows. Heads are matched by label or alias, whatever their spaces and brackets.

    `note` says in words what is taken, for the blank sheet; `fits(cell)` whether a value looks like one of this column
    and hardly like one of any other (a telephone, a credit code), for guessing which column is meant.
    """

    code: str
    label: Any
    aliases: tuple[str, ...] = ()
    required: bool = False
    is_personal: bool = False
    is_name: bool = False
    note: Any = ""
    fits: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row as read: its number in the file, its values by field code, and what the import as a whole is about."""

    no: int
    values: Mapping[str, str]
    context: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, code: str) -> str:
        return self.values.get(code, "")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one field of a row, in a sentence for the person who mends it."""

    field: str
    sentence: Any


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What an app says of a row. No faults and no `duplicate_of` is a good row.

    `duplicate_of` says in words what it is a double of (a number), with its address. A row that cannot be mended
    (`skip=True`) is left out unless the operator chooses otherwise. `values` replaces what was read (normalised).
    """

    faults: tuple[Fault, ...] = ()
    duplicate_of: str = ""
    duplicate_url: str = ""
    skip: bool = False
    values: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Went:
    """Where a row went: in words (03-029), and the address of it."""

    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Importer:
    """How an app takes in a sheet.

    `check(rows)` is asked for every row, whenever it changes, some hundred of a sheet at once, so that what is known of
    them is read once; it answers one verdict a row. `apply(rows, by=, at=)` is called once, with the good rows in the
    order of the file, in one transaction, and answers one `Went` a row. `same(row)` gives what makes two rows of
    one file doubles (None: nothing). `context` names the values the import as a whole needs (a batch);
    `settle(actor, context)` finds what they stand for among what this person may take in (None: nothing), and its
    answer is what is kept with the run. `papers(context)` gives (label, address) of what is handed out beside the blank
    sheet, to be signed.
    """

    code: str
    title: Any
    needs: str | tuple[str, ...]
    fields: tuple[Field, ...]
    check: Callable[[Sequence[ImportedRow]], Sequence[RowVerdict]]
    apply: Callable[..., Sequence[Went]]
    same: Callable[[ImportedRow], Any] | None = None
    context: tuple[str, ...] = ()
    settle: Callable[[Actor, Mapping[str, str]], Mapping[str, str] | None] | None = None
    most_rows: int = 20_000
    back: Callable[[Mapping[str, str]], str] | None = None
    describe: Callable[[Mapping[str, str]], Any] | None = None
    area_path: Callable[[Mapping[str, str]], str] | None = None
    may: Callable[[Actor, Mapping[str, str]], bool] | None = None
    papers: Callable[[Mapping[str, str]], Sequence[tuple[Any, str]]] | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.needs,) if isinstance(self.needs, str) else tuple(self.needs)
