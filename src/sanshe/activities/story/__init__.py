"""What activities tell for the demo: four stations set up, and the week of 2022-02-14."""

from django.utils.translation import gettext_lazy as _

from sanshe.activities.phrases import NAME
from sanshe.activities.story import acts, week
from sanshe.activities.story.people import HUAIYUAN, PEOPLE, POSTS
from sanshe.core.kit.story import Chapter, Moment, Step, Story

DAY = "2022-02-14"
BAND, CHOIR = "老友乐队", "槐韵合唱队"
STEPS = (
    Step("2021-11-01 10:00", acts.open_all),
    Step("2021-11-08 10:00", acts.form_all),
    Step("2021-11-15 10:00", acts.file_all),
    Step("2022-01-01 09:00", acts.limit),
    Step(f"{DAY} 08:31", acts.walk_in(HUAIYUAN, acts.WEST, 3, BAND)),
    Step(f"{DAY} 09:05", acts.ask(HUAIYUAN, acts.WEST, 24, CHOIR)),
    Step(f"{DAY} 09:06", acts.agree(HUAIYUAN, acts.WEST)),
    Step(f"{DAY} 11:12", acts.close(HUAIYUAN, acts.WEST, 16)),
    Step(f"{DAY} 11:20", acts.sign(HUAIYUAN)),
    Step(f"{DAY} 14:40", acts.walk_in(HUAIYUAN, acts.EAST, 12, "剪纸组")),
    Step(f"{DAY} 15:30", acts.walk_in(HUAIYUAN, acts.WEST, 15, "晋剧票友会")),
    Step(f"{DAY} 16:30", acts.close(HUAIYUAN, acts.EAST, 0)),
    Step(f"{DAY} 17:10", acts.close(HUAIYUAN, acts.WEST, 2)),
    Step(f"{DAY} 17:25", acts.sign(HUAIYUAN)),
    *week.told(),
)
CHAPTERS = (
    Chapter(_("2月14日 槐园来了合唱队"), (
        Moment("0214h", "2022-02-14 08:28", _("槐园开门，三个人来了，又来一支合唱队"), ("community_worker",)),
    )),
)  # fmt: skip
STORY = Story(steps=STEPS, title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS)
