"""Pages of patrol: the officer plans and freezes, the subdistrict sends and adds, the worker sees the route."""

from datetime import date

import pytest

from sanshe.core.areas.enums import PremisesState
from sanshe.patrol.models import Programme, Round
from sanshe.patrol.queries.frame import draft
from sanshe.patrol.queries.stops import walking
from tests.patrol import world
from tests.patrol.test_rounds import turn
from tests.patrol.world import DISTRICT, HERE, NEXT, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def yards():
    return world.settle()


@pytest.fixture
def officer(client_as, yards):
    return client_as("programme_officer", DISTRICT)


def text(answer):
    return answer.content.decode()


def test_the_officer_opens_a_programme_plans_a_round_and_freezes_what_was_read(officer, yards):
    said = {"area_path": DISTRICT, "name": "冬季禁煤", "starts_on": "2021-11-01", "ends_on": "2022-03-31"}
    wrong = officer.post("/patrol/programmes/new/", {**said, "ends_on": "2021-10-01"})
    assert wrong.status_code == 422 and "季末要在季初之后" in text(wrong)
    assert officer.post("/patrol/programmes/new/", said).status_code == 302
    season = Programme.objects.get()
    path = f"/patrol/programmes/{season.pk}/rounds/new/"
    days = {"kind": "full", "starts_on": "2021-11-01", "ends_on": "2021-11-19"}
    late = officer.post(path, {**days, "ends_on": "2022-04-01"})
    assert late.status_code == 422 and "这一轮要落在这一季里" in text(late)
    assert officer.post(path, days).status_code == 302
    row = Round.objects.get()
    page = text(officer.get(f"/patrol/rounds/{row.pk}/"))
    assert draft(row).digest in page and "第 1 轮底册，6 户，待冻结" in page
    world.enter(yards[1], "11 号")
    page = f"/patrol/rounds/{row.pk}/"
    old = officer.post(f"{page}freeze/", {"digest": "0" * 64, "_page": page})
    assert old.status_code == 409 and "请把增减再看一遍" in text(old)
    assert draft(row).digest in text(old) and "0" * 64 not in text(old)
    read = draft(row).digest
    officer.post(f"{page}freeze/", {"digest": read})
    again = officer.post(f"{page}freeze/", {"digest": read, "_page": page})
    assert "底册" in text(again) and read not in text(again)
    assert "第 1 轮，应查 7 户" in text(officer.get(f"/patrol/rounds/{row.pk}/"))


def test_the_changes_show_each_reason_in_ones_own_areas(officer, client_as, yards):
    season = world.programme()
    officer.post(f"/patrol/rounds/{world.frozen(season).pk}/close/")
    turn("9 号", PremisesState.DEMOLISHED, "拆了")
    turn("1 排 1 号", PremisesState.VACANT, "空着")
    row = world.frozen(season, when="2021-11-22 10:00", first=date(2021, 11, 22), last=date(2021, 12, 10))
    page = text(officer.get(f"/patrol/rounds/{row.pk}/changes/"))
    assert "拆了" in page and "空着" in page
    own = text(client_as("community_worker", HERE).get(f"/patrol/rounds/{row.pk}/changes/"))
    assert "拆了" in own and "空着" not in own


def test_the_subdistrict_sends_and_the_worker_walks(client_as, yards):
    row = world.frozen(world.programme())
    manager, worker, next_door = (
        client_as("subdistrict_manager", STREET),
        client_as("community_worker", HERE),
        client_as("community_worker", NEXT),
    )
    path = f"/patrol/rounds/{row.pk}/assign/{HERE}/"
    assert "18 号院" in text(manager.get(path))
    said = {"compound": [str(yards[0].pk), str(yards[1].pk)], "worker": str(worker.user.pk)}
    said["digest"] = walking(row, [HERE])
    assert said["digest"] in text(manager.get(path)) and manager.post(path, said).status_code == 302
    again = manager.post(path, {**said, "compound": said["compound"][:1], "_page": path})
    assert again.status_code == 409 and "别人刚改过" in text(again)
    assert said["digest"] not in text(again)
    said["digest"] = walking(row, [HERE])
    assert said["digest"] in text(again)
    route = text(worker.get(f"/patrol/rounds/{row.pk}/route/"))
    assert route.index("4 单元 502") < route.index("4 单元 402") < route.index("9 号")
    assert "这一轮还没有派给您" in text(next_door.get(f"/patrol/rounds/{row.pk}/route/"))
    wrong = manager.post(path, {**said, "worker": str(next_door.user.pk)})
    assert wrong.status_code >= 400 and "不在这里任职" in text(wrong)
    assert worker.get(path).status_code == 403
    assert (
        manager.get(f"/patrol/rounds/{row.pk}/assign/{HERE}\U0010ffff/").status_code == 200
    )  # as any place without a door


def test_one_door_more_becomes_added_and_leaves_what_is_due(client_as, yards):
    row, manager = world.frozen(world.programme()), client_as("subdistrict_manager", STREET)
    new = world.enter(yards[0], "4 单元 302")[0]
    path = f"/patrol/rounds/{row.pk}/add/"
    assert "没有这个编号的点位" in text(manager.post(path, {"code": "没有"}))
    assert manager.post(path, {"code": new.code.replace("-", "－")}).status_code == 302
    page = text(manager.get(f"/patrol/rounds/{row.pk}/"))
    assert "第 1 轮，应查 6 户" in page and row.stops.filter(is_added=True).count() == 1
    assert "这一户已经在这一轮里" in text(manager.post(path, {"code": new.code}))
    assert "第 1 轮" in text(manager.get(f"/premises/{new.pk}/"))


def test_another_district_sees_no_programme(client_as, yards):
    season = world.programme()
    row, other = world.frozen(season), client_as("subdistrict_manager", "140214029")
    for path in (f"/patrol/programmes/{season.pk}/", f"/patrol/rounds/{row.pk}/"):
        assert other.get(path).status_code == 404
    assert "冬季禁煤" not in text(other.get("/patrol/"))


def test_the_officer_closes_round_and_season(officer, yards):
    season = world.programme()
    row = world.frozen(season)
    early = officer.post(f"/patrol/programmes/{season.pk}/close/")
    assert early.status_code >= 400 and "先收轮" in text(early)
    assert officer.post(f"/patrol/rounds/{row.pk}/close/").status_code == 302
    assert officer.post(f"/patrol/programmes/{season.pk}/close/").status_code == 302
    assert "已收季" in text(officer.get("/patrol/"))
