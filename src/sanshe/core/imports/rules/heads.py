"""Which column is which: heads as offices write them, matched to the fields an import knows. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Field
from sanshe.core.kit.refused import Refused

BETWEEN = " / "  # of the two storeys of one head
_NOISE = re.compile(r"[\s　*＊:：()（）\[\]【】/／、,，.。_-]+")
_NOTE = re.compile(r"[(（\[【].*?[)）\]】]|\n.*", re.DOTALL)


def normalised(head: str) -> str:
    """A head as it is compared: full-width letters narrow, no spaces, brackets, stars or dashes, lower case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", head)).lower()


def names_of(fields: Sequence[Field]) -> dict[str, Field]:
    """Each name a field goes by, as it is compared."""
    return {normalised(str(name)): one for one in fields for name in (one.code, one.label, *one.aliases)}


def match(header: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """Which column of the file holds which field; raises `Refused` for a field in two columns.

    A head that is a name as it stands wins over one that is a name without its note in brackets, under the head to its
    left (联系人, 电话) or by one of its two storeys.
    """
    names, found = names_of(fields), dict[str, int]()
    readings = [tuple(_readings(header, place)) for place in range(len(header))]
    for rank in range(max(map(len, readings), default=0)):
        taken = set(found.values())
        for place, read in enumerate(readings):
            field = names.get(normalised(read[rank])) if rank < len(read) and place not in taken else None
            if field is None or (rank and field.code in found):
                continue
            if field.code in found:
                raise Refused(R.DOUBLE_COLUMN, column=str(field.label))
            found[field.code] = place
    return found


def _readings(header: Sequence[str], place: int) -> Iterator[str]:
    """What a head may mean, the surest first."""
    head = header[place]
    upper, _, lower = head.partition(BETWEEN)
    yield head
    yield _NOTE.sub("", head)
    yield (header[place - 1].partition(BETWEEN)[0] if place else "") + head
    yield lower
    yield upper if lower else ""


def missing(found: dict[str, int], fields: Sequence[Field]) -> list[str]:
    """The labels of required fields without a column."""
    return [str(field.label) for field in fields if field.required and field.code not in found]
