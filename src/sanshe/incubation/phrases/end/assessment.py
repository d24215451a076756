"""Words of assessments."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.end.assessment import AssessmentEvent as E
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.enums.end.assessment import AssessmentState as S
from sanshe.incubation.enums.end.assessment import Kind, PaperState, Verdict

NAMES = {Kind.MIDTERM: _("中期评估"), Kind.GRADUATION: _("出壳评估")}
STATES = {
    S.ANNOUNCED: _("等自评"),
    S.REPORTED: _("等面谈"),
    S.INTERVIEWED: _("等核对材料"),
    S.CHECKED: _("等提结论"),
    S.PROPOSED: _("结论等别人定"),
    S.DECIDED: _("有结论"),
    S.ABSENT: _("没有参加"),
}
PILLS = {
    S.ANNOUNCED: "wait",
    S.REPORTED: "run",
    S.INTERVIEWED: "run",
    S.CHECKED: "run",
    S.PROPOSED: "run",
    S.DECIDED: "done",
    S.ABSENT: "off",
}
VERDICTS = {
    Verdict.PASS: _("通过"),
    Verdict.RECTIFY: _("整改"),
    Verdict.EXTEND: _("延期"),
    Verdict.RECOMMENDED: _("建议出壳"),
    Verdict.NOT_YET: _("暂不出壳，延期"),
    Verdict.NOT: _("不出壳"),
}
VERDICT_PILLS = {
    Verdict.PASS: "done",
    Verdict.RECTIFY: "due",
    Verdict.EXTEND: "due",
    Verdict.RECOMMENDED: "done",
    Verdict.NOT_YET: "due",
    Verdict.NOT: "over",
}
PAPERS = {PaperState.OPEN: _("还没看"), PaperState.SEEN: _("看过"), PaperState.MISSING: _("缺")}
DIMENSIONS = {"内部治理": _("内部治理"), "服务开展": _("服务开展"), "财务管理": _("财务管理")}
STEPPED_ASIDE = _("回避")
TOO_FEW = _("面谈要两位评估人打完分，还差 {n} 位。请在“评估人”里请。")
NOT_MARKED = _("还没打分：{names}。都打完，面谈才能结束。")
SUMMARY = _("还有什么要说，要中心帮什么")
KINDS: dict[str, Any] = {"incubation.assessment": _("评估")}
FIELDS: dict[str, Any] = {
    "assessment": _("哪种评估"),
    "report_by": _("自评最迟"),
    "late": _("逾期交"),
    "marks": _("评分"),
    "assessors": _("评估人数"),
    "papers": _("材料"),
    "relation": _("关系"),
    "verdict": _("结论"),
    "rule_says": _("按规则"),
    "until": _("最迟"),
    "indicators": _("指标"),
}
EVENTS = {
    E.INDICATORS: _("改评估指标"),
    E.ANNOUNCED: _("通知评估"),
    E.REPORTED: _("交自评"),
    E.ASSESSOR: _("请评估人"),
    E.DECLARED: _("申报：没有关系"),
    E.RECUSED: _("评估人回避"),
    E.MARKED: _("评分"),
    E.INTERVIEWED: _("面谈"),
    E.CHECKED: _("核对材料"),
    E.PROPOSED: _("提结论"),
    E.SENT_BACK: _("退回结论"),
    E.DECIDED: _("定结论"),
    E.REMINDED: _("催自评"),
    E.ABSENT: _("没有参加评估"),
}
BESIDE = {
    R.DAYS_WRONG: "report_by",
    R.NOT_AN_ASSESSOR: "person",
    R.RELATED: "person",
    R.ALREADY_NAMED: "person",
    R.VERDICT_UNKNOWN: "verdict",
}
SENTENCES = {
    R.OUTSIDE_WINDOW: _(
        "不在评估的日子里。中期评估在孵化期过半的前后一个月，出壳评估在最后一个月：%(first)s 至 %(last)s。"
    ),
    R.NOBODY_NOW: _("这一批现在没有到评估日子、还没通知的组织。"),
    R.DAYS_WRONG: _("自评的期限不能在今天以前。"),
    R.RUNS_ALREADY: _("这一家这种评估已经在办，或者有了结论。"),
    R.NOT_IN_INCUBATION: _("这一家不在孵，不用评估。"),
    R.INDICATORS_FROZEN: _("第一份通知已经发出，指标不能再改。"),
    R.INDICATORS_WRONG: _("三个方面都要有指标，每项至少 1 分，合起来正好 100 分。"),
    R.NOT_NOW: _("这份评估现在不能这样办。请看看它到了哪一步。"),
    R.STALE: _("这一处刚被改过。请重新打开，看清现在的内容再改。"),
    R.REPORT_EMPTY: _("还有指标没写。每项写一句就行，没有做的写“没有”。"),
    R.TOO_LATE: _("催办给的日子过了，不再收自评。请打中心的电话。"),
    R.NOT_AN_ASSESSOR: _("评估人要有评估的权限，并且是这一家的评估人。"),
    R.RELATED: _("这一位和这家组织有关系，要回避，请换一位。"),
    R.DETECTED: _("查到您和这一家有关系（督导过，或者姓名、电话、单位对得上）。请按有关系申报，由别人来评。"),
    R.NOT_DECLARED: _("您是这一家的评估人。看材料之前先申报：和它有没有关系。"),
    R.DECLARED_ALREADY: _("您已经申报过，不能再改。想起新的关系，请马上告诉中心，另请一位。"),
    R.RECUSED: _("您已回避这一家，不能评，也看不到它的内容。"),
    R.NO_WORDS: _("请写一句是什么关系。"),
    R.ALREADY_NAMED: _("这一位已经是评估人。"),
    R.ONE_ASSESSOR: _("面谈至少两位评估人。"),
    R.MARK_WRONG: _("每项是 0 到满分的整数。"),
    R.MARKS_MISSING: _("还有评估人或指标没有打分。"),
    R.NO_RECORD: _("请写面谈记录。"),
    R.PAPERS_OPEN: _("还有材料没看。每样写看过或者缺。"),
    R.VERDICT_UNKNOWN: _("这里不能用这个结论。延期只有一次，用过就不再有。"),
    R.NO_REASON: _("和按规则算出来的不一样，请写为什么。"),
    R.NO_REMINDER: _("没有催过，不能按没有参加办。"),
    R.STILL_TIME: _("还没到期。自评期限过了才能催；催了以后给的日子过了，才能按没有参加办。"),
}
