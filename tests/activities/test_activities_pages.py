"""Pages of activities: the code at the door without an account, the keeper's desk, the subdistrict that sets up."""

import re
from uuid import uuid4

import pytest

from sanshe.activities.enums import BookingState, GroupState, JoiningState, SessionState
from sanshe.activities.models import Booking, Group, Joining, Miss, Part, Session, Station
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from tests.activities import world
from tests.activities.world import HERE, STREET, when

pytestmark = pytest.mark.django_db
WEST, EAST = "多功能厅西区", "多功能厅东区"


@pytest.fixture
def station():
    return world.settle()


@pytest.fixture
def keeper(client_as, station):
    return client_as("community_worker", HERE)


@pytest.fixture
def hour(monkeypatch):
    """Sets the business's clock."""

    def turn(text):
        monkeypatch.setattr(clock, "now", lambda: when(text))

    turn("08:31")
    return turn


def text(answer):
    return answer.content.decode()


def key(name):
    return str(world.zone(name).pk)


def test_the_morning_by_three_telephones_and_the_keepers_desk(station, keeper, client_of, hour):
    choir = world.choir(station)
    door = f"/activities/at/{station.door}/"
    players, singers = client_of(None), client_of(None)
    page = text(players.get(door))
    assert "最多 22 人" in page and "不问姓名，不问电话" in page and "赵" not in page
    came = players.post(door, {"zone": key(WEST), "heads": "3", "name": "老友乐队"})
    band = Part.objects.get()
    assert came.status_code == 302 and came["Location"] == f"/activities/mine/{band.pk}/"
    hour("09:05")
    assert "有人在练" in text(singers.get(door))
    asked = singers.post(f"{door}ask/{band.session_id}/", {"heads": "24", "name": "槐韵合唱队"})
    joining = Joining.objects.get()
    assert asked.status_code == 302 and "等他们点同意" in text(singers.get(asked["Location"]))
    assert "24 人，想和你们一起练" in text(players.get(came["Location"])).replace("\n", " ").replace("  ", "")
    assert singers.get(came["Location"]).status_code == 404
    hour("09:06")
    assert players.post(f"{came['Location']}answer/{joining.pk}/", {"is_yes": "1"}).status_code == 302
    assert singers.get(asked["Location"])["Location"].startswith("/activities/mine/")
    row = Session.objects.get()
    desk = text(keeper.get(f"/activities/stations/{station.pk}/"))
    assert "正在 1 场" in desk and "还能进 25" in desk and "合练" in desk
    hour("11:12")
    assert keeper.post(f"/activities/sessions/{row.pk}/close/", {"seen": "16"}).status_code == 302
    assert keeper.post(f"/activities/sessions/{row.pk}/sign/").status_code == 302
    row.refresh_from_db(), choir.refresh_from_db()
    assert (row.state, row.seen, choir.state) == (SessionState.SIGNED, 16, GroupState.ACTIVE)
    page = text(keeper.get(f"/activities/sessions/{row.pk}/"))
    assert "三种人分开记" in page and "自报 24" in page
    assert re.findall(r"<dd>\s*(\d+)\s*</dd>", page)[:3] == ["0", "27", "16"]


def test_a_wrong_tap_is_taken_back_for_ten_minutes(station, client_of, hour):
    phone, other = client_of(None), client_of(None)
    mine = phone.post(f"/activities/at/{station.door}/", {"zone": key(WEST), "heads": "3"})["Location"]
    part = Part.objects.get()
    undo = f"/undo/activities.session_opened/{part.pk}/"
    assert undo in text(phone.get(mine)) and other.post(undo).status_code == 404
    hour("08:41")
    assert phone.post(undo).status_code == 409
    hour("08:40")
    assert phone.post(undo).status_code == 302
    assert Session.objects.get().state == SessionState.VOID
    assert phone.post(f"/activities/at/{station.door}/", {"zone": key(WEST), "heads": "3"}).status_code == 302


@pytest.mark.parametrize(
    ("clock_says", "given", "sentence"),
    [
        ("12:10", {"heads": "3"}, "槐园实践站8:30–11:30、14:30–17:30开门。"),
        ("08:31", {"heads": "23"}, "这里最多 22 人，现在 0 人。"),
        ("08:31", {"heads": "0"}, "几个人，还没有写。"),
        ("08:31", {"heads": "很多"}, "整数"),
        ("08:31", {"heads": "3", "zone": "x"}, "没有选场地"),
    ],
)
def test_the_door_says_why_not(station, client_of, hour, clock_says, given, sentence):
    hour(clock_says)
    answer = client_of(None).post(f"/activities/at/{station.door}/", {"zone": key(WEST), **given})
    assert answer.status_code in (409, 422) and sentence in text(answer)
    assert not Session.objects.exists()


def test_a_door_that_was_renewed_opens_nothing(station, keeper, client_of, hour):
    old = f"/activities/at/{station.door}/"
    assert "扫一下，进来练" in text(keeper.get(f"/activities/stations/{station.pk}/door/"))
    keeper.post(f"/activities/stations/{station.pk}/door/renew/")
    assert client_of(None).get(old).status_code == 404
    assert client_of(None).get(f"/activities/at/{Station.objects.get().door}/").status_code == 200


def test_the_subdistrict_sets_a_station_up(client_as, station, hour):
    manager = client_as("subdistrict_manager", STREET)
    said = {"area_path": HERE, "name": "槐园东站"}
    assert manager.post("/activities/stations/new/", said).status_code == 302
    row = Station.objects.get(name="槐园东站")
    path = f"/activities/stations/{row.pk}/"
    assert (
        manager.post(f"{path}spaces/new/", {"name": "厅", "sound": "open", "zone": "东区 40\n西区 30"}).status_code
        == 302
    )
    assert [(one.name, one.capacity) for one in row.spaces.get().zones.all()] == [("东区", 40), ("西区", 30)]
    hours = {"starts_on": "2022-02-14", "weekdays": ["1", "2"], "opens": "08:30", "closes": "12:00"}
    wrong = manager.post(f"{path}hours/", {**hours, "opens": "08:35"})
    assert wrong.status_code == 422 and "按一刻钟写" in text(wrong)
    assert manager.post(f"{path}hours/", hours).status_code == 302
    assert (
        manager.post(f"{path}limit/", {"percent": "75", "starts_on": "2022-02-14", "ground": "防疫"}).status_code == 302
    )
    page = text(manager.get(path))
    assert "8:30–12:00" in page and "最多 30 人" in page and "最多 75%" in page
    twice = manager.post("/activities/stations/new/", said)
    assert twice.status_code == 422 and "这里已经有同名的" in text(twice)


def test_the_keeper_forms_files_and_books_for_a_group(station, keeper, hour):
    said = {
        "name": "剪纸组",
        "kind": "craft",
        "leader": "孙桂兰",
        "phone": "13803520009",
        "members": "甲一\n甲二",
        "agreed": "on",
    }
    path = f"/activities/stations/{station.pk}/groups/new/"
    few = keeper.post(path, {**said, "members": "甲一"})
    assert few.status_code == 422 and "一支队伍至少三个人" in text(few)
    assert keeper.post(path, said).status_code == 302
    group = Group.objects.get()
    at = f"/activities/groups/{group.pk}/"
    book = {"zone": [key("阅览室")], "day": "2022-02-14", "opens": "14:30", "closes": "16:00"}
    early = keeper.post(f"{at}book/", book)
    assert early.status_code in (409, 422) and "先到社区备案" in text(early)
    assert keeper.post(f"{at}file/").status_code == 302
    assert keeper.post(f"{at}book/", book).status_code == 302
    row = Booking.objects.get()
    assert (row.starts_at, row.ends_at) == (when("14:30"), when("16:00"))
    assert "孙桂兰" in text(keeper.get(at))
    hour("14:31")
    assert keeper.post(f"/activities/bookings/{row.pk}/arrive/", {"heads": "12"}).status_code == 302
    row.refresh_from_db()
    assert row.state == BookingState.ARRIVED and "剪纸组" in text(
        keeper.get(f"/activities/stations/{station.pk}/week/")
    )


def test_a_roster_is_read_by_the_keeper_only(station, client_as, hour):
    group = world.choir(station, size=3)
    auditor = client_as("auditor", "140214")
    page = text(auditor.get(f"/activities/groups/{group.pk}/"))
    assert "槐韵合唱队" in page and "队员1" not in page and "队员长" not in page
    assert client_as("community_worker", "140213053006").get(f"/activities/groups/{group.pk}/").status_code == 404


def test_members_come_and_go_and_another_one_leads(station, keeper, hour):
    group = world.choir(station, size=3)
    at = f"/activities/groups/{group.pk}/"
    assert keeper.post(f"{at}members/add/", {"name": "新来的"}).status_code == 302
    twice = keeper.post(f"{at}members/add/", {"name": "新来的"})
    assert twice.status_code >= 400 and "名册上已经有这个名字" in text(twice)
    member = group.members.filter(post="member").first()
    assert keeper.post(f"{at}members/drop/", {"member": str(member.pk)}).status_code == 302
    assert keeper.post(f"{at}lead/", {"leader": "新来的", "phone": "13803520077"}).status_code == 302
    assert [(one.name, one.post) for one in group.members.filter(post="leader")] == [("新来的", "leader")]
    leader = group.members.get(post="leader")
    no = keeper.post(f"{at}members/drop/", {"member": str(leader.pk)})
    assert no.status_code >= 400 and "先换队长" in text(no)


def test_the_keeper_taps_names_counts_and_corrects(station, keeper, hour):
    group = world.choir(station, size=4)
    assert (
        keeper.post(
            f"/activities/stations/{station.pk}/enter/", {"zone": key(EAST), "heads": "4", "name": group.name}
        ).status_code
        == 302
    )
    part = Part.objects.get()
    at = f"/activities/sessions/{part.session_id}/"
    assert "队员1" in text(keeper.get(at))
    keeper.post(f"/activities/parts/{part.pk}/tick/", {"member": [str(one.pk) for one in group.members.all()[:2]]})
    assert part.presences.count() == 2
    keeper.post(f"{at}count/", {"seen": "5"})
    keeper.post(f"/activities/parts/{part.pk}/leave/")
    keeper.post(f"{at}sign/")
    assert (
        keeper.post(f"{at}correct/", {"kind": "seen", "way": "fewer", "by_n": "1", "why": "数重了"}).status_code == 302
    )
    page = text(keeper.get(at))
    assert "数重了" in page and "-1" in page
    assert "数重了" not in text(keeper.get("/ledgers/activities.sessions/")) and "槐韵合唱队" in text(
        keeper.get("/ledgers/activities.sessions/")
    )


def test_the_keeper_answers_for_who_has_no_telephone(station, keeper, hour):
    band = world.enter(station, "08:31", WEST)
    joining = world.ask(band, "08:32", heads=5)
    path = f"/activities/joinings/{joining.pk}/answer/{band.pk}/"
    assert "一起练，还是不方便" in text(keeper.post(path, {}))
    assert keeper.post(path, {"is_yes": "0"}).status_code == 302
    joining.refresh_from_db()
    assert joining.state == JoiningState.DECLINED


def test_called_off_in_time_costs_nothing_and_a_miss_is_lifted_by_the_subdistrict(station, keeper, client_as, hour):
    group = world.choir(station)
    row = world.book(group, "09:00", "10:00", EAST)
    assert keeper.post(f"/activities/bookings/{row.pk}/cancel/", {"why": "下雪"}).status_code == 302
    miss = Miss.objects.get()
    assert keeper.post(f"/activities/misses/{miss.pk}/lift/", {"reason": "下雪"}).status_code in (403, 404)
    manager = client_as("subdistrict_manager", STREET)
    assert "撤掉" in text(manager.get(f"/activities/groups/{group.pk}/"))
    assert manager.post(f"/activities/misses/{miss.pk}/lift/", {"reason": "下雪封路"}).status_code == 302
    assert not Miss.objects.exists()


def test_other_hours_are_told_at_the_door(station, keeper, client_of, hour):
    group = world.choir(station)
    world.book(group, "15:00", "16:00", EAST)
    path = f"/activities/stations/{station.pk}/change/"
    said = {"space": "", "day": "2022-02-14", "opens": "14:30", "closes": "17:30", "ground": "核酸采样", "is_open": ""}
    late = keeper.post(path, said)
    assert late.status_code in (409, 422) and "除非应急" in text(late)
    assert keeper.post(path, {**said, "is_emergency": "on"}).status_code == 302
    assert Booking.objects.get().state == BookingState.DISPLACED
    assert "今天 8:30–11:30开门" in text(client_of(None).get(f"/activities/at/{station.door}/"))


def test_another_district_sees_no_station_and_the_desk_has_a_line(station, keeper, client_as, hour):
    world.enter(station, "08:31", WEST)
    other = client_as("community_worker", "140213053006")
    assert other.get(f"/activities/stations/{station.pk}/").status_code == 404
    assert "槐园" not in text(other.get("/activities/"))
    assert "槐园实践站" in text(keeper.get("/activities/"))
    assert "今天来了 1 场，还约着 0 场" in text(keeper.get("/"))


def test_each_minute_what_is_over_ends(station, hour):
    from sanshe.activities.tasks import keep_time

    group = world.choir(station)
    row = world.book(group, "09:00", "10:00", EAST)
    band = world.enter(station, "08:31", WEST)
    asked = world.ask(band, "08:40", heads=2)
    hour("11:31")
    for _twice in range(2):
        keep_time({})
    row.refresh_from_db(), asked.refresh_from_db(), band.session.refresh_from_db()
    assert (row.state, asked.state) == (BookingState.RELEASED, JoiningState.LAPSED)
    assert band.session.closed_at == when("11:30") and SYSTEM.is_staff


def test_everybody_reads_hours_free_zones_and_groups_and_nothing_else(station, client_of, hour):
    world.choir(station, size=5)
    world.enter(station, "08:40", WEST, name="老友乐队")
    hour("08:45")
    page = text(client_of(None).get(f"/activities/open/{station.pk}/"))
    assert "8:30–11:30、14:30–17:30" in page and "槐韵合唱队" in page and "槐园社区" in page
    assert page.count("有人在用") == 1 and page.count("空着，到 11:30") == 3
    assert "老友乐队" not in page and "队员" not in page and station.door not in page
    assert client_of(None).get(f"/activities/open/{uuid4()}/").status_code == 404
    assert "槐园实践站" in text(client_of(None).get("/activities/open/"))


def test_up_to_ten_are_one_tap_and_more_are_typed(station, client_of, hour):
    door = f"/activities/at/{station.door}/"
    assert text(client_of(None).get(door)).count('name="tapped"') == 10
    client_of(None).post(door, {"zone": key(WEST), "heads": "", "tapped": "3"})
    client_of(None).post(door, {"zone": key(EAST), "heads": "12"})
    assert list(Part.objects.order_by("joined_at", "heads").values_list("heads", flat=True)) == [3, 12]
    client_of(None).post(door, {"zone": key("排练室"), "tapped": "x"})
    assert Part.objects.count() == 2
