"""The story in order of time: what happens before each moment, told by the apps' own actions."""

import datetime
from collections.abc import Callable, Iterator

from sanshe.demo.actions import applications as a
from sanshe.demo.actions import closing as c
from sanshe.demo.actions import given as v
from sanshe.demo.actions import grad as g
from sanshe.demo.actions import panel as p
from sanshe.demo.actions import stay as s
from sanshe.demo.actions.people import found
from sanshe.demo.rules import SEED, at
from sanshe.incubation.actions import reminders, screening

H = datetime.timedelta(hours=1)
Step = Callable[[], None]
LATE = {52: "石榴籽社区小组", 53: "风信子手工社"}
MENDED = ("家风家训宣讲团", "睦邻停车议事会", "小橘灯阅读推广中心")


def steps() -> Iterator[tuple[str, Step]]:
    """(moment, what leads to it), in order."""
    yield "1225a", _before_the_call
    yield "1228b", _called
    yield "0103a", _last_day
    yield "0103b", lambda: a.finish_zhishan(at("2022-01-03 13:22:40"))
    yield "0104c", _closed
    yield "0105a", _screened_half
    yield "0111b", _screened_most
    yield "0113a", _panel_seated
    yield "0114b", _half_the_day
    yield "0114c", _day_done
    yield "0120a", _in_notice
    yield "0126b", _enquired
    yield "0217a", _signing
    yield "0218a", _signed
    yield "0531a", _in_incubation
    yield "0817a", _midterm
    yield "0216a", _graduating


def _before_the_call() -> None:
    found()
    a.plan(at("2021-11-02 09:00"))


def _called() -> None:
    a.publish(at("2021-12-25 09:00"))
    a.online(1, 7, at("2021-12-25 10:10"), 9 * H)


def _last_day() -> None:
    a.online(8, 27, at("2021-12-28 11:00"), 6 * H + H / 2)
    a.draft_zhishan(at("2022-01-02 21:40"))
    for no, name in LATE.items():
        a.apply_online(a.third(), name, no, None, at("2022-01-03 09:30"), hand_in=False)


def _closed() -> None:
    """Two come too late and stay drafts; then the desk's book is written up."""
    for no, name in enumerate(LATE.values()):
        a.hand_in_late(name, at("2022-01-04 00:00:21") + 3 * no * H)
    a.paper_rows(at("2022-01-04 08:30"))


def _screened_half() -> None:
    a.enter_papers(at("2022-01-04 09:20"))
    names = a.received_order()
    first = [n for n in names[:24] if n not in (*MENDED, "城南家长学堂", "和事佬调解服务部")]
    a.pass_all(first + names[33:38], at("2022-01-04 10:00"))
    for name in MENDED:
        a.return_one(name, 6, "承诺页没有负责人签名，请签了重拍。", at("2022-01-04 14:00"))
    a.refuse_one("和事佬调解服务部", 5, "收费调解属有偿法律服务，不在本批孵化范围。", at("2022-01-05 09:00"))
    a.return_one("城南家长学堂", 2, "三位发起人只传了一位的身份证明。", at("2022-01-05 09:30"))


def _screened_most() -> None:
    when = at("2022-01-05 15:30")
    a.return_one("北辰社区花园小组", 2, "发起人赵**的身份证明没有传。请补一张正面照片。", when)
    a.refuse_one("康乐慢病管理小组", 5, "申请中的“上门测血糖、调药”属诊疗活动，须由医疗机构办理。", when)
    names = a.received_order()
    done = {"北辰社区花园小组", "康乐慢病管理小组", "平凡英雄摄影社", "快乐器乐沙龙"}
    a.pass_all([n for n in (*names[26:33], *names[38:40]) if n not in done], at("2022-01-06 09:00"))
    for name in MENDED:
        a.mend_one(name, at("2022-01-06 16:00"))
    screening.close_overdue(at=at("2022-01-11 00:11"))


def _panel_seated() -> None:
    when = at("2022-01-11 10:00")
    a.pass_all(list(MENDED), when)
    for name in ("平凡英雄摄影社", "快乐器乐沙龙"):
        a.refuse_one(name, 5, "服务设想没有写明为谁、做什么、怎么知道有用。", when + H)
    p.seat(at("2022-01-12 15:00"))
    for key, moment in (
        ("hou", "09:40"),
        ("xue", "10:05"),
        ("han", "11:12"),
        ("hez", "11:20"),
        ("bai", "13:31"),
        ("jin", "14:02"),
    ):
        p.declare(key, at(f"2022-01-13 {moment}"))
    p.decide(at("2022-01-13 15:10"))
    p.draw(at("2022-01-13 16:00"))


def _half_the_day() -> None:
    p.declare("tian", at("2022-01-13 16:45"))
    p.lock(at("2022-01-13 17:00"))
    p.open_day(at("2022-01-14 08:30"))
    p.hear(1, 16, at("2022-01-14 08:40"), SEED)
    p.start_17(at("2022-01-14 11:52"), SEED)


def _day_done() -> None:
    p.finish_17(at("2022-01-14 12:03"), SEED)
    p.hear(18, 34, at("2022-01-14 13:30"), SEED)
    p.close_day(at("2022-01-14 17:05"))


def _in_notice() -> None:
    p.deliberate(at("2022-01-14 17:20"))
    c.draft_notice(at("2022-01-14 18:00"))
    p.approve(at("2022-01-15 09:30"))
    c.publish_notice(at("2022-01-15 10:00"), at("2022-01-17 09:00"))
    c.object_to_wood(at("2022-01-20 08:52"))


def _enquired() -> None:
    c.take_up(at("2022-01-20 09:30"))
    c.confirm(at("2022-01-24 08:35"))
    c.enquire(at("2022-01-21 10:00"), at("2022-01-25 15:00"), at("2022-01-26 10:20"))


def _signing() -> None:
    c.answer(at("2022-01-28 16:20"))
    c.close_objection(at("2022-02-10 00:15"))
    c.prepare(at("2022-02-16 09:00"))
    c.sign_first(at("2022-02-17 09:00"))


def _signed() -> None:
    c.sign_rest(at("2022-02-17 14:40"), at("2022-02-17 17:46"))
    v.first_training(at("2022-02-17 18:10"))


def _in_incubation() -> None:
    s.archive(at("2022-02-18 10:20"))
    s.let_in(at("2022-02-18 11:00"))
    v.held(0, at("2022-02-21 17:10"))
    s.plans(at("2022-02-24 09:10"))
    s.agree(at("2022-03-04 15:00"), at("2022-03-04 15:20"))
    s.late_plan(at("2022-03-07 10:30"), at("2022-03-08 09:00"))
    s.reach(at("2022-03-28 17:10"))
    v.second_training(at("2022-04-06 10:00"))
    v.held(1, at("2022-04-20 17:20"))
    v.talks(at("2022-03-07 09:00"))
    v.desks(at("2022-03-01 10:00"))
    v.money(at("2022-03-15 15:00"))
    v.links(at("2022-03-07 16:30"))
    s.reports(at("2022-05-24 10:00"))
    reminders.remind(at=at("2022-05-31 08:00"))


def _midterm() -> None:
    s.season(1, at("2022-05-31 11:00"), at("2022-06-08 10:00"))
    v.more_talks(at("2022-06-13 09:00"))
    g.announce("midterm", at("2022-07-18 09:00"), "2022-08-19")
    g.report_all("midterm", g.first_22(), at("2022-07-22 19:10"))
    for i, name in enumerate(g.early()):
        g.assess("midterm", name, at("2022-08-03 09:00") + i * 2 * H, 82)
        g.conclude("midterm", name, "pass", at("2022-08-11 16:00") + i * H / 4)
    g.assess("midterm", g.WEAK, at("2022-08-04 15:00"), 46)
    g.conclude("midterm", g.WEAK, "rectify", at("2022-08-09 10:00"))
    g.rectify(at("2022-08-10 09:30"))
    g.assess("midterm", g.WAITS, at("2022-08-15 09:00"), 74)
    g.propose("midterm", g.WAITS, "pass", at("2022-08-16 16:00"))
    g.interview("midterm", g.UNSEEN, at("2022-08-16 10:00"), 71)
    reminders.remind(at=at("2022-08-17 08:00"))
    g.half_interview("midterm", g.TODAY, at("2022-08-17 09:10"))


def _graduating() -> None:
    g.rest_of_midterm(at("2022-08-17 14:00"), at("2022-08-19 20:00"), at("2022-09-07 15:00"))
    g.mend(at("2022-08-30 20:00"), at("2022-09-02 10:00"))
    s.season(2, at("2022-08-30 10:00"), at("2022-09-08 10:00"))
    s.season(3, at("2022-11-29 10:00"), at("2022-12-07 10:00"))
    g.leave(at("2023-01-16 10:00"), at("2023-01-28 10:00"), at("2023-02-10 15:00"))
    g.announce("graduation", at("2023-01-17 09:00"), "2023-02-03")
    g.report_all("graduation", g.staying(), at("2023-01-24 19:00"))
    for i, name in enumerate(g.good()):
        g.assess("graduation", name, at("2023-02-06 09:00") + i * H / 2, 84)
        g.conclude("graduation", name, "recommended", at("2023-02-13 09:00") + i * H / 6)
        g.put_forward(name, at("2023-02-14 09:00") + i * H / 12)
    g.not_yet(at("2023-02-09 15:00"), at("2023-02-14 16:00"))
    s.season(4, at("2023-02-14 09:00"), at("2023-02-15 08:30"))
    g.approve(g.good()[:21], at("2023-02-15 09:00"))
    reminders.remind(at=at("2023-02-16 08:00"))
