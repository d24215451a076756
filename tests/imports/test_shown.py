"""The page of an import: as much of it as somebody reads, however long the sheet."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanshe.core.imports.models import ImportRun
from sanshe.core.imports.queries import IMPORTERS
from sanshe.incubation.enums.access import P
from tests.imports import corpus
from tests.ledgers import world

pytestmark = pytest.mark.django_db
HEADS = ["组织名称", "电话"]


@pytest.fixture
def browser(monkeypatch, client_as):
    one = replace(world.IMPORTER, code="test.sheet", needs=P.APPLICATION_IMPORT, context=())
    monkeypatch.setitem(IMPORTERS._items, one.code, one)
    return client_as("centre_operator")


@pytest.fixture
def sent(browser):
    """The page of a sheet with so many rows to mend, and `good` ones behind them."""

    def send(bad, good=0):
        rows = [[f"社{n}", "138"] for n in range(bad)] + [[f"好社{n}", "13800000000"] for n in range(good)]
        file = SimpleUploadedFile("a.xlsx", corpus.workbook([HEADS, *rows]))
        return browser.post("/ledgers/import/test.sheet/", {"file": file})["Location"]

    return send


def rows_of(text):
    return [int(no) for no in re.findall(r'id="row-(\d+)"', text)]


def following(text, address):
    found = re.search(r'rel="next"\s+href="([^"]+)"', text)
    return address.partition("?")[0] + unescape(found[1]) if found else None


def test_fifty_rows_stand_on_a_page_and_each_on_one(browser, sent):
    address, met = sent(130), []
    while address:
        text = browser.get(address).content.decode()
        assert "要看的 130" in text and len(rows_of(text)) <= 50
        met += rows_of(text)
        address = following(text, address)
    assert met == list(range(2, 132))


def test_a_page_asks_as_little_however_many_rows(browser, sent):
    def asked(address):
        with CaptureQueriesContext(
            connection,
        ) as found:
            browser.get(address)
        return len(found)

    asked(sent(1))  # what is kept after the first look
    assert asked(sent(2)) == asked(sent(120))


def test_who_mends_a_row_stays_on_its_page(browser, sent):
    address = sent(60)
    second = following(browser.get(address).content.decode(), address)
    text = browser.get(second).content.decode()
    to = unescape(re.search(r'id="m-60-phone"[^>]*action="([^"]+)"', text)[1])
    said = {"no": 60, "field": "phone", "what": "mend", "drawn": ImportRun.objects.get().mark}
    answer = browser.post(to, {**said, "value": "13900000000"})
    assert answer["Location"] == second
    assert rows_of(browser.get(second).content.decode()) == [52, 53, 54, 55, 56, 57, 58, 59, 61]


def test_a_page_that_emptied_is_the_first(browser, sent):
    address = sent(51)
    second = following(browser.get(address).content.decode(), address)
    said = {"no": 52, "what": "mend", "field": "phone", "value": "13900000000"}
    browser.post(f"{address}mend/", {**said, "drawn": ImportRun.objects.get().mark})
    assert rows_of(browser.get(second).content.decode()) == list(range(2, 52))


def test_where_each_row_went_is_turned_too(browser, sent):
    address = sent(3, good=57)
    run = ImportRun.objects.get()
    browser.post(f"{address}apply/", {"skip_bad": "1", "drawn": run.mark})
    first = browser.get(address).content.decode()
    second = browser.get(following(first, address)).content.decode()
    assert [one.count('data-l="结果"') for one in (first, second)] == [50, 10]
