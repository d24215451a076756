"""Texts of the messages to applicants and objectors: code -> title and text."""

from django.utils.translation import gettext_lazy as _

LETTERS = {
    "incubation.returned": (
        _("{number} 要补正"),
        _("{name}：您的申请 {number} 要补正：{reason}。请在 {due} 24 时前补好，逾期按初审未通过处理。"),
    ),
    "incubation.refused": (
        _("{number} 初审未通过"),
        _("{name}：您的申请 {number} 初审未通过：{reason}。{until} 24 时前可以申请复核，由别人答复。"),
    ),
    "incubation.confirmed": (
        _("{number} 入选"),
        _("{name}：公示期满，您已入选。{from_day}至{to_day}签孵化协议，请带证件和印章。"),
    ),
    "incubation.reserve": (
        _("{number} 列为候补"),
        _("{name}：您列为候补第 {n}，{until} 前有空位时按序递补，重新公示。"),
    ),
    "incubation.objection_received": (
        _("异议 {number} 收到了"),
        _("您提的异议收到了，编号 {number}，最迟 {due} 24 时前答复。凭编号和手机号后四位可以查。"),
    ),
    "incubation.objection_answered": (
        _("异议 {number} 有答复了"),
        _("异议 {number} 已答复。不同意的，{due} 24 时前可以申请复核。"),
    ),
}
