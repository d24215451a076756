"""Words of areas."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.areas.enums import E, Level, PremisesKind, PremisesState, R
from sanshe.core.kit.areas import R as Asked

LEVELS = {
    Level.PROVINCE: _("省"),
    Level.CITY: _("市"),
    Level.DISTRICT: _("区县"),
    Level.SUBDISTRICT: _("街道"),
    Level.COMMUNITY: _("社区"),
}
PREMISES_KINDS = {
    PremisesKind.SHOP: _("门店"),
    PremisesKind.HOUSEHOLD: _("住户"),
    PremisesKind.COURTYARD: _("院落"),
    PremisesKind.WAREHOUSE: _("仓库"),
    PremisesKind.GATEHOUSE: _("门岗"),
}
PREMISES_STATES = {
    PremisesState.LISTED: _("在册"),
    PremisesState.VACANT: _("空置"),
    PremisesState.SHUT: _("停业"),
    PremisesState.MOVED_OUT: _("搬迁"),
    PremisesState.REFITTING: _("装修"),
    PremisesState.DEMOLISHED: _("拆除"),
    PremisesState.NOT_THERE: _("地址不存在"),
    PremisesState.MERGED: _("重复，已并入"),
}
PREMISES_FIELDS = {
    "moved": _("并走几件"),
    "community": _("社区"),
    "compound": _("小区"),
    "kind": _("类别"),
    "name": _("门牌"),
    "code": _("编号"),
    "building": _("楼号"),
    "unit": _("单元"),
    "room": _("室号"),
    "walk_no": _("走的顺序"),
    "state": _("状态"),
    "on": _("哪一天"),
    "why": _("原因"),
    "into": _("并入哪一户的编号"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "ground": _("依据"),
    "occupied_since": _("现住户从哪天起"),
    "is_key": _("重点小区"),
}
NAME_HINT = _("写门上看得见的：4 单元 502、临街 9 号、车棚 3 号。不写人名。")
CODE_HINT = _("有统一编号的照写；不写，按社区往下排。")
WALK_HINT = _("不写，排在这个小区最后。")
PREMISES = _("点位")
COMPOUND = _("小区")
PREMISES_LEDGER = _("点位台账")
PREMISES_SHEET = _("点位表")
NEW_COMPOUND = _("登记一个小区")
NEW_PREMISES = _("登记一户点位")
EDIT_PREMISES = _("改登记")
TURN_PREMISES = _("改状态")
MERGE_PREMISES = _("并入另一户")
DECIDE_KEY = _("定为重点小区")
END_KEY = _("不再是重点小区")
ENTERED = _("登记")
IMPORTED = _("从表里读入")
PREMISES_NOTES = {
    "community": _("社区的名称，和区划表里一样。"),
    "compound": _("小区或院落的名称；还没登记过的，随第一户一起登记。"),
    "kind": _("写：门店、住户、院落、仓库、门岗，五者之一。"),
    "name": _("门牌，或者点位的名称；一个小区里不重复。"),
    "building": _("几号楼，没有就不填。"),
    "unit": _("几单元，没有就不填。"),
    "room": _("室号，没有就不填。"),
    "code": _("原来有编号就照写，没有就空着，导入时给号。"),
}
COMMUNITY_UNKNOWN = _("这一片里没有叫这个名字的社区。")
KIND_UNKNOWN = _("类别只能是：门店、住户、院落、仓库、门岗。")
FILTER_WORDS = _("门牌里的字")
PLACE = _("地方")
SENTENCES = {
    Asked.WHICH_DISTRICT: _("要写是哪个区：--district 代码。这里有：{districts}。"),
    R.CODE_WRONG: _("区划代码的位数不对：区县 6 位，街道 9 位，社区 12 位，只能是数字。"),
    R.LEVEL_WRONG: _("级别只能写 province、city、district、subdistrict、community。"),
    R.NO_NAME: _("没有名称。"),
    R.NO_PARENT: _("上级代码不在表里，也没有载入过。"),
    R.DOUBLE: _("这个代码在表里出现了两次。"),
    R.HEAD_WRONG: _("第一行要写 {head}，用逗号隔开。"),
    R.COLUMNS_WRONG: _("第 {line} 行有 {n} 格，要正好 4 格。"),
    R.NO_DISTRICT: _("表里没有区县一级。"),
    R.NOT_YOURS: _("这一片的区划不归您管。"),
    R.ENDED: _("这个地方已经并走了。"),
    R.HAS_AREAS: _("下面还有 {n} 个地方，先把它们并走。"),
    R.NO_TARGET: _("请选同一级、还在用、归您管的另一个地方。"),
    R.OPEN_MATTERS: _("{name}还有 {n} 件没办完，请写明并到哪里。"),
    R.CANNOT_MOVE: _("{what} {n} 件不能并走，先在{name}办完。"),
    R.NO_PREMISES_NAME: _("名称没有写。"),
    R.PREMISES_CODE_TAKEN: _("编号 {code} 已经有一户在用。"),
    R.COMPOUND_TAKEN: _("这个社区已经有{name}。"),
    R.NO_COMMUNITY: _("小区要落在一个社区里。"),
    R.NO_GROUND: _("请写原因或依据。"),
    R.DOOR_THERE: _("这个小区已经有一户叫这个名字，编号 {code}。"),
    R.MERGE_SELF: _("这是同一条，不用并。"),
    R.MERGE_FAR: _("两户不在一个社区，不能并。"),
    R.MERGE_GONE: _("那一户自己也并走了，请写它并入的那一户。"),
    R.MERGE_UNKNOWN: _("这个社区没有这个编号。"),
    R.KEY_ALREADY: _("已经是重点小区。"),
    R.KEY_ENDS_EARLY: _("不能早于开始的那天。"),
}
BESIDE = {
    R.NO_PREMISES_NAME: "name",
    R.COMPOUND_TAKEN: "name",
    R.NO_COMMUNITY: "area_path",
    R.PREMISES_CODE_TAKEN: "code",
    R.NO_GROUND: "why",
    R.MERGE_UNKNOWN: "code",
    R.MERGE_SELF: "code",
    R.MERGE_FAR: "code",
    R.MERGE_GONE: "code",
    R.KEY_ENDS_EARLY: "ends_on",
}
EVENTS = {
    E.LOADED: _("载入区划"),
    E.RENAMED: _("区划改名"),
    E.ENDED: _("区划撤并"),
    E.COMPOUND_OPENED: _("登记小区"),
    E.COMPOUND_MOVED: _("小区随区划并走"),
    E.PREMISES_MOVED: _("点位随区划并走"),
    E.PREMISES_ENTERED: _("登记点位"),
    E.PREMISES_CHANGED: _("改点位登记"),
    E.PREMISES_TURNED: _("改点位状态"),
    E.PREMISES_MERGED: _("点位并入另一户"),
    E.KEY_DECIDED: _("定为重点小区"),
    E.KEY_ENDED: _("不再是重点小区"),
}
KINDS = {"areas.tree": _("区划"), "areas.compound": COMPOUND, "areas.premises": PREMISES}
FIELDS = {
    "added": _("新增"),
    "entered": _("登记户数"),
    "doors": _("点位户数"),
    "area_path": _("所在区域"),
    "codes": _("编号"),
    "building": _("楼号"),
    "unit": _("单元"),
    "room": _("室号"),
    "walk_no": _("走的顺序"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "into": _("并入"),
}
