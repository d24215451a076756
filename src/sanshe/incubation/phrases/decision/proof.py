"""Words of the proof pack. The page that lies in it is read without this program, so it is in Chinese only."""

from django.utils.translation import gettext_lazy as _

NO_BATCH = _("第 {no} 批有 {n} 个，要正好 1 个。")
PACKED = _("{path}，{size} 字节。解开后运行 python3 verify.py 核验。")
README = """核验材料包

怎么核验：装有 Python 3.8 或更新版本的电脑上，不联网，运行
    python3 verify.py 本文件夹（或者 zip 文件）
全部一致，退出码是 0；有不一致，逐条说出是哪个文件、哪一行，退出码是 1。
先把 verify.py 打印的清单指纹和系统“操作记录核验”里“生成核验材料包”那一条对照。

里面有什么
sheets.json       每张打分表，封存时的样子，带封存指纹
changes.json      更正：原来的分、现在的分、理由、谁同意
counted.json      参加汇总的分数
tabulation.json   汇总的结果和指纹
calibration.json  校准，只供参考，不影响名次
draw.json         抽签：三方事先交的指纹、开出的数、种子、顺序
panel.json recusals.json decision.json   评委、回避、逐项表决
places.json notices.json calendar.json   结果、公示的文字和名单、公示日按什么日历算
record/           操作记录里本批的每一条，到封条根的路径；封条；库外寄存的根
papers/           顺序表、汇总表、会议纪要
key.json          评委 A、B、C……是谁。只在这里，请妥善保管。
"""
