"""The people of the story, with their roles and terms."""

import datetime
from uuid import UUID

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts import queries
from sanshe.core.accounts.management import prepare
from sanshe.core.areas import actions as areas
from sanshe.core.areas.adapters import DEMO, read
from sanshe.core.calendar import actions as calendar
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.demo.rules import at

DISTRICT = "140213"
STAFF = (
    ("liang", "梁晓芸", "centre_operator", DISTRICT),
    ("hao", "郝敏", "bureau_officer", DISTRICT),
    ("fan", "樊丽", "bureau_officer", DISTRICT),
    ("qiaoz", "乔国强", "bureau_officer", DISTRICT),
    ("du", "杜文清", "bureau_officer", DISTRICT),
    ("qiao", "乔志刚", "district_admin", DISTRICT),
    ("kong", "孔维民", "auditor", DISTRICT),
    ("he", "贺晓东", "subdistrict_manager", "140213050"),
    ("tianx", "田晓红", "community_worker", "140213050001"),
    ("wang", "王春梅", "centre_operator", DISTRICT),
)
PANEL = (
    ("hou", "侯建平", "bureau", "社会组织管理股"),
    ("xue", "薛丽君", "bureau", "基层政权股"),
    ("han", "韩雨桐", "centre", "项目主管"),
    ("hez", "贺子安", "centre", "督导主管"),
    ("bai", "白志远", "social_work", "区社工协会"),
    ("jin", "靳海燕", "social_work", "大学社工系"),
    ("tian", "田守义", "social_work", "高级社会工作师，已退休"),
)
TERM = (datetime.date(2022, 1, 12), datetime.date(2022, 2, 17))


def found(moment: str = "2021-11-01 09:00") -> None:
    """Areas, working days, and the staff who work all year."""
    prepare()
    when = at(moment)
    areas.load(lines=read(DEMO), by=SYSTEM, at=when)
    calendar.load_published(first=2020, last=2023, by=SYSTEM, at=when)
    for key, name, role, path in STAFF:
        user = accounts.create_user(username=key, name=name, is_staff=True, by=SYSTEM, at=when)
        accounts.appoint(user=user, role=role, area_path=path, by=SYSTEM, at=when)


def seat_panel(moment: str) -> dict[str, UUID]:
    """The seven panelists, with a term of their own."""
    seats = {}
    for key, name, _side, _title in PANEL:
        user = accounts.create_user(username=key, name=name, is_staff=True, by=SYSTEM, at=at(moment))
        said = {"starts": TERM[0], "ends": TERM[1]}
        accounts.appoint(user=user, role="panelist", area_path=DISTRICT, by=SYSTEM, at=at(moment), **said)
        seats[key] = user.pk
    return seats


def resident(name: str, phone: str, when: datetime.datetime) -> Actor:
    """Somebody who signed in by phone."""
    user = accounts.create_user(phone=phone, name=name, by=SYSTEM, at=when)
    return queries.actor_for(user, when)


def actor(key: str, when: datetime.datetime) -> Actor:
    """A person of the story as an actor at that moment."""
    user = queries.user_by_login(key)
    assert user is not None
    return queries.actor_for(user, when)
