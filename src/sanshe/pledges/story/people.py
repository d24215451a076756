"""Who runs the campaign of the story, its units and who acts for them, those who sign."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.queries.people import actor_for
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.story import Person, Post
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.models import Organisation

DISTRICT = "140213"
POSTS = (
    Post("dujj", "杜建军", "traffic_officer", DISTRICT),
    Post("jiang", "蒋莉", "civility_officer", DISTRICT),
    Post("jihf", "纪海峰", "civility_officer", DISTRICT),
    Post("he", "贺晓东", "subdistrict_manager", "140213053"),
    Post("xing", "邢志强", "subdistrict_manager", "140213059"),
    Post("gao", "高文静", "subdistrict_manager", "140213050"),
    Post("tang", "唐永清", "subdistrict_manager", "140213066"),
    Post("tianx", "田晓红", "community_worker", "140213053006"),
    Post("zheng", "郑红梅", "community_worker", "140213053015"),
    Post("hancm", "韩春梅", "community_worker", "140213059006"),
    Post("wu", "武建芳", "community_worker", "140213050012"),
    Post("ren", "任晓燕", "community_worker", "140213066007"),
)
PEOPLE = (
    Person("dujj", "杜建军", "traffic_officer", _("公安交警大队"), "驾"),
    Person("jiang", "蒋莉", "civility_officer", _("区文明办"), "驾"),
)
COLD, HOTEL, BUS = "御东冷链", "北魏坊酒店", "恒途客运"
ESTATE, PHARMA, MARKET = "云岭物业", "康达制药厂", "和美超市"
UNITS = {  # where each stands, who acts for it
    COLD: ("140213066007", "宋佳"),
    HOTEL: ("140213050012", "柴敏"),
    BUS: ("140213053006", "齐悦"),
    ESTATE: ("140213059006", "卢静"),
    PHARMA: ("140213059002", "聂红"),
    MARKET: ("140213050001", "尚玉英"),
}
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗"
SURNAMES += "梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
GIVEN = ("海燕", "立军", "春生", "玉兰", "建平", "晓东", "秀芳", "永强", "丽娟", "文亮", "桂花", "志远", "雪梅")


def signer(n: int) -> tuple[str, str]:
    """The name and the telephone of the n-th who signs."""
    return SURNAMES[n % len(SURNAMES)] + GIVEN[n % len(GIVEN)], f"1870352{n:04d}"


def unit(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def rep(name: str, when: datetime) -> Actor:
    """Who acts for a unit."""
    term = Appointment.objects.filter(organisation=unit(name).pk).select_related("user").earliest("pk")
    return actor_for(term.user, when)


def enter_units(when: datetime) -> None:
    """Six units and who acts for each; another story may have entered them already."""
    for no, (name, (path, who)) in enumerate(UNITS.items(), start=1):
        if not Organisation.objects.filter(name=name).exists():
            kind = {"kind": "enterprise", "registration": "none"}
            register_organisation(name=name, area_path=path, **kind, by=SYSTEM, at=when)
        party = unit(name)
        if not Appointment.objects.filter(organisation=party.pk).exists():
            term = {"role": "organisation_rep", "area_path": path, "organisation": party.pk}
            said = {"account": f"1510352{no:04d}", "name": who, "real": when}
            accounts.appoint_person(by=SYSTEM, at=when, **said, **term)
