"""What pledges tell for the demo: a campaign of a year, six sessions, two versions of its text."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Chapter, Moment, Step, Story
from sanshe.pledges.phrases import NAME
from sanshe.pledges.story import people as p
from sanshe.pledges.story import steps as s
from sanshe.pledges.story.people import BUS, COLD, ESTATE, HOTEL, PEOPLE, PHARMA, POSTS

HENGDA, LIUHANG, PEARL, RUIHE, QIYE = "140213066007", "140213050012", "140213053006", "140213059006", "140213059002"
HETAI = "140213053015"
PEARL_HALL = {"community": PEARL, "no": 5}
STEPS = (
    Step("2022-01-10 08:36", p.enter_units),
    Step("2022-01-10 08:40", s.begin),
    Step("2022-01-10 09:10", s.approve),
    Step("2022-01-10 09:30", s.ask_units),
    Step("2022-01-10 10:00", s.plan(HENGDA, COLD, "2022-01-12 10:00", COLD)),
    Step("2022-01-10 10:10", s.plan(LIUHANG, HOTEL, "2022-01-19 14:30", HOTEL)),
    Step("2022-01-10 10:20", s.plan(PEARL, BUS, "2022-01-26 15:00", BUS)),
    # 12 January, 御东冷链
    Step("2022-01-12 09:30", s.count_drivers(COLD, 52)),
    *s.signing(38, "2022-01-12 10:40", community=HENGDA, name=COLD, no=1),
    Step("2022-01-12 11:30", s.hold(1, 46, 60, 14)),
    Step("2022-01-12 16:00", s.sheet(5, date(2022, 1, 12), community=HENGDA, by="ren", name=COLD, no=1)),
    # 19 January, 北魏坊酒店
    Step("2022-01-19 14:00", s.count_drivers(HOTEL, 60)),
    *s.signing(44, "2022-01-19 15:20", community=LIUHANG, name=HOTEL, no=2),
    Step("2022-01-19 16:10", s.hold(2, 58, 70, 15)),
    Step("2022-01-19 17:00", s.sheet(9, date(2022, 1, 19), community=LIUHANG, by="wu", name=HOTEL, no=2)),
    # 26 January, 恒途客运
    Step("2022-01-26 14:30", s.count_drivers(BUS, 75)),
    *s.signing(61, "2022-01-26 15:40", community=PEARL, name=BUS, no=3),
    *s.one_more("2022-01-26 16:04", "2022-01-26 16:10", community=PEARL, name=BUS, no=3),
    Step("2022-01-26 16:30", s.together(3, 40)),
    Step("2022-01-26 16:40", s.hold(3, 72, 80, 10)),
    Step("2022-01-27 09:30", s.sheet(8, date(2022, 1, 26), community=PEARL, by="tianx", name=BUS, no=3)),
    # 7 to 13 February, on one's own telephone and at the windows
    Step("2022-02-07 15:00", s.plan(HENGDA, "恒大社区", "2022-02-11 14:30")),
    Step("2022-02-07 15:10", s.plan(PEARL, "明珠社区", "2022-02-16 10:00")),
    Step("2022-02-08 09:00", s.count_drivers(ESTATE, 18)),
    *s.signing(14, "2022-02-08 10:00", 1, community=RUIHE, name=ESTATE),
    *s.one_more("2022-02-08 19:20", "2022-02-09 08:10", community=RUIHE),
    *s.signing(5, "2022-02-09 19:00", 1, community=HETAI),
    Step("2022-02-09 16:00", s.sheet(8, date(2022, 2, 9), community=HETAI, by="zheng")),
    Step("2022-02-10 09:00", s.count_drivers(PHARMA, 40)),
    *s.signing(11, "2022-02-10 12:10", 1, community=QIYE, name=PHARMA),
    Step("2022-02-10 16:00", s.sheet(8, date(2022, 2, 10), community=LIUHANG, by="wu")),
    # 11 February, 恒大社区
    *s.signing(52, "2022-02-11 15:10", community=HENGDA, no=4),
    Step("2022-02-11 15:50", s.together(4, 60)),
    Step("2022-02-11 16:00", s.hold(4, 112, 130, 22)),
    Step("2022-02-11 16:40", s.sheet(41, date(2022, 2, 11), community=HENGDA, by="ren", no=4, twice=True)),
    Step("2022-02-11 16:50", s.draft_second),
    Step("2022-02-11 17:20", s.void_double),
    *s.one_more("2022-02-12 19:20", "2022-02-12 19:26", community=PEARL),
    *s.one_more("2022-02-12 20:00", "2022-02-13 09:00", community=PEARL),
    # 14 and 15 February, the second version
    Step("2022-02-14 09:00", s.approve),
    *s.signing(8, "2022-02-14 12:10", 1, community=RUIHE),
    Step("2022-02-14 17:00", s.sheet(6, date(2022, 2, 14), community=RUIHE, by="hancm", number=2)),
    *s.signing(14, "2022-02-15 12:10", 1, community=PEARL),
    Step("2022-02-15 17:00", s.sheet(6, date(2022, 2, 15), community=PEARL, by="tianx", number=2)),
    # 16 February, 明珠社区: nineteen count by 10:20, four are in their ten minutes
    *s.signing(19, "2022-02-16 10:03", **PEARL_HALL),
    *s.signing(4, "2022-02-16 10:12", 1, **PEARL_HALL),
    *s.signing(18, "2022-02-16 10:24", **PEARL_HALL),
    Step("2022-02-16 11:40", s.hold(5, 96, 110, 18)),
    Step("2022-02-17 09:00", s.plan(RUIHE, "睿和社区", "2022-03-16 15:00")),
    Step("2022-02-17 16:30", s.sheet(33, date(2022, 2, 16), community=PEARL, by="tianx", number=2, no=5)),
    # 16 March, 睿和社区
    *s.signing(44, "2022-03-16 15:30", community=RUIHE, no=6),
    Step("2022-03-16 16:20", s.hold(6, 70, 80, 12)),
    Step("2022-03-16 17:00", s.sheet(12, date(2022, 3, 16), community=RUIHE, by="hancm", number=2, no=6)),
)
CHAPTERS = (
    Chapter(_("2月16日 承诺"), (
        Moment("0216d", "2022-02-16 10:20", _("以案说法，签承诺书"), ("traffic_officer", "community_worker")),
    )),
)  # fmt: skip
STORY = Story(steps=STEPS, title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS)
