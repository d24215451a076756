"""What a scheme needs before it takes applications."""

from collections.abc import Collection, Sequence

from sanshe.creation.enums import R, Source
from sanshe.creation.types import Criterion, Terms


def refusal_of_terms(terms: Terms) -> R | None:
    """A term has months, a share is of a hundred, and the days of renewing come in their order."""
    sound = terms.months >= 1 and 0 < terms.share <= 100 and terms.renew_from > terms.renew_to >= 0
    return None if sound else R.TERMS_WRONG


def refusal_to_draft(*, name: str, prefix: str, terms: Terms) -> R | None:
    """A name, what its numbers begin with, and sound terms."""
    if not name.strip():
        return R.NO_NAME
    if not prefix.strip():
        return R.NO_PREFIX
    return refusal_of_terms(terms)


def refusal_of_criteria(criteria: Sequence[Criterion], *, records: Collection[str]) -> R | None:
    """Each criterion says what it asks; a record is one that this house has."""
    if not criteria or any(not one.text.strip() for one in criteria):
        return R.NO_CRITERIA
    known = all(one.record in records for one in criteria if one.source == Source.RECORD)
    return None if known else R.NO_RECORD
