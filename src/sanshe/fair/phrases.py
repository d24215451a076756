"""Words of fairs; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.fair.enums import (
    Authority,
    AwardState,
    Channel,
    DeskState,
    Duty,
    E,
    FairState,
    GoodKind,
    Lint,
    Mode,
    R,
    RiddleState,
    RulingKind,
    RulingState,
    Twist,
    Verdict,
    WinState,
)  # fmt: skip

NAME = _("元宵游园")
SHORT = _("游园")
SLIP = _("谜条")
FAIR_STATES = {
    FairState.PLANNED: _("还没挂"),
    FairState.HUNG: _("挂着"),
    FairState.CLOSED: _("已收场，等签账"),
    FairState.SIGNED: _("已签，等会签"),
    FairState.COUNTERSIGNED: _("账已签完"),
}
MODES = {Mode.MIXED: _("手机猜，也可揭条到兑奖台"), Mode.PHONE: _("只用手机猜"), Mode.PAPER: _("揭条到兑奖台")}
AUTHORITIES = {Authority.BOOK: _("以谜库为准，两人裁定可以添"), Authority.RULING: _("以兑奖台两人裁定为准")}
RIDDLE_STATES = {
    RiddleState.DRAFT: _("没审"),
    RiddleState.CHECKED: _("审过"),
    RiddleState.HUNG: _("还在"),
    RiddleState.HELD: _("揭走"),
    RiddleState.WON: _("猜中"),
    RiddleState.SEALED: _("封题"),
    RiddleState.EXPIRED: _("没人猜中"),
}
TWISTS = {Twist.PLAIN: _("没有"), Twist.SWING: _("秋千格"), Twist.BLIND: _("卷帘格")}
TWISTED = {**TWISTS, Twist.PLAIN: ""}  # as it stands beside a hint
LINTS = {Lint.SHOWS: _("露面：{signs}"), Lint.LENGTH: _("字数和谜目不合"), Lint.TWICE: _("谜底重了")}
CHANNELS = {Channel.PHONE: _("手机"), Channel.DESK: _("兑奖台"), Channel.PAPER: _("纸条")}
VERDICTS = {
    Verdict.RIGHT: _("猜中"),
    Verdict.WRONG: _("猜错"),
    Verdict.LENGTH: _("字数不对，不算"),
    Verdict.REREAD: _("按格再读，不算"),
}
WIN_STATES = {WinState.PENDING: _("待领"), WinState.REDEEMED: _("已兑"), WinState.LAPSED: _("过期")}
AWARD_STATES = {AwardState.HANDED: _("已发"), AwardState.VOID: _("收回")}
GOOD_KINDS = {GoodKind.PRIZE: _("猜谜的奖"), GoodKind.GIFT: _("游戏的礼"), GoodKind.MATERIAL: _("手工材料")}
DESK_STATES = {DeskState.PLANNED: _("没开"), DeskState.OPEN: _("开着"), DeskState.CLOSED: _("收了")}
RULING_KINDS = {RulingKind.ANSWER: _("添一个谜底"), RulingKind.VOID: _("收回奖品")}
RULING_STATES = {
    RulingState.ASKED: _("等另一人"),
    RulingState.AGREED: _("两人同意"),
    RulingState.REFUSED: _("没有同意"),
}
DUTIES = {Duty.WRITER: _("写这条谜的人"), Duty.ASKER: _("提出裁定的人"), Duty.KEEPER: _("一签的人")}
TURNED = {R.LEASED: _("不归本台，请去别台"), R.REDEEMED: _("已经兑过，拒兑")}
FIELDS = {
    "place": _("哪个社区"),
    "name": _("名称"),
    "partner": _("和谁一起办"),
    "opens_at": _("几时开始"),
    "lit_at": _("几时点灯"),
    "closes_at": _("几时收场"),
    "mode": _("怎么猜"),
    "per_card": _("一张卡最多得几条"),
    "max_wins": _("一条谜几个人能中"),
    "authority": _("以谁的答案为准"),
    "unit": _("量词"),
    "kind": _("做什么用"),
    "first": _("从几号"),
    "last": _("到几号"),
    "keeper": _("谁守台"),
    "good": _("什么"),
    "desk": _("给哪个台"),
    "brought": _("领来多少"),
    "lines": _("谜库"),
    "text": _("谜面"),
    "hint": _("谜目"),
    "twist": _("谜格"),
    "answer": _("谜底"),
    "also": _("也认"),
    "theme": _("主题"),
    "gloss": _("浅释"),
    "source": _("来源"),
    "wave": _("第几波"),
    "number": _("号"),
    "state": _("状态"),
    "card": _("游园卡"),
    "reason": _("为什么"),
    "words": _("账差怎么来的"),
    "volunteers": _("志愿者几人"),
    "hours": _("一共几小时"),
    "counted": _("余多少"),
    "n": _("印几张"),
    "won_at": _("几时猜中"),
    "redeemed_at": _("几时兑的"),
    "channel": _("在哪里猜的"),
    "fair": _("哪一场"),
    "handed_at": _("几时发的"),
}
LINES_HINT = _("从表格里整块复制过来。各列依次：号、主题、谜面、谜目、谜格、谜底、也认、字数、来源、浅释。")
WAVE_HINT = _("一波挂几条。分波挂，免得一开灯全猜完。")
WAVE_SIZE = _("每波几条")
ALSO_HINT = _("几个用顿号隔开。")
GAMES_PLACE = _("游戏点")
NEW_FAIR = _("办一场游园")
CHANGE_RULE = _("改规则")
WINS_LEDGER = _("猜中和兑奖台账")
AWARDS_LEDGER = _("奖品发放台账")
DUTIES_TOLD = {
    "check": (_("谜条等人审"), _("去审")),
    "ruling": (_("等第二个人裁定"), _("去看")),
    "sign": (_("游园的账等您签"), _("去签")),
    "countersign": (_("游园的账等您会签"), _("去签")),
}
IN_HAND = _("兑奖台")
SENTENCES = {
    R.NO_NAME: _("名称没有写。"),
    R.HOURS_WRONG: _("先开始，再点灯，后收场。"),
    R.RULE_FROZEN: _("谜条挂出后不能改规则。"),
    R.NO_LIMIT: _("至少写 1。"),
    R.GOOD_THERE: _("这一样已经写过了。"),
    R.BAD_AMOUNT: _("这个数不对。"),
    R.RANGE_WRONG: _("从小号到大号，从 1 起。"),
    R.RANGE_TAKEN: _("有几号已经归别的台了。一条谜只归一个台。"),
    R.NOT_A_KEEPER: _("这个人不在这里守台。"),
    R.NOT_YOUR_DESK: _("这个台不是您守的。"),
    R.DESK_SHUT: _("这个台没开，或者已经收了。"),
    R.NO_RIDDLE: _("没有这个号的谜。"),
    R.NO_TEXT: _("第 {n} 条没有谜面。"),
    R.NO_HINT: _("第 {n} 条没有谜目。"),
    R.NO_SOLUTION: _("第 {n} 条没有谜底。"),
    R.BAD_LINE: _("号要从 1 起，一条一条接着，不能空。"),
    R.BOOK_THERE: _("这一场已经有谜库了，一条一条改。"),
    R.NOT_CHECKED: _("还没审校，不能挂。"),
    R.NOT_PRINTED: _("{n} 号还没印谜条，先印再挂。"),
    R.NO_DESK_FOR: _("{n} 号还没有归哪个台，先分好台再挂。"),
    R.NOTHING_TO_HANG: _("这一波没有要挂的。"),
    R.NOT_RUNNING: _("现在不在游园的时间里。"),
    R.NO_CARD: _("没有这张游园卡，请看看号码。"),
    R.CARD_FULL: _("这张卡已经得了 {n} 份，请把机会留给别人。"),
    R.NO_ANSWER: _("谜底还没写。"),
    R.WAIT: _("{s} 秒后再猜。"),
    R.NO_TRIES: _("这条猜过 3 次了，换一条。"),
    R.TORN: _("这条已被揭走，正在兑奖台。"),
    R.NOT_TORN: _("这一场只用手机猜，谜条不用揭。"),
    R.WON: _("这条已有人猜中，换一条。"),
    R.SEALED: _("这条已经封题。"),
    R.NOT_HUNG: _("这条没有挂着。"),
    R.ONLY_AT_DESK: _("这一场揭下谜条，到兑奖台说谜底。"),
    R.NOT_AT_DESK: _("这条不在台上，先查号。"),
    R.LEASED: _("{lo} 至 {hi} 号归 {desk} 台，请去那里。"),
    R.REDEEMED: _("这条 {time} 已经兑过。"),
    R.REDEEMED_JUST_NOW: _("这条刚刚兑过。"),
    R.NO_STOCK: _("这种发完了，换一种。"),
    R.LAPSED: _("兑奖 {time} 截止。"),
    R.WRONG_CODE: _("兑奖码不对，请再看看手机上的 4 位数。"),
    R.NO_REASON: _("为什么，还没写。"),
    R.ANSWER_THERE: _("这个谜底本来就认。"),
    R.NOT_HANDED: _("这条没有发过奖。"),
    R.NOTHING_OWED: _("这次裁定不欠谁的奖。"),
    R.RULING_OPEN: _("这一条还有裁定没定，先定下来。"),
    R.PRIZES_WAIT: _("还有人没领奖，等到收场后 30 分钟。"),
    R.NOT_OVER: _("还没到收场的时间。"),
    R.ACCOUNT_SIGNED: _("账已经签了，数不能再改。"),
    R.NOT_COUNTED: _("还有没点数的，先把余的都点清。"),
    R.NO_WORDS: _("账差不是 0，请写一句怎么来的。"),
}
BESIDE = {
    R.HOURS_WRONG: "closes_at",
    R.NO_LIMIT: "per_card",
    R.GOOD_THERE: ("name", "good"),
    R.BAD_AMOUNT: ("brought", "n"),
    R.RANGE_WRONG: "last",
    R.RANGE_TAKEN: "last",
    R.NOT_A_KEEPER: "keeper",
    R.NO_RIDDLE: "number",
    R.LEASED: "number",
    R.REDEEMED: "number",
    R.NO_TEXT: "text",
    R.NO_HINT: "hint",
    R.NO_SOLUTION: "answer",
    R.BAD_LINE: "lines",
    R.NO_CARD: "card",
    R.CARD_FULL: ("said", "card"),
    R.NO_ANSWER: ("said", "answer"),
    R.ANSWER_THERE: "answer",
    R.WAIT: ("said", "card"),
    R.NO_TRIES: ("said", "card"),
    R.NO_STOCK: "stock",
    R.WRONG_CODE: "code",
}
EVENTS = {
    E.PLANNED: _("办一场游园"),
    E.RULE_CHANGED: _("改游园规则"),
    E.GOOD_ADDED: _("加一样物品"),
    E.STOCK_BROUGHT: _("领来物品"),
    E.DESK_PLANNED: _("设兑奖台"),
    E.DESK_OPENED: _("开台"),
    E.DESK_HANDED_OVER: _("兑奖台交给别人"),
    E.BOOK_ENTERED: _("录入谜库"),
    E.RIDDLE_CHANGED: _("改一条谜"),
    E.RIDDLES_CHECKED: _("审校谜条"),
    E.SLIPS_PRINTED: _("印谜条"),
    E.SLIP_REPRINTED: _("补印谜条"),
    E.WAVE_HUNG: _("挂一波谜条"),
    E.CARDS_MADE: _("印游园卡"),
    E.CARD_RENEWED: _("补一张游园卡"),
    E.ANSWERED: _("答题"),
    E.TORN: _("揭谜条"),
    E.LOOKED: _("查看谜底"),
    E.PUT_BACK: _("谜条挂回去"),
    E.WON: _("猜中"),
    E.HANDED_OUT: _("发奖"),
    E.TURNED_AWAY: _("来了没兑"),
    E.SEALED: _("封题"),
    E.RULING_ASKED: _("提出裁定"),
    E.RULING_AGREED: _("裁定同意"),
    E.RULING_REFUSED: _("裁定不同意"),
    E.REJUDGED: _("改判猜中"),
    E.TAKEN_BACK: _("收回奖品"),
    E.CLOSED: _("收场"),
    E.STOCK_COUNTED: _("点余数"),
    E.SIGNED: _("签发游园台账"),
    E.COUNTERSIGNED: _("会签游园台账"),
    E.FORGOTTEN: _("删游园卡和答题"),
}
KINDS = {
    "fair.fair": _("游园会"),
    "fair.riddle": _("灯谜"),
    "fair.desk": _("兑奖台"),
    "fair.card": _("游园卡"),
    "fair.ruling": _("裁定"),
}
RECORD_FIELDS = {
    "per_card": _("一张卡最多得几条"),
    "max_wins": _("一条谜几个人能中"),
    "mode": _("怎么猜"),
    "authority": _("以谁的答案为准"),
    "opens_at": _("开始"),
    "closes_at": _("收场"),
    "lit_at": _("点灯"),
    "partner": _("和谁一起办"),
    "riddles": _("几条"),
    "wave": _("第几波"),
    "card": _("游园卡"),
    "cards": _("几张"),
    "desk": _("几号台"),
    "verdict": _("判"),
    "channel": _("在哪里猜的"),
    "brought": _("领来"),
    "counted": _("余"),
    "difference": _("账差"),
    "lapsed": _("过期没领"),
    "volunteers": _("志愿者"),
    "hours": _("小时"),
    "keeper": _("守台的人"),
    "epoch": _("第几次开台"),
    "first": _("从几号"),
    "last": _("到几号"),
    "unit": _("量词"),
    "answers": _("几次答题"),
    "new": _("新印"),
    "code": _("原因"),
    "answer": _("也认"),
}
BAD_MOMENT = _("请写日期和时间。")
SIGN_CLOCK = _("签发台账")
