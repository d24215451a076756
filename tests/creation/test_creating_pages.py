"""Pages of creation: the whole scene through its faces, each role in its own; what is shut stays missing."""

import pytest

from sanshe.creation import actions
from sanshe.creation.models import Application, Attestation, Award, Proposal, Revocation, Scheme, Tip, Title
from tests.creation import world as w
from tests.creation.world import DISTRICT, HERE, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(it_is):
    it_is("2022-02-15 08:40")
    return w.settle()


def text(answer):
    return answer.content.decode()


def one(path, answer=302):
    """What a post to a page answers."""

    def post(client, address, **said):
        found = client.post(f"{path}{address}", said)
        assert found.status_code == answer, text(found)[:3000]
        return found

    return post


def test_the_whole_scene_through_its_pages(world, client_as, it_is):
    worker, manager = client_as("community_worker", HERE), client_as("subdistrict_manager", STREET)
    police, office, judge = (
        client_as("traffic_officer", DISTRICT),
        *(client_as("civility_officer", DISTRICT) for _ in "ab"),
    )
    post = one("/creation/")
    post(worker, "applications/new/", scheme=str(world.scheme.pk), applicant=HERE)
    row = Application.objects.get()
    path = f"applications/{row.pk}/"
    post(worker, f"{path}apply/")
    assert "只写人数" not in text(worker.get(f"/creation/{path}assess/"))
    post(worker, f"{path}assess/", words_1="台账在社区")
    assert "推荐" in text(manager.get(f"/creation/{path}"))
    post(manager, f"{path}back/", reason="写细一点")
    assert "写细一点" in text(worker.get(f"/creation/{path}"))
    post(worker, f"{path}assess/", words_1="台账在社区二楼")
    post(manager, f"{path}recommend/", remark="去看过")
    assert "送交警核验" in text(office.get(f"/creation/{path}"))
    post(office, f"{path}ask/")
    post(office, f"{path}remind/")
    question = Attestation.objects.get()
    page = text(police.get("/creation/attest/"))
    assert "等答复 1 家" in page and "明珠社区" in page
    asked = f"/creation/attest/{question.pk}/"
    page = text(police.get(asked))
    assert "<textarea" not in page and 'type="file"' not in page and "封存答复" in page and 'name="reply"' not in page
    assert 'name="reply" value="none"' in text(police.get(f"{asked}?reply=none"))
    assert "只答有或无" in text(police.post(asked, {"reply": "张某"}))
    one(asked)(police, "", reply="none")
    assert "已封存" in text(police.get(asked)) and "单位、核验期、有或无、编号、日期。没有别的" in text(
        police.get(asked)
    )
    scheme = f"schemes/{world.scheme.pk}/"
    post(office, f"{scheme}lists/new/", application=str(row.pk))
    listed = Proposal.objects.get()
    assert one(f"/creation/lists/{listed.pk}/", 409)(office, "approve/")
    post(judge, f"lists/{listed.pk}/approve/")
    post(office, f"lists/{listed.pk}/publish/")
    board = text(office.get("/creation/"))
    assert "1 家在创，1 家公示到 2月21日" in board and "公示第 1 号" in board
    assert "明珠社区" in text(client_as("auditor", DISTRICT).get(f"/creation/lists/{listed.pk}/"))
    it_is("2022-02-22 16:30")
    assert "公示第 1 号过了" in text(office.get(f"/creation/{scheme}naming/"))
    post(office, f"{scheme}awards/new/", application=str(row.pk), starts_on="2022-02-25")
    award = Award.objects.get()
    one(f"/creation/awards/{award.pk}/", 409)(office, "approve/")
    post(judge, f"awards/{award.pk}/approve/")
    it_is("2022-02-28 08:50")
    title = Title.objects.get()
    page = text(office.get(f"/creation/titles/{title.pk}/certificate/"))
    assert "平创驾〔2022〕1 号" in page and "2023年2月24日" in page and "<svg" in page
    assert "1 家有称号，0 家撤销" in text(office.get("/creation/"))
    assert "申请续期" not in text(worker.get(f"/creation/titles/{title.pk}/"))
    it_is("2023-01-20 10:00")
    one(f"/creation/titles/{title.pk}/")(worker, "renew/")
    assert Application.objects.filter(renewal__title=title).count() == 1


def test_a_tip_leads_to_a_question_and_a_revocation_by_two(world, client_as, visitor, it_is):
    row, _question = w.attested(world)
    w.on_notice(world, row)
    w.named(world, row)
    title = Title.objects.get()
    office, judge = client_as("civility_officer", DISTRICT), client_as("civility_officer", DISTRICT)
    police = client_as("traffic_officer", DISTRICT)
    it_is("2022-05-24 20:00")
    listing = text(visitor.get("/creation/public/"))
    assert "御东冷链" in listing and "有效" in listing
    path = f"/creation/titles/{title.pk}/"
    assert "可以不留姓名" in text(visitor.get(f"{path}tip/"))
    said = {"text": "看到司机喝酒", "seen_on": "2022-05-22", "name": "周某", "phone": ""}
    receipt = visitor.post(f"{path}tip/", said)["Location"]
    assert "收到了" in text(visitor.get(receipt)) and "看到司机喝酒" not in text(visitor.get(receipt))
    tip = Tip.objects.get()
    it_is("2022-05-25 09:30")
    assert "看到司机喝酒" in text(office.get(f"/creation/tips/{tip.pk}/")) and "御东冷链" in text(
        office.get("/creation/tips/")
    )
    one(path)(office, "ask/", tip=str(tip.pk))
    question = Attestation.objects.get(title=title)
    assert "看到司机喝酒" not in text(police.get(f"/creation/attest/{question.pk}/"))
    it_is("2022-06-01 10:00")
    one(f"/creation/attest/{question.pk}/")(police, "", reply="some")
    it_is("2022-06-02 10:00")
    one(path)(office, "tell/", ground="police")
    assert "先告知" in text(office.post(f"{path}draft/"))
    it_is("2022-06-14 10:00")
    one(path)(office, "draft/")
    one(path, 409)(office, "revoke/")
    one(path)(judge, "revoke/")
    assert Revocation.objects.get().state == "done"
    one(f"/creation/tips/{tip.pk}/")(office, "close/", answer="核过了，称号撤销")
    assert "核过了" in text(visitor.get(receipt))
    page = text(visitor.get("/creation/public/"))
    assert "已撤销" in page and "答复“有”" in page and "周某" not in page
    it_is("2023-02-24 23:59")
    assert "御东冷链" in text(visitor.get("/creation/public/"))
    it_is("2023-02-25 00:00")
    assert "御东冷链" not in text(visitor.get("/creation/public/"))


def test_a_scheme_is_set_up_by_the_office(world, client_as):
    office = client_as("civility_officer", DISTRICT)
    said = {
        "office": str(world.scheme.office_id),
        "name": "无煤社区",
        "number_prefix": "平创煤",
        "months": "12",
        "share": "60",
    }
    office.post("/creation/schemes/new/", {**said, "grounds": ["false_words"]})
    row = Scheme.objects.get(name="无煤社区")
    path = f"/creation/schemes/{row.pk}/"
    assert "这一级还没有标准" in text(office.post(f"{path}open/"))
    lines = "巷口有公示栏\n记录：讲座；办过讲座\n交警：一年内没有酒驾"
    office.post(f"{path}standard/", {"level": "community", "criteria": lines})
    kept = row.standards.get().items
    assert [(one.source, one.record, one.text) for one in kept] == [
        ("words", "", "巷口有公示栏"),
        ("record", "pledges.sessions", "办过讲座"),
        ("police", "", "一年内没有酒驾"),
    ]
    wrong = office.post(f"{path}standard/", {"level": "community", "criteria": "记录：没有的；看看"})
    assert wrong.status_code == 422 and "系统里没有这种记录" in text(wrong)
    office.post(f"{path}open/")
    office.post(f"{path}close/")
    row.refresh_from_db()
    assert row.state == "closed" and "不再收" in text(office.get(path))


def test_what_is_not_ones_own_is_missing(world, client_as):
    row = w.recommended(world, w.assessed(world, w.applied(world)))
    question = w.asked(world, row)
    elsewhere = client_as("civility_officer", "140214")
    assert elsewhere.get(f"/creation/applications/{row.pk}/").status_code == 404
    police = client_as("traffic_officer", "140214")
    assert police.get(f"/creation/attest/{question.pk}/").status_code == 404
    worker = client_as("community_worker", HERE)
    assert worker.post(f"/creation/applications/{row.pk}/withdraw/").status_code == 404
    assert client_as("auditor", DISTRICT).post(f"/creation/applications/{row.pk}/ask/").status_code == 403


def test_a_representative_sees_and_writes_its_own(world, user_as, client_of, it_is):
    unit = world.units[0]
    user = user_as("organisation_rep", HERE, organisation=unit.pk)
    rep = client_of(user)
    assert "还没有申报过" in text(rep.get("/creation/"))
    rep.post("/creation/applications/new/", {"scheme": str(world.scheme.pk), "applicant": str(unit.pk)})
    row = Application.objects.get()
    path = f"/creation/applications/{row.pk}/"
    rep.post(f"{path}apply/")
    wrong = rep.post(f"{path}assess/", {"drivers": "", "drivers_on": "", "words_1": "台账"})
    assert wrong.status_code == 422 and "有多少驾驶人没有写" in text(wrong)
    rep.post(f"{path}assess/", {"drivers": "75", "drivers_on": "2022-01-26", "words_1": "台账在办公室"})
    row.refresh_from_db()
    assert row.state == "assessed"
    other = w.applied(world, world.units[1], when="2022-02-15 08:00")
    assert rep.get(f"/creation/applications/{other.pk}/").status_code == 404
    row = w.recommended(world, row, when="2022-02-15 09:00")
    actions.answer(
        attestation=w.asked(world, row, when="2022-02-15 10:00"), reply="some", by=world.du, at=w.at("2022-02-15 11:00")
    )
    page = text(rep.get(path))
    assert "未通过" in page and "杜建军" not in page and "答复" not in page
