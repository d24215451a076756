"""Codes of audit."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "audit.read"
    VERIFY = "audit.verify"


class E(StrEnum):
    """Events that audit itself records."""

    SHOWN = "privacy.shown"
    PURGED = "privacy.purged"
    VERIFIED = "audit.verified"
    EXPORTED = "audit.exported"


class Fault(StrEnum):
    """What a check can find. The same words stand in `rules/verify.py`."""

    MISSING = "missing"
    CHANGED = "changed"
    ADDED = "added"
    MOVED = "moved"
    SEAL_CHANGED = "seal_changed"
    SEAL_MISSING = "seal_missing"
    ROOT_DIFFERS = "root_differs"
    ROOT_MISSING = "root_missing"
    UNREADABLE = "unreadable"
