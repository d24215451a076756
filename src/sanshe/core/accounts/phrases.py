"""Words of accounts."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts.enums import E, R, Standing
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import Role

ROLES = {
    Role.DISTRICT_ADMIN: _("区管理员"),
    Role.ORGANISATION_REP: _("组织代表"),
    Role.SUBDISTRICT_MANAGER: _("街道管理"),
    Role.COMMUNITY_WORKER: _("社区工作者"),
    Role.AUDITOR: _("审计监督（只读）"),
}
STANDINGS = {
    Standing.TO_COME: _("还没到任"),
    Standing.IN_FORCE: _("在任"),
    Standing.ENDING: _("快到期"),
    Standing.OVER: _("到期"),
}
FACTOR_STEP = (_("设第二因素"), _("密码丢了也进不来别人。手机上的动态码，或者通行密钥。"), _("去设"))
KINDS = {"accounts.user": _("账号")}
FIELDS = {
    "role_id": _("角色"),
    "how": _("怎么登录"),
    "duty": _("职责"),
    "to": _("交给"),
    "title": _("哪件事"),
    "starts": _("从哪天"),
    "ends": _("到哪天"),
}
WAYS = {"demo": _("从演示的门进来")}
EVENTS = {
    E.USER_MADE: _("新建了账号"),
    E.APPOINTED: _("加了任职"),
    E.ENDED: _("结束了任职"),
    E.MOVED: _("任职随区划并走"),
    E.HANDED_OVER: _("手上的事交给了别人"),
    E.LEFT_OPEN: _("任职到期，手上的事等人接"),
    E.SIGNED_IN: _("登录"),
    E.LOCKED: _("输错次数满了，锁住"),
    E.SIGNED_OUT: _("退出了一台设备"),
    E.LINKED: _("发了设密码的一次性链接"),
    E.PASSWORD_SET: _("凭链接设了密码"),
    E.RECOVERED: _("重设了密码和第二因素"),
    E.FACTOR_ADDED: _("设了第二因素"),
    E.FACTOR_REMOVED: _("去掉了第二因素"),
    E.TOKEN_MADE: _("发了接口令牌"),
    E.TOKEN_REVOKED: _("收回了接口令牌"),
    E.REKEYED: _("换了新密钥"),
}
SENTENCES = {
    R.NOT_YOURS: _("这个角色、这个区域不由您任命。"),
    R.OWN_LINK: _("这个人是您任命的，链接由另一位管理员给，或者发到本人手机。"),
    R.HAS_PASSWORD: _("本人已经设过密码。忘了密码的，请在服务器上用 recover。"),
    R.APPROVES_YOU: _("这个角色要审您经手的事，不能由您任命。请别的管理员办。"),
    R.NO_ROLE: _("没有这种角色。"),
    R.WRONG_LEVEL: _("这个角色不在这一级区域任职。"),
    R.OWN: _("自己的任职须由别人加或结束。"),
    R.ENDS_EARLY: _("到期的日子早于开始的日子。改一个日子。"),
    R.NO_AREA: _("还没选区域。"),
    R.NO_ORGANISATION: _("组织代表要选是哪个组织。"),
    R.AREA_UNKNOWN: _("区划里没有这个区域，或者它已经并走了。请从列出的里面选。"),
    R.ORGANISATION_UNKNOWN: _("这个区域里没有您能看到的这个组织。请先看清组织登记在哪一片。"),
    R.TWICE: _("这个人在这个区域已有同样的任职。先结束那一个，或写上到哪天。"),
    R.ALREADY_ENDED: _("这个任职已经结束了。"),
    R.OPEN_DUTIES: _("{name}手上还有 {n} 件没办完。先选一个人接。"),
    R.NO_SUCCESSOR: _("接的人要在这里任同样的角色，或者是上一级管理。请另选一个人。"),
    R.HANDED: _("这件事已经有人接了，或者已经办完。"),
    R.NAME_TAKEN: _("这个账号名或手机号已有人用。换一个。"),
    R.NO_NAME: _("这是新的人，还没写姓名。"),
    R.NO_PHONE: _("还没写手机号。"),
    R.BAD_PHONE: _("手机号要 11 位，1 开头。"),
    R.WRONG: _("账号名或密码不对。再输错 {left} 次，这台设备锁 15 分钟。"),
    R.LOCKED: _("输错次数满了，还要等 {minutes} 分钟。别的设备不受影响。"),
    R.BY_PASSWORD: _("这个手机号是工作人员的。工作人员用账号名和密码登录。"),
    R.CODE_WRONG: _("码不对，还能试 {left} 次。"),
    R.CODE_OVER: _("这个码过了 {minutes} 分钟，不能用了。再要一个。"),
    R.CODE_USED: _("这个码用过了。等下一个码再输。"),
    R.CODE_SPENT: _("这个码试满 5 次，不能用了。再要一个。"),
    R.TOO_SOON: _("刚发过一个。等 {seconds} 秒再要。"),
    R.HOUSE_FULL: _("这一小时发出的登录码到了上限，先停一停。过一会儿再要，急事请打办事单位的电话。"),
    R.TOO_OFTEN: _("现在来的人多，这一次没有记下。请稍后再来。"),
    R.TOO_MANY: _("这个号码要的码太多了：一小时 {hour} 个，一天 {day} 个。过一会儿再来。"),
    R.NOT_DEMO: _("这里不是演示，要用自己的账号登录。"),
    R.LINK_OVER: _("这个链接用过了，或过了 24 小时。找管理员再要一个。"),
    R.WEAK: _("{why}"),
    R.NOT_IN_FORCE: _("这个任职现在不在期内。"),
}
# Beside which field a sentence stands.
BESIDE = {
    R.NO_AREA: "area_path",
    R.WRONG_LEVEL: "area_path",
    R.AREA_UNKNOWN: "area_path",
    R.NO_ORGANISATION: "role",
    R.ORGANISATION_UNKNOWN: "role",
    R.NOT_YOURS: "role",
    R.APPROVES_YOU: "role",
    R.ENDS_EARLY: "ends",
    R.NAME_TAKEN: "account",
    R.BAD_PHONE: ("phone", "account"),
    R.BY_PASSWORD: "phone",
    R.TOO_SOON: "phone",
    R.TOO_MANY: "phone",
    R.CODE_WRONG: "code",
    R.CODE_OVER: "code",
    R.CODE_SPENT: "code",
    R.OPEN_DUTIES: "successor",
    R.WEAK: "password",
    R.WRONG: "password",
    R.LOCKED: ("password", "code"),
    R.LINK_OVER: "password",
}
LABELS = {
    "name": _("姓名"),
    "phone": _("手机号"),
    "stash": _("没交上的表单"),
}
PURPOSES = {
    "name": _("知道谁经手、谁任职"),
    "phone": _("发登录码和通知，认出同一个人"),
    "stash": _("登录过期时不丢已写的内容"),
}
BASES = {
    "name": _("个人信息保护法第十三条第一款第三项：履行法定职责"),
    "phone": _("个人信息保护法第十三条第一款第三项：履行法定职责"),
    "stash": _("个人信息保护法第十三条第一款第一项：本人同意"),
}
RETENTIONS = {
    "name": _("和经手事项的档案同期"),
    "phone": _("账号在用期间，和经手事项的档案同期"),
    "stash": _("1 小时，取回就删"),
}
LINK_TITLE = _("设密码的链接")
LINK_TEXT = _("{name}，您的账号建好了。24 小时内打开这个链接设密码，只能用一次：{link}")
CHANGED_TITLE = _("任职有变动")
CHANGED_TEXT = _("{by} 办的：{name}，{role}，{area}，{what}。不对的，请找区管理员。")
GIVEN_TITLE = _("有一件事交给您")
GIVEN_TEXT = _("{name}任职结束，{title}从现在起由您接着办，期限不变。")
LEFT_TITLE = _("有一件事等人接")
LEFT_TEXT = _("{name}任职到期，{title}还没办完，期限照走。请选一个人接。")
LEFT_DUTY = (_("选人接：{n}"), _("去选"), _("等人接的事"))
CODE_TITLE = _("登录码")
CODE_TEXT = _("登录码 {code}，10 分钟内有效。不要告诉别人。")
SAID = {
    "appointed": _("{account} 已任 {role}，区域 {area}。"),
    "nobody": _("没有 {account} 这个账号。"),
    "link": _("把这个链接给本人，24 小时内设密码，只能用一次：{link}"),
    "no_role": _("没有 {role} 这种角色。有：{roles}"),
    "no_area": _("没有 {area} 这个区域。照区划代码写，像 140213。"),
    "no_term": _("{account} 现在没有 {role} 的任职。"),
    "token": _("令牌（只显示这一次）：{secret}。{until} 到期，编号 {id}。"),
    "revoked": _("令牌 {label} 已收回。"),
    "rekeyed": _("换了密钥，{n} 个值重新写过。旧密钥留着，旧备份还用得上。"),
    "has_admin": _("这里已经有区管理员，不能再初始化。加人用 appoint。"),
}
LEDGER = _("任职表")
HEADS = {
    "name": _("人"),
    "role": _("角色"),
    "duty": _("职责"),
    "area": _("区域"),
    "starts": _("从哪天"),
    "ends": _("到哪天"),
    "ended_at": _("提前结束"),
}
TERMS = _("在任的人")
ALL, TO_DO = _("全部"), _("要处理")
GROUPS = {"local": _("街道和社区"), "organisation": _("组织")}
FACTORS = {"totp": _("动态码"), "webauthn": _("通行密钥"), "recovery_codes": _("备用码")}
PILLS = {Standing.TO_COME: "wait", Standing.IN_FORCE: "done", Standing.ENDING: "due", Standing.OVER: "off"}
DEVICES = {"phone": _("手机"), "tablet": _("平板"), "computer": _("电脑"), "": _("不明设备")}
SYSTEMS = {
    "harmony": _("鸿蒙"),
    "android": _("安卓"),
    "ios": "iOS",
    "windows": "Windows",
    "mac": "macOS",
    "linux": "Linux",
    "": "",
}
NOT_SIGNED_IN = _("先登录。")
MAY_NOT = _("您的任职里没有这一项。")
NO_FACTOR = _("先设好第二步验证，再用接口；程序请带令牌。")


def device(kind: str, system: str) -> str:
    """A browser in words: 手机，安卓."""
    return "，".join(str(word) for word in (DEVICES[kind], SYSTEMS[system]) if word)


def sentence(refused: Refused) -> str:
    """The sentence of a refusal, its blanks filled."""
    return str(SENTENCES[refused.code]).format(**refused.facts)
