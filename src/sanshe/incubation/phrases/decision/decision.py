"""Words and sentences of the panel's decision."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.decision.decision import (
    DecisionState,
    E,
    MotionKind,
    Outcome,
    PlaceKind,
    PlaceState,
    R,
    Side,
)

STATES = {
    DecisionState.OPEN: _("合议中"),
    DecisionState.SUBMITTED: _("等民政局签批"),
    DecisionState.APPROVED: _("已签批"),
    DecisionState.SENT_BACK: _("退回评审小组"),
}
OUTCOME_PILLS = {Outcome.CARRIED: "done", Outcome.OPEN: "wait", Outcome.RECONSIDER: "off", Outcome.FALLEN: "off"}
PLACE_PILLS = {PlaceKind.SELECTED: "run", PlaceKind.RESERVE: "wait", PlaceKind.NOT_SELECTED: "off"}
MOTIONS = {MotionKind.BLOCK: _("一并表决"), MotionKind.ALONE: _("单独表决"), MotionKind.TIE: _("并列记名表决")}
SIDES = {Side.FOR: _("赞成"), Side.AGAINST: _("反对"), Side.ABSTAIN: _("弃权"), Side.LEFT: _("回避")}
OUTCOMES = {
    Outcome.OPEN: _("还没表决"),
    Outcome.CARRIED: _("通过"),
    Outcome.RECONSIDER: _("没过半，再议一次"),
    Outcome.FALLEN: _("两次没过半"),
}
PLACES = {PlaceKind.SELECTED: _("入围"), PlaceKind.RESERVE: _("候补"), PlaceKind.NOT_SELECTED: _("未入围")}
SENTENCES = {
    R.NO_QUORUM: _("到会 %(present)s 人，不够三分之二。全体 %(members)s 人，至少要到 %(needed)s 人。"),
    R.NOT_PRESENT: _("这位评委没有到会，不能表决。"),
    R.RECUSED: _("这位评委已回避，表决时离席，不能投票。"),
    R.VOTED: _("这位评委已经表决过。"),
    R.NO_CANDIDATE: _("请在同分的几家里选一家在前，再记这一票。"),
    R.NO_SECOND_TIME: _("这一项已有结果，不再表决。没过半的只再议一次。"),
    R.MOTIONS_OPEN: _("还有 %(left)s 项没有表决完。"),
    R.TIE_AT_LINE: _("入围线上有并列。请由评审小组记名表决定先后，不按行序拆开。"),
    R.NO_REASON: _("请写合议理由，全组一份，记入纪要。"),
    R.NOT_OPEN: _("决定已经提交，不能自己改。要改须重新召集评审小组。"),
    R.NOT_SUBMITTED: _("评审小组还没提交决定，没有可签批的。"),
    R.NOT_TABULATED: _("汇总还没有生成，不能合议。"),
    R.STALE: _("这份决定刚被改过。请重新打开，看清现在的内容再改。"),
}
EVENTS = {
    E.OPENED: _("开始合议"),
    E.VOTED: _("记下表决"),
    E.SUBMITTED: _("提交合议决定"),
    E.APPROVED: _("签批合议决定"),
    E.SENT_BACK: _("退回合议决定"),
}
PLACE_STATES = {
    PlaceState.PROPOSED: _("拟入围"),
    PlaceState.RESERVE: _("候补"),
    PlaceState.NOT_SELECTED: _("未入围"),
    PlaceState.NOTICED: _("拟入壳"),
    PlaceState.CONFIRMED: _("入选"),
    PlaceState.SIGNED: _("已签约"),
    PlaceState.FALLEN: _("异议成立"),
    PlaceState.LAPSED: _("逾期未签"),
}
