"""Words for the states of work."""

from django.utils.translation import gettext_lazy as _

STATES = {
    "waiting": _("排着队"),
    "running": _("正在做"),
    "done": _("做完了"),
    "failed": _("没做成"),
    "lost": _("中断了"),
}
PILLS = {"waiting": "wait", "running": "run", "done": "done", "failed": "over", "lost": "over"}
