"""The index of search: FTS5 kept by triggers on SQLite, a generated tsvector with GIN on PostgreSQL."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE search_index USING fts5(
    grams, pinyin, content='search_searchrow', content_rowid='id', tokenize='unicode61', prefix='1 2')""",
    """CREATE TRIGGER search_row_added AFTER INSERT ON search_searchrow BEGIN
    INSERT INTO search_index(rowid, grams, pinyin) VALUES (NEW.id, NEW.grams, NEW.pinyin); END""",
    """CREATE TRIGGER search_row_gone AFTER DELETE ON search_searchrow BEGIN
    INSERT INTO search_index(search_index, rowid, grams, pinyin) VALUES ('delete', OLD.id, OLD.grams, OLD.pinyin);
    END""",
    """CREATE TRIGGER search_row_changed AFTER UPDATE OF grams, pinyin ON search_searchrow BEGIN
    INSERT INTO search_index(search_index, rowid, grams, pinyin) VALUES ('delete', OLD.id, OLD.grams, OLD.pinyin);
    INSERT INTO search_index(rowid, grams, pinyin) VALUES (NEW.id, NEW.grams, NEW.pinyin); END""",
]
POSTGRES = [
    """ALTER TABLE search_searchrow ADD COLUMN tokens tsvector
    GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, grams || ' ' || pinyin)) STORED""",
    "CREATE INDEX search_index ON search_searchrow USING gin (tokens)",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER search_row_added",
        "DROP TRIGGER search_row_gone",
        "DROP TRIGGER search_row_changed",
        "DROP TABLE search_index",
    ],
    "postgresql": ["ALTER TABLE search_searchrow DROP COLUMN tokens"],
}


def make(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRES}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
