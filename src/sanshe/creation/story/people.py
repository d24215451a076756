"""Who attests, who decides, who acts for each unit; the units themselves."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.queries.people import actor_for, user_by_login, user_by_username
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.story import Person, Post
from sanshe.core.parties.actions import open_office, register_organisation
from sanshe.core.parties.enums import Side
from sanshe.core.parties.models import Office, Organisation
from sanshe.core.parties.rules import body_digit, check_character

DISTRICT = "140213"
OFFICE = "平城区精神文明建设指导委员会办公室"
POSTS = (
    Post("dujj", "杜建军", "traffic_officer", DISTRICT),
    Post("jiang", "蒋莉", "civility_officer", DISTRICT),
    Post("jihf", "纪海峰", "civility_officer", DISTRICT),
    Post("he", "贺晓东", "subdistrict_manager", "140213053"),
    Post("xing", "邢志强", "subdistrict_manager", "140213059"),
    Post("gao", "高文静", "subdistrict_manager", "140213050"),
    Post("tang", "唐永清", "subdistrict_manager", "140213066"),
    Post("tianx", "田晓红", "community_worker", "140213053006"),
    Post("ren", "任晓燕", "community_worker", "140213066007"),
)
PEOPLE = (Person("jihf", "纪海峰", "civility_officer", _("区文明办，批的人"), "驾"),)
COLD, HOTEL, BUS, ESTATE, PHARMA, MARKET = (
    "御东冷链",
    "北魏坊酒店",
    "恒途客运",
    "云岭物业",
    "康达制药厂",
    "和美超市",
)
UNITS = {  # where each stands, who heads it, who acts for it
    COLD: ("140213066007", "郭立新", "宋佳"),
    HOTEL: ("140213050012", "薛文斌", "柴敏"),
    BUS: ("140213053006", "安志刚", "齐悦"),
    ESTATE: ("140213059006", "范永平", "卢静"),
    PHARMA: ("140213059002", "石国栋", "聂红"),
    MARKET: ("140213050001", "尚玉英", "尚玉英"),
}


def actor(key: str, when: datetime) -> Actor:
    """Somebody of the story, with the appointments they hold then."""
    found = user_by_username(key)
    assert found is not None
    return actor_for(found, when)


def _phone(name: str) -> str:
    return f"1510352{list(UNITS).index(name) + 1:04d}"


def unit(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def rep(name: str, when: datetime) -> Actor:
    """Who acts for a unit."""
    found = user_by_login(_phone(name))
    assert found is not None
    return actor_for(found, when)


def code(serial: int) -> str:
    """The credit code of an enterprise here."""
    body = f"MA0K3T{serial:02d}"
    first = f"91140213{body}{body_digit(body)}"
    return first + check_character(first)


def enter_units(when: datetime) -> None:
    """Six units; another story may have entered one of them already."""
    for no, (name, (path, head, _who)) in enumerate(UNITS.items(), start=1):
        if not Organisation.objects.filter(name=name).exists():
            kind = {"kind": "enterprise", "registration": "registered", "credit_code": code(no)}
            register_organisation(name=name, area_path=path, head_name=head, **kind, by=SYSTEM, at=when)


def let_in(when: datetime) -> None:
    """The district's administrator lets in who acts for each unit."""
    for name, (path, _head, who) in UNITS.items():
        party = unit(name)
        term = {"role": "organisation_rep", "area_path": path, "organisation": party.pk}
        said = {"account": _phone(name), "name": who, "real": when}
        accounts.appoint_person(by=actor("qiao", when), at=when, **said, **term)


def open_civility_office(when: datetime) -> None:
    open_office(
        name=OFFICE, side=Side.APPROVES, number_prefix="平文明", short_prefix="文", letters="pwm", area_path=DISTRICT,
        phone="0352-0000003（演示）", address="区委大楼四楼", hours="工作日 8:30 至 18:00", by=SYSTEM, at=when,
    )  # fmt: skip


def civility_office() -> Office:
    return Office.objects.get(name=OFFICE)
