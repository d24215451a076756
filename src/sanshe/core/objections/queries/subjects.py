"""What may be objected to in this house."""

from collections.abc import Iterator

from sanshe.core.kit.access import Open
from sanshe.core.kit.registry import Registry
from sanshe.core.objections.types import Subject

SUBJECTS: Registry[Subject] = Registry("subject of objections")


def all_codes() -> tuple[str, ...]:
    """The codes that open some case; nothing is open where nothing may be objected to."""
    found = dict.fromkeys(code for one in SUBJECTS for code in one.codes)
    return tuple(found) or (Open.CLOSED,)


class AnyCase:
    """The codes of a face of cases: asked anew each time, for apps declare their subjects while they are made ready."""

    def __iter__(self) -> Iterator[str]:
        return iter(all_codes())


class CasesOf:
    """The codes of a face of one kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __iter__(self) -> Iterator[str]:
        return iter(SUBJECTS[self.kind].codes)
