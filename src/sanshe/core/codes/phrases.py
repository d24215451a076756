"""Words of codes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.core.codes.enums import Change, CodeState, Duty, E, R, Standing

LEDGER = _("证书和码")
STANDINGS = {
    Standing.TO_COME: _("尚未生效"),
    Standing.VALID: _("有效"),
    Standing.ENDED: _("已届满"),
    Standing.REVOKED: _("已撤销"),
    Standing.REPLACED: _("已换发"),
    Standing.UNKNOWN: _("查无"),
}
SINCE = {Standing.ENDED: _("届满"), Standing.REVOKED: _("撤销"), Standing.REPLACED: _("换发")}
SAID = {
    Standing.TO_COME: _("还没到起始日，现在不算数。"),
    Standing.ENDED: _("届满不是撤销：期限到了，牌子和证书不再使用。"),
    Standing.REVOKED: _("已经撤销。还挂着、还拿着的，都不算数。"),
    Standing.REPLACED: _("已经换发新的。请扫新的一份上的码，这一份不再使用。"),
}
PILLS = {
    Standing.TO_COME: "wait",
    Standing.VALID: "done",
    Standing.ENDED: "idle",
    Standing.REVOKED: "over",
    Standing.REPLACED: "idle",
}
STATES = {state: STANDINGS[Standing(state)] for state in CodeState}
CHANGES = {Change.REVOKE: _("撤销"), Change.REPLACE: _("换发")}
TO_DECIDE = {Change.REVOKE: _("定一份证书撤不撤销"), Change.REPLACE: _("定一份证书换不换发")}
DECIDE = _("去定")
HEADS = {
    "issued_at": _("发出"),
    "kind": _("是什么"),
    "name": _("给谁"),
    "number": _("编号"),
    "state": _("状态"),
    "valid_from": _("起"),
    "valid_to": _("止"),
    "area": _("哪里"),
}
EVENTS = {
    E.ISSUED: _("发码"),
    E.ENDED: _("码届满"),
    E.ASKED: _("申请撤销或换发"),
    E.DECLINED: _("没有同意撤销或换发"),
    E.REVOKED: _("撤销"),
    E.REPLACED: _("换发"),
}
KINDS: dict[str, Any] = {"codes.code": _("证书和码")}
FIELDS: dict[str, Any] = {"change": _("要办的"), "by_code": _("换成")}
DUTIES = {Duty.ASKER: _("提出的人")}
SENTENCES = {
    R.NOT_VALID: _("这一份已经不是有效的，不能再撤销或换发。"),
    R.NO_REASON: _("请写明为什么。"),
    R.ASKED_ALREADY: _("已经有人提出，等另一位定。"),
    R.NOTHING_ASKED: _("没有人提出撤销或换发，或者已经定过了。"),
    R.ISSUED_ALREADY: _("这一份已经有一个有效的码。要新的，请换发。"),
}
