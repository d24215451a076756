"""Words of the calibrated view: why there is none, and what its figures mean in plain sentences."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.types.calibration import NotCalibrated

REASONS = {
    NotCalibrated.DISCONNECTED: _("评委分成了几组，各评各的，没有共同评过的组织，谁宽谁严无从比较。"),
    NotCalibrated.FEW_SHEETS: _("有的组织不到 2 张打分表，或有的评委不到 5 张，凭这些分不出宽严和好坏。"),
    NotCalibrated.FEW_APPLICANTS: _("不到 3 家组织或不到 2 位评委，没有可校准的。"),
    NotCalibrated.NO_SPREAD: _("所有打分表的总分都一样，没有可校准的。"),
}
LENIENT, STRICT, EVEN = _("打分偏高 {points}"), _("打分偏低 {points}"), _("不偏高不偏低")
BETWEEN = _("{low} 至 {high}")
SURE = _(
    "要求所有两两比较一起有九成五把握，才敢说 {surely} 家一定在线上、{out} 家一定在线下，其余 {grey} 家不敢说。"
    "灰区窄些：只算离线一个正常出入以内的。"
)
SPREADS = _("一张打分表的出入从哪里来（标准差，分）：组织之间 {applicant}，评委宽严 {panelist}，其余 {rest}。")
ICC = _(
    "全体平均分的可靠程度 {mean}（{low} 至 {high}），{level}。1 是完全一致，0 是全凭偶然；单独一位评委只有 {single}。"
)
LEVELS = (_("高"), _("中等"), _("低"))
W = _("谁先谁后的看法一致程度 {w}（Kendall W，{p}）。")
CHANCE, NO_CHANCE = _("可能是碰巧"), _("不是碰巧")
OVER = _("只算 {n} 家全体评委都评过的。")
NOT_AGREED = _("全体评委都评过的组织太少，一致程度算不出来。")
DRIFT_NONE = _("没有看出先后的影响：出场每往后一号，均分变化 {value} 分（{low} 至 {high}，含 0）。")
DRIFT_SEEN = _(
    "先后可能有影响：出场每往后一号，均分变化 {value} 分（{low} 至 {high}，不含 0）。"
    "顺序是抽签定的，合议时请看早晚两头。"
)
HALO_NONE = _("各项是分开打的：扣除各家水平以后，每位评委的各项分数都不是同升同降（相关最高 {most}）。")
HALO_SEEN = _("评委 {letters} 的各项分数同升同降（相关 {most}），像是先有了总印象。")
OUTLIERS_NONE = _("{n} 张打分表没有一张离群。")
OUTLIER = _("评委 {letter} 给{name}打 {points} 分，按两边的水平应在 {expected} 分上下，离得太远。")
