"""Let transactional tests empty the record on SQLite, where emptying is DELETE and the record refuses it.

Only the test database's own clean-up gets past: the triggers are dropped before it and made anew behind it.
"""

from importlib import import_module


def pytest_configure():
    """When the settings are loaded (they choose which SQLite is meant) and before any database is made."""
    from django.db.backends.sqlite3.base import DatabaseOperations

    guards = import_module("sanshe.core.audit.migrations.0001_initial")
    flush = DatabaseOperations.sql_flush

    def flush_around_the_guards(self, style, tables, **options):
        statements = flush(self, style, tables, **options)
        if "audit_auditevent" not in tables or not statements:
            return statements
        drop = [statement.replace("DROP TRIGGER", "DROP TRIGGER IF EXISTS") for statement in guards.UNDO["sqlite"]]
        return [*drop, *statements, *guards.SQLITE]

    DatabaseOperations.sql_flush = flush_around_the_guards
