"""The fifteen paper rows of the last day: ten good, two to mend, one without a name, two doubles."""

import csv
import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import ImportedRow
from sanshe.incubation.models import Application, DeskReceipt
from sanshe.incubation.phrases.call.application import LABELS, REGISTRATIONS
from sanshe.incubation.story.applications import received_order, values_of
from tests.papers.pdftext import pieces, words

pytestmark = pytest.mark.django_db
UNTIL = "0104c"
WHEN = "2022-01-04 08:51"
CODES = (
    "name", "registration", "credit_code", "filing_number", "founders", "head_name", "head_phone", "contact_name",
    "contact_phone", "what",
)  # fmt: skip
HEAD = ("收件编号", *(str(LABELS[code]) for code in CODES))


@pytest.fixture
def save(told):
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def line(no, **change):
    name = received_order()[no - 1]
    values = values_of(name, no) | change
    values["registration"] = str(REGISTRATIONS[values["registration"]])
    receipt = DeskReceipt.objects.filter(name=name).order_by("no")[0].no
    return (receipt, *(values.get(code, "") for code in CODES))


def sheet(lines, encoding="utf-8-sig"):
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *lines])
    return io.BytesIO(out.getvalue().encode(encoding))


def fifteen(**four):
    rows = [line(no) for no in range(29, 41)]
    rows[3] = line(32, contact_phone="138", **four)
    rows.append((13, "", *[""] * 9))
    rows.append((14, *line(29)[1:2], "已登记", *line(29)[3:]))
    return rows


@pytest.fixture
def send(as_person, save):
    client = as_person("liang", WHEN)

    def go(lines, **how):
        file = SimpleUploadedFile("线下申请.csv", sheet(lines, **how).read())
        return client, client.post("/ledgers/import/incubation.applications/?batch=3", {"file": file})

    return go


def received():
    return Application.objects.filter(serial__isnull=False).count()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_good_rows_are_previewed_and_then_entered_in_order(send, encoding):
    client, answer = send([line(no) for no in range(29, 41)], encoding=encoding)
    assert answer.status_code == 302 and received() == 28
    client.post(f"{answer['Location']}apply/")
    assert (
        list(Application.objects.filter(serial__gt=28).order_by("serial").values_list("name", flat=True))
        == received_order()[28:]
    )


def test_nothing_enters_while_a_row_is_bad(send):
    client, answer = send(fifteen())
    page = client.get(answer["Location"]).content.decode()
    assert "电话要写全" in page and "没有组织名称" in page
    assert client.post(f"{answer['Location']}apply/").status_code == 409 and received() == 28


def test_a_double_in_the_sheet_is_seen_behind_its_brackets_and_blanks(send):
    names = ("新风（平城）志愿队", "新风(平城)志愿队", "新风 （平城）志愿队")
    said = {"registration": "none", "credit_code": "", "founders": "甲、乙、丙"}
    rows = [line(no, name=name, **said) for no, name in zip((29, 30, 31), names, strict=True)]
    client, answer = send(rows)
    page = client.get(answer["Location"]).content.decode()
    assert page.count("重复") >= 2, page[page.find("<main") :][:3000]


def test_the_same_file_again_changes_nothing(send):
    rows = [line(no) for no in range(29, 41)]
    client, answer = send(rows)
    client.post(f"{answer['Location']}apply/")
    _client, again = send(rows)
    assert received() == 40 and again["Location"] == answer["Location"]


@pytest.mark.parametrize(
    ("change", "says"),
    [({"credit_code": "52140213MJX300716F"}, "校验对不上"), ({"registration": "none", "founders": ""}, "")],
)
def test_what_is_wrong_is_named_in_its_row(send, change, says):
    client, answer = send([line(32, **change)])
    assert says in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("n", [1, 12])
def test_a_sheet_is_judged_by_at_most_four_questions_however_long(save, n, django_assert_max_num_queries):
    batch = DeskReceipt.objects.first().batch
    heads = ("receipt", *CODES)
    cells = [dict(zip(heads, map(str, line(no)), strict=True)) for no in range(29, 29 + n)]
    twice = {"credit_code": "", "name": f" {Application.objects.filter(serial=1).get().name}"}
    rows = [ImportedRow(no, one, {"batch": str(batch.pk)}) for no, one in enumerate([*cells, cells[0] | twice])]
    check = IMPORTERS["incubation.applications"].check
    with django_assert_max_num_queries(4):  # the batch, doubles by code and by name, receipts
        said = check(rows)
    assert [(one.faults, one.duplicate_of) for one in said[:-1]] == [((), "")] * n and said[-1].duplicate_of


def test_a_receipt_nobody_wrote_is_refused(send):
    client, answer = send([("99", *line(30)[1:])])
    assert "线下收件本里没有这个编号" in client.get(answer["Location"]).content.decode()


def test_an_officer_of_the_bureau_does_not_import(as_person, save):
    assert as_person("hao", WHEN).get("/ledgers/import/incubation.applications/?batch=3").status_code in (403, 404)


def test_an_address_without_a_batch_is_missing(as_person, save):
    assert as_person("liang", WHEN).get("/ledgers/import/incubation.applications/").status_code == 404


def test_the_demos_own_sheet_has_ten_good_rows_two_to_mend_one_nameless_and_two_doubles(send, monkeypatch):
    from collections import Counter

    from django.conf import settings

    from sanshe.core.imports.models import ImportRow

    monkeypatch.setattr(settings, "IS_DEMO", True)
    client, _answer = send([line(29)])
    given = client.get("/demo/sheet/incubation.applications.csv")
    file = io.BytesIO(given.content)
    file.name = "paper-applications.csv"
    answer = client.post("/ledgers/import/incubation.applications/?batch=3", {"file": file})
    rows = ImportRow.objects.filter(run=answer["Location"].rstrip("/").rsplit("/", 1)[-1])
    assert Counter(rows.values_list("state", flat=True)) == {"good": 10, "mend": 2, "skip": 1, "duplicate": 2}


def test_a_sheet_with_heads_of_their_own_is_matched_by_hand_and_known_next_time(send):
    def theirs(rows):
        out = io.StringIO()
        csv.writer(out).writerows(
            [["序", "单位", "情况", "代码证", "证号", "谁发起", "头儿", "头儿手机", "找谁", "手机", "干啥"], *rows]
        )
        return out.getvalue().encode()

    client, _answer = send([line(29)])
    file = SimpleUploadedFile("各单位.csv", theirs([line(30)]))
    page = client.post("/ledgers/import/incubation.applications/?batch=3", {"file": file})["Location"]
    shown = client.get(page).content.decode()
    assert page.endswith("/columns/") and "B 列　单位" in shown
    drawn = re.search(r'name="drawn" value="([^"]+)"', shown)[1]
    said = {"table": "0", "row": "1", "depth": "1", "drawn": drawn, "_page": page}
    chosen = {f"c{place}": code for place, code in enumerate(("receipt", *CODES))}
    answer = client.post(page, said | chosen | {"c10": "name"})
    again = answer.content.decode()
    assert answer.status_code == 422 and "“名称”已经对了前面一列。" in again and 'value="founders" selected' in again
    rows = client.post(page, said | chosen)["Location"]
    assert "1 行都可以导入" in client.get(rows).content.decode()
    again = client.post(page, said | chosen | {"c9": ""})  # from the page as it was before
    assert again.status_code == 409 and 'value="founders" selected' in again.content.decode()
    file = SimpleUploadedFile("各单位二.csv", theirs([line(31)]))
    rows = client.post("/ledgers/import/incubation.applications/?batch=3", {"file": file})["Location"]
    assert "1 行都可以导入" in client.get(rows).content.decode()


def test_beside_the_upload_stand_the_blank_sheet_and_the_page_to_be_signed(as_person, save):
    from django.test import Client

    client = as_person("liang", WHEN)
    page = client.get("/ledgers/import/incubation.applications/?batch=3").content.decode()
    signed = re.search(r'href="([^"]+/undertaking\.pdf)"', page)[1]
    answer = Client().get(signed)  # everybody may print it
    text = words(answer.content)
    assert answer.status_code == 200 and "第三批" in text and "亲笔签名" in text
    assert len({page for page, *_rest in pieces(answer.content)}) == 1
    blank = client.get("/ledgers/import/incubation.applications/blank.xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(blank))
    fill, read = book.worksheets
    heads = [str(cell.value) for cell in fill[1]]
    assert heads == [str(one.label) for one in IMPORTERS["incubation.applications"].fields]
    notes = {row[0]: row[1:] for row in read.iter_rows(min_row=2, values_only=True)}
    assert notes["收件编号"] == ("要有", "线下收件本上的编号，一件一个。") and all(all(note) for note in notes.values())
    for place, value in enumerate(line(29)):
        fill.cell(2, heads.index(HEAD[place]) + 1, str(value))
    out = io.BytesIO()
    book.save(out)
    file = SimpleUploadedFile("填好的.xlsx", out.getvalue())
    rows = client.post("/ledgers/import/incubation.applications/?batch=3", {"file": file})["Location"]
    assert "1 行都可以导入" in client.get(rows).content.decode()


def test_outside_a_demo_there_is_no_such_sheet(as_person, save):
    assert as_person("liang", WHEN).get("/demo/sheet/incubation.applications.csv").status_code == 404


@pytest.fixture
def elsewhere(save):
    """Another centre's third batch, in the next district, numbered before ours in the table."""
    import uuid

    from tests.incubation import world

    made = world.batch(area="140214", name="邻区第三批")
    type(made).objects.filter(pk=made.pk).update(state="screening")
    type(made.centre).objects.filter(pk=made.centre_id).update(name="邻区中心")
    low = uuid.UUID(int=1)
    type(made).objects.filter(pk=made.pk).update(id=low)
    return type(made).objects.get(pk=low)


def test_a_number_means_the_batch_of_ones_own_area(send, elsewhere):
    from sanshe.core.imports.models import ImportRun

    client, answer = send([line(29)])
    run = ImportRun.objects.get(pk=answer["Location"].rstrip("/").rsplit("/", 1)[-1])
    assert answer.status_code == 302 and run.area_path == "140213" and run.context["batch"] != str(elsewhere.pk)
    assert "邻区" not in client.get(answer["Location"]).content.decode()


def test_another_areas_batch_is_missing_by_its_key(as_person, elsewhere):
    url = f"/ledgers/import/incubation.applications/?batch={elsewhere.pk}"
    assert as_person("liang", WHEN).get(url).status_code == 404


def test_the_same_sheet_for_two_batches_is_two_runs(send, elsewhere, actor, at):
    from sanshe.core.imports.actions import read_in

    _client, answer = send([line(29)])
    said = {"importer": IMPORTERS["incubation.applications"], "data": sheet([line(29)]).read(), "name": "x.csv"}
    theirs = actor("centre_operator", path="140214")
    run = read_in(**said, context={"batch": "3"}, by=theirs, at=at(WHEN))
    assert run.context == {"batch": str(elsewhere.pk)} and str(run.pk) not in answer["Location"]


def test_the_command_too_takes_in_for_its_own_district_only(elsewhere, tmp_path, it_is):
    from sanshe.core.imports.management import import_sheet

    it_is(WHEN)
    file, said = tmp_path / "a.csv", []
    file.write_bytes(sheet([line(29)]).read())
    call = {"code": "incubation.applications", "path": file, "say": said.append, "district": "140213"}
    assert import_sheet(**call, context={"batch": str(elsewhere.pk)}) == 1 and "没有找到" in said[-1]
    assert import_sheet(**call) == 1 and "没有找到" in said[-1]
    assert import_sheet(**call, context={"batch": "3"}) == 0 and received() == 29


def test_a_number_two_batches_of_the_area_bear_means_neither(send, as_person, elsewhere):
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(area_path="140213")
    _client, answer = send([line(29)])
    assert answer.status_code == 404


def test_a_sheets_text_is_taken_in_without_what_turns_it_around(send):
    from sanshe.core.imports.models import ImportRow
    from sanshe.core.imports.queries import values_of

    _client, answer = send([line(29, what="\u202e今年\u202c 每周\u200b二")])
    row = ImportRow.objects.get(run=answer["Location"].rstrip("/").rsplit("/", 1)[-1])
    assert values_of(row)["what"] == "今年 每周二"
