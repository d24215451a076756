"""Heads of incubation's ledgers, indicators and to-dos."""

from django.utils.translation import gettext_lazy as _

APPLICATIONS, AGREEMENTS, ENTRIES = _("入驻申请台账"), _("孵化协议台账"), _("在孵台账")
NUMBER, NAME, BATCH, STATE = _("编号"), _("组织"), _("批次"), _("现在")
FROM, TO, SIGNED, RECEIVED = _("起"), _("止"), _("签约"), _("收到")
REGISTRATION, FIELD, CHANNEL = _("身份"), _("领域"), _("怎么来的")
ENTERED = _("入壳")
INDICATORS = {
    "received": _("收到申请"),
    "signed": _("签约"),
    "graduated": _("出壳"),
}
ASSESSMENTS, RECTIFICATIONS, GRADUATIONS, EXITS = _("评估台账"), _("整改台账"), _("出壳台账"), _("退出台账")
KIND, REPORT_BY, VERDICT, DUE = _("哪一种"), _("自评最迟"), _("结论"), _("最迟")
IDENTITY, GRADUATED = _("代码或备案号"), _("出壳")
UNIT_PAPERS, UNIT_HOMES = _("份"), _("家")
TODOS = {
    "screening": (_("初审还剩 {n} 份"), _("去审")),
    "call": (_("招募公告已批准，等发布"), _("去发布")),
    "call_draft": (_("招募公告等批准"), _("去批准")),
    "recusal": (_("回避等两人定：{n} 个"), _("去定")),
    "decision": (_("合议决定等签批"), _("去签批")),
    "notice": (_("公示等批准"), _("去批准")),
    "publish": (_("公示已批准，等发布"), _("去发布")),
    "objection": (_("异议 {n}，等受理"), _("受理")),
    "answer": (_("异议 {n}，要答复"), _("去办")),
    "sign": (_("协议还有 {n} 家没签"), _("去签")),
    "declare": (_("申报回避，才能看材料"), _("申报")),
    "score": (_("打分表还没封存：{n}"), _("打分")),
}
