"""The two fairs of 15 February at each of their moments, against the records: riddles, wins, prizes, the account."""

import pytest

from sanshe.core.figures.queries import published
from sanshe.core.kit.shanghai import at
from sanshe.fair.enums import Channel, RiddleState, WinState
from sanshe.fair.models import Award, Card, Fair, Ruling, TurnedAway, Win
from sanshe.fair.pages.close import end
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries import play
from sanshe.fair.story.people import EVENING, MORNING
from sanshe.fair.types import Account, Tally

pytestmark = pytest.mark.django_db
END = {
    EVENING: {"riddles": 88, "won": 88, "redeemed": 88, "difference": 0},
    MORNING: {"riddles": 24, "won": 19, "redeemed": 19, "sealed": 2, "difference": 0},
}


def fair(path):
    return Fair.objects.get(area_path=path)


def desk(path, number):
    row = fair(path)
    one = next(desk for desk in queries.desks(row) if desk.number == number)
    return queries.tally(row, one.first, one.last), play.redeemed(one).count(), play.waiting(one).count()


def given(path):
    return {
        (stock.desk.number, stock.good.name): (account.given, stock.left)
        for stock, account in queries.accounts(fair(path))
    }


@pytest.fixture(scope="class")
def told(request, district):
    """Each class has a moment of its own."""
    with district.at(request.cls.MOMENT):
        yield


def published_then(when):
    """What the district publishes, and the fair of the morning, signed by two."""
    assert published("140213", at(when))["fair"] == END
    assert published("140214", at(when))["fair"] == {}
    morning = fair(MORNING)
    found = queries.tally(morning)
    assert (found.won, found.sealed, found.expired, found.whole) == (19, 2, 3, 24)
    assert queries.account_of(morning) == Account(24, 19, 0, 5, 5)
    assert morning.state == "countersigned"


@pytest.mark.usefixtures("told")
class TestMorning:
    MOMENT = "0215a"

    def test_the_morning_at_ten_past_ten(self):
        tally, redeemed, waiting = desk(MORNING, 1)
        assert (tally.hung, tally.won, tally.held, tally.sealed, tally.whole) == (12, 9, 2, 1, 24)
        assert (redeemed, waiting) == (8, 1)
        assert play.riddle(fair(MORNING), 7).state == RiddleState.HUNG


@pytest.mark.usefixtures("told")
class TestEvening:
    MOMENT = "0215b"

    def test_the_evening_at_nineteen_forty_two(self):
        row = fair(EVENING)
        whole, (one, paid, wait), (two, paid_too, wait_too) = queries.tally(row), desk(EVENING, 1), desk(EVENING, 2)
        assert (whole.hung, whole.won, whole.held, whole.whole) == (41, 41, 6, 88)
        assert (one.hung, one.held, paid, wait, one.whole) == (20, 3, 20, 1, 44)
        assert (two.hung, two.held, paid_too, wait_too, two.whole) == (21, 3, 18, 2, 44)
        assert queries.by_channel(row) == {Channel.PHONE: 17, Channel.DESK: 24}
        assert given(EVENING) == {
            (1, "彩灯"): (9, 17), (1, "元宵"): (11, 7), (2, "彩灯"): (10, 16), (2, "元宵"): (8, 10),
        }  # fmt: skip
        away = TurnedAway.objects.filter(desk__fair=row).order_by("came_at")
        assert list(away.values_list("number", "code")) == [(18, "fair.redeemed"), (52, "fair.leased")]
        assert play.riddle(row, 36).state == RiddleState.HUNG


@pytest.mark.usefixtures("told")
class TestEnd:
    MOMENT = "0222e"

    def test_the_end_of_the_evening_before_it_is_signed(self):
        row = fair(EVENING)
        found = end(row)
        assert (found.by_phone, found.at_desk, found.redeemed) == (34, 54, 88)
        assert found.tally == Tally(won=88)
        assert [n for _label, n in found.answers] == [88, 163, 6, 14] and found.answered == 271
        assert found.cards == ((1, 19, 19), (2, 15, 30), (3, 13, 39)) and found.card_sum == (47, 88)
        assert dict(found.goods) == {"彩灯": Account(52, 53, 1, 0, 0), "元宵": Account(36, 36, 0, 0, 0)}
        assert found.whole == Account(88, 89, 1, 0, 0) and found.whole.difference == 0
        assert [(line.redeemed, line.waiting, line.goods) for line in found.desks] == [(44, 0, (26, 18))] * 2
        assert Award.objects.filter(stock__good__fair=row).count() == 89
        assert (row.volunteers, row.hours, row.state, str(row.sign_on)) == (8, 44, "closed", "2022-02-22")
        dog = Win.objects.get(riddle__fair=row, riddle__number=60)
        assert (dog.card.number, dog.answered.said, dog.answered.received_at) == (188, "犬", at("2022-02-15 19:50:14"))
        ruling = Ruling.objects.get(riddle__number=60, riddle__fair=row)
        assert ruling.decided_at == at("2022-02-15 19:56:00") and ruling.asked_by != ruling.decided_by
        back = Award.objects.get(state="void")
        assert (back.win.riddle.number, back.stock.good.name, back.is_returned) == (52, "彩灯", True)
        again = back.win.awards.get(state="handed")
        assert (again.stock.good.name, again.handed_at) == ("元宵", at("2022-02-15 20:07"))
        assert Card.objects.filter(fair=row, wins__gt=row.per_card).count() == 0
        assert queries.wins(row, WinState.PENDING).count() == 0
        published_then("2022-02-22 16:30")


@pytest.mark.usefixtures("told")
class TestDefault:
    MOMENT = "0218a"
    WHEN = "2022-02-18 08:30"

    def test_what_is_published_at_the_default_moment_and_behind_it(self):
        published_then(self.WHEN)
