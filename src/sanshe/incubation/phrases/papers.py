"""Titles and blanks of the papers from the mid-term assessment to leaving."""

from django.utils.translation import gettext_lazy as _

_ORG = {"name": _("组织"), "batch": _("批次"), "centre": _("中心")}
SELF = {
    "title": _("中期自评表"),
    "blanks": {**_ORG, "term": _("孵化期"), "rows": _("各项自评"), "summary": _("要说的"), "day": _("交的日子")},
}
MIDTERM = {
    "title": _("中期评估表"),
    "blanks": {**_ORG, "term": _("孵化期"), "rows": _("各项得分"), "total": _("总分"), "papers": _("材料"),
               "record": _("面谈记录"), "verdict": _("结论"), "reason": _("理由"), "assessors": _("评估人"),
               "day": _("日子")},
}  # fmt: skip
FINAL = {"title": _("出壳评估表"), "blanks": MIDTERM["blanks"]}
RECTIFY = {
    "title": _("整改通知书"),
    "blanks": {**_ORG, "number": _("编号"), "points": _("要改的"), "due": _("最迟"), "day": _("日子")},
}
CERTIFICATE = {
    "title": _("出壳证书"),
    "blanks": {
        **_ORG,
        "number": _("编号"),
        "identity": _("代码或备案号"),
        "from": _("起"),
        "to": _("止"),
        "scan": _("扫码打开的地址"),
        "code": _("码的字母和数字"),
        "day": _("日子"),
    },
}
LEAVE = {
    "title": _("退驻通知书"),
    "blanks": {**_ORG, "number": _("编号"), "kind": _("怎么退"), "reason": _("为什么"), "lines": _("交接"),
               "due": _("最迟"), "day": _("日子")},
}  # fmt: skip
