"""From the mid-term assessment to graduation, told by the apps' own actions."""

import datetime
from uuid import UUID

from sanshe.core.accounts import queries as accounts
from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.story import actor
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.incubation.actions.end import assessment, exit, graduation, rectification, self_report
from sanshe.incubation.enums.end.assessment import SUMMARY, Kind, PaperState
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.models import Assessment, Entry, Exit, Graduation, Rectification
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.story.applications import third

WEAK, WAITS, UNSEEN, TODAY = "邻里厨房互助社", "木作园非遗传习社", "银发数字课堂", "古城记忆口述史小组"
LATE, UNREGISTERED, WARM = "夕阳红合唱艺术团", "新芽孤独症家长互助会", "暖阳助老服务中心"
POINTS = ("买菜的收支没有公开，请按月公开", "两次理事会没有记录，请补上并说明以后怎么记")
SAID = {
    "内部治理": "理事会每月碰一次头，有记录；财务和负责人分开。",
    "服务开展": "照计划做，每周两次，来的人有登记；社区给了一间房。",
    "财务管理": "一笔一票，每月贴在门口。",
}


def names() -> list[str]:
    return [entry.organisation.name for entry in queries.in_incubation(third())]


def first_22() -> list[str]:
    """Who reported by the middle of August; 暖阳, the late one and six others had not."""
    told = [name for name in names() if name not in (WEAK, WAITS, UNSEEN, TODAY, LATE, WARM)]
    return [WEAK, WAITS, UNSEEN, TODAY, *told[:18]]


def early() -> list[str]:
    """Twelve who had passed by then."""
    return [name for name in first_22() if name not in (WEAK, WAITS, UNSEEN, TODAY)][:12]


def staying() -> list[str]:
    return [name for name in names() if name != LATE]


def good() -> list[str]:
    """Those recommended; one has no registration yet, one leaves."""
    return [name for name in names() if name not in (LATE, UNREGISTERED)]


def entry_of(name: str) -> Entry:
    found = Entry.objects.select_related("organisation", "batch__centre", "agreement__place__application")
    return found.get(organisation__name=name, batch=third())


def of(kind: str, name: str) -> Assessment:
    found = Assessment.objects.select_related("entry__organisation", "batch__centre", "entry__agreement")
    return found.get(kind=kind, entry__organisation__name=name)


def speaker(entry: Entry, when: datetime.datetime) -> Actor:
    """Who acts for an organisation: its own representative, else the second operator, who writes for it."""
    term = Appointment.objects.filter(organisation=entry.organisation_id).select_related("user").first()
    return accounts.actor_for(term.user, when) if term else actor("wang", when)


def announce(kind: str, when: datetime.datetime, report_by: str) -> None:
    day = datetime.date.fromisoformat(report_by)
    assessment.announce_all(batch=third(), kind=Kind(kind), report_by=day, by=actor("liang", when), at=when)


def report_all(kind: str, who: list[str], start: datetime.datetime) -> None:
    """One after the other, three each evening."""
    for i, name in enumerate(who):
        report(kind, name, start + datetime.timedelta(days=i // 3, minutes=50 * (i % 3)))


def report(kind: str, name: str, when: datetime.datetime) -> None:
    row = of(kind, name)
    by = speaker(row.entry, when)
    values = {line.code: SAID[line.dimension] for line in queries.lines(row.batch, kind)}
    self_report.fill(assessment=row, values=values | {SUMMARY: "想请中心帮着找一间大一点的房。"}, by=by, at=when)
    self_report.report(assessment=row, by=by, at=when)


def interview(kind: str, name: str, when: datetime.datetime, points: int) -> None:
    """Two assessors, all marks, the record."""
    row = of(kind, name)
    name_both(row, when)
    for key, more in (("qiaoz", 0), ("fan", 4)):
        declare(row, key, when)
        _mark(row, key, when, points + more)
    text = f"谈了一个小时。{SAID['服务开展']}"
    assessment.close_interview(
        assessment=row, record=text, held_on=shanghai.day(when), by=actor("liang", when), at=when
    )


def half_interview(kind: str, name: str, when: datetime.datetime) -> None:
    """Named; one of the two has declared and marked, the other has still to declare."""
    row = of(kind, name)
    name_both(row, when)
    declare(row, "qiaoz", when)
    _mark(row, "qiaoz", when, 76)


def name_both(row: Assessment, when: datetime.datetime) -> None:
    """Two of the bureau: the second operator supervised most of them, and whoever supervised one does not assess it."""
    for key in ("qiaoz", "fan"):
        assessment.name_assessor(assessment=row, person=_id(key), by=actor("liang", when), at=when)


def declare(row: Assessment, key: str, when: datetime.datetime) -> None:
    assessment.declare(assessment=row, relation="", said="", by=actor(key, when), at=when)


def _id(key: str) -> UUID:
    user = accounts.user_by_login(key)
    assert user is not None
    return user.pk


def _mark(row: Assessment, key: str, when: datetime.datetime, points: int) -> None:
    marks = {line.no: line.points * points // 100 for line in queries.lines(row.batch, row.kind)}
    assessment.give_marks(assessment=row, marks=marks, by=actor(key, when), at=when)


def assess(kind: str, name: str, when: datetime.datetime, points: int, missing: int = 0) -> None:
    """The interview, and every document seen but the first `missing`."""
    interview(kind, name, when, points)
    row = of(kind, name)
    papers = queries.papers(row)
    found = {paper.no: PaperState.MISSING if paper.no <= missing else PaperState.SEEN for paper in papers}
    assessment.check_papers(assessment=row, found=found, by=actor("wang", when), at=when)


def propose(kind: str, name: str, verdict: str, when: datetime.datetime) -> None:
    assessment.propose(assessment=of(kind, name), verdict=verdict, reason="", by=actor("liang", when), at=when)


def conclude(kind: str, name: str, verdict: str, when: datetime.datetime) -> None:
    propose(kind, name, verdict, when)
    assessment.decide(assessment=of(kind, name), agrees=True, by=actor("hao", when), at=when)


def rectify(when: datetime.datetime) -> None:
    said = {"points": POINTS, "workdays": 20, "by": actor("liang", when), "at": when}
    rectification.issue(assessment=of("midterm", WEAK), **said)


def mend(answered: datetime.datetime, checked: datetime.datetime) -> None:
    row = Rectification.objects.select_related("entry__organisation").get()
    answers = ("每月 5 日贴在活动室门口，也发在楼里的群里。", "补了两次，以后指定一位记，散会前念一遍。")
    rectification.answer(rectification=row, answers=answers, by=speaker(row.entry, answered), at=answered)
    found = "看了门口的公开栏和会议本。"
    rectification.check(rectification=row, is_good=True, found=found, by=actor("wang", checked), at=checked)


def rest_of_midterm(today: datetime.datetime, evening: datetime.datetime, end: datetime.datetime) -> None:
    """The interview of the day, the reports still out, the late one, and everybody's verdict."""
    for name in [one for one in names() if one not in (*first_22(), LATE)]:
        report("midterm", name, evening)
    late = of("midterm", LATE)
    assessment.remind(assessment=late, by=actor("liang", evening + DAY), at=evening + DAY)
    report("midterm", LATE, evening + 6 * DAY)
    _finish_started(today, end)
    for name in [one for one in names() if of("midterm", one).state == "reported"]:
        assess("midterm", name, end, 78)
        conclude("midterm", name, "pass", end)


DAY = datetime.timedelta(days=1)


def _finish_started(today: datetime.datetime, end: datetime.datetime) -> None:
    row = of("midterm", TODAY)
    declare(row, "fan", today)
    _mark(row, "fan", today, 79)
    said = {"record": "讲了三位老人的口述，录音都有同意书。", "held_on": shanghai.day(today)}
    assessment.close_interview(assessment=row, **said, by=actor("liang", today), at=today)
    for name in (TODAY, UNSEEN):
        row = of("midterm", name)
        found = dict.fromkeys((paper.no for paper in queries.papers(row)), PaperState.SEEN)
        assessment.check_papers(assessment=row, found=found, by=actor("wang", end), at=end)
        conclude("midterm", name, "pass", end)
    assessment.decide(assessment=of("midterm", WAITS), agrees=True, by=actor("hao", end), at=end)


def leave(asked: datetime.datetime, noticed: datetime.datetime, handed: datetime.datetime) -> None:
    """夕阳红 gives up; three of five lines are handed over."""
    reason = "团里老人多，来中心不方便，以后在自己社区排练。"
    said = {"entry": entry_of(LATE), "kind": ExitKind.GIVEN_UP, "reason": reason}
    exit.propose(**said, by=actor("liang", asked), at=asked)
    exit.notice(exit=Exit.objects.get(), by=actor("hao", noticed), at=noticed)
    for no in (1, 2, 3):
        line = Exit.objects.get().lines.select_related("exit__entry__batch").get(no=no)
        exit.hand_over(line=line, note="", by=actor("wang", handed), at=handed)


def put_forward(name: str, when: datetime.datetime) -> None:
    graduation.propose(entry=entry_of(name), by=actor("liang", when), at=when)


def approve(who: list[str], start: datetime.datetime) -> None:
    """The bureau's word, one after the other; certificates in this order."""
    for i, name in enumerate(who):
        when = start + i * datetime.timedelta(minutes=8)
        row = Graduation.objects.select_related("entry__organisation", "entry__batch__centre").get(
            entry__organisation__name=name
        )
        graduation.approve(graduation=row, by=actor("hao", when), at=when)


def not_yet(when: datetime.datetime, asked: datetime.datetime) -> None:
    """新芽 does its work but has no registration yet: three months more, if the bureau agrees."""
    assess("graduation", UNREGISTERED, when, 80, missing=1)
    conclude("graduation", UNREGISTERED, "not_yet", when + DAY)
    said = {
        "months": 3,
        "reason": "登记材料已受理，名称核过了，证还要两个月。",
        "by": actor("liang", asked),
        "at": asked,
    }
    rectification.ask_extension(entry=entry_of(UNREGISTERED), **said)
