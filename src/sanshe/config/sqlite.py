"""Swap in the bundled SQLite before Django meets the system's, which may carry the WAL-reset fault."""

import sqlite3
import sys

FIXED_IN = (3, 51, 3)


def use_bundled() -> None:
    """Put pysqlite3 in the place of sqlite3 where a wheel exists; elsewhere the system's library stays."""
    try:
        import pysqlite3  # optional: no wheel for some platforms
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def has_wal_fault() -> bool:
    """True when several writers on one WAL file could corrupt it (SQLite 3.7.0 to 3.51.2)."""
    library = sys.modules.get("sqlite3", sqlite3)
    return tuple(int(part) for part in library.sqlite_version.split(".")) < FIXED_IN
