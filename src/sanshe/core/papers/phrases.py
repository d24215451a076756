"""Words of papers."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.papers.enums import E, R

SENTENCES = {
    R.STALE: _("别人刚改过。请看看现在的样子，再改一次。"),
    R.UNKNOWN_BLANK: _("没有“{blank}”这个空。能填的空列在右边，照着写。"),
    R.EMPTY_BLANK: _("“{blank}”还没有值，文书先不生成。"),
    R.NOT_A_TREE: _("第 {place} 段认不出来。请从上一版重新改。"),
    R.NO_TEMPLATE: _("没有这个文书模板。"),
    R.LIST_MISPLACED: _("“{blank}”是一串，只能写在表格的行、名单、签名栏或一段话里，一行只能用一串。请挪一挪。"),
    R.SAVED_BY_YOU: _("这一版是您存的，须由另一个人批准。"),
    R.NOT_YOURS: _("文书的文字各处共用，由管全区文书的人改。"),
    R.NOT_WAITING: _("这一版不在等批准。请看看现在用的是哪一版。"),
    R.NOTHING_TO_MAKE: _("这种文书现在一份也做不了。还差哪一步，写在它的那一行。"),
    R.NO_GLYPH: _(
        "PDF 里印不出这些字：{said}。请改用 DOCX，在有这些字的电脑上打开；也可以知道了再做，印不出的会是方框。"
    ),
    R.SET_IS_OVER: _("这一包已经做完或停下，不能再停。"),
}
UNDRAWN = _("“{char}”（{code}，在“{where}”里）")
EVENTS = {
    E.TEMPLATE_SAVED: _("改了文书模板"),
    E.TEMPLATE_APPROVED: _("批准了文书模板"),
    E.PAPER_MADE: _("做了一份文书"),
    E.SET_ASKED: _("要做一包文书"),
    E.SET_MADE: _("一包文书做好了"),
    E.SET_CANCELLED: _("停下一包文书"),
}
KINDS = {
    "papers.template": _("文书模板"),
    "papers.paper": _("文书"),
    "papers.set": _("一包文书"),
}
PRIVACY = {
    "label": _("做好的文书"),
    "purpose": _("留存当时发出的原文，说得清用的是哪一版"),
    "basis": _("《个人信息保护法》第十三条"),
    "retention": _("和所属事项的档案同期"),
}
PARTS = {
    "caption": _("表题"),
    "head": _("表头"),
    "rows": _("行"),
    "columns": _("列宽"),
    "pairs": _("项目"),
    "names": _("名单"),
    "boxes": _("签名栏"),
    "date": _("日期"),
    "text": _("正文"),
}
PART_HINTS = {
    "head": _("格子之间用 | 隔开"),
    "rows": _("一行写一行，格子之间用 | 隔开；带点的空会按名单重复这一行"),
    "columns": _("几列写几个数，靠右的加“右”：1右 6 2右"),
    "pairs": _("一行一项：名称 | 内容"),
    "names": _("一行一个"),
    "boxes": _("一行一栏：谁 | 第一行 | 第二行"),
}
BLOCKS = {
    "Heading": _("小标题"),
    "Para": _("段落"),
    "Table": _("表格"),
    "KeyValue": _("登记表"),
    "NameList": _("名单"),
    "Signature": _("落款"),
    "Annexes": _("附件说明"),
    "QrCode": _("二维码"),
    "Break": _("另起一页"),
}
TO_APPROVE = _("{title}第 {n} 版文字等批准")
TEXTS_TO_APPROVE = _("批准文字")
LOOK = _("去看")
