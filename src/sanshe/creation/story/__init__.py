"""What creation tells for the demo: a year of the scheme 零酒驾."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Chapter, Moment, Step, Story
from sanshe.creation.enums import Reply
from sanshe.creation.phrases import NAME
from sanshe.creation.story import people as p
from sanshe.creation.story import scheme, steps
from sanshe.creation.story.people import BUS, COLD, ESTATE, HOTEL, MARKET, PEOPLE, PHARMA, POSTS

HENGDA, PEARL, STREET = "恒大社区", "明珠社区", "迎宾街道"
NONE, SOME = Reply.NONE, Reply.SOME
STEPS = (
    Step("2022-01-04 09:00", p.open_civility_office),
    Step("2022-01-04 09:10", p.enter_units),
    Step("2022-01-04 09:20", p.let_in),
    Step("2022-01-05 09:00", scheme.begin),
    Step("2022-01-14 10:00", steps.apply(COLD)),
    Step("2022-01-20 10:00", steps.apply(HOTEL)),
    Step("2022-01-21 15:00", steps.assess(COLD)),
    Step("2022-01-25 16:00", steps.recommend(COLD)),
    Step("2022-01-26 09:00", steps.ask(COLD)),
    Step("2022-01-27 10:00", steps.assess(HOTEL)),
    Step("2022-01-27 11:00", steps.apply(BUS)),
    Step("2022-02-07 10:00", steps.recommend(HOTEL)),
    Step("2022-02-07 16:00", steps.answer(COLD, NONE)),
    Step("2022-02-08 09:00", steps.ask(HOTEL)),
    Step("2022-02-08 10:00", steps.assess(BUS)),
    Step("2022-02-08 15:00", steps.apply(ESTATE)),
    Step("2022-02-10 15:00", steps.apply(PHARMA)),
    Step("2022-02-11 10:00", steps.answer(HOTEL, NONE)),
    Step("2022-02-11 15:00", steps.assess(ESTATE)),
    Step("2022-02-14 10:00", steps.recommend(BUS)),
    Step("2022-02-14 11:00", steps.apply(MARKET)),
    Step("2022-02-14 14:40", steps.apply(HENGDA)),
    Step("2022-02-14 16:00", steps.draft_list),
    Step("2022-02-15 09:00", steps.publish),
    Step("2022-02-15 10:00", steps.ask(BUS)),
    Step("2022-02-16 09:00", steps.recommend(ESTATE)),
    Step("2022-02-16 14:40", steps.apply(PEARL)),
    Step("2022-02-16 15:00", steps.declare(STREET)),
    Step("2022-02-17 10:00", steps.assess(PHARMA)),
    Step("2022-02-17 15:00", steps.assess(HENGDA)),
    Step("2022-02-21 09:00", steps.ask(ESTATE)),
    Step("2022-02-22 17:10", steps.answer(BUS, SOME)),
    Step("2022-02-23 10:00", steps.draft_award(date(2022, 2, 25))),
    Step("2022-02-23 15:00", steps.approve_award),
    Step("2022-02-24 10:00", steps.recommend(PHARMA)),
    Step("2022-02-25 10:00", steps.answer(ESTATE, NONE)),
    Step("2022-02-25 16:00", steps.recommend(HENGDA)),
    Step("2022-03-01 09:00", steps.ask(PHARMA)),
    Step("2022-03-01 09:10", steps.ask(HENGDA)),
    Step("2022-03-07 10:00", steps.answer(PHARMA, NONE)),
    Step("2022-03-07 10:10", steps.answer(HENGDA, NONE)),
    Step("2022-04-01 16:00", steps.draft_list),
    Step("2022-04-06 09:00", steps.publish),
    Step("2022-04-13 10:00", steps.draft_award(date(2022, 4, 15))),
    Step("2022-04-14 10:00", steps.approve_award),
    Step("2022-05-12 10:00", steps.assess(PEARL)),
    Step("2022-05-16 10:00", steps.recommend(PEARL)),
    Step("2022-05-20 10:00", steps.assess(MARKET)),
    Step("2022-05-24 20:10", steps.tip),
    Step("2022-05-25 09:30", steps.ask_again),
    Step("2022-05-25 14:40", steps.apply(BUS)),
    Step("2022-06-01 10:00", steps.answer(HOTEL, SOME)),
    Step("2022-06-02 10:00", steps.tell_hotel),
    Step("2022-06-13 10:00", steps.draft_revocation),
    Step("2022-06-14 10:00", steps.revoke),
    Step("2022-06-14 15:00", steps.close_tip),
    Step("2023-01-20 10:00", steps.renew(COLD)),
    Step("2023-01-28 10:00", steps.assess(COLD)),
    Step("2023-01-30 10:00", steps.recommend(COLD)),
    Step("2023-02-06 09:00", steps.ask(COLD)),
    Step("2023-02-10 10:00", steps.answer(COLD, NONE)),
)
CHAPTERS = (
    Chapter(_("2月22日 核验到期"), (
        Moment("0222e", "2022-02-22 16:30", _("交警答“有”或“无”，公示期过了拟命名"),
               ("traffic_officer", "civility_officer")),
    )),
    Chapter(_("2月28日 授牌"), (
        Moment("0228g", "2022-02-28 08:50", _("授牌，打印证书，扫码看有效"), ("civility_officer",)),
    )),
)  # fmt: skip
STORY = Story(steps=STEPS, title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS)
