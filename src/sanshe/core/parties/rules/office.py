"""What an office needs before papers bear its number."""

import re

from sanshe.core.parties.enums import R

LETTERS = re.compile(r"[a-z]{1,8}")


def refusal_of_office(*, name: str, prefixes: tuple[str, str], letters: str) -> R | None:
    """A name; a prefix for its numbers; small letters that stand for it in addresses."""
    if not name.strip():
        return R.NO_NAME
    if not all(prefix.strip() for prefix in prefixes):
        return R.NO_PREFIX
    return None if LETTERS.fullmatch(letters.strip()) else R.LETTERS_WRONG
