"""What happens when, told by the apps' own actions."""

import datetime
from collections.abc import Callable
from functools import partial

from sanshe.core.duties.actions import remind
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Step
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.story import applications as a
from sanshe.incubation.story import closing as c
from sanshe.incubation.story import given as v
from sanshe.incubation.story import grad as g
from sanshe.incubation.story import panel as p
from sanshe.incubation.story import stay as s
from sanshe.incubation.story.numbers import SEED

H = datetime.timedelta(hours=1)
Tell = Callable[[datetime.datetime], object]
LATE = {52: "石榴籽社区小组", 53: "风信子手工社"}
MENDED = ("家风家训宣讲团", "睦邻停车议事会", "小橘灯阅读推广中心")
TO_MEND_LAST, FORBIDDEN = "北辰社区花园小组", "康乐慢病管理小组"
VAGUE = ("平凡英雄摄影社", "快乐器乐沙龙")
DECLARED = (
    ("hou", "09:40"), ("xue", "10:05"), ("han", "11:12"), ("hez", "11:20"), ("bai", "13:31"), ("jin", "14:02"),
)  # fmt: skip


def _three_drafts(when: datetime.datetime) -> None:
    for no, name in LATE.items():
        a.apply_online(a.third(), name, no, None, when, hand_in=False)


def _pass_first(when: datetime.datetime) -> None:
    names = a.received_order()
    first = [n for n in names[:24] if n not in (*MENDED, "城南家长学堂", "和事佬调解服务部")]
    a.pass_all(first + names[33:38], when)


def _pass_second(when: datetime.datetime) -> None:
    names = a.received_order()
    done = {TO_MEND_LAST, FORBIDDEN, *VAGUE}
    a.pass_all([n for n in (*names[26:33], *names[38:40]) if n not in done], when)


def _each(names: tuple[str, ...], act: Callable[[str, datetime.datetime], object]) -> Tell:
    """The same for each of them."""

    def tell(when: datetime.datetime) -> None:
        for name in names:
            act(name, when)

    return tell


def _refuse_vague(name: str, when: datetime.datetime) -> None:
    a.refuse_one(name, 5, "服务设想没有写明为谁、做什么、怎么知道有用。", when)


def _return_unsigned(name: str, when: datetime.datetime) -> None:
    a.return_one(name, 6, "承诺页没有负责人签名，请签了重拍。", when)


def _assess_early(when: datetime.datetime) -> None:
    for i, name in enumerate(g.early()):
        g.assess("midterm", name, when + i * 2 * H, 82)
        g.conclude("midterm", name, "pass", at("2022-08-11 16:00") + i * H / 4)


def _assess_last(when: datetime.datetime) -> None:
    for i, name in enumerate(g.good()):
        g.assess("graduation", name, when + i * H / 2, 84)
        g.conclude("graduation", name, "recommended", at("2023-02-13 09:00") + i * H / 6)
        g.put_forward(name, at("2023-02-14 09:00") + i * H / 12)


CALL = (
    Step("2021-11-02 09:00", a.plan),
    Step("2021-12-25 09:00", a.publish),
    Step("2021-12-25 10:10", lambda when: a.online(1, 7, when, 9 * H)),
    Step("2021-12-28 11:00", lambda when: a.online(8, 27, when, 6 * H + H / 2)),
    Step("2022-01-02 21:40", a.draft_zhishan),
    Step("2022-01-03 09:30", _three_drafts),
    Step("2022-01-03 13:22:40", a.finish_zhishan),
    Step("2022-01-04 00:00:21", partial(a.hand_in_late, LATE[52])),  # too late: they stay drafts
    Step("2022-01-04 03:00:21", partial(a.hand_in_late, LATE[53])),
    Step("2022-01-04 08:30", a.paper_rows),
)
SCREENING = (
    Step("2022-01-04 09:20", a.enter_papers),
    Step("2022-01-04 10:00", _pass_first),
    Step("2022-01-04 14:00", _each(MENDED, _return_unsigned)),
    Step(
        "2022-01-05 09:00",
        lambda when: a.refuse_one("和事佬调解服务部", 5, "收费调解属有偿法律服务，不在本批孵化范围。", when),
    ),
    Step("2022-01-05 09:30", lambda when: a.return_one("城南家长学堂", 2, "三位发起人只传了一位的身份证明。", when)),
    Step(
        "2022-01-05 15:30",
        lambda when: a.return_one(TO_MEND_LAST, 2, "发起人赵**的身份证明没有传。请补一张正面照片。", when),
    ),
    Step(
        "2022-01-05 15:30",
        lambda when: a.refuse_one(FORBIDDEN, 5, "申请中的“上门测血糖、调药”属诊疗活动，须由医疗机构办理。", when),
    ),
    Step("2022-01-06 09:00", _pass_second),
    Step("2022-01-06 16:00", _each(MENDED, a.mend_one)),
    Step("2022-01-11 00:11", lambda when: screening.close_overdue(at=when)),
    Step("2022-01-11 10:00", lambda when: a.pass_all(list(MENDED), when)),
    Step("2022-01-11 11:00", _each(VAGUE, _refuse_vague)),
)
PANEL_DAY = (
    Step("2022-01-12 15:00", p.seat),
    *(Step(f"2022-01-13 {time}", partial(p.declare, key)) for key, time in DECLARED),
    Step("2022-01-13 15:10", p.decide),
    Step("2022-01-13 16:00", p.draw),
    Step("2022-01-13 16:45", partial(p.declare, "tian")),
    Step("2022-01-13 17:00", p.lock),
    Step("2022-01-14 08:30", p.open_day),
    Step("2022-01-14 08:40", lambda when: p.hear(1, 16, when, SEED)),
    Step("2022-01-14 11:52", lambda when: p.start_17(when, SEED)),
    Step("2022-01-14 12:03", lambda when: p.finish_17(when, SEED)),
    Step("2022-01-14 13:30", lambda when: p.hear(18, 34, when, SEED)),
    Step("2022-01-14 17:05", p.close_day),
    Step("2022-01-14 17:20", p.deliberate),
)
CLOSING = (
    Step("2022-01-14 18:00", c.draft_notice),
    Step("2022-01-15 09:30", p.approve),
    Step("2022-01-17 09:00", lambda when: c.publish_notice(at("2022-01-15 10:00"), when)),
    Step("2022-01-20 08:52", c.object_to_wood),
    Step("2022-01-20 09:30", c.take_up),
    Step("2022-01-21 10:00", lambda when: c.enquire(when, at("2022-01-25 15:00"), at("2022-01-26 10:20"))),
    Step("2022-01-24 08:35", c.confirm),
    Step("2022-01-28 16:20", c.answer),
    Step("2022-02-10 00:15", c.close_objection),
    Step("2022-02-16 09:00", c.prepare),
    Step("2022-02-17 09:00", c.sign_first),
    Step("2022-02-17 14:40", lambda when: c.sign_rest(when, at("2022-02-17 17:46"))),
)
STAY = (
    Step("2022-02-17 18:10", v.first_training),
    Step("2022-02-18 10:20", s.archive),
    Step("2022-02-18 11:00", s.let_in),
    Step("2022-02-21 17:10", partial(v.held, 0)),
    Step("2022-02-24 09:10", s.plans),
    Step("2022-03-01 10:00", v.desks),
    Step("2022-03-04 15:00", lambda when: s.agree(when, at("2022-03-04 15:20"))),
    Step("2022-03-07 09:00", v.talks),
    Step("2022-03-07 10:30", lambda when: s.late_plan(when, at("2022-03-08 09:00"))),
    Step("2022-03-07 16:30", v.links),
    Step("2022-03-15 15:00", v.money),
    Step("2022-03-28 17:10", s.reach),
    Step("2022-04-06 10:00", v.second_training),
    Step("2022-04-20 17:20", partial(v.held, 1)),
    Step("2022-05-24 10:00", s.reports),
    Step("2022-05-31 08:00", lambda when: remind(at=when)),
    Step("2022-05-31 11:00", lambda when: s.season(1, when, at("2022-06-08 10:00"))),
    Step("2022-06-13 09:00", v.more_talks),
    Step("2022-08-30 10:00", lambda when: s.season(2, when, at("2022-09-08 10:00"))),
    Step("2022-11-29 10:00", lambda when: s.season(3, when, at("2022-12-07 10:00"))),
)
MIDTERM = (
    Step("2022-07-18 09:00", lambda when: g.announce("midterm", when, "2022-08-19")),
    Step("2022-07-22 19:10", lambda when: g.report_all("midterm", g.first_22(), when)),
    Step("2022-08-03 09:00", _assess_early),
    Step("2022-08-04 15:00", lambda when: g.assess("midterm", g.WEAK, when, 46)),
    Step("2022-08-09 10:00", lambda when: g.conclude("midterm", g.WEAK, "rectify", when)),
    Step("2022-08-10 09:30", g.rectify),
    Step("2022-08-15 09:00", lambda when: g.assess("midterm", g.WAITS, when, 74)),
    Step("2022-08-16 10:00", lambda when: g.interview("midterm", g.UNSEEN, when, 71)),
    Step("2022-08-16 16:00", lambda when: g.propose("midterm", g.WAITS, "pass", when)),
    Step("2022-08-17 08:00", lambda when: remind(at=when)),
    Step("2022-08-17 09:10", lambda when: g.half_interview("midterm", g.TODAY, when)),
    Step("2022-08-17 14:00", lambda when: g.rest_of_midterm(when, at("2022-08-19 20:00"), at("2022-09-07 15:00"))),
    Step("2022-08-30 20:00", lambda when: g.mend(when, at("2022-09-02 10:00"))),
)
END = (
    Step("2023-01-16 10:00", lambda when: g.leave(when, at("2023-01-28 10:00"), at("2023-02-10 15:00"))),
    Step("2023-01-17 09:00", lambda when: g.announce("graduation", when, "2023-02-03")),
    Step("2023-01-24 19:00", lambda when: g.report_all("graduation", g.staying(), when)),
    Step("2023-02-06 09:00", _assess_last),
    Step("2023-02-09 15:00", lambda when: g.not_yet(when, at("2023-02-14 16:00"))),
    Step("2023-02-14 09:00", lambda when: s.season(4, when, at("2023-02-15 08:30"))),
    Step("2023-02-15 09:00", lambda when: g.approve(g.good()[:21], when)),
    Step("2023-02-16 08:00", lambda when: remind(at=when)),
)
STEPS = (*CALL, *SCREENING, *PANEL_DAY, *CLOSING, *STAY, *MIDTERM, *END)
