"""The panel, its day, its decision."""

import datetime
import random

from sanshe.core.accounts.story import actor
from sanshe.core.kit import ids as new_ids
from sanshe.incubation.actions.decision import decision, tabulation
from sanshe.incubation.actions.panel import panel, score, session
from sanshe.incubation.enums.decision.decision import MotionKind, Side
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.models import Panelist
from sanshe.incubation.queries.call.batch import rubric
from sanshe.incubation.queries.decision import decision as decided
from sanshe.incubation.queries.panel import panel as queries
from sanshe.incubation.queries.panel.score import due
from sanshe.incubation.rules.panel.panel import seal_of_number
from sanshe.incubation.story.applications import NUMBERS, ORDER, by_name, third
from sanshe.incubation.story.numbers import marks_of, sheet_totals
from sanshe.incubation.story.people import PANEL, seat_panel

MINUTE = datetime.timedelta(minutes=1)
TOTALS = {
    "暖阳助老服务中心": 616, "青禾青少年事务中心": 604, "古城记忆口述史小组": 599, "邻里厨房互助社": 513,
    "小蜜蜂社区清洁互助队": 550, "银发数字课堂": 549, "爱之声助听服务中心": 546, "生命树安宁疗护服务队": 545,
    "社区营造研习社": 467, "彩虹桥新市民融入中心": 544, "木作园非遗传习社": 541, "新芽孤独症家长互助会": 532,
    "智善防诈宣传服务中心": 455, "惠民维修义工队": 529, "守望独居老人探访队": 447, "西王庄乡村图书角": 520,
    "巧手坊妇女手工合作社": 483, "平安家庭调解工作室": 554, "御河巡河护绿队": 554,
}  # fmt: skip
BETWEEN = (597, 594, 591, 588, 585, 582, 579, 577, 574, 571, 568, 566, 563, 560, 557)
EQUALS = ("平安家庭调解工作室", "御河巡河护绿队")
RECUSED = {
    ("han", "智善防诈宣传服务中心"): (RelationKind.FOUNDER, "2019年发起人名单第 2 位"),
    ("han", "邻里厨房互助社"): (RelationKind.SUPERVISOR, "2020年督导记录 11 次"),
    ("han", "巧手坊妇女手工合作社"): (RelationKind.SUPERVISOR, "2020年督导记录 6 次"),
    ("xue", "社区营造研习社"): (RelationKind.SELF_OR_KIN, "亲属任职"),
    ("bai", "守望独居老人探访队"): (RelationKind.SUPERVISOR, "所在协会在督导，记录 9 次"),
}
SAME_NAME = ("hez", "睦邻停车议事会")
WORDS = {side: f"{side}-20220113" for side in NUMBERS}


def totals() -> dict[str, int]:
    """The total of each applicant over its sheets."""
    rest = [name for name in ORDER if name not in TOTALS]
    return {**TOTALS, **dict(zip(rest, BETWEEN, strict=True))}


def sheets(seed: int) -> dict[tuple[str, str], tuple[int, ...]]:
    """(applicant, panelist key) -> marks; two applicants are true equals, mark by mark."""
    chance = random.Random(seed)
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for name, total in totals().items():
        who = [i for i, (key, *_rest) in enumerate(PANEL) if (key, name) not in RECUSED]
        if name == EQUALS[1]:
            found |= {(name, PANEL[i][0]): found[EQUALS[0], PANEL[i][0]] for i in who}
            continue
        for i, points in zip(who, sheet_totals(total, who, chance), strict=True):
            found[name, PANEL[i][0]] = marks_of(points, chance)
    return found


def seat(when: datetime.datetime) -> None:
    """Seven members are appointed; what the register knows of relations is found."""
    people, liang = seat_panel("2022-01-12 09:00"), actor("liang", when)
    for key, name, side, title in PANEL:
        said = {"person": people[key], "name": name, "side": side, "title": title, "is_chair": key == "hou"}
        panel.appoint(batch=third(), by=liang, at=when, **said)


def member(key: str) -> Panelist:
    name = next(name for one, name, *_ in PANEL if one == key)
    return Panelist.objects.select_related("panel", "panel__batch", "panel__batch__centre").get(
        panel__batch__no=3, name=name
    )


def declare(key: str, when: datetime.datetime) -> None:
    """One member's declaration: what ties them, and why a namesake is somebody else."""
    related = {by_name(name).pk: said for (who, name), said in RECUSED.items() if who == key}
    denied = {by_name(SAME_NAME[1]).pk: "申请联系人同名，身份证件核过，不是一个人"} if key == SAME_NAME[0] else {}
    panel.declare(panelist=member(key), related=related, denied=denied, by=actor(key, when), at=when)


def decide(when: datetime.datetime) -> None:
    """樊丽 and 乔国强 decide all six relations, one after the other."""
    for relation in queries.relations(third()):
        is_namesake = relation.kind == RelationKind.SAME_NAME
        found = RelationDecision.NO_CONFLICT if is_namesake else RelationDecision.RECUSED
        for key in ("fan", "qiaoz"):
            relation.refresh_from_db()
            said = {"decision": found, "reason": relation.said or "系统查出，材料核过"}
            panel.decide_recusal(relation=relation, by=actor(key, when), at=when, **said)


def draw(when: datetime.datetime) -> None:
    """Three sealed numbers, opened at once."""
    liang = actor("liang", when)
    for side, number in NUMBERS.items():
        seal = seal_of_number(number=number, nonce=WORDS[side])
        panel.seal_number(batch=third(), side=side, seal=seal, by=liang, at=when)
    opened = {side: (number, WORDS[side]) for side, number in NUMBERS.items()}
    panel.open_draw(batch=third(), opened=opened, by=liang, at=when + 5 * MINUTE)


def lock(when: datetime.datetime) -> None:
    panel.lock(batch=third(), by=actor("liang", when), at=when)


def open_day(when: datetime.datetime) -> None:
    for key, *_ in PANEL:
        session.arrive(panelist=member(key), by=actor("liang", when), at=when)
    session.start(batch=third(), by=actor("hou", when), at=when + 10 * MINUTE)


def hear(first: int, last: int, start: datetime.datetime, seed: int) -> None:
    """Applicants `first` to `last` of the drawn order present, are asked and are scored, 12 minutes each."""
    given, points = sheets(seed), rubric(third())
    seats = {key: member(key) for key, *_ in PANEL}
    for i, place in enumerate(range(first, last + 1)):
        turn = start + i * 12 * MINUTE
        call_up(turn)
        slot = queries.on_stage(third())
        assert slot is not None and slot.place == place
        for key, who in seats.items():
            marks = given.get((slot.application.name, key))
            if marks:
                seal(who, slot.application, marks, points, key, turn + 11 * MINUTE)
        session.finish(batch=third(), by=actor("hou", turn), at=turn + 12 * MINUTE)


def call_up(turn: datetime.datetime) -> None:
    hou, batch = actor("hou", turn), third()
    session.call_next(batch=batch, by=hou, at=turn)
    session.begin(batch=batch, by=hou, at=turn)
    session.set_phase(batch=batch, phase=Phase.QUESTIONS, by=hou, at=turn + 5 * MINUTE)
    session.ask(batch=batch, text="一年以后，怎么知道有用？", by=hou, at=turn + 6 * MINUTE)
    session.set_phase(batch=batch, phase=Phase.SCORING, by=hou, at=turn + 10 * MINUTE)


def seal(
    who: Panelist, application: object, marks: tuple[int, ...], points: dict, key: str, when: datetime.datetime
) -> None:
    said = {"marks": dict(enumerate(marks, start=1)), "comment": "", "points": points, "noted_at": when}
    place = {"sheet_id": new_ids.new(), "panelist": who, "application": application}
    score.seal_sheet(**place, **said, by=actor(key, when), at=when)


def half_sheet(when: datetime.datetime) -> None:
    """白志远 has five marks and has not sealed."""
    slot = queries.on_stage(third())
    assert slot is not None
    marks = dict(enumerate((16, 18, 14, 17, 17), start=1))
    place = {"sheet_id": new_ids.new(), "panelist": member("bai"), "application": slot.application}
    score.save_sheet(**place, marks=marks, comment="", points=rubric(third()), noted_at=when, at=when)


def close_day(when: datetime.datetime) -> None:
    session.end(batch=third(), by=actor("hou", when), at=when)
    tabulation.run(batch=third(), rule=TabulationRule.MEAN, due=due(third()), by=actor("liang", when), at=when + MINUTE)


def deliberate(when: datetime.datetime) -> None:
    """One block, then those with a recusal and those in the grey zone alone; ranks 30 and 31 with one against."""
    hou, batch = actor("hou", when), third()
    present = {member(key).pk for key, *_ in PANEL}
    row = decision.open_decision(batch=batch, present=present, by=hou, at=when)
    against = {str(by_name(name).pk) for name in ("新芽孤独症家长互助会", "智善防诈宣传服务中心")}
    for ballot in decided.ballots(row):
        left = {str(vote.panelist_id) for vote in ballot.votes.all()}
        for key in ("hou", "xue", "hez", "jin", "tian", "han", "bai"):
            who = member(key)
            if str(who.pk) in left:
                continue
            no = key == "tian" and ballot.kind == MotionKind.ALONE and ballot.applicants[0] in against
            decision.vote(ballot=ballot, panelist=who, side=Side.AGAINST if no else Side.FOR, by=hou, at=when)
    row.refresh_from_db()
    reason = "第 29 至 33 名分差在评分误差以内，逐家合议。按公布的规则，名次不变。"
    decision.submit(decision=row, reason=reason, by=hou, at=when + 20 * MINUTE)


def approve(when: datetime.datetime) -> None:
    row = decided.decision_of(third())
    assert row is not None
    decision.approve(decision=row, by=actor("hao", when), at=when)


def start_17(turn: datetime.datetime, seed: int) -> None:
    """No. 17 has presented; four have sealed, one is at it, one has lost the signal, one is out of the room."""
    call_up(turn)
    slot = queries.on_stage(third())
    assert slot is not None
    given, points = sheets(seed), rubric(third())
    for key in ("hou", "xue", "hez", "tian"):
        seal(member(key), slot.application, given[slot.application.name, key], points, key, turn + 9 * MINUTE)
    half_sheet(turn + 9 * MINUTE)


def finish_17(when: datetime.datetime, seed: int) -> None:
    """The two left seal theirs, and the turn ends."""
    slot = queries.on_stage(third())
    assert slot is not None
    given, points = sheets(seed), rubric(third())
    for key in ("jin", "bai"):
        who, kept = member(key), score_of(member(key), slot)
        said = {"marks": dict(enumerate(given[slot.application.name, key], start=1)), "comment": "", "points": points}
        place = {"sheet_id": kept or new_ids.new(), "panelist": who, "application": slot.application}
        score.seal_sheet(**place, **said, noted_at=when, by=actor(key, when), at=when)
    session.finish(batch=third(), by=actor("hou", when), at=when + MINUTE)


def score_of(who: Panelist, slot: object) -> object:
    """The id of a sheet that was begun."""
    from sanshe.incubation.queries.panel.score import sheet  # read again, for it may have been begun meanwhile

    found = sheet(who, slot.application_id)  # type: ignore[attr-defined]  # a slot, as the caller has it
    return found.pk if found else None
