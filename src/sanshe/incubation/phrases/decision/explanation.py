"""Words in which an applicant's place is explained, to an officer and to the applicant."""

from django.utils.translation import gettext_lazy as _

Q_POINTS, A_POINTS = _("得了多少分"), _("{sheets} 张打分表合计 {points} 分，平均 {mean} 分，{all} 家里排第 {rank} 名。")
A_TRIMMED = _(
    "收到 {sheets} 张打分表，去掉最高最低各一张，"
    "{counted} 张合计 {points} 分，平均 {mean} 分，{all} 家里排第 {rank} 名。"
)
Q_RECUSED, A_NONE_RECUSED = _("有没有评委回避"), _("没有。每位评委都打了分。")
A_RECUSED = _("{n} 位评委回避：没有打分，也不参加这一家的表决。分数只取没回避的评委，不会因此吃亏或占便宜。")
Q_TIE, A_NO_TIE = _("有没有同分"), _("没有别家和它同分。")
A_TIE = _("和另外 {n} 家平均分相同。")
STEPS = (_("先比第 5 项平均分：{own}，"), _("再比第 2 项平均分：{own}，"))
DECIDED, STILL = _("分出了先后。"), _("还有 {n} 家相同。")
SHARED = _("仍相同的并列第 {rank} 名，不按行序拆开。")
Q_LINE, A_NO_LINE = _("离入围线多远"), _("来的不比名额多，没有入围线。")
A_ABOVE, A_BELOW = _("在线上，比线下第一家多 {gap} 分。"), _("在线下，比线上最后一家少 {gap} 分。")
A_AT = _("和线另一侧最近的一家平均分相同。")
Q_SURE = _("这点差距算不算数")
A_GREY = _(
    "两家平均分之差，换一次评，正常出入是 {spread} 分。这点差距在出入以内，"
    "凭分数说不准谁先谁后，所以评审小组单独合议、单独表决。"
)
A_CLEAR = _("两家平均分之差，换一次评，正常出入是 {spread} 分。这里的差距比它大，分数说得清。")
A_UNKNOWN = _("打分表太少，算不出正常出入。")
A_BESIDE = _(
    "扣除评委宽严以后是 {points} 分，第 {rank} 名，真实水平排进前 {places} 名的概率 {chance}。"
    "这只供参考，名次照公布的规则。"
)
Q_PANEL, A_NOT_YET = _("评审小组怎么定的"), _("还没有合议。")
A_BLOCK = _("和另外 {n} 家没有争议的一并表决：{votes}。全体 {members} 人，须 {needed} 人赞成，{outcome}。")
A_ALONE = _("单独表决：{votes}。全体 {members} 人，须 {needed} 人赞成，{outcome}。")
A_TIE_VOTE = _("并列压在线上，评审小组记名表决先后：{votes}。")
A_REASON = _("写进纪要的理由：{reason}")
A_PANEL_ITSELF = _("评审小组到会满三分之二、全体过半赞成，定为{result}。")
Q_NOW = _("现在怎么样")
A_SELECTED, A_NOT_SELECTED = _("{state}。"), _("没有入围，也不在候补里。")
A_RESERVE = _("候补第 {n}。前面有人空出名额，按候补的次序递补，并重新公示。候补到 {day} 为止。")
A_RESERVE_OPEN = _("候补第 {n}。前面有人空出名额，按候补的次序递补，并重新公示。")
