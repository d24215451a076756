"""Marks of rows as forms carry them: signed, so that nobody asks by them after rows that no page showed."""

from django.utils.crypto import constant_time_compare, salted_hmac

from sanshe.core.rows import rules
from sanshe.core.rows.types import Mark

SALT = "sanshe.rows.drawn"


def sign(mark: Mark) -> str:
    """The mark as text."""
    said = rules.text_of(mark)
    return f"{said}:{_seal(said)}"


def read(text: str) -> list[Mark]:
    """The marks that a form carries; what no page of ours wrote is none."""
    found = (one.rpartition(":") for one in rules.texts_of(text))
    marks = (rules.mark_of(said) for said, _, seal in found if constant_time_compare(seal, _seal(said)))
    return [mark for mark in marks if mark is not None]


def _seal(said: str) -> str:
    return salted_hmac(SALT, said, algorithm="sha256").hexdigest()[:20]
