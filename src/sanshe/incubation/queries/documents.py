"""Papers of incubation as trees of values, made from the rows."""

from typing import Any

from sanshe.core.ledgers.types import Box, Doc, Heading, Para, Signature, Table
from sanshe.incubation.models import Batch, Call
from sanshe.incubation.queries.batch import criteria, rules_of
from sanshe.incubation.queries.decision import ballots, decision_of, places, result_of, tabulation_of
from sanshe.incubation.queries.panel import members, slots
from sanshe.incubation.rules.decision import majority, quorum
from sanshe.incubation.rules.tabulation import two_places

OFFICES = {"bureau": "区民政局", "centre": "创享中心", "social_work": "资深社工", "community": "社区"}
SIDES = {"for": "赞成", "against": "反对", "abstain": "弃权", "left": "回避"}


def day(date: object) -> str:
    return f"{date.year}年{date.month}月{date.day}日"  # type: ignore[attr-defined]


def short(date: object) -> str:
    return f"{date.month}月{date.day}日"  # type: ignore[attr-defined]


def call_doc(batch: Batch, call: Call) -> Doc:
    """招募公告: conditions, papers, how it is judged, when, where to turn to."""
    seats = "、".join(f"{OFFICES[side]} {n} 人" for side, n in batch.panel_sides.items() if n)
    need = tuple(Para(f"{rule.no}．{rule.text}", "plain") for rule in rules_of(batch))
    marks = tuple((str(c.no), c.name, c.says, f"{c.points} 分") for c in criteria(batch))
    unit = "个工作日" if batch.notice_day_kind == "workday" else "日"
    days = (
        ("报名", f"{short(call.opens_on)}至{short(call.closes_on)} 24 时", "网上或送到中心都算，以收到时间为准"),
        ("初审", f"至{short(batch.screening_until)}", "缺什么会告诉您，给 3 个工作日补"),
        ("现场评审", short(batch.panel_on), "抽签定顺序；陈述 5 分钟，提问 5 分钟，打分 2 分钟"),
        ("公示", f"{batch.notice_days} {unit}", "谁都可以提异议"),
        ("签约入壳", f"计划{short(batch.signing_from)}", f"签孵化协议，孵化 {batch.term_months} 个月"),
    )
    judged = (
        f"评审小组：{seats}，与申请组织有关系的回避。取未回避评委的平均；同分的，先比第 5 项平均分，再比第 2 项，仍相同的评审小组记名表决。"
        "叫号三次不到的移到最后一号，仍不到按缺席，不打分、不列候补。评审小组到会不少于三分之二，决定须全体过半赞成。标准自公告之日起不再改。"
    )
    centre = batch.centre
    blocks: tuple[Any, ...] = (
        Para(str(call.content.get("intro", ""))),
        Heading("一、申报条件"), *need,
        Heading("二、申报材料"),
        Para("已登记或备案的：登记证书或备案证的照片。筹办的：三位发起人的身份证明。都要：负责人签名的承诺页一张。别的都在表里填。"),
        Heading("三、评审办法"), Para(judged), Table(("", "指标", "说明", "分值"), marks, (1, 4, 7, 2), (3,)),
        Heading("四、时间安排"), Table(("事项", "时间", "说明"), days, (2, 4, 6)),
        Heading("五、联系方式"), Para(f"{centre.address}，{centre.hours}。电话 {centre.phone}。"),
        Signature(names=(centre.name,), date=day(call.opens_on)),
    )  # fmt: skip
    return Doc(f"{batch.name}招募公告", call.number, blocks, org=centre.name)


def order_doc(batch: Batch) -> Doc:
    """抽签顺序表."""
    rows = tuple((str(s.place), s.application.name, "") for s in slots(batch).order_by("place"))
    head = ("序号", "组织", "签到")
    return Doc(f"{batch.name}现场评审顺序表", blocks=(Table(head, rows, (1, 5, 3), (0,)),), style="plain")


def summary_doc(batch: Batch) -> Doc:
    """汇总表 with the members' places to sign."""
    run = tabulation_of(batch)
    names = {str(s.application_id): s.application.name for s in slots(batch)}
    standings = result_of(run).standings if run else ()
    rows = tuple((str(s.rank), names[s.applicant], str(s.sheets), str(s.points), two_places(s.mean)) for s in standings)
    boxes = tuple(Box(f"{OFFICES[m.side]} {m.name}", ("", "日期")) for m in members(batch))
    head = Table(("名次", "组织", "打分表", "总分", "平均"), rows, (1, 6, 2, 2, 2), (0, 2, 3, 4))
    foot = f"结果指纹 {run.result_hash[:16]}，输入指纹 {run.inputs_hash[:16]}" if run else ""
    return Doc(
        f"{batch.name}评审汇总表", blocks=(head, Signature(boxes=boxes, style="boxes")), style="plain", foot=foot
    )


def minutes_doc(batch: Batch) -> Doc:
    """评审会议纪要: attendance, recusals, every vote by name, the reason."""
    decision, seated = decision_of(batch), members(batch)
    if decision is None:
        return Doc(f"{batch.name}评审会议纪要", blocks=(Para("还没有合议。"),), style="plain")
    names = {str(p.application_id): p.application.name for p in places(batch)}
    rows = tuple(_vote_row(ballot, names) for ballot in ballots(decision))
    here = "、".join(m.name for m in seated if str(m.pk) in decision.present)
    needed = (
        f"应到 {decision.members} 人，实到 {len(decision.present)} 人（要到 {quorum(decision.members)} 人）：{here}。"
    )
    blocks = (
        Heading("一、到会"), Para(needed),
        Heading("二、表决"), Para(f"每项须全体过半，即 {majority(decision.members)} 人赞成。回避的离席，不减全体人数。"),
        Table(("项", "次", "组织", "表决", "结果"), rows, (1, 1, 6, 4, 2), (0, 1)),
        Heading("三、理由"), Para(decision.reason or "——"),
        Signature(boxes=tuple(Box(m.name, ("", "日期")) for m in seated), style="boxes"),
    )  # fmt: skip
    return Doc(f"{batch.name}评审会议纪要", blocks=blocks, style="plain")


def _vote_row(ballot: object, names: dict[str, str]) -> tuple[str, ...]:
    votes = list(ballot.votes.all())  # type: ignore[attr-defined]
    counts = {side: sum(one.side == side for one in votes) for side in SIDES}
    told = "，".join(f"{SIDES[side]} {n}" for side, n in counts.items() if n)
    who = [names.get(key, key) for key in ballot.applicants]  # type: ignore[attr-defined]
    shown = who[0] if len(who) == 1 else f"{who[0]}等 {len(who)} 家，一并"
    outcome = {"carried": "通过", "fallen": "没通过", "reconsider": "再议", "open": "还没表决"}[ballot.outcome]  # type: ignore[attr-defined]
    return str(ballot.no), str(ballot.time), shown, told, outcome  # type: ignore[attr-defined]
