"""Records of this house that a criterion may ask for: an app, or a journey, adds its own."""

from collections.abc import Iterable

from sanshe.core.kit.registry import Registry
from sanshe.creation.enums import Source
from sanshe.creation.types import Asked, Criterion, Record, RecordSource

RECORDS: Registry[RecordSource] = Registry("record for a criterion")


def found(criteria: Iterable[Criterion], asked: Asked) -> dict[int, Record]:
    """What the records say to each criterion that asks for one; nothing where there is none."""
    wanted = {one.no: one.record for one in criteria if one.source == Source.RECORD and one.record in RECORDS}
    looked = {no: RECORDS[code].find(asked) for no, code in wanted.items()}
    return {no: one for no, one in looked.items() if one}


def choices() -> list[tuple[str, str]]:
    return [(code, str(RECORDS[code].label)) for code in RECORDS.codes()]
