"""What an answer to a riddle is: written as people write, read as the riddle is twisted."""

import re
import unicodedata
from collections.abc import Iterable

from sanshe.fair.enums import Twist, Verdict
from sanshe.fair.types import Solution

# Signs as some still write them, each before the one that is used now. Written by hand: what answers are made of.
_PAIRS = (
    "龍龙雲云風风馬马鳥鸟魚鱼雞鸡豬猪貓猫龜龟燈灯籠笼禮礼國国學学愛爱萬万與与東东車车長长門门開开關关頭头見见貝贝頁页飛飞兒儿話话語语説说說说讀读書书畫画筆笔紙纸詩诗詞词謎谜樂乐聲声電电腦脑機机氣气湯汤圓圆"
    "團团圖图黨党徵征義义聯联對对雙双歲岁歷历曆历節节葉叶樹树廣广場场鄉乡縣县區区鎮镇樓楼橋桥鐵铁銀银錢钱鏡镜鐘钟針针線线紅红綠绿黃黄藍蓝體体臉脸髮发發发衛卫醫医藥药傘伞鎖锁燭烛淨净濟济漢汉滿满獎奖臺台颱台"
    "爲为為为無无處处個个兩两從从會会來来時时過过還还進进運运動动務务員员業业產产農农麥麦麵面飯饭餃饺餡馅蘿萝蔔卜蘆芦薑姜蔥葱韮韭帶带襪袜褲裤裏里裡里舊旧幾几歡欢慶庆賀贺壽寿禍祸寶宝貴贵賣卖買买賓宾質质壺壶"
    "競竞賽赛燒烧煙烟熱热涼凉濕湿乾干幹干蟲虫蠟蜡蝦虾蠶蚕獅狮獸兽麗丽齊齐齒齿餘余雖虽"
)
_NOW = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"○": "零", "〇": "零", "0": "零"})
_DIGITS = str.maketrans("123456789", "一二三四五六七八九")
_LEAD = re.compile(r"^(谜底(是|就是|为)?|答案(是|就是|为)?|我猜(是)?|猜(是)?|就是|应该是|是)(?=.)")
_FIXED = re.compile(r"打([一二三四五六七八九])个?字$")
_IDIOM = re.compile(r"打一(个|句)?成语")
_COUNT = "一二三四五六七八九"
LONGEST = 40


def plain(text: str) -> str:
    """An answer without what does not matter: width, blanks, marks, old signs, words before it."""
    said = unicodedata.normalize("NFKC", text).lower().strip()[:LONGEST]
    kept = "".join(sign for sign in said if unicodedata.category(sign)[0] in "LNM" or sign == "○")
    return _LEAD.sub("", kept.translate(_NOW).translate(_DIGITS))


def judge(said: str, solution: Solution) -> Verdict:
    """Right; right if read as the riddle is twisted; of a length that cannot be; wrong."""
    given, accepted = plain(said), [plain(one) for one in solution.answers]
    if given in accepted:
        return Verdict.RIGHT
    if given in _twisted(solution.twist, accepted):
        return Verdict.REREAD
    lengths = fixed_lengths(solution.hint, accepted)
    return Verdict.LENGTH if lengths and len(given) not in lengths else Verdict.WRONG


def _twisted(twist: Twist, accepted: Iterable[str]) -> list[str]:
    """The answers read backwards, where the riddle is made so."""
    if twist == Twist.SWING:
        return [one[::-1] for one in accepted if len(one) == 2]
    return [one[::-1] for one in accepted if len(one) > 2] if twist == Twist.BLIND else []


def fixed_lengths(hint: str, answers: Iterable[str]) -> frozenset[int]:
    """How many signs an answer has where the hint says so; empty where it does not."""
    if found := _FIXED.search(hint):
        return frozenset({_COUNT.index(found[1]) + 1})
    return frozenset(map(len, answers)) if _IDIOM.search(hint) else frozenset()
