"""What a checker does with a piece of evidence. Runs in a process of its own: no settings, no database."""

from sanshe.core.files import rules
from sanshe.core.files.enums import Kind, R
from sanshe.core.files.types import Check, Clean
from sanshe.core.kit.refused import Refused, insist


def clean(data: bytes) -> Clean:
    """Look at a file by its bytes and return it as it will be kept; raises `Refused` with a code of files.

    Pictures are written anew; everything else is kept as it is, or refused.
    """
    from sanshe.core.files.adapters import office, pdfs, pictures  # of their libraries only a checker has need

    insist(rules.refusal_of_size(len(data)), size=rules.megabytes(len(data)))
    kind = rules.kind_by_magic(data, office.members(data) if data.startswith(b"PK") else frozenset())
    if kind is None:
        raise Refused(R.NOT_ALLOWED)
    if kind in pictures.FORMATS:
        return pictures.redrawn(data, kind)
    (pdfs if kind == Kind.PDF else office).look(data)
    return Clean(data, kind)


EVIDENCE = Check(clean, Clean, R, rules.MOST_BYTES, R.TOO_LARGE, R.TOO_HARD)
