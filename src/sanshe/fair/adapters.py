"""Where chance comes from: the tokens of cards, the codes by which a prize is fetched."""

import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without those one takes for another


def new_token() -> str:
    """What only the card says: 130 bits."""
    return "".join(secrets.choice(SIGNS) for _ in range(26))


def new_code() -> str:
    """Four figures that one says at the desk."""
    return f"{secrets.randbelow(10_000):04d}"
