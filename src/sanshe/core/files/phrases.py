"""Sentences of files."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.files.enums import E, R

# What is wrong with a file stands beside the field it was chosen in.
BESIDE = dict.fromkeys(R, ("file", "scan"))
SENTENCES = {
    R.NO_FILE: _("还没选文件。"),
    R.EMPTY: _("这个文件是空的。请打开看看，再选一次。"),
    R.TOO_LARGE: _("文件有 {size} MB，最多 20 MB。照片可以在手机里选“中”或“小”再传。"),
    R.TOO_MANY_PIXELS: _("图片太大，最多 4,000 万像素。请缩小后再传。"),
    R.NOT_ALLOWED: _("只收照片（JPG、PNG）、PDF、Word（docx）和 Excel（xlsx）。别的请先转成 PDF。"),
    R.NOT_READABLE: _("文件打不开，可能没传完或坏了。请在自己的电脑上打开看看，再传一次。"),
    R.UNPACKS_TOO_LARGE: _("文件解开后太大，不收。请另存一份再传。"),
    R.HIDDEN: _("文件加了密，或者有一部分看不到内容，不收。请另存为不加密的普通 PDF 再传。"),
    R.ACTIVE_CONTENT: _("文件里带有程序、脚本或夹带的文件，不收。请另存为普通 PDF 再传。"),
    R.EXTERNAL: _(
        "文件打开时会去取别处的内容（链接的图片、模板、表格或网址），不收。请断开这些链接，或另存为普通 PDF 再传。"
    ),
    R.TOO_HARD: _("这个文件太复杂，检查到一半停了下来，没有收下。请另存为普通 PDF，或拍成照片再传。"),
    R.TOO_MANY: _("一次最多传 {most} 个文件。请分几次传。"),
    R.PURGED: _("同一份内容刚好到期销毁了，这一份没有收下。请再传一次。"),
}
EVENTS = {
    E.ATTACHED: _("放进了附件"),
    E.PURGED: _("到期销毁了附件"),
}
