"""A community with two workers, its subdistrict, and a small fair: four riddles, two desks, a few prizes."""

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.management import prepare
from sanshe.core.accounts.queries.people import actor_for
from sanshe.core.areas import actions as areas
from sanshe.core.calendar.actions import load_published
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.shanghai import at
from sanshe.fair import actions
from sanshe.fair.enums import Authority, GoodKind, Mode, Twist
from sanshe.fair.models import Card, Desk, Fair, Riddle, Stock
from sanshe.fair.queries.play import drafts
from sanshe.fair.types import Line, Rule

HERE, STREET, NEXT = "140213050012", "140213050", "140213066007"
LINES = [
    ("140200", "city", "大同市", "140000"),
    ("140213", "district", "平城区", "140200"),
    (STREET, "subdistrict", "永泰街道", "140213"),
    ("140213066", "subdistrict", "水泊寺街道", "140213"),
    (HERE, "community", "柳航里社区", STREET),
    (NEXT, "community", "恒大社区", "140213066"),
]
EARLY = {"by": SYSTEM, "at": at("2022-01-04 09:00")}
OPENS, CLOSES = at("2022-02-15 15:00"), at("2022-02-15 20:30")
PEOPLE = {
    "wu": ("武建芳", "community_worker", HERE),
    "yue": ("岳鹏", "community_worker", HERE),
    "gao": ("高文静", "subdistrict_manager", STREET),
    "ren": ("任晓燕", "community_worker", NEXT),
}
BOOK = [
    Line(1, "一口咬掉牛尾巴", "打一字", "告", wave=1),
    Line(2, "今天", "打一国名", "日本", twist=Twist.SWING, wave=1),
    Line(3, "走路落梅花，看门全靠它", "打一生肖", "狗", wave=1),
    Line(4, "零存整取", "打一成语", "积少成多", ("聚少成多",), wave=2),
]


def rule(**other):
    said = {
        "name": "元宵灯谜",
        "opens_at": OPENS,
        "closes_at": CLOSES,
        "mode": Mode.MIXED,
        "per_card": 2,
        "max_wins": 1,
    }
    return Rule(**{**said, "authority": Authority.BOOK, "partner": "助老服务站", **other})


def settle():
    """The places and the people, by name."""
    prepare()
    areas.load(lines=LINES, **EARLY)
    load_published(first=2022, last=2022, **EARLY)
    found = {}
    for key, (name, role, path) in PEOPLE.items():
        user = accounts.create_user(username=key, name=name, is_staff=True, **EARLY)
        accounts.appoint(user=user, role=role, area_path=path, **EARLY)
        found[key] = actor_for(user, OPENS)
        found[f"{key}_user"] = user
    return found


def planned(people, **other):
    """A fair with its book entered, its desks and prizes; nothing checked."""
    by = {"by": people["wu"], "at": at("2022-02-08 10:00")}
    row = actions.plan_fair(area_path=HERE, rule=rule(**other), **by)
    lamp, sweet = (
        actions.add_good(fair=row, name=name, unit=unit, kind=GoodKind.PRIZE, **by)
        for name, unit in (("彩灯", "盏"), ("元宵", "袋"))
    )
    for first, last, key in ((1, 2, "wu"), (3, 4, "yue")):
        desk = actions.plan_desk(fair=row, first=first, last=last, keeper=people[key].id, **by)
        actions.bring(good=lamp, desk=desk, brought=1, **by)
        actions.bring(good=sweet, desk=desk, brought=2, **by)
    actions.enter_book(fair=row, lines=BOOK, **by)
    return row


def hung(people, **other):
    """The same, its slips hanging, its desks open, ten cards made."""
    row = planned(people, **other)
    actions.check(fair=row, riddles=drafts(row), by=people["yue"], at=at("2022-02-11 16:00"))
    by = {"by": people["wu"], "at": at("2022-02-14 15:00")}
    actions.print_slips(fair=row, **by)
    actions.make_cards(fair=row, n=10, **by)
    for desk, key in zip(Desk.objects.order_by("number"), ("wu", "yue"), strict=True):
        actions.open_desk(desk=desk, by=people[key], at=at("2022-02-15 14:50"))
    for wave in (1, 2):
        actions.hang(fair=row, wave=wave, by=people["wu"], at=OPENS)
    return row


def riddle(number):
    return Riddle.objects.select_related("fair").get(number=number)


def card(number):
    return Card.objects.select_related("fair").get(number=number)


def desk(number):
    return Desk.objects.select_related("fair").get(number=number)


def stock(desk_number, name="彩灯"):
    return Stock.objects.select_related("good__fair").get(desk__number=desk_number, good__name=name)


def fair():
    return Fair.objects.get()


def answers(number, card_number, said, when="2022-02-15 18:40"):
    return actions.answer(card=card(card_number), riddle=riddle(number), said=said, by=NOBODY, at=at(when))
