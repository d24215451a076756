"""Words of ledgers."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.files.enums import Format
from sanshe.core.ledgers.enums import E, R

SENTENCES = {
    R.TOO_LONG_FOR_PAPER: _("纸上最多印 {most} 条，现在不止。请先筛选，或导出 XLSX。"),
    R.UNKNOWN_FILTER: _("筛选“{names}”没有这一项，或值不对。能用的写在台账的 filters 里。"),
    R.SPOILT_CURSOR: _("翻页的位置认不出来。请从第一页重新翻。"),
}
EVENTS = {
    E.EXPORTED: _("导出了台账"),
}
KINDS = {
    "ledgers.ledger": _("台账"),
}
FORMATS = {Format.XLSX: "XLSX", Format.CSV: "CSV", Format.DOCX: "Word", Format.PDF: "PDF"}
NOTES = {"formulas": _("公式按算好的值读"), "external": _("宏和外部链接没有打开")}
BAD_NAME = _("没进的行")
SAID = {
    "differs": _("{code}：记录里有 {counted}，计数器记着 {kept}"),
    "no_importer": _("没有 {code} 这种导入。有：{codes}"),
    "known_file": _("这个文件 {day} 导过了，什么都没变。"),
    "row": _("第 {no} 行 {label}：{sentence}"),
    "sums": _("{all} 行：进来 {applied}，并入已有 {merged}，跳过 {skipped}。"),
    "no_ledger": _("没有 {code} 这本台账，或不会写 .{fmt}。台账：{codes}"),
}
SAID = {
    "no_ledger": _("没有 {code} 这本台账，或不会写 .{fmt}。台账：{codes}"),
}
