"""Words of taking back."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.undo import Undoable, UndoEvent, UndoRefusal

KINDS: dict[str, Any] = {}
EVENTS = {
    UndoEvent.MENDED: _("撤回补正"),
    UndoEvent.REVIEW: _("撤回复核申请"),
    UndoEvent.PAPER: _("撤回计划或报告"),
    UndoEvent.SELF_REPORT: _("撤回自评"),
    UndoEvent.ANSWER: _("撤回整改结果"),
}
SENTENCES = {
    UndoRefusal.OVER: _("过了 10 分钟，或者期限到了，不能自己撤回。请打电话给孵化中心说明。"),
    UndoRefusal.HANDLED: _("已经有人在办，不能撤回。请打电话给孵化中心说明。"),
    UndoRefusal.NOT_YOURS: _("这一份不是您交的。请让交的那一位撤回，或者打电话给孵化中心说明。"),
}
SAID = {
    Undoable.MENDED: _("补正收下了。"),
    Undoable.REVIEW: _("复核申请收下了。"),
    Undoable.PAPER: _("交给中心了。"),
    Undoable.SELF_REPORT: _("自评收下了。"),
    Undoable.ANSWER: _("整改结果收下了。"),
}
ACTS = {
    Undoable.MENDED: _("撤回补正，再改改"),
    Undoable.REVIEW: _("撤回复核申请"),
    Undoable.PAPER: _("撤回来，再改改"),
    Undoable.SELF_REPORT: _("撤回来，再改改"),
    Undoable.ANSWER: _("撤回来，再改改"),
}
