"""The record in words: codes, days and moments as the house writes them, keys of other rows left out."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sanshe.core.audit import actions, pages, queries
from sanshe.core.audit.templatetags.audit import told
from sanshe.core.kit.access import Actor, Grant

AT = datetime(2022, 2, 18, 0, 30, tzinfo=UTC)
READER = Actor(id=uuid4(), name="孔维民", grants=(Grant("auditor", frozenset({"audit.read"}), "140213"),))
pytestmark = pytest.mark.django_db


def entry(**new):
    actions.record(event="x.done", kind="x", subject="1", by=READER, at=AT, area_path="140213", new=new)
    return queries.page(READER, "audit.read")[0][0]


def test_days_and_moments_are_those_of_shanghai():
    found = entry(starts="2022-02-17", starts_at="2022-02-21T06:30:00+00:00", name="甲")
    assert [new for _field, _old, new in told(found)] == ["甲", "2022年2月17日", "2022年2月21日 14:30"]


def test_a_key_tells_a_reader_nothing():
    assert told(entry(entry=str(uuid4()))) == []


def test_a_code_is_called_by_its_name(monkeypatch):
    monkeypatch.setitem(queries.VALUE_LABELS, ("x", "state"), {"open": "招募中"})
    assert told(entry(state="open"))[0][2] == "招募中"


def test_a_list_is_told_one_after_another():
    assert told(entry(grounds=[2, 5]))[0][2] == "2、5"


def test_what_looks_like_a_day_and_is_none_stays_as_it_stands():
    assert told(entry(day="2022-02-31"))[0][2] == "2022-02-31"


def test_a_seal_says_when_business_was_done_and_when_the_machine_sealed():
    actions.record(event="x.done", kind="x", subject="1", by=READER, at=AT, area_path="140213")
    sealed = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    actions.seal(at_real=sealed)
    link = pages.chain(None)[0]
    assert (link.since, link.until, link.sealed_at, link.is_one_day) == (AT, AT, sealed, True)


def test_a_subject_is_named_once_a_kind_for_who_reads(monkeypatch):
    asked = []
    monkeypatch.setitem(
        queries.NAMED._items, "x", lambda actor, ids: asked.append(ids) or {one: (f"名{one}", "/there/") for one in ids}
    )
    for subject in ("1", "2"):
        actions.record(event="x.done", kind="x", subject=subject, by=READER, at=AT, area_path="140213")
    found = queries.page(READER, "audit.read")[0]
    assert {(one.name, one.url) for one in found} == {("名1", "/there/"), ("名2", "/there/")} and len(asked) == 1
    assert queries.history("x", "1")[0].name == ""
