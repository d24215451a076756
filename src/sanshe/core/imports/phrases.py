"""Words of imports."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.core.imports.enums import E, R, RowState

SENTENCES = {
    R.STALE: _("别人刚改过。请看看现在的样子，再改一次。"),
    R.NOT_A_SHEET: _("这个文件打不开。收 XLSX、XLS 和 CSV，别的请另存为 .xlsx 再传。"),
    R.EMPTY_SHEET: _("表里没有数据行。请看看是不是传错了文件。"),
    R.TOO_MANY_ROWS: _("行数太多，一次最多 {most} 行。请分成几个文件再传。"),
    R.TOO_MANY_COLUMNS: _("列数太多，最多 {most} 列。请删去用不着的列再传。"),
    R.TOO_LARGE: _("文件太大，最多 30 MB。请分成几个文件再传。"),
    R.UNPACKS_TOO_LARGE: _("文件解开后太大，不收。请另存一份再传。"),
    R.TOO_HARD: _("这个表太复杂，读到一半停了下来，没有收下。请把要导入的列复制到一个新表，另存为 .xlsx 再传。"),
    R.ENCRYPTED: _("文件设了打开密码，或者已经损坏。请去掉密码，另存为 .xlsx 再传。"),
    R.UNSAFE_XML: _("文件里带有不安全的内容，不收。请另存一份再传。"),
    R.HAS_NUL: _("文件里有认不出的字符（NUL）。请另存为 UTF-8 的 CSV 再传。"),
    R.NOT_TEXT: _("文字编码认不出来。请另存为 UTF-8 或 GBK 的 CSV 再传。"),
    R.MISSING_COLUMNS: _("要有的列还没对上：{columns}。"),
    R.DOUBLE_COLUMN: _("“{column}”这一列有两个。请删去一个再传。"),
    R.TWO_COLUMNS: _("“{column}”已经对了前面一列。"),
    R.NO_COLUMNS_YET: _("还没对好列，请先对好每一列。"),
    R.NOTHING_MEANT: _("没有找到要导入到哪里（{names}）：要么没有，要么不在您负责的区域里，要么同号的不止一个。"),
    R.BAD_ROWS: _("还有 {n} 行有错，一行也没导入。改好，或选跳过有错的行。"),
    R.NOTHING_TO_IMPORT: _("没有能导入的行。"),
    R.RUN_IS_OVER: _("这次导入已经做完，不能再改。"),
    R.ANSWERS_DIFFER: _("导入没有做完，一行也没进。请再试一次。"),
}
EVENTS = {
    E.IMPORT_READ: _("读入了一个表"),
    E.COLUMNS_MATCHED: _("对好了导入表的列"),
    E.IMPORT_MENDED: _("改了导入的一行"),
    E.IMPORTED: _("导入了一个表"),
}
KINDS = {
    "imports.import": _("导入"),
    "imports.matching": _("列的对应"),
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
NOTES = {
    "formulas": _("公式按算好的值读"),
    "external": _("宏和外部链接没有打开"),
    "table": _("读的是“{said}”这张表"),
    "hidden": _("隐藏的 {said} 行没有读"),
    "closing": _("合计、填表人等 {said} 行没有读"),
}
LOST_DIGITS = _("表格软件把长数字写成了 {cell}，原来的位数已经看不出。请在这里把完整的数字填上。")
BLANK: dict[str, Any] = {
    "fill": _("填在这里"),
    "read": _("填写说明"),
    "heads": (_("列"), _("要不要"), _("写什么")),
    "required": _("要有"),
    "optional": _("可以没有"),
}
NO_COLUMN = _("不导入")
DEPTHS = [("1", _("一行")), ("2", _("两行，上面的管下面几列"))]
NO_HEAD = _("没有表头")
HIDDEN_TABLE = _("{name}（隐藏）")
TOO_LARGE_TABLE = _("{name}（太大，读不了）")
# What is wrong with the file that was chosen stands beside it.
BESIDE = dict.fromkeys(
    (one for one in R if one not in (R.STALE, R.BAD_ROWS, R.NOTHING_TO_IMPORT, R.RUN_IS_OVER)), "file"
)
NO_FILE = _("还没选文件。")
BAD_NAME = _("没进的行")
SAID = {
    "no_importer": _("没有 {code} 这种导入。有：{codes}"),
    "known_file": _("这个文件 {day} 导过了，什么都没变。"),
    "row": _("第 {no} 行 {label}：{sentence}"),
    "sums": _("{all} 行：进来 {applied}，并入已有 {merged}，跳过 {skipped}。"),
}
PRIVACY = {
    "label": _("导入表里的一行"),
    "table": _("读进来、还没导入的表"),
    "purpose": _("核对后导入，说得清每一行的去向"),
    "basis": _("《个人信息保护法》第十三条"),
    "retention": _("导入后 1 年"),
}


def note(said: str) -> str:
    """One code of a run's note in words; empty for one that has none."""
    code, _sep, what = said.partition(":")
    return str(NOTES[code]).format(said=what.replace("_", " ")) if code in NOTES else ""
