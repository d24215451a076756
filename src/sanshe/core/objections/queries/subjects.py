"""What may be objected to in this house."""

from collections.abc import Iterator

from sanshe.core.kit.access import Open
from sanshe.core.kit.registry import Registry
from sanshe.core.objections.enums import Deed
from sanshe.core.objections.types import Subject

SUBJECTS: Registry[Subject] = Registry("subject of objections")


def all_codes(deed: Deed) -> tuple[str, ...]:
    """The codes that open some case to a deed: whoever only follows does nothing; what no kind gives is closed."""
    found = dict.fromkeys(
        code for one in SUBJECTS for code in (one.codes if deed == Deed.FOLLOW else (one.handle, one.reviews))
    )
    return tuple(found) or (Open.CLOSED,)


class AnyCase:
    """The codes of a face of cases: asked anew each time, for apps declare their subjects while they are made ready."""

    def __init__(self, deed: Deed) -> None:
        self.deed = deed

    def __iter__(self) -> Iterator[str]:
        return iter(all_codes(self.deed))


class CasesOf:
    """The codes of a face of one kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __iter__(self) -> Iterator[str]:
        return iter(SUBJECTS[self.kind].codes)
