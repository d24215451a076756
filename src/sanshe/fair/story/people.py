"""Who holds the two fairs, who checks and who countersigns."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts.queries.people import actor_for, user_by_username
from sanshe.core.kit.access import Actor
from sanshe.core.kit.story import Person, Post

EVENING, MORNING = "140213050012", "140213066007"
POSTS = (
    Post("wu", "武建芳", "community_worker", EVENING),
    Post("yue", "岳鹏", "community_worker", EVENING),
    Post("gao", "高文静", "subdistrict_manager", EVENING[:9]),
    Post("ren", "任晓燕", "community_worker", MORNING),
    Post("tang", "唐永清", "subdistrict_manager", MORNING[:9]),
)
PEOPLE = (
    Person("wu", "武建芳", "community_worker", _("游园，1 号台"), "灯", best="0215b"),
    Person("yue", "岳鹏", "community_worker", _("游园，2 号台"), "灯", best="0215b"),
    Person("ren", "任晓燕", "community_worker", _("恒大游园"), "灯", best="0215a"),
    Person("gao", "高文静", "subdistrict_manager", _("街道，会签游园的账"), "灯", best="0222e"),
)


def actor(key: str, when: datetime) -> Actor:
    """Somebody of the story, with the appointments they hold then."""
    found = user_by_username(key)
    assert found is not None
    return actor_for(found, when)
