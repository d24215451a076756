"""Words of ledgers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.core.ledgers.enums import E, Format, R, RowState

SENTENCES = {
    R.WHICH_DISTRICT: _("要写是哪个区：--district 代码。这里有：{districts}。"),
    R.STALE: _("别人刚改过。请看看现在的样子，再改一次。"),
    R.UNKNOWN_BLANK: _("没有“{blank}”这个空。能填的空列在右边，照着写。"),
    R.EMPTY_BLANK: _("“{blank}”还没有值，文书先不生成。"),
    R.NOT_A_TREE: _("第 {place} 段认不出来。请从上一版重新改。"),
    R.NO_TEMPLATE: _("没有这个文书模板。"),
    R.LIST_MISPLACED: _("“{blank}”是一串，只能写在表格的行、名单、签名栏或一段话里，一行只能用一串。请挪一挪。"),
    R.SAVED_BY_YOU: _("这一版是您存的，须由另一个人批准。"),
    R.NOT_WAITING: _("这一版不在等批准。请看看现在用的是哪一版。"),
    R.NOTHING_TO_MAKE: _("这种文书现在一份也做不了。还差哪一步，写在它的那一行。"),
    R.SET_IS_OVER: _("这一包已经做完或停下，不能再停。"),
    R.TOO_LONG_FOR_PAPER: _("纸上最多印 {most} 条，现在不止。请先筛选，或导出 XLSX。"),
    R.NOT_A_SHEET: _("这个文件打不开。只收 XLSX 和 CSV；旧的 .xls 请另存为 .xlsx 再传。"),
    R.EMPTY_SHEET: _("表里没有数据行。请看看是不是传错了文件。"),
    R.TOO_MANY_ROWS: _("行数太多，一次最多 {most} 行。请分成几个文件再传。"),
    R.TOO_MANY_COLUMNS: _("列数太多，最多 {most} 列。请删去用不着的列再传。"),
    R.TOO_LARGE: _("文件太大，最多 30 MB。请分成几个文件再传。"),
    R.UNPACKS_TOO_LARGE: _("文件解开后太大，不收。请另存一份再传。"),
    R.ENCRYPTED: _("文件设了打开密码，或是旧的 .xls。请去掉密码，另存为 .xlsx 再传。"),
    R.UNSAFE_XML: _("文件里带有不安全的内容，不收。请另存一份再传。"),
    R.HAS_NUL: _("文件里有认不出的字符（NUL）。请另存为 UTF-8 的 CSV 再传。"),
    R.NOT_TEXT: _("文字编码认不出来。请另存为 UTF-8 或 GBK 的 CSV 再传。"),
    R.MISSING_COLUMNS: _("表里没有这些列：{columns}。请补上表头再传。"),
    R.DOUBLE_COLUMN: _("“{column}”这一列有两个。请删去一个再传。"),
    R.NOTHING_MEANT: _("没有找到要导入到哪里（{names}）：要么没有，要么不在您负责的区域里，要么同号的不止一个。"),
    R.BAD_ROWS: _("还有 {n} 行有错，一行也没导入。改好，或选跳过有错的行。"),
    R.NOTHING_TO_IMPORT: _("没有能导入的行。"),
    R.RUN_IS_OVER: _("这次导入已经做完，不能再改。"),
    R.UNKNOWN_FILTER: _("筛选“{names}”没有这一项，或值不对。能用的写在台账的 filters 里。"),
    R.SPOILT_CURSOR: _("翻页的位置认不出来。请从第一页重新翻。"),
    R.ANSWERS_DIFFER: _("导入没有做完，一行也没进。请再试一次。"),
}
EVENTS = {
    E.EXPORTED: _("导出了台账"),
    E.TEMPLATE_SAVED: _("改了文书模板"),
    E.TEMPLATE_APPROVED: _("批准了文书模板"),
    E.PAPER_MADE: _("做了一份文书"),
    E.SET_ASKED: _("要做一包文书"),
    E.SET_MADE: _("一包文书做好了"),
    E.SET_CANCELLED: _("停下一包文书"),
    E.IMPORT_READ: _("读入了一个表"),
    E.IMPORT_MENDED: _("改了导入的一行"),
    E.IMPORTED: _("导入了一个表"),
}
KINDS = {
    "ledgers.ledger": _("台账"),
    "ledgers.template": _("文书模板"),
    "ledgers.import": _("导入"),
    "ledgers.paper": _("文书"),
    "ledgers.papers": _("一包文书"),
}
SKIP = _("跳过")
ROW_STATES = {
    RowState.GOOD: _("可以导入"),
    RowState.MEND: _("有错，改了就能导"),
    RowState.SKIP: _("有错，跳过"),
    RowState.DUPLICATE: _("重复"),
    RowState.APPLIED: _("新的"),
    RowState.MERGED: _("并入已有"),
    RowState.SKIPPED: _("跳过"),
}
FORMATS = {Format.XLSX: "XLSX", Format.CSV: "CSV", Format.DOCX: "Word", Format.PDF: "PDF"}
NOTES = {"formulas": _("公式按算好的值读"), "external": _("宏和外部链接没有打开")}
NO_FILE = _("还没选文件。")
NOT_UNDERSTOOD = _("没看懂要改哪一格。请刷新后再改。")
BAD_NAME = _("没进的行")
SAID = {
    "differs": _("{code}：记录里有 {counted}，计数器记着 {kept}"),
    "no_importer": _("没有 {code} 这种导入。有：{codes}"),
    "known_file": _("这个文件 {day} 导过了，什么都没变。"),
    "row": _("第 {no} 行 {label}：{sentence}"),
    "sums": _("{all} 行：进来 {applied}，并入已有 {merged}，跳过 {skipped}。"),
    "no_ledger": _("没有 {code} 这本台账，或不会写 .{fmt}。台账：{codes}"),
}
PRIVACY = {
    "label": _("导入表里的一行"),
    "purpose": _("核对后导入，说得清每一行的去向"),
    "basis": _("《个人信息保护法》第十三条"),
    "retention": _("导入后 1 年"),
}
PAPER_PRIVACY = {
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
LOOK = _("去看")
TEXTS_TO_APPROVE = _("批准文字")


def sentence(refusal: Any) -> str:
    """The sentence of a refusal with its facts filled in; the code itself where it is another app's."""
    words = SENTENCES.get(refusal.code)
    return str(words).format(**refusal.facts) if words is not None else str(refusal.code)
