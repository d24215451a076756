"""Words of the demo."""

from django.utils.translation import gettext_lazy as _

from sanshe.demo.enums import R

SENTENCES = {
    R.BEING_TOLD: _("这个时刻还在建：{of} 个时刻建好了 {done} 个，过几秒再点一次。"),
    R.STOPPED: _("这个时刻没有建好：{of} 个时刻建好了 {done} 个，建的程序停了。重新启动，就从停的地方接着建。"),
}
LEFT_OVER = _(
    "这里的数据是从演示区恢复或拷来的，不能当真的用。演示区请在空文件夹里重建：sanshe demo；真的区请用 sanshe init。"
)
