"""Codes for who leaves no telephone."""

import secrets

SIGNS, LENGTH = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 10  # nothing that is read as another sign


def new_code() -> str:
    """Ten signs, shown once."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
