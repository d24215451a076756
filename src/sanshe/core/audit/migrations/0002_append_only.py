"""The database itself keeps the record: an event may be added and given its seal once, a seal may be added; nothing more."""

from django.db import migrations

FIXED = ["id", "event", "kind", "subject", "at", "recorded_at", "by", "by_name", "area_path", "old", "new", "note"]
REFUSAL = "the record of acts is append-only"

SQLITE_SAME = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in FIXED)
SQLITE = [
    f"""CREATE TRIGGER audit_event_kept BEFORE UPDATE ON audit_auditevent
    WHEN NOT (OLD.seal IS NULL AND NEW.seal IS NOT NULL AND {SQLITE_SAME})
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"""CREATE TRIGGER audit_event_stays BEFORE DELETE ON audit_auditevent
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"""CREATE TRIGGER audit_seal_kept BEFORE UPDATE ON audit_seal
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"""CREATE TRIGGER audit_seal_stays BEFORE DELETE ON audit_seal
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
]
POSTGRES_SAME = " AND ".join(f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in FIXED)
POSTGRES = [
    f"""CREATE FUNCTION audit_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'UPDATE' AND OLD.seal IS NULL AND NEW.seal IS NOT NULL AND {POSTGRES_SAME} THEN RETURN NEW; END IF;
    RAISE EXCEPTION '{REFUSAL}'; END $$""",
    """CREATE FUNCTION audit_seal_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION '%s'; END $$"""
    % REFUSAL,
    """CREATE TRIGGER audit_event_kept BEFORE UPDATE OR DELETE ON audit_auditevent
    FOR EACH ROW EXECUTE FUNCTION audit_event_kept()""",
    """CREATE TRIGGER audit_seal_kept BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_seal_kept()""",
]
UNDO = {
    "sqlite": [f"DROP TRIGGER {n}" for n in ("audit_event_kept", "audit_event_stays", "audit_seal_kept", "audit_seal_stays")],
    "postgresql": ["DROP FUNCTION audit_event_kept() CASCADE", "DROP FUNCTION audit_seal_kept() CASCADE"],
}


def guard(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRES}[vendor]:
        schema_editor.execute(statement, params=None)


def unguard(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
