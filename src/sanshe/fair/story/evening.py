"""The fair of an evening 柳航里: 88 riddles by telephone and at two desks, until the last prize is given."""

from datetime import datetime

from sanshe.core.accounts.queries.people import user_by_username
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Step
from sanshe.fair import actions
from sanshe.fair.enums import Authority, GoodKind, Mode, Twist
from sanshe.fair.models import Desk, Fair
from sanshe.fair.queries.fairs import desks, stocks
from sanshe.fair.queries.play import riddles
from sanshe.fair.rules.answer import fixed_lengths
from sanshe.fair.rules.book import parts_of
from sanshe.fair.story import acts
from sanshe.fair.story.acts import Act
from sanshe.fair.story.people import EVENING, actor
from sanshe.fair.types import Rule

WU, YUE = "wu", "yue"
LAMP, SWEET = "彩灯", "元宵"
DAY = "2022-02-15"
RULE = Rule(
    name="元宵灯谜", partner="大同助老服务站", opens_at=at(f"{DAY} 15:00"), lit_at=at(f"{DAY} 18:30"),
    closes_at=at(f"{DAY} 20:30"), mode=Mode.MIXED, per_card=3, max_wins=1, authority=Authority.BOOK,
)  # fmt: skip
BOOK = parts_of(acts.book("evening.csv"), 11)
# Who won before 19:42 at each desk, in the order of the evening; what is torn off then; what is left for later.
FIRST = (
    (1, 2, 3, 5, 9, 11, 17, 14, 20, 25, 30, 31, 34, 38, 39, 22, 27, 18, 7, 29, 43),
    (47, 48, 49, 50, 51, 61, 64, 65, 67, 70, 71, 73, 74, 76, 77, 81, 82, 83, 86, 87),
)
TORN = (15, 41, 42, 45, 46, 59)
WAITING = (43, 86, 87)  # won by telephone, not fetched at 19:42
BY_PHONE = (1, 5, 11, 14, 25, 31, 38, 22, 43, 47, 50, 61, 65, 70, 74, 86, 87)
LATER_BY_PHONE = (4, 8, 12, 16, 21, 26, 33, 37, 44, 52, 55, 58, 62, 66, 72, 79, 60)
LATER_LAMPS = (17, 16)  # lamps that each desk still gives for good behind 19:42
SWITCHED, DOG = 52, 60
CARDS = [3 + 5 * k for k in range(47)]  # those that win: three, two, one
NOT_WINNING = [number for number in range(1, 260) if number not in CARDS]


def plan(when: datetime) -> None:
    """The rule, what will be given, two desks with half of it each."""
    by = {"by": actor(WU, when), "at": when}
    fair = actions.plan_fair(area_path=EVENING, rule=RULE, **by)
    things = [
        actions.add_good(fair=fair, name=name, unit=unit, kind=GoodKind.PRIZE, **by)
        for name, unit in ((LAMP, "盏"), (SWEET, "袋"))
    ]
    for (first, last), key in (((1, 44), WU), ((45, 88), YUE)):
        keeper = user_by_username(key)
        assert keeper is not None
        desk = actions.plan_desk(fair=fair, first=first, last=last, keeper=keeper.pk, **by)
        for good, n in zip(things, (26, 18), strict=True):
            actions.bring(good=good, desk=desk, brought=n, **by)


def fair() -> Fair:
    return Fair.objects.get(area_path=EVENING)


def write(when: datetime) -> None:
    actions.enter_book(fair=fair(), lines=BOOK, by=actor(WU, when), at=when)


def check(when: datetime) -> None:
    row = fair()
    actions.check(fair=row, riddles=list(riddles(row)), by=actor(YUE, when), at=when)


def make_ready(when: datetime) -> None:
    row, by = fair(), {"by": actor(WU, when), "at": when}
    actions.print_slips(fair=row, **by)
    actions.make_cards(fair=row, n=260, **by)


def open_desks(when: datetime) -> None:
    for desk, key in zip(desks(fair()), (WU, YUE), strict=True):
        actions.open_desk(desk=Desk.objects.get(pk=desk.pk), by=actor(key, when), at=when)


def clock(minutes: float, start: int = 18 * 60) -> str:
    seconds = round((start + minutes) * 60)
    return f"{DAY} {seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def keeper(number: int) -> str:
    return WU if number <= 44 else YUE


def later() -> list[int]:
    """What is won behind 19:42: first what was torn off."""
    done = {*FIRST[0], *FIRST[1], *TORN}
    return [*TORN, *(one.number for one in BOOK if one.number not in done and one.number not in (SWITCHED, DOG))]


def winners() -> dict[int, int]:
    """Which card wins which riddle: 13 cards three, 15 two, 19 one."""
    order = [*_mixed(), *later(), SWITCHED]
    cards = [*CARDS, *CARDS[:28], *CARDS[:13]]
    cards.remove(188)
    return dict(zip(order, cards, strict=True)) | {DOG: 188}


def _mixed() -> list[int]:
    """The wins before 19:42, one desk's beside the other's."""
    return [one for pair in zip(FIRST[0], (*FIRST[1], 0), strict=True) for one in pair if one]


def _goods(numbers: list[int], lamps: dict[str, int]) -> dict[int, str]:
    """What is given for which riddle: so many lamps at each desk, then the sweet ones."""
    found = {}
    for number in numbers:
        key = keeper(number)
        found[number] = LAMP if lamps[key] else SWEET
        lamps[key] -= bool(lamps[key])
    return found


def _win(number: int, minutes: float, card: int, good: str, by_phone: bool) -> list[tuple[str, Act]]:
    key = keeper(number)
    if by_phone:
        return [(clock(minutes), acts.answers(number, card)), (clock(minutes + 1), acts.fetches(number, good, key))]
    won = (clock(minutes), acts.wins(number, card, good, key))
    return [(clock(minutes - 0.3), acts.looks(number, key)), won]


def _before() -> list[tuple[str, Act]]:
    """41 wins until 19:42; three of them wait."""
    cards, order = winners(), [one for one in _mixed() if one not in (18, 7, 29, *WAITING)]
    given = _goods([one for one in order if one != 18], {WU: 7, YUE: 10}) | {18: LAMP, 7: LAMP, 29: SWEET}
    times = {one: 52 + 1.1 * k for k, one in enumerate(order)} | {18: 97, 7: 100, 29: 101.5}
    found: list[tuple[str, Act]] = []
    for number, minutes in times.items():
        found += _win(number, minutes, cards[number], given[number], number in BY_PHONE)
    found += [(clock(98 + k), acts.answers(number, cards[number])) for k, number in enumerate(WAITING)]
    found += [(clock(101.6 + k / 30), acts.tears(number)) for k, number in enumerate(TORN)]
    found += [(clock(97.6), acts.comes_again(18, 1, WU)), (clock(100.5), acts.comes_again(SWITCHED, 1, WU))]
    return found


def _behind() -> list[tuple[str, Act]]:
    """What waited is fetched, the other 47 are won; one prize is exchanged, one answer is accepted by two people."""
    cards, order = winners(), later()
    given = _goods([*WAITING, *order, DOG], dict(zip((WU, YUE), LATER_LAMPS, strict=True))) | {SWITCHED: SWEET}
    found = [(clock(103 + k), acts.fetches(one, given[one], keeper(one))) for k, one in enumerate(WAITING)]
    for k, number in enumerate(order):
        found += _win(number, 104 + 0.93 * k, cards[number], given[number], number in LATER_BY_PHONE)
    why = "该发元宵，发成了彩灯，收回重发"
    found += [
        (f"{DAY} 19:59:00", acts.answers(SWITCHED, cards[SWITCHED])),
        (f"{DAY} 20:01:00", acts.fetches(SWITCHED, LAMP, YUE)),
        (f"{DAY} 20:05:00", acts.asks_back(SWITCHED, why, YUE)),
        (f"{DAY} 20:06:30", acts.agrees(SWITCHED, WU)),
        (f"{DAY} 20:07:00", acts.fetches(SWITCHED, SWEET, YUE)),
        (f"{DAY} 19:50:14", acts.answers(DOG, 188, "犬")),
        (f"{DAY} 19:52:40", acts.answers(DOG, 203, "猫")),
        (f"{DAY} 19:55:02", acts.answers(DOG, 141, "犬")),
        (f"{DAY} 19:55:30", acts.asks_answer(DOG, "犬", "十二生肖里的狗，书面就写“犬”；谜面三句都合", YUE)),
        (f"{DAY} 19:56:00", acts.agrees(DOG, WU)),
        (f"{DAY} 19:57:30", acts.fetches(DOG, given[DOG], YUE)),
    ]
    return found


def _others() -> list[tuple[str, Act]]:
    """Answers that win nothing: 161 wrong ones, 14 of a length that cannot be, 6 read as they are twisted."""
    ends = [one.number for one in BOOK if one.number in {*TORN, *later()} and one.number != 36]
    free, cards = [one for one in ends if one not in TORN], iter(NOT_WINNING * 2)
    fixed = [one for one in BOOK if fixed_lengths(one.hint, ()) and one.number in free]
    found = [
        (clock(55 + k * 2.9), acts.answers(one.number, next(cards), "两个")) for k, one in enumerate((fixed * 2)[:14])
    ]
    twisted = [one for one in BOOK if one.twist != Twist.PLAIN and one.number in free]
    found += [
        (clock(56 + k * 2), acts.answers(one.number, next(cards), one.answer[::-1]))
        for k, one in enumerate((twisted * 6)[:6])
    ]
    wrong = {one.number: _wrong(one.number) for one in BOOK}
    for k in range(WRONG):
        number = free[k % len(free)]
        found.append((clock(54.1 + k * 0.29), acts.answers(number, next(cards), wrong[number])))
    return found


WRONG = 161


def _wrong(number: int) -> str:
    """Another riddle's answer of the same length."""
    mine = BOOK[number - 1]
    return next(one.answer for one in BOOK if len(one.answer) == len(mine.answer) and one.answer != mine.answer)


def evening() -> list[tuple[str, Act]]:
    waves = [(clock(30 + 3 * (wave - 1)), acts.hangs(wave, WU)) for wave in range(1, 9)]
    return [*waves, *_before(), *_behind(), *_others()]


def close(when: datetime) -> None:
    actions.close_fair(fair=fair(), volunteers=8, hours=44, by=actor(WU, when), at=when)


def count(when: datetime) -> None:
    for stock in stocks(fair()):
        actions.count_stock(stock=stock, counted=stock.left, by=actor(WU, when), at=when)


def sign(when: datetime) -> None:
    actions.sign(fair=fair(), by=actor(WU, when), at=when)


def countersign(when: datetime) -> None:
    actions.countersign(fair=fair(), by=actor("gao", when), at=when)


ENDS = [f"{DAY} {hour}" for hour in ("18:52", "19:10", "19:25", "19:42", "20:00", "20:15", "20:31")]
STEPS = (
    Step("2022-02-08 10:00", plan),
    Step("2022-02-10 16:00", write),
    Step("2022-02-11 16:40", check),
    Step("2022-02-14 15:00", make_ready),
    Step("2022-02-15 14:50", open_desks),
    *acts.steps(EVENING, evening(), ENDS),
    Step("2022-02-15 20:45", close),
    Step("2022-02-16 09:30", count),
    Step("2022-02-22 17:00", sign),
    Step("2022-02-22 17:30", countersign),
)
