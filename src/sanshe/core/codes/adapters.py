"""Where tokens come from."""

import secrets

from sanshe.core.codes.rules import ALPHABET, LENGTH


def new_token() -> str:
    """A token nobody can guess: more than 128 random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
