"""What the district of the story has set: terms, categories, the list of duties. An example, no rule of the house."""

from datetime import datetime

from sanshe.appeals import actions
from sanshe.appeals.enums import Step
from sanshe.appeals.story.people import DISTRICT, KEEPER, actor
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Term

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
NOISE, HELP, DRAIN, HEAT, JABS, STAIRS, LAMP = (
    "邻里噪声", "入户求助", "排水堵塞", "供热", "接种帮助", "楼道堆物", "路灯",
)  # fmt: skip
CATEGORIES = {  # hours to the first contact, days to the end, the duty it falls under
    NOISE: (4, 5, "3.2"),
    HELP: (4, 3, "2.1"),
    DRAIN: (1, 3, "4.3"),
    HEAT: (1, 3, "4.2"),
    JABS: (4, 3, "1.4"),
    STAIRS: (4, 5, "5.1"),
    LAMP: (4, 5, "5.3"),
}
PRIVATE = {NOISE, HELP, JABS}
DUTY_ITEMS = {
    "1.4": ("接种登记和接送", True, ""),
    "2.1": ("独居、残疾居民入户帮助", True, ""),
    "3.2": ("邻里纠纷调处", True, "社区调处，不作处罚；处罚类转公安。"),
    "4.1": ("供热主管网抢修", False, "归供热公司。"),
    "4.2": ("室内供热报修协调", True, ""),
    "4.3": ("楼内排水报修协调", True, "物业主办，社区协办也可以。"),
    "5.1": ("楼道堆物清理", True, ""),
    "5.3": ("路灯报修", True, ""),
}


def set_all(when: datetime) -> None:
    """Before the first call of the year."""
    said = {"area_path": DISTRICT, "by": actor(KEEPER, when), "at": when}
    for step, term in STEPS.items():
        actions.set_term(step=step, term=term, **said)
    for name, (contact, handle, _item) in CATEGORIES.items():
        leg = Term(7, HOURS) if name in (DRAIN, HEAT) else None
        kept = {"is_sensitive": name == JABS, "is_private": name in PRIVATE}
        terms = {"contact": Term(contact, HOURS), "handle": Term(handle, DAYS), "leg": leg}
        actions.set_category(name=name, **terms, **kept, **said)
    for number, (name, may_lead, note) in DUTY_ITEMS.items():
        actions.set_duty_item(number=number, name=name, may_lead=may_lead, note=note, **said)
