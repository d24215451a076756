"""The matters that the story tells one by one, to their end; three of them are cited by the stories of the house."""

from sanshe.appeals.enums import Channel, Satisfied, Solved, Way
from sanshe.appeals.story import acts as a
from sanshe.appeals.story.acts import Matter, Tell, later
from sanshe.appeals.story.given import DRAIN, HEAT, HELP, JABS, LAMP, NOISE, STAIRS
from sanshe.appeals.story.people import FENGLIN, HENGDA, LIUHANG, MINGZHU, RUIHE
from sanshe.appeals.story.slots import slots

Acts = tuple[tuple[str, Tell], ...]
GOOD = (Solved.SOLVED, Satisfied.SATISFIED)
ESTATE = "小区物业"


def opened(one: Matter, *, is_begun: bool = True) -> Acts:
    """Accepted and sent to its community, then signed, called and begun, some minutes after it came in."""
    came = slots()[one.number]
    return ((later(came, 6), a.accept_and_send(one)), (later(came, 40), a.take_on(one, is_begun=is_begun)))


def ended(
    one: Matter,
    reported: str,
    what: str,
    checked: str,
    called: str,
    verdict: tuple[Solved, Satisfied] = GOOD,
    by: str = "",
) -> Acts:
    return (
        (reported, a.report(one, what)),
        (checked, a.verify(one, "去看了，办好了", by=by)),
        (called, a.call(one, *verdict)),
    )


ZHAO = Matter("220214-017", RUIHE, NOISE, "楼上夜间噪声",
              "楼上住户夜里拖动桌椅、放音响，一周多了。本人 76 岁，一个人住，想请社区去说说。",
              "5 号楼 2 单元", "赵德山", "13803525207")  # fmt: skip
WALL = Matter("220214-022", RUIHE, NOISE, "隔壁敲墙到晚上", "隔壁敲墙敲到晚上九点。", "3 号楼", "吕素英", "13900000022")
SEWER = Matter("220216-032", FENGLIN, DRAIN, "3 单元下水道堵了", "3 单元下水道堵了，一层往上返。",
               "6 号楼 3 单元", "阎凤山", "13900000032")  # fmt: skip
TAP = Matter(
    "220216-011", RUIHE, HELP, "水龙头关不严，请人帮看", "水龙头关不严，自己拧不动。", "2 号楼", "申桂芳", "13900000111"
)
CHAIR = Matter(
    "220217-002", RUIHE, HELP, "帮老人把轮椅抬上楼", "老人出院，轮椅抬不上三楼。", "7 号楼", "栗建国", "13900000202"
)
STREETLAMP = Matter(
    "220216-020", LIUHANG, LAMP, "楼前路灯不亮", "楼前那盏路灯三天没亮。", "1 号楼前", "晋文斌", "13900000220"
)
JAB_SHI = Matter(
    "220217-009", FENGLIN, JABS, "接种帮助", "腿脚不便，想请人陪着去打第三针。", "8 号楼", "边秀兰", "13900000209"
)
JUMPING = Matter(
    "220211-005", FENGLIN, NOISE, "楼上孩子跑跳", "楼上孩子晚上跑跳，说过也没用。", "4 号楼", "席永明", "13900000105"
)
BOXES = Matter("220215-004", HENGDA, STAIRS, "楼道堆纸箱", "楼道堆满纸箱，怕着火。", "11 号楼", "卫立新", "13900000154")
RADIATOR = Matter(
    "220216-013", MINGZHU, HEAT, "暖气片漏水", "暖气片漏水，接着盆。", "兴云苑 2 号楼", "桑玉梅", "13900000113"
)
JAB_HAN = Matter("220216-006", RUIHE, JABS, "接种帮助", "独居，想登记上门接种。", "1 号楼", "冀守信", "13900000106")
FLOOR = Matter("220216-027", HENGDA, DRAIN, "地漏往上冒", "卫生间地漏往上冒水。", "9 号楼", "茹春生", "13900000127")
METER = Matter(
    "220217-005", LIUHANG, HELP, "燃气表没电，不会换", "燃气表没电了，不会换电池。", "3 号楼", "耿淑贤", "13900000205"
)
SCOOTER = Matter(
    "220217-008", FENGLIN, STAIRS, "楼道停电动车", "有人在楼道里给电动车充电。", "2 号楼", "荀志强", "13900000208"
)
CARDS = Matter("220217-011", RUIHE, NOISE, "楼下棋牌声到半夜", "棋牌室吵到半夜。", "6 号楼", "皇甫秋", "13900000211")
COLD = Matter("220217-013", MINGZHU, HEAT, "暖气不热，三户都不热", "从昨天起暖气不热，上下三户都不热。",
              "明珠花园 3 号楼", "慕容芳", "13900000213")  # fmt: skip
WATER = Matter("220218-001", FENGLIN, DRAIN, "厕所返水，一楼地上全是水",
               "3 单元厕所返水，一楼地上全是水，从昨天晚上开始。打过物业电话，没人来。", "6 号楼 3 单元", "乔",
               "13935204416", Channel.WEB)  # fmt: skip
CEILING = Matter(
    "220208-009", FENGLIN, HELP, "顶灯坏了，够不着", "顶灯坏了，81 岁，够不着。", "5 号楼", "郭宝山", "13900006630"
)
CUI = Matter(
    "220107-021", RUIHE, NOISE, "楼上半夜有响动", "楼上半夜有响动，睡不着。", "9 号楼", "崔长顺", "13900004418"
)
DRAINED = Matter(
    "220119-014", FENGLIN, DRAIN, "下水井冒水", "楼后下水井冒水，结了冰。", "7 号楼后", "郝仁义", "13900000114"
)

UNSOLVED = (Solved.UNSOLVED, Satisfied.DISSATISFIED)
NIGHTS = (("02-14 20:10", "02-12", 5), ("02-14 20:11", "02-13", 6), ("02-15 07:40", "02-14", 5),
          ("02-16 07:30", "02-15", 1), ("02-17 07:30", "02-16", 0), ("02-18 07:30", "02-17", 1))  # fmt: skip
TOLD: dict[Matter, Acts] = {
    ZHAO: (
        ("02-14 09:44", a.accept(ZHAO)),
        ("02-14 09:46", a.send(ZHAO, helped_by=(ESTATE,))),
        ("02-14 09:52", a.sign(ZHAO)),
        ("02-14 11:05", a.contact(ZHAO, "电话联系上，听了 3 次录音")),
        ("02-15 19:30", a.contact(ZHAO, "两人同去，楼上同意 22 时后不挪桌椅、不放音响", Way.VISIT)),
        ("02-15 19:31", a.begin(ZHAO)),
        ("02-16 09:00", a.pause(ZHAO, "通话记录：楼上住户出门，等约时间")),
        ("02-17 09:00", a.resume(ZHAO)),
        *((at, a.night(ZHAO, day, times)) for at, day, times in NIGHTS),
        ("02-22 09:00", a.name_verifier(ZHAO, "shi", FENGLIN)),
        *ended(ZHAO, "02-21 17:00", "楼上装了隔音垫，22 时后不挪桌椅", "02-22 10:10", "02-22 16:45", by="shi"),
    ),
    WALL: opened(WALL) + ended(WALL, "02-16 11:00", "跟装修的说定了时间", "02-17 10:00", "02-21 10:00"),
    SEWER: (
        ("02-16 10:36", a.accept(SEWER)),
        ("02-16 10:40", a.send(SEWER)),
        ("02-16 11:05", a.contact(SEWER)),
        ("02-16 14:50", a.dispute(SEWER, "堵在物业管的立管，不归社区疏通")),
        ("02-16 15:40", a.uphold(SEWER, "归物业")),
        ("02-16 16:00", a.send(SEWER, ESTATE)),
        ("02-16 16:10", a.sign(SEWER)),
        ("02-16 16:15", a.begin(SEWER)),
        *ended(SEWER, "02-18 11:20", "物业疏通了立管", "02-18 15:00", "02-21 10:20"),
    ),
    TAP: (*opened(TAP), ("02-18 09:00", a.name_verifier(TAP, "shi", FENGLIN)),
          *ended(TAP, "02-17 10:30", "换了阀芯", "02-18 10:00", "02-21 10:40", by="shi")),
    CHAIR: (*opened(CHAIR), ("02-18 09:05", a.name_verifier(CHAIR, "shi", FENGLIN)),
            *ended(CHAIR, "02-17 17:30", "两个人抬上去了", "02-18 15:30", "02-21 11:00", by="shi")),
    STREETLAMP: (*opened(STREETLAMP), ("02-17 11:00", a.name_verifier(STREETLAMP, "yue", LIUHANG)),
                 *ended(STREETLAMP, "02-17 09:20", "电力来换了灯", "02-18 09:00", "02-21 11:20", by="yue")),
    JAB_SHI: opened(JAB_SHI) + ended(JAB_SHI, "02-22 11:00", "陪着去打了", "02-23 10:00", "02-24 10:00"),
    JUMPING: (
        *opened(JUMPING),
        *ended(JUMPING, "02-15 10:00", "跟楼上说了，铺了垫子", "02-15 16:00", "02-16 10:00", UNSOLVED),
        ("02-18 14:00", a.begin(JUMPING)),
        *ended(JUMPING, "02-22 15:00", "楼上改在白天练跳绳", "02-23 10:20", "02-25 10:00"),
    ),
    BOXES: opened(BOXES) + ended(BOXES, "02-22 09:00", "清走了，留了通道", "02-22 14:00", "02-24 10:20"),
    RADIATOR: opened(RADIATOR) + ended(RADIATOR, "02-18 16:00", "换了阀门", "02-21 10:00", "02-22 09:30"),
    JAB_HAN: opened(JAB_HAN) + ended(JAB_HAN, "02-21 10:00", "登记上了，上门打了", "02-21 15:00", "02-23 11:00"),
    FLOOR: opened(FLOOR) + ended(FLOOR, "02-21 16:00", "物业疏通了地漏", "02-22 10:00", "02-24 10:40"),
    METER: (*opened(METER, is_begun=False), ("02-18 10:00", a.begin(METER)),
            *ended(METER, "02-22 10:00", "换了电池，教会了", "02-22 17:00", "02-23 11:20")),
    SCOOTER: (("02-17 15:06", a.accept_and_send(SCOOTER)), ("02-17 15:30", a.sign(SCOOTER)),
              ("02-18 09:00", a.contact(SCOOTER)), ("02-21 09:00", a.begin(SCOOTER)),
              *ended(SCOOTER, "02-23 16:00", "车推走了，装了充电棚", "02-25 10:00", "03-01 10:00")),
    CARDS: (("02-17 16:20", a.accept(CARDS)), ("02-17 16:25", a.send(CARDS)), ("02-18 09:10", a.sign(CARDS)),
            ("02-18 10:00", a.contact(CARDS)), ("02-18 10:05", a.begin(CARDS)),
            *ended(CARDS, "02-24 11:00", "约好晚十点收摊", "02-25 11:00", "03-01 10:20")),
    COLD: (("02-17 17:43", a.accept(COLD)), ("02-17 17:45", a.send(COLD)),
           ("02-17 17:56", a.dispute(COLD, "供热管网不在社区职责清单里，应派供热公司，指 4.1")),
           ("02-18 09:00", a.contact(COLD)), ("02-18 10:00", a.uphold(COLD, "派供热公司，社区协办")),
           ("02-18 10:10", a.send(COLD, "区供热公司")), ("02-18 10:30", a.sign(COLD)), ("02-18 10:31", a.begin(COLD)),
           *ended(COLD, "02-22 14:00", "换了楼前阀门，三户都热了", "02-22 17:00", "02-24 11:00")),
    WATER: (("02-18 08:50", a.accept(WATER)), ("02-18 08:52", a.send(WATER)), ("02-18 09:00", a.sign(WATER)),
            ("02-18 09:10", a.contact(WATER)), ("02-18 09:15", a.begin(WATER)),
            *ended(WATER, "02-22 11:00", "立管通了，地上清干净了", "02-22 17:30", "02-24 11:20")),
    CEILING: opened(CEILING) + ended(CEILING, "02-09 10:00", "换了顶灯，又看了插座", "02-09 15:00", "02-10 10:00"),
    CUI: (*opened(CUI), ("01-10 09:00", a.pause(CUI, "短信：等他儿子回来")), ("01-11 09:00", a.resume(CUI)),
          *ended(CUI, "01-17 17:00", "楼上换了软底拖鞋，桌腿包了垫", "01-18 10:00", "01-21 10:00")),
    DRAINED: opened(DRAINED) + ended(DRAINED, "01-21 15:00", "井通了，冰铲了", "01-24 10:00", "01-25 10:00"),
}  # fmt: skip
