"""A sheet is read in a checker, before the write begins, by who may read one in."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from sanshe.core.files.adapters import checkers
from sanshe.core.imports import adapters
from sanshe.core.imports.adapters import SHEET, checks, sheet_in
from sanshe.core.imports.enums import R
from sanshe.core.imports.models import ImportRun
from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.kit.refused import Refused
from sanshe.incubation.enums.access import P
from tests.imports import corpus
from tests.ledgers import world

pytestmark = pytest.mark.django_db
ROWS = [["名称", "电话"], ["暖阳社", "13800000000"]]


@pytest.fixture
def looked(monkeypatch):
    """Whether a transaction of a write was open at each look."""
    found, real, depth = [], checkers.verdict_of, len(connection.savepoint_ids)

    def verdict_of(check, data, *facts):
        found.append(len(connection.savepoint_ids) > depth)
        return real(check, data, *facts)

    monkeypatch.setattr(checkers, "verdict_of", verdict_of)
    return found


def test_what_a_checker_read_is_what_is_read_here():
    for data in (corpus.workbook(ROWS), "名称,电话\n暖阳社,138\n".encode("gbk"), corpus.page(), corpus.merged("A1:B2")):
        here, there = sheet_in.book(data), adapters.book(data)
        assert (here.encoding, here.note) == (there.encoding, there.note)
        for one, other in zip(here.tables, there.tables, strict=True):
            assert [list(row) for row in one.rows] == [list(row) for row in other.rows]
            assert (one.name, one.is_shown, one.hidden, one.merged) == (
                other.name, other.is_shown, other.hidden, other.merged
            )  # fmt: skip


def test_a_table_too_large_to_be_meant_says_so_through_the_checker():
    table = adapters.book(corpus.FAR_ROW).tables[0]
    assert (table.fault, table.facts) == (R.TOO_MANY_ROWS, {"most": 20_000})


def test_a_refusal_is_one_of_imports():
    with pytest.raises(Refused) as refusal:
        adapters.book(corpus.ENTITIES)
    assert refusal.value.code is R.UNSAFE_XML


def test_a_sheet_that_is_too_hard_is_refused_in_words(monkeypatch):
    def ask(checker, job, data):
        raise checkers.Ended

    monkeypatch.setattr(checkers.Checker, "ask", ask)
    with pytest.raises(Refused) as refusal:
        adapters.book(corpus.workbook(ROWS))
    assert refusal.value.code is R.TOO_HARD


def test_what_is_asked_for_another_limit_is_read_anew():
    data = corpus.workbook(ROWS)
    assert checkers.key_of(SHEET, data, 20_000) != checkers.key_of(SHEET, data, 100)


@pytest.fixture
def post(monkeypatch, client_as):
    """Somebody in a role sends a sheet to an importer that the centre's operators may use."""
    one = replace(world.IMPORTER, code="test.sheet", needs=P.APPLICATION_IMPORT, context=())
    monkeypatch.setitem(IMPORTERS._items, one.code, one)

    def send(role, data):
        file = SimpleUploadedFile("a.xlsx", data)
        return client_as(role).post("/ledgers/import/test.sheet/", {"file": file})

    return send


def test_it_is_read_before_the_write_and_only_once(post, looked):
    assert post("centre_operator", corpus.workbook(ROWS)).status_code == 302
    assert looked == [False] and ImportRun.objects.get().rows.count() == 1


def test_who_may_not_read_one_in_costs_no_look(post, looked):
    assert post("auditor", corpus.workbook(ROWS)).status_code == 404 and looked == []


def test_one_that_is_refused_is_told_on_its_page(post, looked):
    answer = post("centre_operator", corpus.ENTITIES)
    assert answer.status_code == 422 and "不安全的内容" in answer.content.decode() and looked == [False]


def test_one_that_is_too_large_is_not_looked_at(post, looked, monkeypatch):
    monkeypatch.setattr(adapters, "SHEET", replace(SHEET, most=10))
    monkeypatch.setattr(checks, "SHEET", replace(SHEET, most=10))
    answer = post("centre_operator", corpus.workbook(ROWS))
    assert answer.status_code == 422 and "30 MB" in answer.content.decode() and not ImportRun.objects.exists()
