"""Words of what is due: what is owed, and when it is said."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.reminder import Step

OWED = {
    "announce_midterm": (_("通知中期评估"), _("去通知")),
    "announce_graduation": (_("通知出壳评估"), _("去通知")),
    "self_report": (_("交自评"), _("去写")),
    "assess": (_("评估到有结论"), _("去办")),
    "issue_rectification": (_("发整改通知书"), _("去发")),
    "rectify": (_("交整改结果"), _("去写")),
    "check_rectification": (_("复查整改"), _("去查")),
    "hand_over": (_("交接场地、钥匙、材料、经费"), _("去看")),
    "take_over": (_("收场地、钥匙、材料、经费"), _("去记")),
    "term_end": (_("孵化期满，出壳、延期或退出"), _("去办")),
    "visit": (_("回访"), _("去记")),
    "plan": (_("写孵化计划"), _("去写")),
    "report": (_("写季度报告"), _("去写")),
    "training": (_("来培训"), _("看")),
    "supervision": (_("督导跟进"), _("去跟进")),
    "declare_assessor": (_("评估前申报：和它有没有关系"), _("去申报")),
    "mark": (_("面谈打分"), _("去打分")),
    "decide": (_("定评估结论"), _("去定")),
    "approve_extension": (_("批延期"), _("去批")),
    "approve_graduation": (_("批出壳"), _("去批")),
    "approve_exit": (_("批退出"), _("去批")),
    "absent": (_("自评逾期，催办或按没有参加办"), _("去办")),
}
OTHER = (_("有一件事要办"), _("去看"))
LETTERS = {
    Step.WEEK: "incubation.due.soon",
    Step.DAY: "incubation.due.soon",
    Step.OVERDUE: "incubation.due.overdue",
}
