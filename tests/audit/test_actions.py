"""Record, seal, keep outside, check; and what the database itself refuses."""

import json
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from sanshe.core.audit import actions, adapters, management, queries, rules
from sanshe.core.audit.models import Anchor, AuditEvent, Seal
from sanshe.core.kit import ids
from sanshe.core.kit.access import SYSTEM, Actor, Grant

AT = datetime(2022, 1, 5, 7, 20, tzinfo=UTC)
WHO = Actor(id=ids.new(), name="梁晓芸")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outside(settings, tmp_path, django_capture_on_commit_callbacks):
    """The list of roots in a folder of its own."""
    settings.AUDIT_ROOTS = tmp_path
    return tmp_path / "audit-roots.txt"


@pytest.fixture
def seal(django_capture_on_commit_callbacks):
    def seal():
        with django_capture_on_commit_callbacks(execute=True):
            return actions.seal(at_real=AT)

    return seal


def act(n=1, **fields):
    values = {"event": "x.done", "kind": "x", "subject": "s", "by": WHO, "at": AT} | fields
    return [actions.record(**values) for _ in range(n)][-1]


def unguarded(sql, *values):
    """What a person with the database's password can do: drop the guards, then write."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            names = ("audit_event_kept", "audit_event_stays", "audit_seal_kept", "audit_seal_stays")
            for name in names:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE audit_seal DISABLE TRIGGER USER")
        cursor.execute(sql, values)


def test_an_act_is_recorded_with_a_masked_name_and_plain_values():
    act(new={"on": date(2022, 1, 5), "points": Decimal("82.5"), "name": "一"}, old={"on": None})
    row = queries.history("x", "s")[0]
    assert row.by_name == "梁**" and row.by == WHO.id
    assert row.changes == [("on", None, "2022-01-05"), ("name", None, "一"), ("points", None, "82.5")]


def test_the_system_is_named_as_such():
    act(by=SYSTEM)
    assert queries.history("x", "s")[0].by_name == "system"


def test_history_is_newest_first_and_of_one_subject():
    act(note="1")
    act(note="2")
    act(subject="other")
    assert [entry.note for entry in queries.history("x", "s")] == ["2", "1"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_auditevent SET note = 'x'",
        "UPDATE audit_auditevent SET seal = NULL, place = NULL",
        "UPDATE audit_auditevent SET seal = 9, place = 1",
        "DELETE FROM audit_auditevent",
        "UPDATE audit_seal SET root = ''",
        "DELETE FROM audit_seal",
    ],
)
def test_the_database_refuses_to_change_or_delete(sql, seal):
    act()
    seal()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert queries.verify().ok


def test_an_unsealed_act_cannot_be_changed_while_it_is_sealed():
    act()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEvent.objects.update(seal=1, place=1, note="x")


def test_acts_are_sealed_in_order_and_the_roots_kept_outside(seal, outside):
    act(3)
    assert seal() == [1] and seal() == []
    act(2)
    assert seal() == [2]
    assert [line.split()[:2] for line in outside.read_text().splitlines()] == [["1", "3"], ["2", "2"]]
    assert queries.sealed() == (2, 5) and queries.verify().ok


def test_a_large_batch_is_cut(seal, monkeypatch):
    monkeypatch.setattr(rules, "BATCH", 2)
    act(5)
    assert seal() == [1, 2, 3] and queries.verify().ok


def test_a_late_commit_falls_into_the_next_batch(seal):
    late = AuditEvent(event="x", kind="x", subject="s", at=AT, recorded_at=AT)  # its key is older than the seal
    act()
    seal()
    late.save(force_insert=True)
    assert seal() == [2] and queries.verify().ok


def test_the_unsealed_tail_is_named_as_such(seal):
    act()
    seal()
    act(2)
    verdict = queries.verify()
    assert verdict.ok and (verdict.unsealed, verdict.events) == (2, 3)


def test_a_seal_of_a_rolled_back_transaction_never_was(outside):
    with transaction.atomic():
        act()
        actions.seal(at_real=AT)
        transaction.set_rollback(True)
    assert not Seal.objects.exists() and not outside.exists()


def test_roots_that_a_crash_kept_from_the_list_are_added_later(seal, outside):
    act()
    actions.seal(at_real=AT)  # the commit's callback never ran
    assert queries.verify().not_kept_outside == 1
    seal()
    assert queries.verify().not_kept_outside == 0 and len(outside.read_text().splitlines()) == 1


TAMPERINGS = {
    "changed": "UPDATE audit_auditevent SET note = 'x' WHERE place = 2 AND seal = 1",
    "missing": "DELETE FROM audit_auditevent WHERE place = 2 AND seal = 1",
    "moved": "UPDATE audit_auditevent SET place = 99 WHERE place = 2 AND seal = 1",
    "seal_changed": "UPDATE audit_seal SET members = '[]' WHERE number = 1",
    "seal_missing": "DELETE FROM audit_seal WHERE number = 2",
    "root_differs": "UPDATE audit_seal SET root = previous WHERE number = 2",
}


@pytest.mark.parametrize("fault", TAMPERINGS)
def test_tampering_with_the_tables_is_found(fault, seal):
    for _ in range(2):
        act(3)
        seal()
    unguarded(TAMPERINGS[fault])
    assert fault in {finding.fault for finding in queries.verify().findings}


def test_a_tail_cut_off_with_its_seal_is_found_by_the_roots_outside(seal, outside):
    for _ in range(2):
        act(3)
        seal()
    unguarded("DELETE FROM audit_auditevent WHERE seal = 2")
    unguarded("DELETE FROM audit_seal WHERE number = 2")
    assert [f.fault for f in queries.verify().findings] == ["seal_missing"]
    outside.write_text(outside.read_text().splitlines()[0])
    assert [f.fault for f in queries.verify().findings] == ["seal_missing"]  # the list was cut too: it was known longer
    Anchor.objects.update(kept=1)
    assert queries.verify().ok  # the control: without either nobody would know


@pytest.mark.parametrize("left", ["", "nothing to read\n"])
def test_a_list_outside_that_is_gone_is_a_finding_and_never_made_anew(seal, outside, left):
    for _ in range(2):
        act()
        seal()
    outside.write_text(left)
    act()
    seal()
    assert outside.read_text().count("\n") == 1 + left.count("\n")  # the new one only
    found = [(f.fault, f.seal) for f in queries.verify().findings if f.fault != "unreadable"]
    assert found == [("root_missing", 1), ("root_missing", 2)]
    assert management.verify(lambda text: None) == 1


def test_a_spoilt_row_is_reported_and_breaks_no_page(seal):
    act()
    seal()
    unguarded("UPDATE audit_auditevent SET new = 'no json'")
    assert queries.history("x", "s")[0].new == {"": "no json"}
    assert [f.fields for f in queries.verify().findings] == [("new",)]


def test_a_check_is_kept_and_recorded(seal):
    act()
    made = actions.check(by=WHO, at=AT)
    assert made.is_whole and made.events == 1 and json.loads(made.findings) == []
    assert queries.history("audit.verification", made.pk)[0].new["whole"] is True


def test_a_database_may_have_its_own_list(seal, tmp_path):
    actions.use_anchor(name="2022-02-18")
    act()
    seal()
    assert adapters.roots_path(queries.anchor_name()) == tmp_path / "audit-roots-2022-02-18.txt"
    assert queries.verify().not_kept_outside == 0


def reader(path):
    return Actor(id=ids.new(), name="a", grants=(Grant("auditor", frozenset({"audit.read"}), path),))


def test_one_area_does_not_see_another():
    act(area_path="140213001")
    act(area_path="140214001")
    act()
    seen = {path: queries.visible_to(reader(path), "audit.read").count() for path in ("140213001", "140213", "140214")}
    assert seen == {"140213001": 1, "140213": 2, "140214": 2}
    assert queries.visible_to(WHO, "audit.read").count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_takes_two_queries_however_many_rows(rows, django_assert_num_queries):
    act(rows, area_path="140213")
    with django_assert_num_queries(2):
        entries, _next = queries.page(reader("140213"), "audit.read")
    assert len(entries) == rows


def test_pages_follow_one_another_without_gap():
    act(6, area_path="140213")
    first, after = queries.page(reader("140213"), "audit.read", size=3)
    rest, end = queries.page(reader("140213"), "audit.read", before=after, size=3)
    assert [len(first), len(rest), end] == [3, 3, None]
    assert len({entry.id for entry in first + rest}) == 6


def test_the_command_checks_and_says(seal):
    act(2)
    said = []
    assert management.verify(said.append) == 0 and "2 条" in said[-1] and "一条不差" in said[-1]
    unguarded("DELETE FROM audit_auditevent WHERE place = 1")
    assert management.verify(said.append) == 1 and "第 1 封第 1 条：少了" in said[1]


def test_the_command_writes_the_package(tmp_path):
    act()
    management.export(tmp_path / "p.zip")
    assert zipfile.ZipFile(tmp_path / "p.zip").namelist() == ["record.jsonl", "roots.txt", "verify.py"]
