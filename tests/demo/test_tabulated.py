"""The tabulation of the story: what stands beside the official order, who sees it, how a place is explained."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanshe.core.accounts.queries import user_by_login
from sanshe.incubation.actions.panel.panel import give_letters
from sanshe.incubation.models import Application, Batch, Panelist
from sanshe.incubation.pages.decision import tabulation
from sanshe.incubation.queries.decision import calibration, decision
from sanshe.incubation.types.calibration import NotCalibrated

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
PANEL_DAY, NOTICE = "2022-01-14 17:06", "2022-01-20 09:12"


def third():
    return Batch.objects.get(no=3)


def page(browser, *parts):
    return browser.get(f"/incubation/batches/{third().pk}/tabulation/{''.join(parts)}")


def named(name):
    return Application.objects.get(batch=third(), name__startswith=name)


@pytest.fixture
def view(told):
    return tabulation.beside(third(), decision.tabulation_of(third()), is_whole=True)


@pytest.fixture
def recused_officer(told, monkeypatch, user_as):
    """An officer of the bureau who sits on the panel and is recused from 巧手坊, which stands far above the line."""
    seat = Panelist.objects.get(panel__batch=third(), name__startswith="韩")
    user = user_as("bureau_officer")
    Panelist.objects.filter(pk=seat.pk).update(person=user.pk)
    return user


def test_ranks_29_to_33_are_grey_017_apart_and_the_spread_is_16(view):
    lines = [*view.above, *view.below]
    assert [line.rank for line in lines if line.is_grey] == [29, 30, 31, 32, 33]
    assert (view.gap, view.spread, view.ends) == ("0.17", "1.6", ("76.00", "75.83"))


def test_recusal_is_made_good_and_the_order_stands(view):
    by_name = {line.application.name: line for line in [*view.above, *view.below]}
    zhishan, xinya = by_name["智善防诈宣传服务中心"], by_name["新芽孤独症家长互助会"]
    assert (zhishan.rank, zhishan.calibrated_rank, zhishan.moved, zhishan.result) == (31, 30, 1, "候补第 1")
    assert (xinya.rank, xinya.calibrated_rank, xinya.is_in) == (30, 31, True)
    assert view.crossed == 1 and 0.3 < zhishan.chance < 0.7
    whole = [line for line in by_name.values() if not line.recused]
    assert all(line.calibrated == line.mean for line in whole) and len(whole) == 29


def test_chances_and_seed_are_the_same_every_time(view):
    calibration._worked_out.cache_clear()
    again = tabulation.beside(third(), decision.tabulation_of(third()), is_whole=True)
    assert [line.chance for line in again.above] == [line.chance for line in view.above]
    assert view.found.calibration.seed == int(decision.tabulation_of(third()).inputs_hash[:8], 16)


def test_leniency_tells_no_name_by_its_width_or_count(view):
    assert [letter for letter, _, _ in view.leniency] == list("ABCDEFG")
    numbers = (re.findall(r"[+−]\d+\.\d", between) for _, _, between in view.leniency)
    widths = {round(float(b.replace("−", "-")) - float(a.replace("−", "-")), 1) for a, b in numbers}
    assert max(widths) - min(widths) <= 0.1001  # what rounding of the two ends leaves


def test_letters_are_dealt_by_lot_and_each_once(told):
    def letters():
        return tuple(Panelist.objects.filter(panel__batch=third()).order_by("pk").values_list("letter", flat=True))

    dealt = {letters()}
    for _ in range(4):
        give_letters(third())
        dealt.add(letters())
    assert {"".join(sorted(one)) for one in dealt} == {"ABCDEFG"} and len(dealt) > 1


def test_the_page_shows_both_views_the_line_and_the_reasons(as_person):
    text = page(as_person("liang", PANEL_DAY)).content.decode()
    assert "入围线附近 5 家" in text and "第 30 名 76.00，下一家 75.83，相差 0.17 分" in text
    assert "展开第 3 至 22 名，20 家" in text and 'style="' not in text
    for heading in ("公布的规则", "评委宽严", "这条线有多准", "评委一致不一致", "合议时问一问"):
        assert heading in text
    assert "打分表" in text and text.count('class="s-strip"') == 14
    assert page(as_person("liang", PANEL_DAY), "?all").content.decode().count('class="s-strip"') == 34


def test_a_page_asks_no_more_for_more_rows(as_person):
    browser = as_person("liang", PANEL_DAY)
    page(browser)
    counts = []
    for asked in ("", "?all"):
        with CaptureQueriesContext(connection) as seen:
            page(browser, asked)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_what_can_not_be_compared_shows_the_rule_alone(as_person, monkeypatch):
    alone = calibration.Found(None, NotCalibrated.FEW_SHEETS, None, None, {})
    monkeypatch.setattr(tabulation, "calibrated", lambda batch, run: alone)
    text = page(as_person("liang", PANEL_DAY)).content.decode()
    assert "没有校准，下面只有公布的规则" in text and "不到 2 张打分表" in text
    assert "评委宽严" not in text and "入围概率" not in text and "88.00" in text


def test_a_member_without_recusal_sees_it_and_no_other_page_around_it(as_person):
    text = page(as_person("jin", PANEL_DAY)).content.decode()
    assert "入围线附近 5 家" in text
    assert f"/incubation/batches/{third().pk}/panel/" not in text and "/incubation/applications/" not in text


def test_a_recused_member_sees_nothing_until_the_notice_is_out(client_of, it_is, recused_officer, monkeypatch):
    it_is(PANEL_DAY)
    browser, place = client_of(recused_officer), f"{named('暖阳').pk}/"
    monkeypatch.setattr(decision, "is_notice_out", lambda batch: False)
    for part in ("", "?all", place, "summary.pdf", "minutes.docx"):
        answer = page(browser, part)
        assert answer.status_code != 200 and "88.00" not in answer.content.decode()
    assert "您在这一批有回避" in page(browser).content.decode()
    assert browser.get(f"/incubation/batches/{third().pk}/decision/").status_code != 200
    assert "88.00" not in browser.get(f"/incubation/batches/{third().pk}/").content.decode()
    monkeypatch.undo()
    it_is(NOTICE)
    assert page(browser).status_code == 200


def test_a_member_of_another_panel_finds_no_page(as_person):
    Panelist.objects.filter(person=user_by_login("jin").pk).update(person=user_by_login("kong").pk)
    assert page(as_person("jin", PANEL_DAY)).status_code == 404


def test_why_rank_31_is_reserve_is_told_on_one_page(as_person):
    text = page(as_person("liang", NOTICE), f"{named('智善').pk}/").content.decode()
    for sentence in (
        "6 张打分表合计 455 分，平均 75.83 分，34 家里排第 31 名",
        "1 位评委回避",
        "没有别家和它同分",
        "在线下，比线上最后一家少 0.17 分",
        "正常出入是 1.6 分",
        "单独表决：赞成 4，反对 1，回避 2",
        "须 4 人赞成",
        "候补第 1",
    ):
        assert sentence in text
    assert not any(m.name in text for m in Panelist.objects.filter(panel__batch=third()))


def test_a_tie_is_told_step_by_step(as_person):
    text = page(as_person("liang", NOTICE), f"{named('平安家庭').pk}/").content.decode()
    assert "和另外 1 家平均分相同" in text and "再比第 2 项平均分" in text and "并列第 21 名" in text


def test_the_organisation_sees_its_own_explanation_and_nobody_elses_figures(as_person):
    zhishan = named("智善")
    browser = as_person("owner of 智善防诈宣传服务中心", NOTICE)
    text = browser.get(f"/incubation/applications/{zhishan.pk}/place/").content.decode()
    assert "平均 75.83 分" in text and "候补第 1" in text and "在出入以内" in text
    assert "76.00" not in text and "0.17" not in text and "赞成 4" not in text and "新芽" not in text
    assert browser.get(f"/incubation/applications/{named('新芽').pk}/place/").status_code == 404
    assert "结果是怎么来的" in browser.get(f"/incubation/applications/{zhishan.pk}/form/").content.decode()


def test_before_the_notice_it_sees_none(as_person, monkeypatch):
    monkeypatch.setattr(decision, "is_notice_out", lambda batch: False)
    browser = as_person("owner of 智善防诈宣传服务中心", PANEL_DAY)
    assert browser.get(f"/incubation/applications/{named('智善').pk}/place/").status_code == 404
    assert "结果是怎么来的" not in browser.get(f"/incubation/applications/{named('智善').pk}/form/").content.decode()


def test_nor_at_the_pages_around_it(client_of, it_is, recused_officer, monkeypatch):
    """The notice's page tells every place, and a filter of the batch's list who is in."""
    it_is(PANEL_DAY)
    browser, at = client_of(recused_officer), f"/incubation/batches/{third().pk}/"
    monkeypatch.setattr(decision, "is_notice_out", lambda batch: False)
    assert browser.get(f"{at}publication/").status_code == 409
    chosen, other = (browser.get(f"{at}?kind={kind}").context["page"].rows for kind in ("selected", "not_selected"))
    assert [row.pk for row in chosen] == [row.pk for row in other] != []


def test_a_second_meeting_over_one_run_is_refused(as_person):
    seats = [one.pk for one in Panelist.objects.filter(panel__batch=third())]
    answer = as_person("liang", PANEL_DAY).post(f"/incubation/batches/{third().pk}/decision/open/", {"present": seats})
    assert answer.status_code == 409
