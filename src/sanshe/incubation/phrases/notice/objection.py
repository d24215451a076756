"""How incubation speaks of objections to its public list."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.objections.enums import Outcome
from sanshe.core.objections.types import Words

SCORED, DECIDED, OPERATES = _("参加了评审"), _("定过回避"), _("是承办方，只看进度")
WORDS = Words(
    which=_("对哪一家"),
    meanwhile=_("答复送达、复核期过去以前，这一家不签约，其余各家照常。"),
    outside=_("评委、承办方和定回避的人不能办，也看不到提出人。"),
    effects={
        Outcome.DISMISSED: _("名单不变，过了复核期可签约"),
        Outcome.PARTLY: _("更正记录，名单不变，写明为什么"),
        Outcome.UPHELD: _("撤下这一家，候补第 1 递补，重新公示"),
    },
    paper=("没有参加评审、没有定过回避的人", "这一家不签约"),
    enquiry=_("评委不参加，打分表不开封"),
    answer=_("只引查明的事，不引申请、分数、名次、表决"),
)
