"""The pages of the record, asked for directly."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from sanshe.core.audit import actions, rules, views
from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.rules.verify import spans
from sanshe.core.jobs.actions import work
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor, Grant
from tests.audit.test_actions import unguarded

AT = datetime(2022, 2, 18, 0, 30, tzinfo=UTC)
AUDITOR = Actor(
    id=ids.new(), name="孔维民", grants=(Grant("auditor", frozenset({"audit.read", "audit.verify"}), "140213"),)
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outside(settings, tmp_path):
    settings.AUDIT_ROOTS = tmp_path


def ask(view, method="get", by=AUDITOR, **data):
    request = getattr(RequestFactory(), method)("/audit/", data)
    request.actor, request.received_at = by, AT
    return view(request)


def text(view, **data):
    return ask(view, **data).content.decode()


def act(n=1, **fields):
    values = {"event": "x.done", "kind": "x", "subject": "220120-001", "by": AUDITOR, "at": AT, "area_path": "140213"}
    for _ in range(n):
        actions.record(**values | fields)


def test_before_the_first_act_the_page_says_so():
    assert "还没有封条" in text(views.record)


def test_one_click_checks_and_says_that_all_is_there():
    act(4)
    assert ask(views.verify, "post").status_code == 302
    page = text(views.record)
    assert "留痕 4 条，一条不差" in page and "对得上" in page and "孔**" in page


def test_a_break_is_read_as_what_is_missing_and_changed():
    act(4)
    actions.seal(at_real=AT)
    unguarded("DELETE FROM audit_auditevent WHERE place = 2")
    unguarded("UPDATE audit_auditevent SET note = 'x' WHERE place = 3")
    ask(views.verify, "post")
    page = text(views.record)
    assert "从第 1 封起对不上" in page and "断在这里" in page
    assert "<dt>少了</dt><dd>第 2 条：2022-02-18 08:30 x.done x 220120-001" in page
    assert "改动的栏：说明" in page


def test_the_example_is_made_of_the_latest_seal_and_touches_nothing():
    act(4)
    ask(views.verify, "post")
    page = text(views.record)
    assert "断了是这样" in page and "少了" in page
    ask(views.verify, "post")
    assert "一条不差" in text(views.record)


def test_one_number_is_looked_up():
    act(2)
    actions.seal(at_real=AT)
    assert "留痕 2 条" in text(views.record, q="220120-001") and "没有这个编号" in text(views.record, q="9")


def test_who_had_personal_values_shown_is_counted_with_a_way_to_the_rows():
    act(event="privacy.shown", note="回访")
    assert '?event=privacy.shown">1</a>' in text(views.record)
    assert "回访" in text(views.events, event="privacy.shown")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_one_query_and_one_for_its_names(rows, django_assert_num_queries):
    act(rows, new={"a": 1})
    text(views.events)  # the tables a process keeps are in memory from here on
    with django_assert_num_queries(3):  # events, names, unread messages
        assert text(views.events).count("x.done") == rows


def test_what_people_typed_is_shown_as_text():
    act(note="<script>alert(1)</script>")
    assert "<script>alert" not in text(views.events)


def test_seals_are_listed():
    act()
    actions.seal(at_real=AT)
    assert "第 1 封" in text(views.seals) and "第 1 封" not in text(views.seals, before="1")


def test_the_package_checks_itself_elsewhere(tmp_path, django_capture_on_commit_callbacks):
    act(3)
    with django_capture_on_commit_callbacks(execute=True):
        actions.seal(at_real=AT)
    answer = ask(views.package, "post")
    zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).extractall(tmp_path / "p")
    command = [sys.executable, "-I", "verify.py", "record.jsonl", "roots.txt"]
    done = subprocess.run(command, cwd=tmp_path / "p", capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})
    assert done.returncode == 0 and "2 封，4 条" in done.stdout


def unpacked(tmp_path, *grants):
    """What the package of somebody with these areas holds, and what its own program says of it."""
    actor = Actor(AUDITOR.id, AUDITOR.name, grants=tuple(replace(AUDITOR.grants[0], path=path) for path in grants))
    answer = ask(views.package, "post", by=actor)
    folder = tmp_path / "-".join(grants or ("none",))
    zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).extractall(folder)
    command = [sys.executable, "-I", "verify.py", "record.jsonl", "roots.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})
    return (folder / "record.jsonl").read_text(), done


def places(note):
    """Where the acts with a note stand in their seal: keys of one millisecond have no order."""
    return spans(sorted(AuditEvent.objects.filter(note=note).values_list("place", flat=True)))


@pytest.fixture
def two_districts(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for path, note in (("140213051", "ours"), ("140214001", "theirs"), ("140214", "theirs"), ("", "of nobody")):
            act(area_path=path, note=note, subject=f"{note} {path}")
        actions.seal(at_real=AT)


def test_of_another_district_the_package_has_fingerprints_only_and_proves_the_rest(two_districts, tmp_path):
    record, done = unpacked(tmp_path, "140213")
    assert "ours" in record and "of nobody" in record and "theirs" not in record and "140214" not in record
    assert (done.returncode, done.stderr) == (0, "")
    assert f"第 1 封第 {places('theirs')} 条：只给了指纹" in done.stdout and "另有 2 条只给了指纹" in done.stdout
    assert "2 封，3 条" in done.stdout and "一条不差" in done.stdout


def test_who_holds_every_district_gets_the_whole(two_districts, tmp_path):
    for grants in (("140213", "140214"), ("",), ("14",)):
        record, done = unpacked(tmp_path, *grants)
        assert "theirs" in record and done.returncode == 0 and "只给了指纹" not in done.stdout


def test_a_street_reads_no_act_that_has_no_area(two_districts, tmp_path):
    record, done = unpacked(tmp_path, "140213051")
    assert "ours" in record and "of nobody" not in record and done.returncode == 0


def test_an_act_that_was_moved_between_districts_shows_and_tells_neither_more(two_districts, tmp_path):
    unguarded("UPDATE audit_auditevent SET area_path = '140213' WHERE note = 'theirs'")
    unguarded("UPDATE audit_auditevent SET area_path = '140214' WHERE note = 'ours'")
    record, done = unpacked(tmp_path, "140213")
    assert "theirs" not in record and done.returncode == 1 and f"第 1 封第 {places('ours')} 条：改了" in done.stdout
    changed = [f"第 1 封第 {place} 条：改了" for place in places("theirs").replace("-", "、").split("、")]
    assert all(one in unpacked(tmp_path, "140214")[1].stdout for one in changed)


def test_a_large_record_is_checked_in_the_background(monkeypatch):
    monkeypatch.setattr(rules, "INLINE", -1)
    answer = ask(views.verify, "post")
    assert answer["Location"].startswith("/audit/?job=")
    how_far = f"/jobs/{answer['Location'].partition('job=')[2]}/"
    assert f'data-poll="{how_far}"' in text(views.record, job=how_far[6:-1])
    work()
    assert "孔**" in text(views.record)


def test_another_area_is_not_looked_up():
    act(area_path="140214")
    assert "没有这个编号" in text(views.record, q="220120-001")
