"""Letters about what is due."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.duties.enums import Step

LETTERS = {
    Step.WEEK: "duties.soon",
    Step.DAY: "duties.soon",
    Step.OVERDUE: "duties.overdue",
}
TEXTS = {
    "duties.soon": (_("{what}：最迟 {day}"), _("{detail}：{what}，最迟 {day} {hour} 时。")),
    "duties.overdue": (_("{what}：过期了"), _("{detail}：{what}，{day} {hour} 时到期，已经过了。请今天办。")),
}
