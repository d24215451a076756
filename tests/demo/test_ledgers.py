"""Incubation's ledgers at the end of the story: every figure leads to as many rows; nobody reads more than they may."""

import csv
import io
import re

import pytest
from django.db import transaction

from sanshe.core.figures.queries import INDICATORS
from sanshe.core.ledgers.rules import unguarded
from sanshe.core.objections.models import Objection
from sanshe.incubation.models import Application

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
WHEN = "2022-02-18 08:30"
MINE = ("screenings", "late", "scores", "objections", "applications", "agreements", "entries")


@pytest.fixture
def sheet(as_person):
    """A ledger as its CSV: sheet('screenings', verdict='to_mend')."""

    def read(name, key="hao", **asked):
        answer = as_person(key, WHEN).get(f"/ledgers/incubation.{name}/export.csv", asked)
        assert answer.status_code == 200
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
        return [dict(zip(lines[0], map(unguarded, line), strict=True)) for line in lines[1:]]

    return read


@pytest.mark.parametrize("code", sorted(one.code for one in INDICATORS if one.code.startswith("incubation.")))
def test_a_figure_leads_to_as_many_rows(as_person, sheet, code):
    one = INDICATORS[code]
    rows = sheet(one.ledger.removeprefix("incubation."), **{str(k): str(v) for k, v in one.filters.items()})
    assert len(rows) == one.recount("140213") > 0


def test_a_finding_says_by_whom_on_what_and_until_when(sheet):
    found = {row["组织"]: row for row in sheet("screenings", verdict="to_mend")}
    row = found["北辰社区花园小组"]
    assert (row["第几条"], row["谁看的"], row["补正期限"]) == ("2", "梁晓芸", "2022-01-10")
    assert "身份证明没有传" in row["写给申请人的话"] and "发起人" in row["凭什么"]


def test_a_met_condition_carries_no_words_for_the_applicant(sheet):
    assert {row["写给申请人的话"] for row in sheet("screenings", verdict="met")} == {""}


def test_the_summary_is_the_announced_order(sheet):
    rows = sheet("scores")
    assert len(rows) == 34 and [row["名次"] for row in rows[:2]] == ["1", "2"]
    zhishan = next(row for row in rows if row["组织"] == "智善防诈宣传服务中心")
    assert (zhishan["名次"], zhishan["打分表"], zhishan["总分"], zhishan["平均分"]) == ("31", "6", "455", "75.83")
    assert (zhishan["结果"], zhishan["候补第几"]) == ("候补", "1")


def test_objections_are_progress_without_the_objector(sheet):
    one = Objection.objects.get(number="220120-001")
    rows = sheet("objections", key="liang")
    assert [(row["编号"], row["答复期限"], row["结论"]) for row in rows] == [("220120-001", "2022-02-08", "不成立")]
    assert not {one.name, one.phone, one.fact} & {value for row in rows for value in row.values()}


def test_what_came_too_late_shows_no_contents(sheet):
    rows = sheet("late")
    assert len(rows) == 2 and all(set(row) == {"草稿号", "批次", "收到时间"} for row in rows)


@pytest.mark.parametrize("name", MINE)
def test_who_may_not_gets_the_same_as_for_what_is_not_there(as_person, name):
    answer = as_person("owner of 智善防诈宣传服务中心", WHEN).get(f"/ledgers/incubation.{name}/")
    assert answer.status_code in (403, 404)


@pytest.mark.parametrize("name", MINE)
def test_another_district_finds_no_row(user_as, client_of, it_is, name):
    it_is(WHEN)
    answer = client_of(user_as("bureau_officer", "140214")).get(f"/ledgers/incubation.{name}/")
    assert answer.status_code == 200 and "<tbody>" not in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("screenings", ({"verdict": "to_mend"}, {"verdict": "not_met"}, {})),
        ("scores", ({"kind": "reserve"}, {"kind": "selected"})),
    ],
)
def test_few_and_many_rows_cost_the_same(as_person, name, asked, django_assert_max_num_queries, still):
    client, counted = as_person("hao", WHEN), []
    for filters in asked:
        client.get(f"/ledgers/incubation.{name}/")
        with django_assert_max_num_queries(60) as found:
            client.get(f"/ledgers/incubation.{name}/", filters)
        counted.append(len(found))
    assert len(set(counted)) == 1


def test_lists_are_in_the_order_of_serials_and_not_of_text(sheet):
    serials = [int("".join(re.findall(r"〕(\d+)", row["编号"]))) for row in sheet("agreements")]
    assert serials == sorted(serials) and len(serials) >= 30
    numbers = [tuple(map(int, row["编号"].split("-"))) for row in sheet("applications")]
    assert numbers == sorted(numbers)


def test_the_thousandth_comes_after_the_hundred_and_first(sheet):
    row = Application.objects.filter(batch__no=3, serial__isnull=False).order_by("serial")[0]
    with transaction.atomic():
        Application.objects.filter(pk=row.pk).update(serial=1000, number="03-1000")
        assert [one["编号"] for one in sheet("applications")][-1] == "03-1000"
        transaction.set_rollback(True)
