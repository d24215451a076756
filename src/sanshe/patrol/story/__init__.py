"""What patrol tells for the demo: the register, seven rounds of a winter."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Chapter, Moment, Step, Story
from sanshe.patrol.enums import RoundKind
from sanshe.patrol.phrases import NAME
from sanshe.patrol.story import coal, sixth
from sanshe.patrol.story import register as g
from sanshe.patrol.story import rounds as r
from sanshe.patrol.story.coal import doors
from sanshe.patrol.story.people import PEOPLE, POSTS
from sanshe.patrol.story.walks import Figures, whole

FULL, KEY = RoundKind.FULL, RoundKind.KEY
FRAMES = (
    Step("2021-11-01 09:02", g.enter_all),
    Step("2021-11-01 09:05", r.begin),
    Step("2021-11-01 09:06", r.plan(FULL, date(2021, 11, 1), date(2021, 11, 19))),
    Step("2021-11-01 09:20", r.freeze),
    Step("2021-11-01 09:40", r.send),
    Step("2021-11-19 18:00", r.close),
    Step("2021-11-22 08:30", g.decide_keys),
    Step("2021-11-22 08:36", r.plan(KEY, date(2021, 11, 22), date(2021, 12, 10))),
    Step("2021-11-22 08:40", r.freeze),
    Step("2021-11-22 09:00", r.send),
    Step("2021-12-10 18:00", r.close),
    Step("2021-12-13 08:36", r.plan(KEY, date(2021, 12, 13), date(2021, 12, 31))),
    Step("2021-12-13 08:40", r.freeze),
    Step("2021-12-13 09:00", r.send),
    Step("2021-12-31 10:00", g.come_home),
    Step("2021-12-31 18:00", r.close),
    Step("2022-01-04 08:36", r.plan(KEY, date(2022, 1, 4), date(2022, 1, 14))),
    Step("2022-01-04 08:40", r.freeze),
    Step("2022-01-04 08:45", r.send),
    Step("2022-01-14 18:00", r.close),
    Step("2022-01-17 08:36", r.plan(KEY, date(2022, 1, 17), date(2022, 1, 28))),
    Step("2022-01-17 08:40", r.freeze),
    Step("2022-01-17 09:00", r.send),
    Step("2022-01-20 16:00", g.hear_of_a_door),
    Step("2022-01-21 10:00", g.move_in),
    Step("2022-01-27 16:00", g.tear_down),
    Step("2022-01-28 18:00", r.close),
    Step("2022-02-07 08:30", g.merge_that_door),
    Step("2022-02-07 08:36", r.plan(FULL, date(2022, 2, 7), date(2022, 2, 25))),
    Step("2022-02-07 08:50", r.freeze),
    Step("2022-02-07 09:05", r.send),
    Step("2022-02-08 11:20", r.add("华安平房区", "140213053013", "9 排 1 号")),
    Step("2022-02-09 15:40", r.add("绿园临街", "140213053005", "临街 31 号")),
    Step("2022-02-10 10:30", r.SOUTH),
    Step("2022-02-25 18:00", r.close),
    Step("2022-03-07 08:36", r.plan(KEY, date(2022, 3, 7), date(2022, 3, 25))),
    Step("2022-03-07 08:40", r.freeze),
    Step("2022-03-07 09:00", r.send),
    Step("2022-03-25 18:00", r.close),
    Step("2022-03-31 18:00", r.end),
)
WALKS = (
    *whole(
        Figures(1176 - 21, 52, 12, 22),
        doors(1, 21),
        ("2021-11-04", "2021-11-09", "2021-11-15"),
        "2021-11-17",
        ("2021-11-09", "2021-11-17"),
    ),
    *whole(Figures(158 - 5, 7, 1, 2), doors(22, 26), ("2021-11-22", "2021-11-23"), "2021-11-23"),
    *whole(Figures(159 - 6, 6, 1, 2), doors(27, 32), ("2021-12-20", "2021-12-21"), "2021-12-21"),
    *whole(Figures(163 - 4, 6, 1, 2), doors(33, 36), ("2022-01-04", "2022-01-05"), "2022-01-05"),
    *whole(Figures(165 - 3, 5, 1, 1), doors(37, 39), ("2022-01-17", "2022-01-18"), "2022-01-18"),
    *sixth.steps(),
    *whole(Figures(168 - 2, 5, 1, 2), doors(51, 52), ("2022-03-07", "2022-03-08"), "2022-03-08"),
)
STEPS = (*FRAMES, *coal.steps(), *WALKS)
CHAPTERS = (
    Chapter(_("2月7日 禁煤第 6 轮"), (
        Moment("0207p", "2022-02-07 08:40", _("冻结第 6 轮底册，派路线"),
               ("programme_officer", "subdistrict_manager", "community_worker")),
    )),
    Chapter(_("2月17日 没有信号"), (
        Moment("0217c", "2022-02-17 18:02", _("地下室里没信号，照记"), ("community_worker",)),
    )),
)  # fmt: skip
STORY = Story(steps=STEPS, title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS)
