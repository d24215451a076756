"""Words of resource links."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.resource import Five as F
from sanshe.incubation.enums.stay.resource import LinkState as S
from sanshe.incubation.enums.stay.resource import ResourceEvent as E
from sanshe.incubation.enums.stay.resource import ResourceRefusal as R

FIVE = {
    F.COMMUNITY: _("社区"),
    F.ORGANISATION: _("社会组织"),
    F.SOCIAL_WORKER: _("社会工作者"),
    F.VOLUNTEER: _("社区志愿者"),
    F.CHARITY: _("社会慈善资源"),
}
STATES = {S.PROPOSED: _("提出"), S.LINKED: _("接上了"), S.ENDED: _("结束")}
PILLS = {S.PROPOSED: "wait", S.LINKED: "run", S.ENDED: "off"}
KINDS = {"incubation.link": _("资源链接")}
FIELDS = {"from_name": _("从"), "to_name": _("到"), "what": _("什么"), "linked_on": _("接上的日子"),
          "ended_on": _("结束的日子"), "goods": _("物品"), "cents": _("分")}  # fmt: skip
EVENTS = {E.PROPOSED: _("提出资源链接"), E.LINKED: _("资源接上了"), E.ENDED: _("资源链接结束")}
BESIDE = {
    R.SAME_ENDS: "to_name",
    R.NO_ENDS: ("from_name", "to_name"),
    R.AMOUNT_WRONG: ("money", "hours"),
    R.DAY_TO_COME: "on",
}
SENTENCES = {
    R.NO_ENDS: _("请写从哪里来、到哪里去，写社区、组织、队伍的名字，不写个人。"),
    R.SAME_ENDS: _("两头是同一家。请改一头。"),
    R.NO_WHAT: _("请写一句是什么。"),
    R.AMOUNT_WRONG: _("小时写成 1.5 这样，钱写成 3000 或 3000.50；不知道就空着。"),
    R.DAY_TO_COME: _("日子还没到。到了再记。"),
    R.NO_WORDS: _("请写一句结果怎么样。"),
}
LEDGER, FROM, TO, WHAT, AMOUNT = _("资源链接台账"), _("从"), _("到"), _("什么"), _("多少")
LINKED, ENDED, STATE, RESULT, NAME = _("接上的日子"), _("结束的日子"), _("现在"), _("结果"), _("为哪一家")
