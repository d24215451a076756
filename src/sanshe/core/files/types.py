"""What is asked of a file, and what comes out of looking at it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from sanshe.core.files.enums import Kind

Found = TypeVar("Found")

MEDIA = {
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.ZIP: "application/zip",
}


@dataclass(frozen=True, slots=True)
class Clean:
    """A file as it will be kept: its bytes after cleaning, and what they are."""

    data: bytes
    kind: Kind
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Check(Generic[Found]):
    """What is asked of a file in a process of its own.

    `look(data, *facts)` stands in a module, answers a `found` or raises `Refused` with one of `codes`. More than `most`
    bytes are refused as `large` unseen, and as `hard` what it came to no end with in so many `seconds` of the processor
    (a large scan takes one). What it finds travels as plain data.
    """

    look: Callable[..., Found]
    found: type[Found]
    codes: type[StrEnum]
    most: int
    large: StrEnum
    hard: StrEnum
    seconds: int = 20  # of the processor


class Upload(Protocol):
    """What a browser sent: a file that is read in pieces."""

    def seek(self, place: int, /) -> Any: ...
    def read(self, most: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One file of a request, what is asked of it, and what the look is told besides."""

    check: Check[Any]
    upload: Upload
    size: int
    facts: tuple[Any, ...] = ()
