"""To-dos while organisations are in incubation: title and act."""

from django.utils.translation import gettext_lazy as _

TODOS = {
    "archive": (_("签字页还有 {n} 份没归档"), _("归档")),
    "plans": (_("孵化计划还有 {n} 份没交"), _("去看")),
    "plan_judge": (_("孵化计划交来 {n} 份，等定"), _("去定")),
    "training": (_("培训：{n}"), _("去看")),
    "training_record": (_("培训“{n}”办过了，照签到表记人数"), _("去记")),
    "talk_first": (_("还有 {n} 家没做第一次督导"), _("去看")),
    "talk_follow": (_("督导跟进：{n}"), _("去跟进")),
    "link": (_("资源链接提了 {n} 条，等接"), _("去看")),
    "receipt": (_("票据等核：{n} 张"), _("去核")),
    "desk": (_("出壳以后，工位还没收回：{n} 个"), _("去收回")),
    "reports": (_("第 {n[0]} 季的季度报告还有 {n[1]} 份没交"), _("去看")),
    "report_judge": (_("季度报告交来 {n} 份，等收"), _("去收")),
    "report": (_("写第 {n} 份季度报告"), _("去写")),
    "report_back": (_("第 {n} 份季度报告退回修改"), _("去改")),
    "come": (_("培训：{n}"), _("看")),
    "plan": (_("写孵化计划"), _("去写")),
    "plan_back": (_("孵化计划退回修改"), _("去改")),
}
