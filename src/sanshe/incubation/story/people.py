"""The people of the story: who works all year, who is one click away, and the panel with a term of its own."""

import datetime
from collections.abc import Callable
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.models import Appointment, User
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Person, Post
from sanshe.incubation.models import Application

DISTRICT = "140213"
POSTS = (
    Post("liang", "梁晓芸", "centre_operator", DISTRICT),
    Post("hao", "郝敏", "bureau_officer", DISTRICT),
    Post("fan", "樊丽", "bureau_officer", DISTRICT),
    Post("qiaoz", "乔国强", "bureau_officer", DISTRICT),
    Post("du", "杜文清", "bureau_officer", DISTRICT),
    Post("qiao", "乔志刚", "district_admin", DISTRICT),
    Post("kong", "孔维民", "auditor", DISTRICT),
    Post("he", "贺晓东", "subdistrict_manager", "140213053"),
    Post("tianx", "田晓红", "community_worker", "140213053006"),
    Post("wang", "王春梅", "centre_operator", DISTRICT),
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


def acting_for(name: str) -> Callable[[], UUID | None]:
    """The account of who acts for an organisation, or else of the owner of its draft."""

    def user() -> UUID | None:
        row = Application.objects.filter(name=name).values("owner", "organisation").first()
        if row is None:
            return None
        acts = (
            Appointment.objects.filter(organisation=row["organisation"]).values("user") if row["organisation"] else []
        )
        return User.objects.filter(Q(pk=row["owner"]) | Q(pk__in=acts)).values_list("pk", flat=True).first()

    return user


def seat_panel(moment: str) -> dict[str, UUID]:
    """The seven panelists, with a term of their own."""
    seats = {}
    for key, name, _side, _title in PANEL:
        user = accounts.create_user(username=key, name=name, is_staff=True, by=SYSTEM, at=at(moment))
        said = {"starts": TERM[0], "ends": TERM[1]}
        accounts.appoint(user=user, role="panelist", area_path=DISTRICT, by=SYSTEM, at=at(moment), **said)
        seats[key] = user.pk
    return seats


PEOPLE = (
    Person("liang", "梁晓芸", "centre_operator", _("孵化中心运营"), "孵"),
    Person("bai", "白志远", "panelist", _("评审专家"), "评", "0114b"),
    Person("jin", "靳海燕", "panelist", _("评审专家"), "评", "0114b"),
    Person("tian", "田守义", "panelist", _("评审专家，还没申报"), "评", "0113a"),
    Person("hou", "侯建平", "panelist", _("评审组长"), "评", "0114b"),
    Person("hao", "郝敏", "bureau_officer", _("区民政局"), "局"),
    Person("fan", "樊丽", "bureau_officer", _("区民政局，定回避"), "局"),
    Person("du", "杜文清", "objection_handler", _("区民政局，办异议"), "局"),
    Person("he", "贺晓东", "subdistrict_manager", _("街道"), "街"),
    Person("tianx", "田晓红", "community_worker", _("社区工作者"), "社"),
    Person(
        "zhishan",
        "冯秀兰",
        "organisation",
        _("智善防诈宣传服务中心"),
        "组",
        "0103a",
        user=acting_for("智善防诈宣传服务中心"),
    ),
    Person(
        "muzuo",
        "孙桂英",
        "organisation",
        _("木作园非遗传习社，在孵"),
        "组",
        "0531a",
        user=acting_for("木作园非遗传习社"),
    ),
    Person(
        "nuanyang",
        "何永红",
        "organisation",
        _("暖阳助老服务中心，在孵"),
        "组",
        "0531a",
        user=acting_for("暖阳助老服务中心"),
    ),
    Person("kong", "孔维民", "auditor", _("审计监督，只读"), "审"),
    Person("qiao", "乔志刚", "district_admin", _("区管理员"), "管"),
)
