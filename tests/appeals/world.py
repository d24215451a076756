"""A district with two communities and its departments' terms, a category of each kind, and who works there."""

from sanshe.appeals import actions
from sanshe.appeals.enums import Channel, Outcome, Step, Way
from sanshe.appeals.models import Appeal, Category, Clock, DutyItem, Leg
from sanshe.appeals.queries.appeals import lead
from sanshe.appeals.types import Told, Unit
from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.management import prepare
from sanshe.core.accounts.queries.people import actor_for
from sanshe.core.areas import actions as areas
from sanshe.core.calendar import actions as calendar
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Term
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.shanghai import at

DISTRICT, STREET, HERE, NEXT = "140213", "140213059", "140213059006", "140213059003"
OTHER = "140214"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "平城区", "140200"),
    (STREET, "subdistrict", "大庆路街道", DISTRICT),
    (HERE, "community", "睿和社区", STREET),
    (NEXT, "community", "枫林逸景社区", STREET),
    (OTHER, "district", "云冈区", "140200"),
]
PEOPLE = {
    "chang": ("常丽", "appeals_desk", DISTRICT),
    "yin": ("尹洁", "appeals_desk", DISTRICT),
    "xing": ("邢志强", "subdistrict_manager", STREET),
    "hancm": ("韩春梅", "community_worker", HERE),
    "miao": ("苗青", "community_worker", HERE),
    "shi": ("石慧敏", "community_worker", NEXT),
}
EARLY = {"by": SYSTEM, "at": at("2021-11-01 09:00")}
HOURS, DAYS, NATURAL = DayKind.WORK_HOUR, DayKind.WORKDAY, DayKind.DAY
STEPS = {
    Step.SCREEN: Term(4, HOURS),
    Step.SIGN: Term(4, HOURS),
    Step.DISPUTE: Term(4, HOURS),
    Step.REVIEW: Term(4, HOURS),
    Step.VERIFY: Term(7, HOURS),
    Step.CALL: Term(3, DAYS),
    Step.PAUSES: Term(10, DAYS),
    Step.REOPEN: Term(15, NATURAL),
    Step.REOPEN_OTHER: Term(30, NATURAL),
}
HERE_UNIT = Unit("睿和社区", HERE)
NEXT_UNIT = Unit("枫林逸景社区", NEXT)
ESTATE = Unit("小区物业")


def settle():
    """The district's terms, categories and duties; its people as actors, by key."""
    prepare()
    areas.load(lines=LINES, **EARLY)
    calendar.load_published(first=2021, last=2022, **EARLY)
    calendar.load_example_hours(first=2021, **EARLY)
    for step, term in STEPS.items():
        actions.set_term(area_path=DISTRICT, step=step, term=term, **EARLY)
    for name, contact, handle, more in (
        ("邻里噪声", 4, 5, {}),
        ("排水堵塞", 1, 3, {"leg": Term(7, HOURS), "is_private": False}),
        ("接种帮助", 4, 3, {"is_sensitive": True}),
    ):
        said = {"name": name, "contact": Term(contact, HOURS), "handle": Term(handle, DAYS), **more}
        actions.set_category(area_path=DISTRICT, **said, **EARLY)
    actions.set_duty_item(area_path=DISTRICT, number="3.2", name="邻里纠纷调处", may_lead=True, **EARLY)
    actions.set_duty_item(area_path=DISTRICT, number="7.1", name="管网疏通", may_lead=False, **EARLY)
    return {key: _person(key, *said) for key, said in PEOPLE.items()}


def _person(key, name, role, path):
    user = accounts.create_user(username=key, name=name, is_staff=True, **EARLY)
    accounts.appoint(user=user, role=role, area_path=path, **EARLY)
    return actor_for(user, at("2022-02-14 09:00"))


def category(name="邻里噪声"):
    return Category.objects.get(name=name)


def item(number="3.2"):
    return DutyItem.objects.get(number=number)


def taken(who, when="2022-02-14 09:38", *, name="邻里噪声", phone="13803525207", path=HERE):
    told = Told("楼上住户夜里拖动桌椅，一周多了。", "5 号楼 2 单元", "赵德山" if phone else "", phone)
    given = {"category": category(name), "channel": Channel.PHONE, "title": "楼上夜间噪声", "told": told}
    return actions.take_in(area_path=path, **given, is_read_back=True, by=who, at=at(when))


def sent(people, *, name="邻里噪声", phone="13803525207", number="3.2", to=HERE_UNIT):
    """Taken in 09:38, accepted 09:44, sent at once."""
    row = taken(people["chang"], name=name, phone=phone).appeal
    now = {"by": people["xing"], "at": at("2022-02-14 09:44")}
    actions.accept(appeal=row, duty_item=item(number), **now)
    actions.dispatch(appeal=row, to=to, **now)
    return row


def in_hand(people, **more):
    """Signed 09:52, contacted 11:05, begun."""
    row = sent(people, **more)
    actions.sign(leg=leg(row), by=people["hancm"], at=at("2022-02-14 09:52"))
    now = {"by": people["hancm"], "at": at("2022-02-14 11:05")}
    actions.contact(appeal=fresh(row), way=Way.PHONE, is_reached=True, **now)
    actions.begin(appeal=fresh(row), **now)
    return fresh(row)


def handled(people, when="2022-02-21 17:00", **more):
    row = in_hand(people, **more)
    said = {"what": "物业装了隔音垫", "outcome": Outcome.RESOLVED}
    actions.report_handled(appeal=row, **said, by=people["hancm"], at=at(when))
    return fresh(row)


def verified(people, when="2022-02-22 10:10", **more):
    row = handled(people, **more)
    actions.name_verifier(appeal=row, person=people["shi"].id, place=NEXT, by=people["xing"], at=at("2022-02-22 09:00"))
    said = {"is_passed": True, "is_seen": True, "found": "去看了"}
    actions.verify(appeal=fresh(row), **said, by=people["shi"], at=at(when))
    return fresh(row)


def fresh(row):
    return Appeal.objects.get(pk=row.pk)


def leg(row):
    return Leg.objects.get(pk=lead(row).pk)


def clock(row, kind):
    return Clock.objects.filter(appeal=row, kind=kind).order_by("started_at", "pk").last()


def spell(moment):
    return f"{shanghai.local(moment):%m-%d %H:%M}"
