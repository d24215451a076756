"""Pages of visits and findings: nothing is chosen beforehand, coal leads to its page, each step has one."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from sanshe.core.files.models import Attachment
from sanshe.patrol.models import Finding, Stop, Visit
from tests.patrol import world
from tests.patrol.visiting import stop
from tests.patrol.world import DISTRICT, HERE, NEXT, STREET

pytestmark = pytest.mark.django_db
WHEN = "2021-11-02 10:00"
COAL = {"outcome": "checked", "result": "stored", "kg": "60", "second_words": "楼长也看见了"}
DONE = {"words": "当场清走", "is_cleared": "on", "consent": "household", "second_words": "楼长在场"}
GONE = {"outcome": "checked", "result": "clear", "second_words": "楼长在场"}


def text(answer):
    return answer.content.decode()


@pytest.fixture
def row(it_is):
    world.settle()
    world.load_days()
    it_is(WHEN)
    return world.frozen(world.programme())


@pytest.fixture
def tian(row, client_as):
    return client_as("community_worker", HERE)


@pytest.fixture
def he(row, client_as):
    return client_as("subdistrict_manager", STREET)


def picture():
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(data, "PNG")
    return SimpleUploadedFile("门口.png", data.getvalue(), "image/png")


def coal(browser, row, name="4 单元 502", **more):
    browser.post(f"/patrol/stops/{stop(row, name).pk}/visit/", {**COAL, **more})
    return Finding.objects.latest("number")


def at(finding, step):
    return f"/patrol/findings/{finding.pk}/{step}/"


def send(browser, finding, step, given):
    """The form as its page shows it: with the mark of what it was drawn from."""
    page = browser.get(at(finding, step))
    return browser.post(at(finding, step), {**given, "drawn": page.context["drawn"]})


def test_a_door_is_noted_with_nothing_chosen_beforehand(row, tian):
    door = stop(row, "9 号")
    path = f"/patrol/stops/{door.pk}/visit/"
    form = tian.get(path).context["form"]
    assert not any(form[name].value() for name in form.fields)
    unsaid = tian.post(path, {"outcome": "checked"})
    assert unsaid.status_code == 422 and "看到什么，请选一项" in text(unsaid)
    assert tian.post(path, {"outcome": "checked", "result": "clear", "heating": "central"}).status_code == 302
    shown = text(tian.get(f"/patrol/stops/{door.pk}/"))
    assert "已查" in shown and "未发现" in shown
    board = text(tian.get(f"/patrol/rounds/{row.pk}/"))
    assert "样本不足" in board and Visit.objects.get().answers == {"heating": "central"}


def test_coal_leads_to_its_finding_and_a_photo_hangs_on_the_visit(row, tian, he):
    finding = coal(tian, row, second_words="", photo=picture())
    kept = Attachment.objects.get()
    assert (kept.kind, kept.subject) == ("patrol.visit", finding.opening_id)
    assert tian.get(f"/files/{kept.pk}/").status_code == 200
    page = text(he.get(f"/patrol/findings/{finding.pk}/"))
    assert "煤-001" in page and "存煤" in page and "约 60 公斤" in page and "这里没有按钮能销" in page
    refused = tian.post(f"/patrol/stops/{stop(row, '9 号').pk}/visit/", {"outcome": "locked", "photo": picture()})
    assert refused.status_code == 422 and "只有发现和复查才拍" in text(refused)


def test_a_finding_from_the_door_to_its_end(row, tian, he, client_as):
    finding, zheng = coal(tian, row), client_as("community_worker", NEXT)
    assert zheng.get(f"/patrol/findings/{finding.pk}/").status_code == 404
    finder = send(he, finding, "rechecker", {"person": str(tian.user.pk)})
    assert finder.status_code >= 400
    assert send(he, finding, "rechecker", {"person": str(zheng.user.pk)}).status_code == 302
    assert send(tian, finding, "report", DONE).status_code == 302
    assert at(finding, "recheck") not in text(tian.get(f"/patrol/findings/{finding.pk}/"))
    own = send(tian, finding, "recheck", GONE)
    assert own.status_code >= 400 and "这一步须由别人做：您是发现的人" in text(own)
    assert at(finding, "recheck") in text(zheng.get(f"/patrol/findings/{finding.pk}/"))
    assert send(zheng, finding, "recheck", {"outcome": "locked"}).status_code == 302
    assert send(zheng, finding, "recheck", GONE).status_code == 302
    finding.refresh_from_db()
    assert finding.state == "closed" and "销号" in text(he.get(f"/patrol/findings/{finding.pk}/"))
    again = tian.post(f"/patrol/stops/{stop(row, '4 单元 502').pk}/visit/", COAL, follow=True)
    assert "反弹：煤-001" in text(again)


def test_a_shop_goes_to_a_department_and_its_answer_is_noted(row, tian, he):
    finding = coal(tian, row, "9 号", result="sold")
    assert send(he, finding, "refer", {"department": "energy", "number": "迎街函 3 号"}).status_code == 302
    page = text(he.get(f"/patrol/findings/{finding.pk}/"))
    assert "能源" in page and "迎街函 3 号" in page
    assert send(he, finding, "answer", {"words": "已取缔"}).status_code == 302
    finding.refresh_from_db()
    assert finding.state == "reported"


def test_days_and_waiting_are_asked_by_one_and_answered_by_another(row, tian, he, client_as):
    finding, qin = coal(tian, row), client_as("programme_officer", DISTRICT)
    assert send(he, finding, "give", {"person": str(tian.user.pk)}).status_code == 302
    assert send(tian, finding, "days", {"days": "2", "ground": "户主下周回来"}).status_code == 302
    asked = finding.requests.get()
    assert "户主下周回来" in text(he.get(f"/patrol/findings/{finding.pk}/"))
    assert he.post(f"/patrol/requests/{asked.pk}/grant/", {"drawn": asked.mark}).status_code == 302
    assert send(tian, finding, "wait", {"look_again_on": "2021-11-20", "ground": "户主住院"}).status_code == 302
    wish = finding.requests.latest("asked_at", "pk")
    assert he.post(f"/patrol/requests/{wish.pk}/grant/", {"drawn": wish.mark}).status_code == 404
    path = f"/patrol/requests/{wish.pk}/decline/"
    assert qin.post(path, {"words": "先整改", "drawn": wish.mark}).status_code == 302
    assert send(tian, finding, "wait", {"look_again_on": "2021-11-20", "ground": "户主住院"}).status_code == 302
    last = finding.requests.get(is_granted=None)
    qin.post(f"/patrol/requests/{last.pk}/grant/", {"drawn": last.mark})
    finding.refresh_from_db()
    assert finding.state == "suspended"
    assert he.post(at(finding, "resume"), {"drawn": finding.mark}).status_code == 302


def test_what_was_noted_wrongly_is_corrected_and_both_stay(row, tian, client_as):
    door = stop(row, "9 号")
    tian.post(f"/patrol/stops/{door.pk}/visit/", {"outcome": "refused"})
    old = Visit.objects.get()
    path = f"/patrol/visits/{old.pk}/correct/"
    other = client_as("community_worker", HERE).post(path, {"outcome": "locked"})
    assert other.status_code >= 400 and "请他改或写更正" in text(other)
    assert tian.post(path, {"outcome": "locked", "has_slip": "on"}).status_code == 302
    page = text(tian.get(f"/patrol/stops/{door.pk}/"))
    assert "<del>拒访</del>" in page and Stop.objects.get(pk=door.pk).outcome == "locked"


def test_ledgers_show_visits_and_findings_of_ones_areas(row, tian, client_as):
    coal(tian, row)
    for code in ("patrol.visits", "patrol.findings"):
        assert "4 单元 502" in text(tian.get(f"/ledgers/{code}/"))
        assert "4 单元 502" not in text(client_as("community_worker", NEXT).get(f"/ledgers/{code}/"))


def test_a_zero_report_is_made_where_somebody_went_and_found_nothing(row, tian, he):
    path = f"/patrol/rounds/{row.pk}/daily/"
    assert {line.report for line in he.get(path).context["daily"].lines} == {"idle"}
    tian.post(f"/patrol/stops/{stop(row, '9 号').pk}/visit/", {"outcome": "checked", "result": "clear"})
    page = he.get(path)
    assert [(line.visits, line.report) for line in page.context["daily"].lines] == [(1, "zero"), (0, "idle")]
    assert "零报告" in text(page) and "今天没有开展" in text(page)
    coal(tian, row)
    found = he.get(path).context["daily"]
    assert (found.visits, found.checked, found.findings, found.kg) == (2, 2, 1, 60)
    assert [line.report for line in found.lines] == ["found", "idle"]
    before = he.get(f"{path}?day=2021-11-01").context["daily"]
    assert (before.visits, before.findings) == (0, 0)
    assert len(tian.get(path).context["daily"].lines) == 1
