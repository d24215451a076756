"""Words of the field; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.field.enums import Duty, E, EventState, R, Why

NAME = _("现场设备")
LEDGER = _("现场传来的记录")
TO_DECIDE = _("现场传来的记录待核")
DECIDE = _("去核")
STATES = {
    EventState.TAKEN: _("收妥"),
    EventState.REFUSED: _("没收"),
    EventState.WAITING: _("待核"),
    EventState.ADMITTED: _("核后收下"),
    EventState.SET_ASIDE: _("核后不收"),
}
PILLS = {
    EventState.TAKEN: "ok",
    EventState.REFUSED: "over",
    EventState.WAITING: "due",
    EventState.ADMITTED: "ok",
    EventState.SET_ASIDE: "dim",
}
DUTIES = {Duty.SENDER: _("传这条记录的人")}
HEADS = {
    "received_at": _("收到"),
    "noted_at": _("现场记下"),
    "kind": _("记的什么"),
    "device": _("设备"),
    "seq": _("号"),
    "state": _("收没收"),
    "area": _("辖区"),
    "time": _("时间"),
}
DOUBTFUL = _("时间待核")
EVENTS = {
    E.REGISTERED: _("登记现场设备"),
    E.REVOKED: _("停用现场设备"),
    E.RECEIVED: _("收到现场记录"),
    E.ADMITTED: _("核后收下记录"),
    E.SET_ASIDE: _("核后不收记录"),
    E.DESTROYED: _("删去现场记录的内容"),
}
KINDS = {"field.device": _("现场设备"), "field.event": _("现场记录")}
RECORD_FIELDS = {
    "taken": _("收妥几条"),
    "refused": _("没收几条"),
    "waiting": _("待核几条"),
    "events": _("几条"),
}
SENTENCES = {
    Why.OTHER_CONTENT: _("同一条记录传来两个不同的内容，两个都留着，等人核。"),
    Why.NO_TERM: _("传来时您在这里没有任职，记录留着，等人核。"),
    Why.REVOKED: _("这台设备已停用，记录留着，等人核。"),
    Why.FAULT: _("系统没能办这条记录，记录留着，等人核。"),
    R.UNREADABLE: _("这条记录读不出来，还留在这台设备上。请导出救援包，交给管理员。"),
    R.TOO_MANY: _("一次传得太多，最多 500 条。请分几次传。"),
    R.NO_DEVICE: _("这台设备没有登记。请连上网重新打开这一页。"),
    R.OTHER_PERSON: _("这台设备登记在别人名下，上面的记录要由本人传。"),
    R.TOO_MANY_DEVICES: _("您名下在用的设备已有 10 台。请先停用不用的。"),
    R.IS_REVOKED: _("这台设备已停用。"),
    R.NOT_YOURS: _("这不归您办。"),
    R.NO_REASON: _("请写为什么。"),
    R.NOT_WAITING: _("这条记录已经核过了。"),
}
BESIDE = {R.NO_REASON: "why"}
FIELDS = {"words": _("现场记录的内容")}
PURPOSE = _("没有信号时记下的事，传来后能核对原样")
BASIS = _("个人信息保护法第十三条第一款第三项")
RETENTION = _("收到后 400 天，待核的到核完")
