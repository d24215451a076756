"""Words of the demo."""

from django.utils.translation import gettext_lazy as _

from sanshe.demo.enums import R

SENTENCES = {
    R.NOT_DEMO: _("这里不是演示区。"),
}
LEFT_OVER = _(
    "这里的数据是从演示区恢复或拷来的，不能当真的用。演示区请在空文件夹里重建：sanshe demo；真的区请用 sanshe init。"
)
