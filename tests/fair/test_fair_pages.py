"""Pages of fairs: planned, written, checked, hung; answered on a telephone, paid at a desk, closed and signed."""

import re

import pytest

from sanshe.core.codes.queries import newest, path_of
from sanshe.core.kit.shanghai import at
from sanshe.fair import actions
from sanshe.fair.models import Award, Card, Fair, Riddle, Ruling, TurnedAway, Win
from sanshe.fair.queries.play import SLIP
from tests.fair import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return world.settle()


@pytest.fixture
def browsers(people, client_of):
    return {key: client_of(people[f"{key}_user"]) for key in ("wu", "yue", "gao", "ren")}


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_fair_is_planned_written_checked_and_hung_by_its_pages(people, browsers, it_is):
    it_is("2022-02-08 10:00")
    wu, yue = browsers["wu"], browsers["yue"]
    said = {
        "area_path": world.HERE, "name": "元宵灯谜", "opens_at": "2022-02-15T15:00", "closes_at": "2022-02-15T20:30",
        "mode": "mixed", "per_card": "3", "max_wins": "1", "authority": "book",
    }  # fmt: skip
    wrong = wu.post("/fair/new/", {**said, "closes_at": "2022-02-15T14:00"})
    assert wrong.status_code == 422 and "先开始，再点灯，后收场" in text(wrong)
    assert wu.post("/fair/new/", said).status_code == 302
    row = Fair.objects.get()
    here = f"/fair/{row.pk}/"
    assert wu.post(f"{here}rule/", {**said, "per_card": "2"}).status_code == 302
    wu.post(f"{here}goods/", {"name": "彩灯", "unit": "盏", "kind": "prize"})
    wu.post(f"{here}desks/", {"first": "1", "last": "2", "keeper": str(people["wu"].id)})
    good, desk = row.goods.get(), row.desks.get()
    wu.post(f"{here}stocks/", {"good": str(good.pk), "desk": str(desk.pk), "brought": "2"})
    assert "1 台领来 2 盏" in text(wu.get(f"{here}ready/"))
    lines = "号\t主题\t谜面\t谜目\n1\t字谜\t一口咬掉牛尾巴\t打一字\t\t告\n2\t谜格\t今天\t打一国名\t秋千格\t日本"
    assert wu.post(f"{here}book/", {"lines": lines, "size": "11"}).status_code == 302
    assert "还差 2 条没审" in text(wu.get(f"{here}book/"))
    own = wu.post(f"{here}book/check/")
    assert own.status_code == 409 and "写这条谜的人" in text(own)
    assert yue.post(f"{here}book/check/").status_code == 302
    assert wu.post(f"{here}hang/", {"wave": "1"}).status_code == 409
    wu.post(f"{here}slips/")
    sheet = text(wu.get(f"{here}slips/"))
    assert sheet.count("s-qr") == 2 and "日本" not in sheet
    assert wu.post(f"{here}hang/", {"wave": "1"}).status_code == 302
    changed = wu.post(f"{here}rule/", {**said, "per_card": "5", "_page": f"{here}rule/"})
    assert "谜条挂出后不能改规则" in text(changed)
    assert wu.post(f"{here}cards/", {"n": "5"}).status_code == 302
    assert Card.objects.count() == 5 and text(wu.get(f"{here}cards/")).count("s-qr") == 5
    old = Card.objects.get(number=3).token
    wu.post(f"{here}cards/renew/", {"card": "3"})
    assert Card.objects.get(number=3).token != old
    assert browsers["ren"].get(here).status_code == 404


def test_a_resident_answers_on_a_telephone_and_fetches_the_prize(people, browsers, visitor, it_is):
    row = world.hung(people)
    it_is("2022-02-15 18:40")
    card = world.card(7)
    page = f"/fair/cards/{card.token}/1/"
    assert "一口咬掉牛尾巴" in text(visitor.get(page)) and "还能猜 3 次" in text(visitor.get(page))
    assert "字数不对" in text(visitor.post(page, {"said": "两个"}, follow=True))
    said = text(visitor.post(page, {"said": "牛"}, follow=True))
    assert "没猜中，还能猜 2 次" in said
    soon = visitor.post(page, {"said": "告", "_page": page})
    assert "秒后再猜" in text(soon)
    it_is("2022-02-15 18:41")
    mine = text(visitor.post(page, {"said": "谜底是：告！"}, follow=True))
    won = Win.objects.get()
    assert won.code in mine and "去 1 台领" in mine
    for number in (2, 3):
        assert "告" not in text(visitor.get(f"/fair/cards/{card.token}/{number}/"))
    desk = f"/fair/desks/{world.desk(1).pk}/"
    wu = browsers["wu"]
    assert wu.get(desk).status_code == 200
    prize = {"win": str(won.pk), "stock": str(world.stock(1).pk)}
    wrong = wu.post(f"{desk}hand-out/", {**prize, "code": "x", "_page": desk})
    assert "兑奖码不对" in text(wrong)
    assert wu.post(f"{desk}hand-out/", {**prize, "code": won.code}).status_code == 302
    assert "已兑" in text(visitor.get(f"/fair/cards/{card.token}/"))
    board = text(visitor.get(f"/fair/{row.pk}/board/"))
    assert "4 条，还剩 3 条" in board and str(card) not in board and "告" not in board
    assert visitor.get("/fair/cards/NOTHING/").status_code == 404


def test_a_slip_is_torn_looked_up_and_paid_and_a_second_one_is_sent_away(people, browsers, visitor, it_is):
    row = world.hung(people)
    it_is("2022-02-15 18:40")
    wu, yue = browsers["wu"], browsers["yue"]
    code = newest(SLIP, world.riddle(1).pk)
    assert visitor.get(path_of(code)).headers["Location"] == f"/fair/{row.pk}/riddles/1/"
    assert wu.get(path_of(code)).headers["Location"] == f"/fair/desks/{world.desk(1).pk}/?no=1"
    slip = f"/fair/{row.pk}/riddles/1/"
    assert "我揭走了" in text(visitor.get(slip))
    assert "去 1 台说谜底" in text(visitor.post(slip, follow=True))
    desk = f"/fair/desks/{world.desk(1).pk}/"
    assert "告" not in text(wu.get(desk))
    assert wu.post(f"{desk}look/", {"number": "1"}).status_code == 302
    assert "告" in text(wu.get(desk)) and "几号游园卡" in text(wu.get(desk))
    assert "告" not in text(wu.get(f"/fair/{row.pk}/book/1/"))
    asked = {"number": "1", "card": "5", "stock": str(world.stock(1).pk)}
    assert "没有这张游园卡" in text(wu.post(f"{desk}won/", {**asked, "card": "99", "_page": desk}))
    assert wu.post(f"{desk}won/", asked).status_code == 302
    assert Award.objects.count() == 1 and world.stock(1).left == 0
    away = wu.post(f"{desk}look/", {"number": "1", "_page": desk})
    assert "这条 18:40 已经兑过" in text(away)
    other = wu.post(f"{desk}look/", {"number": "3", "_page": desk})
    assert "3 至 4 号归 2 台，请去那里" in text(other)
    assert TurnedAway.objects.count() == 2
    assert "这个台不是您守的" in text(yue.post(f"{desk}look/", {"number": "2", "_page": desk}))
    wu.post(f"{desk}look/", {"number": "2"})
    wu.post(f"{desk}wrong/", {"number": "2", "card": "6"})
    wu.post(f"{desk}look/", {"number": "2"})
    wu.post(f"{desk}back/", {"number": "2"})
    wu.post(f"{desk}look/", {"number": "2"})
    assert wu.post(f"{desk}seal/", {"number": "2", "reason": "喊出来了"}).status_code == 302
    assert world.riddle(2).state == "sealed"


def test_two_people_accept_an_answer_and_take_a_prize_back(people, browsers, it_is):
    world.hung(people)
    world.answers(3, 4, "犬", "2022-02-15 18:42")
    it_is("2022-02-15 18:50")
    wu, yue, desk = browsers["wu"], browsers["yue"], f"/fair/desks/{world.desk(2).pk}/"
    yue.post(f"{desk}look/", {"number": "3"})
    yue.post(f"{desk}answers/", {"number": "3", "answer": "犬", "reason": "书面就写犬"})
    ruling = Ruling.objects.get()
    page = f"/fair/rulings/{ruling.pk}/"
    assert "认了以后改判" in text(wu.get(page)) and "须由另一个人来按" in text(yue.get(page))
    assert yue.post(f"{page}agree/").status_code == 409
    assert wu.post(f"{page}agree/").status_code == 302
    won = Win.objects.get()
    assert (won.card.number, won.riddle.state) == (4, "won")
    prize = {"win": str(won.pk), "stock": str(world.stock(2).pk), "code": won.code}
    yue.post(f"{desk}hand-out/", prize)
    yue.post(f"{desk}voids/", {"number": "3", "reason": "该发元宵", "is_returned": "1"})
    asked = Ruling.objects.get(kind="void")
    assert wu.post(f"/fair/rulings/{asked.pk}/refuse/", {"words": ""}).status_code in (409, 422)
    assert wu.post(f"/fair/rulings/{asked.pk}/agree/").status_code == 302
    assert world.stock(2).left == 1 and Win.objects.get().state == "pending"


def test_the_fair_is_closed_counted_and_signed_by_two(people, browsers, it_is):
    row = world.hung(people)
    it_is("2022-02-15 20:31")
    wu, gao, page = browsers["wu"], browsers["gao"], f"/fair/{row.pk}/end/"
    assert "收场" in text(wu.get(page))
    assert wu.post(f"{page}close/", {"volunteers": "8", "hours": "44"}).status_code == 302
    assert "没人猜中" in text(wu.get(page)) and "channel=desk" not in text(wu.get(page))  # nobody won: no door
    assert "还有没点数的" in text(wu.post(f"{page}sign/", {"_page": page}))
    for stock in row.goods.all().values_list("stocks__pk", "stocks__left"):
        wu.post(f"{page}count/{stock[0]}/", {"counted": stock[1]})
    wu.post(f"{page}count/{world.stock(1).pk}/", {"counted": "0"})
    assert "请写一句怎么来的" in text(wu.post(f"{page}sign/", {"_page": page}))
    assert wu.post(f"{page}sign/", {"words": "丢了一盏"}).status_code == 302
    assert gao.post(f"{page}countersign/").status_code == 302
    assert "账差 1" in text(gao.get(page)) and "丢了一盏" in text(gao.get(page))
    assert Riddle.objects.filter(state="expired").count() == 4
    assert actions.forget(at=at("2022-03-20 00:00")) == 0


def test_the_list_and_the_ledgers_show_ones_own_area(people, browsers, it_is):
    row = world.hung(people)
    it_is("2022-02-15 18:40")
    world.answers(1, 1, "告")
    assert row.name in text(browsers["gao"].get("/fair/")) and row.name not in text(browsers["ren"].get("/fair/"))
    for ledger in ("fair.wins", "fair.awards"):
        assert browsers["gao"].get(f"/ledgers/{ledger}/").status_code == 200
    assert "0001" in text(browsers["gao"].get("/ledgers/fair.wins/"))
    assert "0001" not in text(browsers["ren"].get("/ledgers/fair.wins/"))
