"""Rules of parties; those of the credit code are asked for by other apps too."""

from sanshe.core.parties.rules.credit_code import (
    ALPHABET,
    LENGTH,
    SOCIAL,
    body_digit,
    check_character,
    code_fault,
    code_parts,
    tidied,
)

__all__ = ["ALPHABET", "LENGTH", "SOCIAL", "body_digit", "check_character", "code_fault", "code_parts", "tidied"]
