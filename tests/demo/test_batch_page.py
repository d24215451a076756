"""The page of a batch while its notice runs: steps, funnel, deadlines, and one line for each application."""

import re

import pytest

from sanshe.incubation.models import Application, Batch

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
WHEN = "2022-01-20 09:12"


@pytest.fixture
def batch(told):
    return Batch.objects.get(no=3)


@pytest.fixture
def page(as_person, batch):
    def get(key="liang", asked=""):
        return as_person(key, WHEN).get(f"/incubation/batches/{batch.pk}/{asked}").content.decode()

    return get


def row(text, name):
    """One line of the list, without its tags."""
    found = next(part for part in text.split("<tr>") if f">{name}</a>" in part)
    return re.sub(r"<[^>]*>|\s+", " ", found)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("暖阳助老服务中心", ("33", "通过", "88.00", " 1 ", "拟入壳", "公示满后发通知")),
        ("木作园非遗传习社", ("77.29", "29", "异议中", "2月8日")),
        ("智善防诈宣传服务中心", ("75.83", "31", "候补 1", "按序递补")),
        ("康乐慢病管理小组", ("未通过", "初审未通过", "1月5日发了通知")),
        ("北辰社区花园小组", ("补正逾期", "补正到 1月10日，没有交回")),
    ],
)
def test_a_line_says_screening_score_state_and_what_follows(page, name, words):
    assert [word for word in words if word not in row(page(), name)] == []


def test_the_ten_steps_with_the_notice_now(page):
    text = page()
    steps = re.findall(r'<li class="(\w*)"[^>]*><b>(?:<a[^>]*>)?([^<]+)', text[text.index("s-rail") :])
    assert [label for state, label in steps if state == "now"] == ["公示"]
    assert [label for _state, label in steps][:10] == [
        "招募公告", "截止", "初审", "现场评审", "公示", "签约", "孵化", "中期评估", "出壳评估", "结项",
    ]  # fmt: skip
    assert "1月17日至21日" in text and "公示第 4 天" in text


@pytest.mark.parametrize(
    ("asked", "n"),
    [("?state=ineligible,overdue", 6), ("?state=ineligible", 4), ("?state=overdue", 2), ("?kind=reserve", 4), ("", 40)],
)
def test_each_figure_leads_to_as_many_rows(page, asked, n):
    assert page(asked=asked).count('class="s-row"') == n
    assert f'{asked}#list">{n}</a>' in page()


def test_the_order_is_by_rank_and_can_be_by_number(page):
    first = re.compile(r'class="s-row" href="[^"]*">([^<]+)')
    assert first.findall(page())[0] == "暖阳助老服务中心"
    assert first.findall(page(asked="?sort=number"))[0] == Application.objects.get(number="03-001").name


def test_two_and_four_rows_cost_the_same(as_person, batch, django_assert_max_num_queries, still):
    client, counted = as_person("liang", WHEN), []
    for asked in ("?state=overdue", "?state=ineligible", ""):
        client.get(f"/incubation/batches/{batch.pk}/")
        with django_assert_max_num_queries(60) as found:
            client.get(f"/incubation/batches/{batch.pk}/{asked}")
        counted.append(len(found))
    assert len(set(counted)) == 1


def test_the_deadlines_stand_across_the_holidays(page):
    chart = page()[page().index("s-calt") :]
    assert all(
        word in chart
        for word in ("公告征集", "10 日 · 收到 40 份", "6 工作日", "34 家到场，评出 30 家", "答复最迟 2月8日")
    )
    assert chart.count('class="makeup"') == 2 and "调休上班" in chart


def test_an_applicant_sees_the_reserve_once_it_is_public(as_person):
    row = Application.objects.get(name="智善防诈宣传服务中心")
    text = as_person(f"owner of {row.name}", WHEN).get(f"/incubation/applications/{row.pk}/form/").content.decode()
    assert "候补第 1" in text and "75.83" not in text


def test_before_the_notice_an_applicant_sees_nothing_of_the_outcome(as_person):
    row = Application.objects.get(name="智善防诈宣传服务中心")
    client = as_person(f"owner of {row.name}", "2022-01-16 09:00")
    text = client.get(f"/incubation/applications/{row.pk}/form/").content.decode()
    assert "候补" not in text and "结果等公示" in text
