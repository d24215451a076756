"""In incubation: papers archived, plans and reports handed in and judged."""

import datetime

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts import queries
from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.story import actor
from sanshe.core.kit.access import Actor
from sanshe.core.sheets.enums import SheetState
from sanshe.incubation.actions.agreement import archive as archives
from sanshe.incubation.actions.stay import plan, report
from sanshe.incubation.models import Agreement, Entry, QuarterlyReport
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.story.applications import person_name, received_order, third

WARM, LATE, BACK = "暖阳助老服务中心", "夕阳红合唱艺术团", "平安家庭调解工作室"
STEPS = (
    ("和社区定好地点和时间，开第一次活动", "2022-03-31"),
    ("固定参加的人到 30 位", "2022-06-30"),
    ("做完一年的次数，写一份总结", "2022-12-31"),
)


def entry_of(name: str) -> Entry:
    return stay.in_batch(third()).get(organisation__name=name)


def archive(when: datetime.datetime) -> None:
    """All thirty signature pages into one box."""
    papers = list(Agreement.objects.filter(place__batch=third(), state="signed"))
    archives.archive(agreements=papers, box="2022-孵-01", by=actor("liang", when), at=when)


def let_in(when: datetime.datetime) -> None:
    """暖阳 applied on paper: the bureau appoints who acts for it on a phone."""
    party, no = entry_of(WARM).organisation, received_order().index(WARM) + 1
    who = {"account": f"1500352{no:04d}", "name": person_name(no * 5 + 2), "real": when}
    term = {"role": "organisation_rep", "area_path": party.area_path, "organisation": party.pk}
    accounts.appoint_person(by=actor("hao", when), at=when, **who, **term)


def rep(entry: Entry, when: datetime.datetime) -> Actor:
    """Who acts for an organisation: its own representative, else the second operator, who writes for it."""
    term = Appointment.objects.filter(organisation=entry.organisation_id).select_related("user").first()
    return queries.actor_for(term.user, when) if term else actor("wang", when)


def spread(start: datetime.datetime, i: int) -> datetime.datetime:
    """The i-th of many, four a day in office hours."""
    return start + datetime.timedelta(days=i // 4, minutes=90 * (i % 4))


def plans(start: datetime.datetime) -> None:
    """Twenty-nine plans come in time, each with three milestones."""
    for i, entry in enumerate(stay.in_batch(third()).exclude(organisation__name=LATE)):
        hand_in(entry, spread(start, i))


def hand_in(entry: Entry, when: datetime.datetime) -> None:
    row = plan.start(entry=entry, at=when)
    values = {f"m{n}": what for n, (what, _day) in enumerate(STEPS, start=1)}
    values |= {f"m{n}_by": day for n, (_what, day) in enumerate(STEPS, start=1)}
    plan.fill(plan=row, values=values, at=when)
    plan.submit(plan=row, by=rep(entry, when), at=when)


def agree(start: datetime.datetime, back: datetime.datetime) -> None:
    """All are agreed but one, which has to say how many people."""
    liang = actor("liang", start)
    for entry in stay.in_batch(third()).exclude(organisation__name__in=(LATE, BACK)):
        plan.judge(plan=entry.plan, agrees=True, words="", by=liang, at=start)
    words = "“做成什么”写一个能数的数：现在多少户，期满多少户。"
    plan.judge(plan=entry_of(BACK).plan, agrees=False, words=words, by=liang, at=back)


def late_plan(when: datetime.datetime, agreed: datetime.datetime) -> None:
    hand_in(entry_of(LATE), when)
    plan.judge(plan=entry_of(LATE).plan, agrees=True, words="", by=actor("liang", agreed), at=agreed)


def reach(when: datetime.datetime) -> None:
    """Five have reached their first milestone."""
    for entry in stay.in_batch(third()).exclude(organisation__name=BACK)[:4]:
        _first(entry, when)
    _first(entry_of(WARM), when)


def _first(entry: Entry, when: datetime.datetime) -> None:
    said = {"done_on": datetime.date(2022, 3, 25), "evidence": "柳航里社区活动登记本第 3 页"}
    plan.reach(milestone=entry.plan.milestones.get(no=1), by=rep(entry, when), at=when, **said)


WORDS = {
    "did": "固定活动办起来了，另外入户 26 次。",
    "changed": "固定参加的人从 0 到 21 位。",
    "next": "把每周一次办稳，再开一个点。",
}


def reports(start: datetime.datetime) -> None:
    """Eight came early, five are accepted, one is returned; 暖阳 is half-way, the others have not begun."""
    entries = list(stay.in_batch(third()).exclude(organisation__name__in=(WARM, BACK, LATE))[:8])
    for i, entry in enumerate(entries):
        when = spread(start, i)
        row = report.fill(report=report.start(entry=entry, no=1, at=when), values=WORDS, at=when)
        report.submit(report=row, by=rep(entry, when), at=when)
        if i < 6:
            said = {"agrees": i != 5, "words": "写一个能数的数：现在多少人。" if i == 5 else ""}
            report.judge(report=row, **said, by=actor("liang", when), at=when + datetime.timedelta(hours=20))
    when = start + datetime.timedelta(days=4)
    row = report.start(entry=entry_of(WARM), no=1, at=when)
    report.fill(report=row, values={"did": "陪诊 38 次，装起夜灯 40 盏，另外"}, at=when)


def season(no: int, start: datetime.datetime, judged: datetime.datetime) -> None:
    """The reports of one quarter that are still out come in, and the centre accepts them; the late one is late."""
    liang = actor("liang", judged)
    for i, entry in enumerate(stay.in_batch(third())):
        row = QuarterlyReport.objects.filter(entry=entry, no=no).first()
        if row is None or row.is_writable:
            row = _written(
                entry, no, start + datetime.timedelta(days=3) if entry.organisation.name == LATE else start, i
            )
        if row.state == SheetState.SUBMITTED:
            report.judge(report=row, agrees=True, words="", by=liang, at=judged)


def _written(entry: Entry, no: int, start: datetime.datetime, i: int) -> QuarterlyReport:
    when = start + datetime.timedelta(minutes=9 * i)
    row = report.fill(report=report.start(entry=entry, no=no, at=when), values=WORDS, at=when)
    return report.submit(report=row, by=rep(entry, when), at=when)
