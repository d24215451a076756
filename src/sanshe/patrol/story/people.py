"""Who plans, who sends, who walks: the posts of patrol, and who is one click away."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts.queries.people import actor_for, user_by_username
from sanshe.core.kit.access import Actor
from sanshe.core.kit.story import Person, Post

DISTRICT = "140213"
OFFICER = "qin"
MANAGERS = {"140213053": "he", "140213059": "xing", "140213050": "gao", "140213066": "tang"}
WALKERS = {
    "140213053006": ("tianx", "wei"),
    "140213053015": ("zheng",),
    "140213053007": ("lin",),
    "140213053005": ("jinghy",),
    "140213053001": ("qiyue",),
    "140213053013": ("tong",),
    "140213059006": ("hancm",),
    "140213059003": ("shi",),
    "140213059007": ("kang",),
    "140213059002": ("leimin",),
    "140213059001": ("fuyan",),
    "140213050012": ("wu",),
    "140213050001": ("mengjie",),
    "140213050014": ("yuanh",),
    "140213050013": ("pei",),
    "140213050016": ("suly",),
    "140213066007": ("ren",),
    "140213066001": ("dongxm",),
    "140213066005": ("xiang",),
    "140213066006": ("yinhong",),
    "140213066004": ("longyan",),
    "140213066202": ("mahp",),
}
NAMES = {
    "qin": "秦立峰", "he": "贺晓东", "xing": "邢志强", "gao": "高文静", "tang": "唐永清", "tianx": "田晓红",
    "wei": "魏国平", "zheng": "郑红梅", "lin": "蔺芳", "jinghy": "荆海燕", "qiyue": "祁月", "tong": "佟立军",
    "hancm": "韩春梅", "shi": "石慧敏", "kang": "康秀珍", "leimin": "雷敏", "fuyan": "付艳", "wu": "武建芳",
    "mengjie": "孟洁", "yuanh": "原海生", "pei": "裴丽华", "suly": "苏立勇", "ren": "任晓燕", "dongxm": "董秀梅",
    "xiang": "项国庆", "yinhong": "殷红", "longyan": "龙艳", "mahp": "马和平",
}  # fmt: skip
POSTS = (
    Post(OFFICER, NAMES[OFFICER], "programme_officer", DISTRICT),
    *(Post(key, NAMES[key], "subdistrict_manager", path) for path, key in MANAGERS.items()),
    *(Post(key, NAMES[key], "community_worker", path) for path, keys in WALKERS.items() for key in keys),
)
PEOPLE = (
    Person(OFFICER, NAMES[OFFICER], "programme_officer", _("专项办"), "煤"),
    Person("he", NAMES["he"], "subdistrict_manager", _("街道"), "街"),
    Person("tianx", NAMES["tianx"], "community_worker", _("社区工作者"), "社"),
)


def actor(key: str, when: datetime) -> Actor:
    """Somebody of the story, with the appointments they hold then."""
    found = user_by_username(key)
    assert found is not None
    return actor_for(found, when)


def manager_of(path: str) -> str:
    return MANAGERS[path[:9]]
