"""Many at once: a riddle is won once, a card never beyond its most, a stock never below nothing, a win is paid once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connection, connections, transaction

from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.fair import actions
from sanshe.fair.enums import R
from sanshe.fair.models import Award, Stock, Win
from tests.fair import world
from tests.fair.world import card, desk, hung, riddle, stock

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]
EVENING = at("2022-02-15 18:40")
CROWD = 6


def outcome(work):
    try:
        return work()
    except Refused as refused:
        return refused.code
    except OperationalError:
        return "locked"
    finally:
        connections.close_all()


def at_once(*works):
    with ThreadPoolExecutor(len(works)) as pool:
        return [one.result() for one in [pool.submit(outcome, work) for work in works]]


@pytest.fixture
def people():
    return world.settle()


def answer(number, row):
    def act():
        given = {"riddle": riddle(number), "said": riddle(number).answer, "by": NOBODY, "at": EVENING}
        return actions.answer(card=row, **given).verdict

    return act


def test_one_of_many_cards_wins_a_riddle(people):
    hung(people)
    found = at_once(*(answer(1, card(n)) for n in range(1, CROWD + 1)))
    assert found.count("right") == 1 and set(found) <= {"right", R.WON}
    assert Win.objects.count() == 1 and riddle(1).wins == 1


def test_one_card_wins_no_more_than_its_most_however_many_riddles_at_once(people):
    hung(people, per_card=2)
    found = at_once(*(answer(n, card(1)) for n in range(1, 5)))
    assert found.count("right") == 2 and found.count(R.CARD_FULL) == 2
    assert card(1).wins == 2 and sorted(Win.objects.values_list("place", flat=True)) == [1, 2]


def test_a_win_is_paid_once_and_the_last_prize_goes_once(people):
    hung(people)
    won = actions.answer(card=card(4), riddle=riddle(3), said="狗", by=NOBODY, at=EVENING).win

    def pay():
        row = Win.objects.select_related("riddle").get(pk=won.pk)
        said = {"desk": desk(2), "win": row, "stock": stock(2, "元宵"), "code": won.code}
        return str(actions.hand_out(**said, by=people["yue"], at=EVENING).state)

    found = at_once(*[pay] * CROWD)
    assert found.count("handed") == 1 and set(found) <= {"handed", R.REDEEMED, R.REDEEMED_JUST_NOW}
    assert Award.objects.count() == 1 and stock(2, "元宵").left == 1


def test_two_wins_at_once_and_one_lamp_left(people):
    hung(people)
    wins = [
        actions.answer(card=card(n), riddle=riddle(n), said=riddle(n).answer, by=NOBODY, at=EVENING).win for n in (3, 4)
    ]

    def pay(won):
        def act():
            row = Win.objects.select_related("riddle").get(pk=won.pk)
            said = {"desk": desk(2), "win": row, "stock": stock(2), "code": won.code}
            return str(actions.hand_out(**said, by=people["yue"], at=EVENING).state)

        return act

    assert sorted(at_once(*map(pay, wins))) == [R.NO_STOCK, "handed"]
    assert stock(2).left == 0 and Award.objects.count() == 1


def test_a_stock_that_is_read_and_then_written_gives_too_much(people):
    """The control: the same race without the condition, by which the guard is seen to be one."""
    hung(people)
    both = Barrier(2)

    def careless():
        with transaction.atomic():
            left = stock(2).left
            both.wait(10)
            if left < 1:
                return str(R.NO_STOCK)
            Stock.objects.filter(desk__number=2, good__name="彩灯").update(left=left - 1)
            return "handed"

    assert at_once(careless, careless) == ["handed", "handed"]
