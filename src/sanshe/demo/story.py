"""What belongs to no app: the people and offices of the other district of the house."""

import datetime

from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.story import Post, Step, Story
from sanshe.core.parties.actions import open_office
from sanshe.core.parties.enums import Side

DISTRICT = "140214"
POSTS = (
    Post("yan", "闫素芳", "district_admin", DISTRICT),
    Post("lianjf", "连俊峰", "bureau_officer", DISTRICT),
    Post("mi", "米秀英", "centre_operator", DISTRICT),
    Post("luo", "罗建新", "subdistrict_manager", "140214029"),
    Post("pang", "庞秀云", "community_worker", "140214029001"),
)


def offices(when: datetime.datetime) -> None:
    """Who runs and who approves in the other district."""
    where = {"area_path": DISTRICT, "phone": "0352-0000001（演示）", "hours": "工作日 8:30 至 18:00"}
    said = {**where, "by": SYSTEM, "at": when}
    open_office(
        name="云冈区社会组织服务中心", side=Side.RUNS, number_prefix="云服", short_prefix="云", letters="yf",
        address="西花园街道便民楼一楼", **said,
    )  # fmt: skip
    open_office(
        name="云冈区民政局社会组织股", side=Side.APPROVES, number_prefix="云民社", short_prefix="云民", letters="yms",
        address="云冈区民政局二楼", **said,
    )  # fmt: skip


STORY = Story(steps=(Step("2021-11-01 09:00", offices),), posts=POSTS)
