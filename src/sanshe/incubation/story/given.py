"""In incubation: what the centre gave, trainings, talks, desks, links, money."""

import datetime

from sanshe.core.accounts.story import actor
from sanshe.core.files import actions as files
from sanshe.core.kit import shanghai
from sanshe.core.kit.shanghai import at
from sanshe.incubation.actions.stay import resource, supervision, support, training
from sanshe.incubation.enums.stay.resource import Five
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.models import DeskUse, Entry, ResourceLink, Supervision, Training
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.queries.stay import supervision as supervision_queries
from sanshe.incubation.queries.stay.training import sheet
from sanshe.incubation.story.applications import PAPER, third
from sanshe.incubation.story.stay import BACK, WARM, entry_of, rep, spread


def first_training(when: datetime.datetime) -> None:
    said = {"title": "入壳第一课：计划怎么写，账怎么记", "place": "创享中心二楼", "trainer": "贺子安，督导主管"}
    training.plan(
        batch=third(), **said, starts_at=at("2022-02-21 14:30"), quarters=10, by=actor("liang", when), at=when
    )


def second_training(when: datetime.datetime) -> None:
    said = {"title": "志愿者怎么招，怎么留", "place": "创享中心二楼", "trainer": "区社工协会"}
    training.plan(batch=third(), **said, starts_at=at("2022-04-20 14:30"), quarters=8, by=actor("liang", when), at=when)


def held(no: int, when: datetime.datetime) -> None:
    """From the sign sheet: two or three of each, a few organisations not."""
    row = Training.objects.order_by("starts_at")[no]
    counts = {one.entry_id: 2 + (i % 3 == 0) for i, one in enumerate(sheet(row)) if i % (9 - 2 * no) != 4}
    training.record(training=row, counts=counts, by=actor("wang", when), at=when)


UNSPOKEN = "邻里厨房互助社"
TALKS = (
    ("administrative", 6, "先把志愿者的班排到周，一人管一天", "看排班表", 14),
    ("educational", 8, "每次活动后记三句话：来了谁家、做了什么、下次改什么", "", 0),
    ("supportive", 4, "人手紧，先停上门，把固定那一场办稳", "看第四次活动", 21),
)


def talks(start: datetime.datetime) -> None:
    """A first talk with most of them; with 暖阳 a second one."""
    entries = [
        *stay.in_batch(third()).exclude(organisation__name__in=(WARM, BACK))[:24],
        entry_of(WARM),
        entry_of(WARM),
    ]
    for i, entry in enumerate(entries):
        talk(entry, spread(start, i), *TALKS[i % 3])
    for row in Supervision.objects.filter(follow_up_on__isnull=False).order_by("recorded_at")[:12]:
        when = row.recorded_at + datetime.timedelta(days=((row.follow_up_on or row.held_on) - row.held_on).days)
        supervision.follow(supervision=row, words="看了，照做了", by=actor("wang", when), at=when)


def more_talks(start: datetime.datetime) -> None:
    """In June what was left is looked at again, and all but one of those nobody had spoken with get their first talk."""
    for i, row in enumerate(supervision_queries.to_follow()):
        when = spread(start, i)
        supervision.follow(supervision=row, words="看了，照做了", by=actor("wang", when), at=when)
    for i, entry in enumerate(supervision_queries.without(third()).exclude(organisation__name=UNSPOKEN)):
        talk(entry, spread(start + datetime.timedelta(days=2), i), *TALKS[1])


def talk(
    entry: Entry, when: datetime.datetime, function: str, quarters: int, agreed: str, again: str, days: int
) -> None:
    day = shanghai.day(when)
    said = {"quarters": quarters, "function": Function(function), "agreed": agreed, "follow_up": again}
    said["follow_up_on"] = day + datetime.timedelta(days=days) if again else None
    supervision.record(entry=entry, held_on=day, **said, by=actor("wang", when), at=when)


def desks(when: datetime.datetime) -> None:
    """Twelve asked for a desk; one gave it back and it went on."""
    liang = actor("liang", when)
    names = [WARM, *(one.organisation.name for one in stay.in_batch(third()).exclude(organisation__name=WARM)[:11])]
    for no, name in enumerate(names, start=1):
        support.give_desk(entry=entry_of(name), no=no, room=f"二楼 {201 + no // 7} 室", by=liang, at=when)
    later = when + datetime.timedelta(days=40)
    support.release_desk(desk=DeskUse.objects.get(no=12), by=actor("liang", later), at=later)


LINKS = (
    (WARM, "volunteer", "柳航里银龄志愿队", "organisation", WARM, "每周三陪老人去医院", "2022-03-16", 96, "", None),
    (
        WARM,
        "charity",
        "平城区慈善协会",
        "organisation",
        WARM,
        "给独居老人装起夜灯",
        "2022-04-12",
        None,
        "起夜灯 40 盏",
        480000,
    ),
    (WARM, "organisation", WARM, "community", "柳航里社区", "每月一次血压登记，交社区存档", "", None, "", None),
    (
        "木作园非遗传习社",
        "community",
        "康吉社区",
        "organisation",
        "木作园非遗传习社",
        "活动室每周二下午",
        "2022-03-08",
        40,
        "",
        None,
    ),
    (
        "四点半课堂公益社",
        "social_worker",
        "区社工协会",
        "organisation",
        "四点半课堂公益社",
        "帮着写个案记录",
        "2022-04-02",
        24,
        "",
        None,
    ),
    (
        "安心陪诊服务队",
        "organisation",
        "爱之声助听服务中心",
        "organisation",
        "安心陪诊服务队",
        "听力不好的老人转过来一起陪",
        "2022-05-05",
        None,
        "",
        None,
    ),
)


def links(proposed: datetime.datetime) -> None:
    """Six among the five; one is only proposed, one is over."""
    for name, a, a_name, b, b_name, what, on, quarters, goods, cents in LINKS:
        entry = entry_of(name)
        ends = {"from_kind": Five(a), "from_name": a_name, "to_kind": Five(b), "to_name": b_name}
        said = {"what": what, "quarters": quarters, "goods": goods, "cents": cents}
        row = resource.propose(entry=entry, **ends, **said, by=rep(entry, proposed), at=proposed)
        if on:
            day, when = datetime.date.fromisoformat(on), at(f"{on} 16:00")
            resource.link(row=row, on=day, by=actor("liang", when), at=when)
    over = ResourceLink.objects.get(what="帮着写个案记录")
    when = at("2022-05-20 15:00")
    resource.end(row=over, on=shanghai.day(when), words="个案记录会写了，6 小时用完", by=actor("liang", when), at=when)


def money(given: datetime.datetime) -> None:
    """Small support for four; 暖阳 has three receipts, one of them waiting to be looked at."""
    liang, wang = actor("liang", given), actor("wang", given)
    for name in (WARM, "木作园非遗传习社", "四点半课堂公益社", "银发数字课堂"):
        support.give_money(entry=entry_of(name), cents=300000, purpose="第一季活动的材料和交通", by=liang, at=given)
    grant = entry_of(WARM).grants.get()
    for no, (what, cents, on) in enumerate(
        (
            ("血压计 3 台", 86700, "2022-04-08"),
            ("活动横幅和纸笔", 21350, "2022-04-15"),
            ("陪诊交通", 34600, "2022-05-27"),
        )
    ):
        when = at(f"{on} 17:30")
        kept = files.keep(
            upload=PAPER.replace(b"842", str(840 - no).encode()),
            name=f"{what}.pdf",
            purpose="receipt",
            by=wang,
            at=when,
        )
        grant.refresh_from_db()
        said = {"cents": cents, "what": what, "spent_on": datetime.date.fromisoformat(on), "scan": kept}
        support.give_receipt(grant=grant, **said, by=rep(grant.entry, when), at=when)
    for row in grant.receipts.order_by("spent_on")[:2]:
        when = row.given_at + datetime.timedelta(days=3)
        support.check_receipt(receipt=row, accepts=True, words="", by=actor("liang", when), at=when)
