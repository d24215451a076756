"""Words of the panel."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.panel.panel import PanelEvent as E
from sanshe.incubation.enums.panel.panel import PanelRefusal as R
from sanshe.incubation.enums.panel.panel import RelationDecision as D
from sanshe.incubation.enums.panel.panel import RelationKind as K
from sanshe.incubation.enums.panel.panel import RelationSource, Side
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.enums.panel.session import SessionEvent as SE
from sanshe.incubation.enums.panel.session import SessionRefusal as SR

SIDES = {
    Side.BUREAU: _("区民政局"),
    Side.CENTRE: _("孵化中心"),
    Side.SOCIAL_WORK: _("资深社工"),
    Side.COMMUNITY: _("社区"),
}
MEMBER = {
    "person": _("评委，先在“人员”里任命"),
    "side": _("来自哪一方"),
    "title": _("职务"),
    "employer": _("工作单位，只用来查关系"),
    "phone": _("电话，只用来查关系"),
    "is_chair": _("担任组长"),
}
DRAW_SIDES = {"bureau": _("区民政局"), "centre": _("孵化中心"), "organisations": _("组织代表")}
PHASES = {Phase.PRESENT: _("陈述"), Phase.QUESTIONS: _("提问"), Phase.SCORING: _("打分")}
RELATIONS = {
    K.SELF_OR_KIN: _("本人或亲属任职、发起"),
    K.SUPERVISOR: _("督导、导师"),
    K.COOPERATION: _("近三年单位有合作、出资、采购"),
    K.FOUNDER: _("发起人"),
    K.LEGAL_REPRESENTATIVE: _("同一负责人"),
    K.SAME_PHONE: _("同一电话"),
    K.SAME_EMPLOYER: _("同一单位"),
    K.SAME_ADDRESS: _("同一地址"),
    K.SAME_NAME: _("和联系人同名"),
    K.AFFILIATE: _("承办方关联"),
}
SOURCES = {
    RelationSource.DECLARED: _("本人申报"),
    RelationSource.DETECTED: _("系统查出"),
    RelationSource.BOTH: _("申报，系统也查出"),
}
NOBODY_YET = _("一家没评就离席")
DECISIONS = {D.OPEN: _("等两人定"), D.RECUSED: _("回避"), D.NO_CONFLICT: _("不构成")}
KINDS: dict[str, Any] = {"incubation.panel": _("评审小组")}
FIELDS: dict[str, Any] = {
    "seed": _("种子"),
    "side": _("哪一方"),
    "person": _("人"),
    "place": _("抽签号"),
    "after": _("评完第几家"),
}
EVENTS = {
    E.APPOINTED: _("聘请评委"),
    E.DISMISSED: _("解聘评委"),
    E.DETECTED: _("系统查出关系"),
    E.DECLARED: _("申报回避"),
    E.DECIDED: _("定回避"),
    E.DRAW_SEALED: _("交抽签的数"),
    E.APPENDED: _("复核通过，排到最后一号"),
    E.DRAWN: _("开签，定顺序"),
    E.LOCKED: _("锁定名单和顺序"),
    SE.STARTED: _("评审会开始"),
    SE.ARRIVED: _("评委签到"),
    SE.CALLED: _("叫号"),
    SE.MOVED_LAST: _("叫三次没到，移到最后"),
    SE.ABSENT: _("缺席"),
    SE.PRESENTING: _("开始陈述"),
    SE.PHASE: _("换到提问或打分"),
    SE.ADDED: _("加一分钟"),
    SE.PAUSED: _("暂停计时"),
    SE.RESUMED: _("接着计时"),
    SE.ASKED: _("记一问"),
    SE.LEFT: _("签到更正：没到"),
    SE.LEAVING: _("记评委中途离席"),
    SE.GONE: _("同意评委中途离席"),
    SE.DONE: _("这一家评完"),
    SE.ENDED: _("评审会结束"),
}
BESIDE = {
    R.SEATED: "person",
    SR.SEALED_LATER: "after",
    SR.NOT_CALLED_YET: "after",
}
SENTENCES = {
    R.NOT_A_PANELIST: _("您不是这一批的评委。"),
    R.NO_PANELIST: _("{name}不是评委，不能接这个席位。先在“人员”里任命，或者另选一个人。"),
    R.SEATED: _("这位已经在小组里，或者小组已经有组长。"),
    R.LOCKED: _("名单和顺序已经锁定，不能再改。"),
    R.ALREADY_DECLARED: _("您已经申报过，不能再改。想起新的关系，请马上告诉区民政局。"),
    R.NOT_DECLARED: _("还有 {undeclared} 位评委没申报回避，不能锁定。"),
    R.RELATION_UNANSWERED: _("系统查到的每一家都要回答：有关系，还是没有。"),
    R.NO_REASON: _("请写一句为什么。"),
    R.RELATIONS_OPEN: _("还有 {open_relations} 个回避没定，不能锁定。"),
    R.DECIDER_SCORES: _("您参加评分，不能定回避。"),
    R.DECIDER_HANDLES: _("您办异议，不能定回避。"),
    R.DECIDER_FROM_CENTRE: _("回避由区民政局两人定，承办方不能定。"),
    R.SAME_DECIDER: _("您已经定过一次，须由另一个人再定。"),
    R.DRAW_SEALED: _("这一方的数已经交过，不能再改。"),
    R.DRAW_NOT_SEALED: _("还没有人交抽签的数。"),
    R.DRAW_SIDE_MISSING: _("三方的数要先都交上来，再一起开。"),
    R.DRAW_HALF: _("数和随机词要一起写，数只能是数字。"),
    R.DRAW_NUMBER_WRONG: _("开出来的数和事先交的指纹对不上。"),
    R.DRAW_DONE: _("签已经开过，顺序不再变。"),
    R.NOT_DRAWN: _("还没有抽签，不能锁定。"),
    R.SCREENING_OPEN: _("还有申请没审完，不能抽签和锁定。"),
    R.SIDES_WRONG: _("评委各方的人数和公告写的不一样。"),
    SR.NOT_CHAIR: _("只有组长和运营方能主持。"),
    SR.NOT_LOCKED: _("名单和顺序还没锁定，不能开会。"),
    SR.STARTED: _("评审会已经开始了。"),
    SR.NOT_RUNNING: _("评审会不在进行。"),
    SR.SOMEBODY_ON_STAGE: _("台上还有一家，先评完这一家。"),
    SR.NOBODY_LEFT: _("后面没有了。"),
    SR.NOBODY_ON_STAGE: _("台上没有人。请先叫号。"),
    SR.STILL_WAITING: _("后面还有 {left} 家，不能结束。"),
    SR.NO_COUNTDOWN: _("现在没有在计时，不用加时，也不用暂停。"),
    SR.HAS_SHEETS: _("这一位已经打过分，不能改成没到。"),
    SR.OVER: _("评审会已经结束，签到不能再改。"),
    SR.NO_QUESTION: _("请写下问了什么。"),
    SR.LIST_OPEN: _("名单还没锁定，解聘再聘就行，不用记离席。"),
    SR.SEAT_FIXED: _("名单锁定了，这个席位不能换人。请在“到会的人”里记离席，由另一个人同意。"),
    SR.TABULATED: _("已经汇总，不能再记离席。"),
    SR.LEFT_ALREADY: _("这一位已经记过离席，不能再改。"),
    SR.NO_REASON: _("请写为什么离席。"),
    SR.SEALED_LATER: _("这一位封存到第 {turn} 家，离席不能写在那以前。"),
    SR.NOT_CALLED_YET: _("才叫到第 {turn} 家，离席不能写在后面。"),
    SR.NOT_NOTED: _("还没有人记这一位离席。"),
    SR.SAME_PERSON: _("离席须由另一个人同意，不能是记的人，也不能是本人。"),
    SR.STALE: _("另一个屏幕刚操作过。请看清现在到哪一步了。"),
}
