"""Texts of the messages to applicants: code -> title and text."""

from django.utils.translation import gettext_lazy as _

LETTERS = {
    "incubation.returned": (
        _("{number} 要补正"),
        _("{name}：您的申请 {number} 要补正：{reason}。请在 {due} 24 时前补好，逾期按初审未通过处理。"),
    ),
    "incubation.refused": (
        _("{number} 初审未通过"),
        _("{name}：您的申请 {number} 初审未通过：{reason}。{until} 24 时前可以申请复核，由别人答复。"),
    ),
    "incubation.confirmed": (
        _("{number} 入选"),
        _("{name}：公示期满，您已入选。{from_day}至{to_day}签孵化协议，请带证件和印章。"),
    ),
    "incubation.reserve": (
        _("{number} 列为候补"),
        _("{name}：您列为候补第 {n}，{until} 前有空位时按序递补，重新公示。"),
    ),
    "incubation.claimed": (
        _("有人以{name}的名义交了申请 {number}"),
        _("{name}：有人以贵组织的名义交了入驻申请 {number}，核实以前不会通过。不是你们交的，请打 {phone} 告诉中心。"),
    ),
    "incubation.late": (
        _("{name}的{what}交晚了"),
        _("{name}的{what}过了期限才交来，收下了，写明交晚了。"),
    ),
    "incubation.plan_returned": (
        _("孵化计划退回修改"),
        _("{name}：孵化计划退回修改：{words}。改好再交一次就行。"),
    ),
    "incubation.plan_agreed": (
        _("孵化计划定了"),
        _("{name}：孵化计划定了，里程碑列在您的在孵页上，做到一件记一件。{words}"),
    ),
    "incubation.training": (
        _("培训：{title}"),
        _("{name}：{when} 在{place}培训“{title}”，请派人来。到了在签到表上写来几人就行。"),
    ),
    "incubation.training_off": (
        _("培训取消：{title}"),
        _("{name}：培训“{title}”取消了：{reason}。另定时间会再告诉您。"),
    ),
    "incubation.receipt_refused": (
        _("票据没通过：{what}"),
        _("{name}：票据“{what}”没通过：{words}。钱数已经退回支持里，换一张票据再交。"),
    ),
    "incubation.report_returned": (
        _("第 {no} 份季度报告退回修改"),
        _("{name}：第 {no} 份季度报告退回修改：{words}。改好再交一次就行。"),
    ),
    "incubation.midterm": (
        _("中期评估：最迟 {day} 交自评"),
        _("{name}：孵化期快过半了，要做中期评估。请在 {day} 24 时前交自评，手机上能写，写一点存一点。"),
    ),
    "incubation.graduation": (
        _("出壳评估：最迟 {day} 交自评"),
        _("{name}：孵化期快满，要做出壳评估。请在 {day} 24 时前交自评。出壳要有登记或有效的备案，还没办的请找中心。"),
    ),
    "incubation.report_late": (
        _("自评逾期，最迟 {day} 交"),
        _("{name}：自评过期还没交。最迟 {day} 24 时前交来，逾期按自愿退出办。有难处请打中心的电话。"),
    ),
    "incubation.verdict.pass": (_("中期评估：通过"), _("{name}：中期评估通过，照计划往下做。")),
    "incubation.verdict.rectify": (_("中期评估：要整改"), _("{name}：中期评估有几处要改，整改通知书随后送到。")),
    "incubation.verdict.extend": (_("中期评估：建议延期"), _("{name}：中期评估建议延期，中心会报区民政局批。")),
    "incubation.verdict.recommended": (_("出壳评估：建议出壳"), _("{name}：出壳评估通过，中心会报区民政局批。")),
    "incubation.verdict.not_yet": (_("出壳评估：暂不出壳"), _("{name}：出壳评估还差一些，中心会报区民政局批延期。")),
    "incubation.verdict.not": (_("出壳评估：不出壳"), _("{name}：出壳评估没有通过，接下来怎么办，中心会和您说。")),
    "incubation.rectify": (
        _("整改通知书 {number}"),
        _("{name}：整改通知书 {number} 发给您了。请在 {day} 24 时前逐条写明怎么改的。"),
    ),
    "incubation.extended": (_("延期到 {day}"), _("{name}：区民政局准予延期，孵化期到 {day}。延期只有一次。")),
    "incubation.graduated": (
        _("出壳了：{number}"),
        _("{name}：区民政局批准出壳，证书 {number}。往后一年每三个月有人来看看。"),
    ),
    "incubation.leaving": (
        _("退驻通知书"),
        _("{name}：退驻通知书发给您了。请在 {day} 24 时前交接场地、钥匙、物品、材料、经费。"),
    ),
}
