"""Who takes in, who sends, who handles, who calls; and how somebody of the story acts."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts.queries.people import actor_for, user_by_username
from sanshe.core.kit.access import Actor
from sanshe.core.kit.story import Person, Post

DISTRICT, RUIHE, FENGLIN = "140213", "140213059006", "140213059003"
LIUHANG, HENGDA, MINGZHU = "140213050012", "140213066007", "140213053006"
DESK, CALLER, KEEPER = "chang", "yin", "qiao"
MANAGERS = {"140213059": "xing", "140213050": "gao", "140213066": "tang", "140213053": "he"}
WORKERS = {RUIHE: "hancm", FENGLIN: "shi", LIUHANG: "wu", HENGDA: "ren", MINGZHU: "tianx"}
NAMES = {
    "chang": "常丽", "yin": "尹洁", "xing": "邢志强", "gao": "高文静", "tang": "唐永清", "he": "贺晓东",
    "hancm": "韩春梅", "miao": "苗青", "shi": "石慧敏", "wu": "武建芳", "yue": "岳鹏",
    "ren": "任晓燕", "tianx": "田晓红",
}  # fmt: skip
POSTS = (
    Post(DESK, NAMES[DESK], "appeals_desk", DISTRICT),
    Post(CALLER, NAMES[CALLER], "appeals_desk", DISTRICT),
    *(Post(key, NAMES[key], "subdistrict_manager", path) for path, key in MANAGERS.items()),
    *(Post(key, NAMES[key], "community_worker", path) for path, key in WORKERS.items()),
    Post("miao", NAMES["miao"], "community_worker", RUIHE),
    Post("yue", NAMES["yue"], "community_worker", LIUHANG),
)
PEOPLE = (
    Person(DESK, NAMES[DESK], "appeals_desk", _("诉求台，接电话"), "诉"),
    Person(CALLER, NAMES[CALLER], "appeals_desk", _("诉求台，回访"), "访"),
    Person("xing", NAMES["xing"], "subdistrict_manager", _("街道，受理派单"), "街"),
    Person("hancm", NAMES["hancm"], "community_worker", _("睿和社区，经办"), "社"),
    Person("shi", NAMES["shi"], "community_worker", _("枫林逸景社区，核查"), "核"),
)


def actor(key: str, when: datetime) -> Actor:
    """Somebody of the story, with the appointments they hold then."""
    found = user_by_username(key)
    assert found is not None
    return actor_for(found, when)


def manager_of(path: str) -> str:
    return MANAGERS[path[:9]]
