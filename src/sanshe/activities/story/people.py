"""Who keeps the stations, and what groups and rosters there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice

from django.utils.translation import gettext_lazy as _

from sanshe.activities.enums import GroupKind as K
from sanshe.core.accounts.queries.people import actor_for, user_by_username
from sanshe.core.kit.access import Actor
from sanshe.core.kit.story import Person, Post

RUIHE, LIUHANG, HENGDA, HUAIYUAN = "140213059006", "140213050012", "140213066007", "140214029001"
NAMES = {
    "xing": "邢志强", "gao": "高文静", "tang": "唐永清", "luo": "罗建新",
    "hancm": "韩春梅", "wu": "武建芳", "ren": "任晓燕", "pang": "庞秀云",
}  # fmt: skip
MANAGERS = {RUIHE: "xing", LIUHANG: "gao", HENGDA: "tang", HUAIYUAN: "luo"}
KEEPERS = {RUIHE: "hancm", LIUHANG: "wu", HENGDA: "ren", HUAIYUAN: "pang"}
POSTS = (
    *(Post(key, NAMES[key], "subdistrict_manager", path[:9]) for path, key in MANAGERS.items()),
    *(Post(key, NAMES[key], "community_worker", path) for path, key in KEEPERS.items()),
)
PEOPLE = (Person("pang", NAMES["pang"], "community_worker", _("槐园实践站，值班"), "艺", best="0214h"),)


@dataclass(frozen=True, slots=True)
class Told:
    """A group of the story: its name, what it does, how many it is, its leader, how far it came."""

    name: str
    kind: K
    size: int
    leader: str
    is_filed: bool = True
    rests: bool = False


GROUPS: dict[str, tuple[Told, ...]] = {
    RUIHE: (
        Told("睿和合唱队", K.CHOIR, 22, "庄惠芬"), Told("民乐队", K.BAND, 22, "仇国栋"),
        Told("广场舞队", K.DANCE, 22, "柏春莲"), Told("朗诵组", K.OTHER, 22, "卜文秀"),
        Told("手风琴组", K.BAND, 12, "窦建成"), Told("太极队", K.TAICHI, 12, "翟守义"),
        Told("编织组", K.CRAFT, 12, "阮桂兰"), Told("葫芦丝班", K.BAND, 8, "缪淑琴"),
        Told("模特队", K.DANCE, 6, "祝彩云", is_filed=False),
    ),
    LIUHANG: (
        Told("晋剧票友会", K.OPERA, 22, "闻玉堂"), Told("舞蹈队", K.DANCE, 22, "褚艳萍"),
        Told("柔力球队", K.OTHER, 22, "宁凤英"), Told("腰鼓队", K.BAND, 12, "管秀梅"),
        Told("秧歌队", K.DANCE, 12, "郗来喜"), Told("摄影组", K.OTHER, 12, "路远山"),
        Told("面塑组", K.CRAFT, 6, "焦素云"), Told("二胡组", K.BAND, 5, "查永福", rests=True),
    ),
    HENGDA: (
        Told("书法组", K.WRITING, 22, "滕文彬"), Told("恒大合唱团", K.CHOIR, 22, "应慧玲"),
        Told("鼓乐队", K.BAND, 12, "屠振东"), Told("棋艺组", K.OTHER, 12, "乌志平"),
        Told("布艺组", K.CRAFT, 7, "时改香"), Told("快板组", K.OTHER, 4, "戚小军", is_filed=False),
    ),
    HUAIYUAN: (
        Told("槐韵合唱队", K.CHOIR, 24, "纪玉兰"), Told("太极队", K.TAICHI, 20, "冀长河"),
        Told("晋剧票友会", K.OPERA, 15, "师改梅"), Told("剪纸组", K.CRAFT, 12, "习秀芝"),
        Told("老友乐队", K.BAND, 3, "邵明远", is_filed=False), Told("电子琴班", K.BAND, 5, "苗雅琴", is_filed=False),
    ),
}  # fmt: skip
GIVEN = {"老友乐队": ("蔡永年", "温立新")}  # who is named in the story beside their leader
SURNAMES = "安白毕常程丁董段樊范方冯葛郝侯胡霍贾康"
FIRST, SECOND = "春秀玉建桂文永志淑国素海凤", "华兰英平芳明霞生梅军娥"


def rosters() -> Iterator[str]:
    """Names for rosters, no two alike."""
    for n in count():
        yield SURNAMES[n % len(SURNAMES)] + FIRST[n % len(FIRST)] + SECOND[n % len(SECOND)]


def others(told: Told, names: Iterator[str]) -> list[str]:
    """A group's roster without its leader."""
    given = GIVEN.get(told.name, ())
    return [*given, *islice(names, told.size - 1 - len(given))]


def actor(key: str, when: datetime) -> Actor:
    """Somebody of the story, with the appointments they hold then."""
    found = user_by_username(key)
    assert found is not None
    return actor_for(found, when)
