"""The fair of a morning 恒大: 24 riddles on paper, one desk."""

from datetime import datetime

from sanshe.core.accounts.queries.people import user_by_username
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Step
from sanshe.fair import actions
from sanshe.fair.enums import Authority, GoodKind, Mode
from sanshe.fair.models import Desk, Fair
from sanshe.fair.queries.fairs import desks, stocks
from sanshe.fair.queries.play import riddles
from sanshe.fair.rules.book import parts_of
from sanshe.fair.story import acts
from sanshe.fair.story.acts import Act
from sanshe.fair.story.people import MORNING, actor
from sanshe.fair.types import Rule

REN, TANG = "ren", "tang"
PRIZE = "小礼包"
DAY = "2022-02-15"
RULE = Rule(
    name="元宵猜谜", partner="恒大绿洲物业", opens_at=at(f"{DAY} 09:30"), closes_at=at(f"{DAY} 11:30"),
    mode=Mode.PAPER, per_card=2, max_wins=1, authority=Authority.RULING,
)  # fmt: skip
FIRST = (1, 4, 6, 9, 11, 13, 16, 18, 22)  # won until 10:10; the last one's prize waits
LATER = (7, 2, 5, 10, 12, 14, 17, 19, 21, 23)
TORN, SEALED, LOUD = (2, 5), 20, 15


def plan(when: datetime) -> None:
    by = {"by": actor(REN, when), "at": when}
    fair = actions.plan_fair(area_path=MORNING, rule=RULE, **by)
    good = actions.add_good(fair=fair, name=PRIZE, unit="份", kind=GoodKind.PRIZE, **by)
    keeper = user_by_username(REN)
    assert keeper is not None
    desk = actions.plan_desk(fair=fair, first=1, last=24, keeper=keeper.pk, **by)
    actions.bring(good=good, desk=desk, brought=24, **by)
    actions.enter_book(fair=fair, lines=parts_of(acts.book("morning.csv"), 24), **by)


def fair() -> Fair:
    return Fair.objects.get(area_path=MORNING)


def check(when: datetime) -> None:
    """With one worker in the community, somebody of the subdistrict checks."""
    row = fair()
    actions.check(fair=row, riddles=list(riddles(row)), by=actor(TANG, when), at=when)


def make_ready(when: datetime) -> None:
    row, by = fair(), {"by": actor(REN, when), "at": when}
    actions.print_slips(fair=row, **by)
    actions.make_cards(fair=row, n=60, **by)
    for desk in desks(row):
        actions.open_desk(desk=Desk.objects.get(pk=desk.pk), **by)


def _win(number: int, minute: int, card: int, good: str) -> list[tuple[str, Act]]:
    stamp = f"{DAY} {9 + minute // 60:02d}:{minute % 60:02d}"
    return [(f"{stamp}:10", acts.looks(number, REN)), (f"{stamp}:40", acts.wins(number, card, good, REN))]


def morning() -> list[tuple[str, Act]]:
    found = [(f"{DAY} 09:30:00", acts.hangs(1, REN))]
    for k, number in enumerate(FIRST):
        found += _win(number, 36 + 3 * k, 2 + 3 * k, "" if number == FIRST[-1] else PRIZE)
    found += [(f"{DAY} 10:05:00", acts.seals(SEALED, REN, "有人喊出了谜底"))]
    found += [(f"{DAY} 10:08:0{k}", acts.tears(number)) for k, number in enumerate(TORN)]
    found += [(f"{DAY} 10:12:00", acts.fetches(FIRST[-1], PRIZE, REN))]
    for k, number in enumerate(LATER):
        found += _win(number, 74 + 4 * k, 30 + k, PRIZE)
    return [*found, (f"{DAY} 10:40:00", acts.seals(LOUD, REN, "谜底写在了别的谜条上"))]


def close(when: datetime) -> None:
    actions.close_fair(fair=fair(), volunteers=3, hours=9, by=actor(REN, when), at=when)


def count(when: datetime) -> None:
    for stock in stocks(fair()):
        actions.count_stock(stock=stock, counted=stock.left, by=actor(REN, when), at=when)


def sign(when: datetime) -> None:
    actions.sign(fair=fair(), by=actor(REN, when), at=when)


def countersign(when: datetime) -> None:
    actions.countersign(fair=fair(), by=actor(TANG, when), at=when)


ENDS = [f"{DAY} {hour}" for hour in ("09:50", "10:10", "10:35", "11:30")]
STEPS = (
    Step("2022-02-09 10:00", plan),
    Step("2022-02-10 11:00", check),
    Step("2022-02-14 16:00", make_ready),
    *acts.steps(MORNING, morning(), ENDS),
    Step("2022-02-15 11:40", close),
    Step("2022-02-15 15:00", count),
    Step("2022-02-16 10:00", sign),
    Step("2022-02-17 09:00", countersign),
)
