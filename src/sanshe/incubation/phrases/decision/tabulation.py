"""Words and sentences of the tabulation."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.decision.tabulation import E, R, TabulationRule

RULES = {
    TabulationRule.MEAN: _("总分取未回避评委的平均，保留两位小数。"),
    TabulationRule.TRIMMED: _("打分表满 5 张的，去掉一个最高总分和一个最低总分，再取平均，保留两位小数。"),
}
TIES = _("同分的，先比第 5 项平均分，再比第 2 项；仍相同的并列，不按行序拆开。并列压在入围线上，由评审小组记名表决。")
SENTENCES = {
    R.SHEETS_MISSING: _("还差 %(missing)s 张打分表没封存。全部封存才能汇总。"),
    R.NO_SHEETS: _("这一场没有打分表，没有可汇总的。"),
    R.NOT_YET: _("汇总还没有生成。全场封存后才看得到分数和名次。"),
    R.DIFFERS: _("重算结果和留存的不一样。请停止使用这份汇总，告诉审计人员。"),
    R.RECUSED_HERE: _("您在这一批有回避。公示发布以前，您看不到这一批的汇总。"),
}
EVENTS = {E.RUN: _("生成评审汇总"), E.CHECKED: _("重算评审汇总")}
