"""Words of taking back."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.undo import UndoEvent as E

KINDS: dict[str, Any] = {}
EVENTS = {
    E.MENDED: _("撤回补正"),
    E.REVIEW: _("撤回复核申请"),
    E.PAPER: _("撤回计划或报告"),
    E.SELF_REPORT: _("撤回自评"),
    E.ANSWER: _("撤回整改结果"),
}
AGAIN = _("撤回来，再改改")
OFFERS = {
    E.MENDED: (_("补正收下了。"), _("撤回补正，再改改")),
    E.REVIEW: (_("复核申请收下了。"), _("撤回复核申请")),
    E.PAPER: (_("交给中心了。"), AGAIN),
    E.SELF_REPORT: (_("自评收下了。"), AGAIN),
    E.ANSWER: (_("整改结果收下了。"), AGAIN),
}
