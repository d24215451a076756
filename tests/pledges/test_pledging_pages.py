"""Pages of pledges: read, sign and take back on one's own telephone; the officer, the approver, the witness."""

import pytest

from sanshe.core.areas.actions import load
from sanshe.pledges.enums import PledgeState, TextState
from sanshe.pledges.models import Campaign, Pledge, PledgeText, Session
from tests.pledges import world
from tests.pledges.world import DISTRICT, HERE, STREET

pytestmark = pytest.mark.django_db
NAME, PHONE = "吴秀琴", "13800004471"


@pytest.fixture
def campaign(it_is):
    it_is("2022-02-16 10:20")
    return world.settle().campaign


def text(answer):
    return answer.content.decode()


def base(campaign):
    return f"/pledges/sign/{campaign.pk}/"


def wrote(campaign, **more):
    said = {"name": NAME, "phone": PHONE, "community": HERE, "unit": "", "is_adult": "on", "renews": "", "session": ""}
    return {**said, "read": world.asked(campaign).read, **more}


def signed(browser, campaign, **more):
    assert browser.post(f"{base(campaign)}details/", wrote(campaign, **more)).status_code == 302
    return browser.post(f"{base(campaign)}code/", {"code": world.last_code()})


def test_one_reads_writes_who_one_is_types_the_code_and_has_a_receipt(visitor, campaign):
    page = text(visitor.get(base(campaign)))
    assert "喝了酒，不开车。" in page and "愿意手写的" in page and "能。不签不影响您" in page
    assert world.asked(campaign).read in text(visitor.get(f"{base(campaign)}details/"))
    answer = signed(visitor, campaign)
    assert answer.status_code == 302
    row = Pledge.objects.get()
    own = text(visitor.get(answer["Location"]))
    assert row.number in own and "吴**" in own and "138****4471" in own and "当没签过" in own
    assert NAME not in own and PHONE not in own


def test_nothing_is_signed_by_looking(visitor, campaign):
    visitor.post(f"{base(campaign)}details/", wrote(campaign))
    visitor.get(f"{base(campaign)}code/?code={world.last_code()}")
    assert Pledge.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"is_adult": ""}, "满 18 周岁"),
        ({"read": "0" * 64}, "文本刚换了新版"),
        ({"phone": "123"}, "电话要写全"),
    ],
)
def test_what_stands_in_the_way_is_said_before_a_code_is_sent(visitor, campaign, more, sentence):
    answer = visitor.post(f"{base(campaign)}details/", wrote(campaign, **more))
    assert answer.status_code in (409, 422)
    assert sentence in text(answer)


def test_a_wrong_code_stays_counted(visitor, campaign):
    visitor.post(f"{base(campaign)}details/", wrote(campaign))
    code = world.last_code()
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for left in (4, 3):
        assert f"还能试 {left} 次" in text(visitor.post(f"{base(campaign)}code/", {"code": wrong}))
    assert visitor.post(f"{base(campaign)}code/", {"code": code}).status_code == 302


def test_taken_back_it_never_counted(visitor, campaign):
    path = signed(visitor, campaign)["Location"]
    visitor.post(f"{path}withdraw/")
    assert Pledge.objects.get().state == PledgeState.WITHDRAWN
    page = text(visitor.get(path))
    assert "十分钟内撤" in page and "当没签过" in page and "再签一次" in page


def test_where_it_counts_is_changed(visitor, campaign):
    path = signed(visitor, campaign)["Location"]
    visitor.post(f"{path}place/", {"community": "", "unit": ""})
    assert Pledge.objects.get().area_path == DISTRICT


def test_one_telephone_signs_for_one_person(visitor, campaign):
    signed(visitor, campaign)
    again = visitor.post(f"{base(campaign)}details/", wrote(campaign))
    assert "签过，还有效" in text(again)
    other = visitor.post(f"{base(campaign)}details/", wrote(campaign, name="赵德山", phone="13803525207"))
    assert "请用本人手机签" in text(other)


def test_another_browser_sees_nothing_of_it(visitor, client, campaign):
    path = signed(visitor, campaign)["Location"]
    assert client.get(path)["Location"].startswith("/track/")


def test_a_campaign_that_is_closed_is_a_missing_page(visitor, campaign):
    Campaign.objects.update(state="closed")
    assert visitor.get(base(campaign)).status_code == 404


def test_the_officer_opens_a_campaign_and_drafts_and_another_approves(client_as, campaign):
    officer, judge = client_as("traffic_officer", DISTRICT), client_as("civility_officer", DISTRICT)
    days = {"opens_on": "2026-01-01", "closes_on": "2026-12-31"}
    said = {"area_path": DISTRICT, "name": "第二次", "months": "12"}
    wrong = officer.post("/pledges/campaigns/new/", {**said, "opens_on": "2026-12-31", "closes_on": "2026-01-01"})
    assert wrong.status_code == 422 and "结束要在开始之后" in text(wrong)
    officer.post("/pledges/campaigns/new/", {**said, **days})
    row = Campaign.objects.get(name="第二次")
    path = f"/pledges/campaigns/{row.pk}/"
    officer.post(f"{path}texts/new/", {"title": "承诺书", "clauses": "喝酒不开车。"})
    assert officer.post(f"{path}texts/1/approve/").status_code == 403
    page = text(judge.get(f"{path}texts/1/"))
    assert "批准，现在起用" in page
    judge.post(f"{path}texts/1/approve/")
    assert PledgeText.objects.get(campaign=row).state == TextState.IN_FORCE
    officer.post(f"{path}lessons/new/", {"title": "挪一个车位", "body": "……", "article": "第九十一条"})
    assert "挪一个车位" in text(officer.get(path))
    officer.post(f"{path}close/")
    row.refresh_from_db()
    assert row.state == "closed"


def test_the_officer_sees_numbers_and_no_name(client_as, visitor, campaign):
    signed(visitor, campaign)
    world.sheet(campaign, "姚桂香", when=world.NOW)
    page = text(client_as("traffic_officer", DISTRICT).get(f"/pledges/campaigns/{campaign.pk}/"))
    assert "本人手机签 0 份，见证签 1 份" in page and "＋ 还在十分钟内 1" in page
    assert "2 份签名刚核过，没有改动" in page
    for secret in (NAME, PHONE, "姚桂香", "吴**"):
        assert secret not in page


def test_a_session_is_planned_and_written_down(client_as, campaign):
    officer = client_as("traffic_officer", DISTRICT)
    path = f"/pledges/campaigns/{campaign.pk}/"
    said = {"community": HERE, "place": "明珠社区", "day": "2022-02-16", "hour": "10:00", "unit": ""}
    officer.post(f"{path}sessions/new/", said)
    row = Session.objects.get()
    page = f"{path}sessions/{row.pk}/"
    wrong = officer.post(f"{page}held/", {"heads": "96", "taken": "4", "left": "5"})
    assert wrong.status_code in (409, 422) and "剩的不会比领的多" in text(wrong)
    officer.post(f"{page}held/", {"heads": "96", "taken": "110", "left": "18"})
    row.refresh_from_db()
    assert (row.heads, row.taken - row.left) == (96, 92)
    assert "92 ＝ 领 110 − 余 18" in text(officer.get(path))


def test_the_witness_enters_a_page_with_its_scan(client_as, campaign):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from sanshe.incubation.story.applications import PAPER

    worker = client_as("community_worker", HERE)
    path = f"/pledges/campaigns/{campaign.pk}/sheets/new/"
    said = {"text": "1", "community": HERE, "session": "", "unit": "", "signed_on": "2022-02-16", "witness": "田晓红"}
    said["rows"] = "姚桂香\n郭宝山 13800006630\n"
    none = worker.post(path, said)
    assert none.status_code in (409, 422) and "要写见证人，并传签名页" in text(none)
    scan = SimpleUploadedFile("签名页.pdf", PAPER, "application/pdf")
    assert worker.post(path, {**said, "scan": scan}).status_code == 302
    assert sorted(one.signature.name for one in Pledge.objects.all()) == ["姚桂香", "郭宝山"]
    assert client_as("subdistrict_manager", STREET).get(path).status_code == 403


def test_another_district_is_a_missing_page(client_as, campaign):
    lines = [("140214", "district", "云冈区", "140200")]
    load(lines=[*world.LINES, *lines], **world.EARLY)
    other = client_as("traffic_officer", "140214")
    assert other.get(f"/pledges/campaigns/{campaign.pk}/").status_code == 404
