"""Heads of incubation's ledgers, and indicators."""

from django.utils.translation import gettext_lazy as _

APPLICATIONS, AGREEMENTS, ENTRIES = _("入驻申请台账"), _("孵化协议台账"), _("在孵台账")
NUMBER, NAME, BATCH, STATE = _("编号"), _("组织"), _("批次"), _("现在")
FROM, TO, SIGNED, RECEIVED = _("起"), _("止"), _("签约"), _("收到")
REGISTRATION, FIELD, CHANNEL = _("身份"), _("领域"), _("怎么来的")
ENTERED = _("入壳")
SCREENINGS, LATES, SCORES = _("初审台账"), _("逾期未收台账"), _("评审汇总台账")
SCREENINGS_NOTE = _("一条资格一行：谁看的，凭什么，退回的原样写给申请人的话和期限。")
LATES_NOTE = _("截止以后才收到的，没有编号；只记草稿号和收到时间，不看内容。")
SCORES_NOTE = _("最后一张打分表封存以后才有；名次按公告的规则。")
RULE, CONDITION, VERDICT, EVIDENCE = _("第几条"), _("资格条件"), _("结论"), _("凭什么")
REASON, BY, CHECKED, RETURN_DUE = _("写给申请人的话"), _("谁看的"), _("什么时候"), _("补正期限")
DRAFT_CODE, LATE_AT = _("草稿号"), _("收到时间")
RANK, DRAWN, SHEETS, TOTAL, MEAN = _("名次"), _("抽签号"), _("打分表"), _("总分"), _("平均分")
RESULT, RESERVE_NO = _("结果"), _("候补第几")
GATE = _("过了哪一关")
INDICATORS = {
    "received": _("收到申请"),
    "signed": _("签约"),
    "screened_in": _("初审通过"),
    "selected": _("评审入围"),
    "late": _("逾期未收"),
    "in_incubation": _("在孵"),
    "graduated": _("出壳"),
}
UNIT_PAPERS, UNIT_HOMES = _("份"), _("家")
ASSESSMENTS, RECTIFICATIONS, GRADUATIONS, EXITS = _("评估台账"), _("整改台账"), _("出壳台账"), _("退出台账")
KIND, REPORT_BY, VERDICT, DUE = _("哪一种"), _("自评最迟"), _("结论"), _("最迟")
IDENTITY, GRADUATED = _("代码或备案号"), _("出壳")
OFFICES_STEP = (
    _("登记承办和审批单位"),
    _("孵化中心和区民政局：叫什么、在哪里、文号用什么字；只登记一次，每一批都用它。"),
    _("登记"),
)
BATCH_STEP = (_("筹备第一批"), _("日子、家数、评分标准；招募公告从它那里写。"), _("筹备一批"))
