"""Words of patrol; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.patrol.enums import E, ProgrammeState, R, Role, RoundKind, RoundState

NAME = _("禁煤排查")
SHORT = _("排查")
ROUTE = _("我的路线")
ROLES = {Role.PROGRAMME_OFFICER: _("专项办")}
PROGRAMME_STATES = {ProgrammeState.OPEN: _("进行中"), ProgrammeState.CLOSED: _("已收季")}
ROUND_KINDS = {RoundKind.FULL: _("全面"), RoundKind.KEY: _("重点")}
ROUND_STATES = {
    RoundState.PLANNED: _("待冻结"),
    RoundState.RUNNING: _("在走"),
    RoundState.CLOSED: _("已收轮"),
}
FIELDS = {
    "place": _("在哪一片"),
    "name": _("名称"),
    "season": _("季"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "scope_note": _("哪些不进底册"),
    "round": _("轮次"),
    "round_kind": _("全面还是重点"),
    "community": _("社区"),
    "compound": _("小区"),
    "door": _("门牌"),
    "code": _("编号"),
    "kind": _("类别"),
    "member": _("进不进应查"),
    "worker": _("谁在走"),
}
STOPS_MOVING = _("在走的轮次里应查的户")
MEMBER = {False: _("应查"), True: _("补录")}
NEW_PROGRAMME = _("开一个专项")
NEW_ROUND = _("排一轮")
ADD_STOP = _("补录一户")
STOPS_LEDGER = _("底册台账")
SCOPE_HINT = _("会印在底册上：集中供热、不在重点小区的住户。")
DUTIES_TOLD = {  # what is owed, and what one does about it
    "freeze": (_("第 {n} 轮的底册等您冻结"), _("去看")),
    "unassigned": (_("第 {n} 轮还没派的"), _("去派")),
}
CODE_HINT = _("写点位编号；还没有登记的，先到小区里登记。")
SENTENCES = {
    R.NO_NAME: _("名称没有写。"),
    R.SEASON_WRONG: _("季末要在季初之后。"),
    R.ROUNDS_OPEN: _("还有一轮没收，先收轮。"),
    R.SEASON_CLOSED: _("这一季已经收了。"),
    R.ROUND_DAYS_WRONG: _("这一轮要落在这一季里，先起后止。"),
    R.ROUND_OPEN: _("第 {n} 轮还没收。"),
    R.FRAME_EMPTY: _("底册里一户也没有，先登记点位。"),
    R.FRAME_MOVED: _("您看的时候点位登记又变了，请把增减再看一遍。"),
    R.FRAME_FROZEN: _("底册 {date}冻结了。"),
    R.NOT_FROZEN: _("先冻结底册再派单。"),
    R.ROUND_OVER: _("这一轮已经收了。"),
    R.NO_STOPS: _("一户也没有选。"),
    R.NOT_A_WALKER: _("这个人不在这里任职，不能派。"),
    R.STOP_THERE: _("这一户已经在这一轮里。"),
    R.NO_PREMISES: _("没有这个编号的点位。"),
    R.PREMISES_MERGED: _("这一户并入了另一户，请写那一户的编号。"),
}
BESIDE = {
    R.SEASON_WRONG: "ends_on",
    R.ROUND_DAYS_WRONG: "ends_on",
    R.NO_STOPS: "compound",
    R.NOT_A_WALKER: "worker",
    R.NO_PREMISES: "code",
    R.STOP_THERE: "code",
    R.PREMISES_MERGED: "code",
}
EVENTS = {
    E.PROGRAMME_OPENED: _("开了一个专项"),
    E.PROGRAMME_CLOSED: _("收季"),
    E.ROUND_PLANNED: _("排了一轮"),
    E.FRAME_FROZEN: _("冻结底册"),
    E.STOPS_ASSIGNED: _("派单"),
    E.STOP_ADDED: _("补录一户"),
    E.STOPS_MOVED: _("应查随区划并走"),
    E.ROUND_CLOSED: _("收轮"),
}
KINDS = {"patrol.programme": _("专项"), "patrol.round": _("排查轮次"), "patrol.stop": _("应查一户")}
RECORD_FIELDS = {
    "doors": _("应查"),
    "new": _("新增"),
    "gone": _("拆除和重复"),
    "digest": _("摘要"),
    "stops": _("户数"),
    "worker": _("派给"),
    "places": _("社区代码"),
    "scope_note": _("哪些不进底册"),
    "number": _("第几轮"),
}
