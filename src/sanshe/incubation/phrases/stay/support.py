"""Words of desks and small support."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.support import ReceiptState as S
from sanshe.incubation.enums.stay.support import SupportEvent as E
from sanshe.incubation.enums.stay.support import SupportRefusal as R

STATES = {S.GIVEN: _("等核"), S.CHECKED: _("核过"), S.REFUSED: _("没通过")}
PILLS = {S.GIVEN: "wait", S.CHECKED: "done", S.REFUSED: "back"}
KINDS = {"incubation.desk": _("工位"), "incubation.grant": _("小额支持")}
FIELDS = {"purpose": _("用途"), "spent_on": _("花的日子")}
EVENTS = {
    E.DESK_GIVEN: _("安排工位"),
    E.DESK_RELEASED: _("收回工位"),
    E.MONEY_GIVEN: _("给小额支持"),
    E.RECEIPT_GIVEN: _("交票据"),
    E.RECEIPT_CHECKED: _("核过票据"),
    E.RECEIPT_REFUSED: _("票据没通过"),
}
BESIDE = {
    R.NO_SUCH_DESK: "no",
    R.DESK_TAKEN: "no",
    R.OVER_PROMISE: "no",
    R.AMOUNT_WRONG: "money",
    R.SCAN_USED: "scan",
    R.DAY_TO_COME: "spent_on",
    R.OVERSPENT: "money",
}
SENTENCES = {
    R.NOT_IN_INCUBATION: _("这一家不在孵了，不再给工位和支持。"),
    R.NO_SUCH_DESK: _("没有这个工位。请从空着的里面选。"),
    R.DESK_TAKEN: _("{no} 号工位刚被别家用了。请另选一个。"),
    R.OVER_PROMISE: _("协议许的工位都给了，不能再多。先收回一个，或者换新协议。"),
    R.RELEASED_ALREADY: _("这个工位已经收回了。"),
    R.AMOUNT_WRONG: _("钱写成 3000 或 3000.50，最多 10 万元。"),
    R.NO_PURPOSE: _("请写用在哪里。"),
    R.NO_SCAN: _("请传票据的扫描件或照片。"),
    R.SCAN_USED: _("这张票据已经交过了。一张票据只能算一次。"),
    R.DAY_TO_COME: _("花的日子还没到。请看看日期。"),
    R.OVERSPENT: _("还剩 {left} 元，这张票据超过了。超出的部分不能从支持里出。"),
    R.OWN_HAND: _("这张票据是您交的，须由另一个人来核。"),
    R.NO_WORDS: _("没通过要写明为什么。"),
    R.MOVE_NOT_ALLOWED: _("这张票据已经核过了。请刷新页面。"),
    R.STALE: _("这一家刚刚在别处改过。请刷新页面再办。"),
}
LEDGER, DESKS, PURPOSE, GIVEN_ON = _("小额支持台账"), _("工位台账"), _("用途"), _("给的日子")
GIVEN, SPENT, LEFT, DESK_NO, ROOM = _("给了（元）"), _("已报（元）"), _("还剩（元）"), _("工位"), _("房间")
FROM_ON, RELEASED_ON = _("从哪天"), _("收回")
