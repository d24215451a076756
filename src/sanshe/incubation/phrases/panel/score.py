"""Words and sentences of the score sheets."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.panel.score import ChangeState, E, R

CHANGE_STATES = {
    ChangeState.ASKED: _("等两人同意"),
    ChangeState.FIRST_AGREED: _("等第二人同意"),
    ChangeState.IN_FORCE: _("已更正"),
    ChangeState.DECLINED: _("没同意"),
}
# The three anchors of a criterion, from the highest mark down.
BANDS = (_("突出：依据充分，已经在做"), _("一般：说得明白，还缺依据"), _("不足：没有说清，或者不相关"))
SENTENCES = {
    R.NOT_SCORED: _("还有 %(left)s 项没打分。没打分不等于 0 分，打完才能封存。"),
    R.OFF_SCALE: _("分数超出了范围。每项只能打 0 到满分的整数。"),
    R.OTHER_CRITERIA: _("这张表的指标和公布的评分标准不一样。请重新打开打分表。"),
    R.RECUSED: _("您已回避这一家，不能打分，也看不到它的内容。"),
    R.NOT_ON_PANEL: _("您不是这一批的评委，不能打分。"),
    R.NOT_CALLED: _("这一家还没叫到号。叫到号，打分表会自己打开。"),
    R.IS_SEALED: _("这张表已经封存，不能再改。要更正请写明原因，由两人同意。"),
    R.NOT_SEALED: _("这张表还没封存，直接改就行，不用申请更正。"),
    R.OTHER_CONTENT: _("同一张表已经收到另一份，内容不一样。两份都留着，请打开看清再定。"),
    R.SECOND_SHEET: _("这个编号是别的打分表的，没有收下。请重新打开这一家的打分表。"),
    R.OTHER_DEVICE: _("这张表在您的另一台设备上也填过，内容不一样。两份都留着，请选一份。"),
    R.OTHER_SEAT: _("这张表是另一位评委在这台设备上填的。请那一位登录以后再交。"),
    R.STALE: _("这张表刚被改过。请重新打开，看清现在的内容再改。"),
    R.NO_REASON: _("请写明更正的原因。"),
    R.NO_CHANGE: _("新旧分数一样，没有要更正的。"),
    R.CHANGE_OPEN: _("这张表已经有一份更正在等同意，等有了结果再申请。"),
    R.TABULATED: _("汇总已经生成，不能再更正。要改须重新召集评审小组。"),
    R.CLOSED_YET: _("全场还没有全部封存。最后一张封存以前，谁都看不到别人的分数、平均和名次。"),
}
EVENTS = {
    E.SEALED: _("封存打分表"),
    E.CLASHED: _("同一张表收到两份，都留下"),
    E.CHANGE_ASKED: _("申请更正打分"),
    E.CHANGE_AGREED: _("同意更正打分"),
    E.CHANGED: _("更正打分"),
    E.CHANGE_DECLINED: _("没同意更正打分"),
}
