"""Batch 3 from the call to the screening's end."""

import datetime
from uuid import UUID

from sanshe.core.accounts import queries
from sanshe.core.accounts.story import actor, resident
from sanshe.core.files import actions as files
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.parties import actions as parties
from sanshe.core.parties import rules as codes
from sanshe.core.parties.enums import Side
from sanshe.core.parties.models import Office
from sanshe.incubation.actions.agreement import agreement
from sanshe.incubation.actions.call import application, batch
from sanshe.incubation.actions.call import receipt as receipt_actions
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.call.application import ApplicationRefusal
from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.models import Application, Batch, Call, DeskReceipt
from sanshe.incubation.rules.panel.panel import draw_seed
from sanshe.incubation.story.numbers import ids_for

BUREAU = "平城区民政局社会组织管理股"
NUMBERS = {"bureau": 3817, "centre": 2206, "organisations": 5941}
ORDER = [
    "家风家训宣讲团",
    "社区营造研习社",
    "睦邻停车议事会",
    "众扶残疾人就业促进会",
    "蒲公英困境儿童关爱中心",
    "晨曦心理健康服务中心",
    "安心陪诊服务队",
    "生命树安宁疗护服务队",
    "惠民维修义工队",
    "云中手语志愿服务队",
    "同心社区矫正帮扶中心",
    "新芽孤独症家长互助会",
    "绿色楼道环保志愿队",
    "守望独居老人探访队",
    "红马甲楼栋长联盟",
    "小橘灯阅读推广中心",
    "智善防诈宣传服务中心",
    "御河巡河护绿队",
    "平安家庭调解工作室",
    "木作园非遗传习社",
    "四点半课堂公益社",
    "爱之声助听服务中心",
    "夕阳红合唱艺术团",
    "青禾青少年事务中心",
    "阳光益跑健身队",
    "老兵之家服务中心",
    "小蜜蜂社区清洁互助队",
    "银发数字课堂",
    "邻里厨房互助社",
    "西王庄乡村图书角",
    "彩虹桥新市民融入中心",
    "古城记忆口述史小组",
    "暖阳助老服务中心",
    "巧手坊妇女手工合作社",
]
# In the order of receipt; 1 to 28 online, the rest over the desk. Fixed numbers are those of the screening's list.
FIXED = {
    19: "安心陪诊服务队", 20: "木作园非遗传习社", 21: "和事佬调解服务部", 22: "四点半课堂公益社", 23: "城南家长学堂",
    24: "银发数字课堂", 25: "北辰社区花园小组", 26: "康乐慢病管理小组", 27: "众扶残疾人就业促进会", 28: "智善防诈宣传服务中心",
    29: "西王庄乡村图书角", 30: "阳光益跑健身队", 31: "平凡英雄摄影社", 32: "老兵之家服务中心", 33: "快乐器乐沙龙",
}  # fmt: skip
REFUSED = ("和事佬调解服务部", "康乐慢病管理小组", "平凡英雄摄影社", "快乐器乐沙龙")
OVERDUE = ("北辰社区花园小组", "城南家长学堂")
FILED = (
    "惠民维修义工队",
    "守望独居老人探访队",
    "红马甲楼栋长联盟",
    "古城记忆口述史小组",
    "邻里厨房互助社",
    "木作园非遗传习社",
)
FORMING = ("新芽孤独症家长互助会", "西王庄乡村图书角", *OVERDUE, *REFUSED)
FIELDS = {"助": "助老", "老": "助老", "青": "青少年", "儿童": "青少年", "残": "助残", "孤独症": "助残", "口述": "文化",
          "图书": "文化", "合唱": "文化", "非遗": "文化", "防诈": "法治", "调解": "法治", "矫正": "法治", "环保": "环保",
          "护绿": "环保", "清洁": "环保", "花园": "环保", "维修": "便民", "停车": "便民", "厨房": "助老"}  # fmt: skip
SURNAMES, GIVEN = (
    "赵钱孙李周吴郑王冯陈卫蒋沈杨朱秦许何吕张",
    ["秀兰", "建华", "玉梅", "志强", "晓燕", "国庆", "桂英", "海涛", "丽萍", "文斌", "春霞", "永红"],
)
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def received_order() -> list[str]:
    """The forty names in the order of their numbers."""
    rest = [name for name in ORDER if name not in FIXED.values()]
    return [FIXED.get(no) or rest.pop(0) for no in range(1, 41)]


def credit_code(serial: int) -> str:
    """A sound code that nobody has: 52, the district, an invented body."""
    first = f"52140213MJX{serial:05d}"
    body = first + codes.body_digit(first[8:16] + "0")
    return body + codes.check_character(body)


def plan(when: datetime.datetime) -> None:
    """The centre, the two earlier batches with their 48, and batch 3 with its approved call."""
    operator = parties.register_organisation(
        name="平城区创享社会组织发展中心", registration="registered", credit_code=credit_code(1), area_path="140213",
        head_name="沈文清", head_phone="13903520001", contact_name="梁晓芸", contact_phone="13903520002",
        address="永泰街道创享中心二楼", kind="service", by=SYSTEM, at=when,
    )  # fmt: skip
    where = {"area_path": "140213", "phone": "0352-0000000（演示）", "hours": "工作日 8:30 至 18:00"}
    centre = parties.open_office(
        name="平城区社区治理创享中心", side=Side.RUNS, number_prefix="创享", short_prefix="创", letters="cx", operator=operator,
        address="创享中心一楼服务台", **where, by=SYSTEM, at=when,
    )  # fmt: skip
    parties.open_office(
        name=BUREAU, side=Side.APPROVES, number_prefix="平民社", short_prefix="民", letters="pms", address="区民政局三楼", **where,
        by=SYSTEM, at=when,
    )  # fmt: skip
    for no, n, day in ((1, 23, datetime.date(2018, 3, 1)), (2, 25, datetime.date(2020, 3, 1))):
        _past(centre, no, n, day, when)
    _third(centre)


def _past(centre: Office, no: int, n: int, day: datetime.date, when: datetime.datetime) -> None:
    year = datetime.timedelta(365)
    days = {"screening_until": day - datetime.timedelta(40), "panel_on": day - datetime.timedelta(30)}
    days |= {"signing_from": day, "signing_to": day}
    name = f"第{'一二'[no - 1]}批社会组织孵化"
    old = batch.plan_batch(centre=centre, no=no, name=name, places=n, by=SYSTEM, at=when, state="closed_out", **days)
    for i in range(n):
        serial = no * 100 + i
        one = parties.register_organisation(
            name=past_name(serial), registration="registered", credit_code=credit_code(serial), area_path="140213",
            head_name=person_name(serial), head_phone=f"1380352{serial:04d}", field="社区服务", by=SYSTEM, at=when,
        )  # fmt: skip
        past = {"entered_on": day, "term_to": day + year, "graduated_on": day + year}
        agreement.enter_past(batch=old, organisation=one, by=SYSTEM, at=when, **past)


def past_name(serial: int) -> str:
    first = [
        "和顺",
        "安居",
        "同乐",
        "春晖",
        "常青",
        "百合",
        "明德",
        "乐龄",
        "友邻",
        "知行",
        "星火",
        "晨光",
        "益民",
        "永和",
        "福佑",
        "康宁",
        "雅集",
        "文韵",
        "朝阳",
        "清风",
        "暖心",
        "美邻",
        "众成",
        "睿智",
        "丰禾",
    ]
    kind = ("社区服务中心", "志愿服务社", "公益发展中心")
    return first[serial % 25] + kind[serial // 100 % 3]


def person_name(serial: int) -> str:
    return SURNAMES[serial % len(SURNAMES)] + GIVEN[serial * 7 % len(GIVEN)]


def _third(centre: Office) -> None:
    liang, hao = (actor(key, at("2021-12-24 10:00")) for key in ("liang", "hao"))
    d = datetime.date
    new = batch.plan_batch(
        centre=centre, no=3, name="第三批社会组织孵化", places=30, reserve_places=4, screening_until=d(2022, 1, 11),
        panel_on=d(2022, 1, 14), signing_from=d(2022, 2, 17), signing_to=d(2022, 2, 23), reserve_until=d(2022, 5, 16),
        capacity={"desks": 30, "sessions": 200, "hours": 800}, panel_sides={"bureau": 2, "centre": 2, "social_work": 3},
        by=liang, at=at("2021-12-20 10:00"),
    )  # fmt: skip
    dates = {"opens_on": d(2021, 12, 25), "closes_on": d(2022, 1, 3)}
    said = {"content": {"intro": "为愿意在社区里做事的组织和小组提供一年孵化：场地、督导、财务和登记辅导，都不收费。"}}
    call = batch.draft_call(
        batch=new, number="创享公告〔2021〕3 号", **dates, **said, by=liang, at=at("2021-12-23 15:00")
    )
    batch.approve_call(call=call, by=hao, at=at("2021-12-24 10:00"))


def third() -> Batch:
    return Batch.objects.get(no=3)


def publish(when: datetime.datetime) -> None:
    batch.publish_call(call=Call.objects.get(batch__no=3), by=actor("liang", when), at=when)


def values_of(name: str, no: int) -> dict[str, str]:
    """What this applicant filled in."""
    kind = "filed" if name in FILED else "none" if name in FORMING else "registered"
    head, contact = person_name(no * 3 + 1), person_name(no * 5 + 2)
    values = {
        "registration": kind, "name": name, "address": f"平城区永泰街道 {no} 号院", "head_name": head,
        "head_phone": f"1390352{no:04d}", "contact_name": contact, "contact_phone": f"1500352{no:04d}",
        "full_time": "2", "volunteers": "14", "field": next((f for key, f in FIELDS.items() if key in name), "社区服务"),
        "for_whom": "本社区的居民，先从愿意来的 40 户开始。", "where": "永泰街道柳航里、康吉两个社区",
        "what": "每周二下午在居民活动室办一次，平时上门；一年 48 次。", "how_known": "做之前和一年后各数一次：来了多少人，多少人还来。",
        "need_from": "社区议事会记录和 30 户走访。", "want": "场地、督导、财务辅导。", "truthful": "yes",
    }  # fmt: skip
    if kind == "registered":
        values["credit_code"] = credit_code(300 + no)
    if kind == "filed":
        values["filing_number"] = f"平社备〔2021〕{no} 号"
    if kind == "none":
        values["founders"] = "、".join(person_name(no + i) for i in (4, 9, 14))
    special = {
        "智善防诈宣传服务中心": {"founders": "冯秀兰、韩雨桐、许文斌"},
        "睦邻停车议事会": {"contact_name": "贺子安"},
    }
    return {**values, **special.get(name, {})}


def keys() -> dict[str, UUID]:
    return ids_for(ORDER, draw_seed(NUMBERS))


def online(first: int, last: int, start: datetime.datetime, step: datetime.timedelta) -> None:
    """Applications `first` to `last` by phone, one every `step`."""
    names, ids, target = received_order(), keys(), third()
    for i, no in enumerate(range(first, last + 1)):
        apply_online(target, names[no - 1], no, ids.get(names[no - 1]), start + i * step)


def apply_online(
    target: Batch, name: str, no: int, pk: UUID | None, when: datetime.datetime, hand_in: bool = True
) -> Application:
    """One applicant writes, attaches and hands in."""
    values = values_of(name, no)
    owner = resident(values["contact_name"], values["contact_phone"], when)
    row = application.start(batch=target, by=owner, at=when, pk=pk)
    row = application.fill(application=row, values=values, at=when)
    for slot in ("certificate", "records", "undertaking"):
        attach(row, slot, owner, when)
    return application.submit(application=row, by=owner, at=when) if hand_in else row


def attach(row: Application, slot: str, by: Actor, when: datetime.datetime) -> None:
    kept = files.keep(upload=PAPER, name=f"{slot}.pdf", purpose="application", by=by, at=when)
    where = {"kind": "incubation.application", "subject": row.pk, "area_path": row.area_path}
    files.attach(file=kept, slot=slot, label=slot, by=by, at=when, **where)


def draft_zhishan(when: datetime.datetime) -> None:
    """智善 is at section three."""
    name = "智善防诈宣传服务中心"
    values = values_of(name, 28)
    owner = resident("冯秀兰", "13903522296", when)
    row = application.start(batch=third(), by=owner, at=when, pk=keys()[name])
    left = ("how_known", "need_from", "truthful")
    application.fill(application=row, values={k: v for k, v in values.items() if k not in left}, at=when)


def finish_zhishan(when: datetime.datetime) -> None:
    row = Application.objects.get(name="智善防诈宣传服务中心")
    owner = resident_actor(row, when)
    application.fill(application=row, values=values_of(row.name, 28), at=when)
    row.refresh_from_db()
    for slot in ("certificate", "records", "undertaking"):
        attach(row, slot, owner, when)
    application.submit(application=row, by=owner, at=when)


def hand_in_late(name: str, when: datetime.datetime) -> None:
    """A submission that arrives after the end: refused, put on record, the draft stays."""
    row = Application.objects.select_related("batch", "batch__centre").get(batch__no=3, name=name)
    try:
        application.submit(application=row, by=resident_actor(row, when), at=when)
    except Refused as refused:
        assert refused.code == ApplicationRefusal.LATE


def resident_actor(row: Application, when: datetime.datetime) -> Actor:
    owner = queries.user(row.owner) if row.owner else None
    assert owner is not None
    return queries.actor_for(owner, when)


def paper_rows(when: datetime.datetime) -> None:
    """Fifteen lines in the desk's book, 12 of them to be imported."""
    liang, wang = actor("liang", when), actor("wang", when)
    names = received_order()[28:] + ["", received_order()[13], "快乐器乐沙龙"]
    for i, name in enumerate(names):
        day = datetime.datetime(2021, 12, 27, 3, tzinfo=datetime.UTC) + datetime.timedelta(hours=12 * i)
        kept = files.keep(upload=PAPER, name="receipt.pdf", purpose="receipt", by=liang, at=when)
        said = {"witnessed_by": wang.id, "scan": kept.pk if isinstance(kept.pk, UUID) else None}
        receipt_actions.note_receipt(
            batch=third(), name=name or "（没写名称）", received_at=day, by=liang, at=day, **said
        )


def enter_papers(when: datetime.datetime) -> None:
    """The twelve good rows become 03-029 to 03-040."""
    liang, names, ids = actor("liang", when), received_order(), keys()
    for no in range(29, 41):
        receipt = DeskReceipt.objects.filter(batch__no=3, name=names[no - 1], application=None).order_by("no")[0]
        given = {"values": values_of(names[no - 1], no), "pk": ids.get(names[no - 1])}
        receipt_actions.enter_from_desk(receipt=receipt, by=liang, at=when, **given)


def by_name(name: str) -> Application:
    return Application.objects.select_related("batch", "batch__centre").get(
        batch__no=3, name=name, serial__isnull=False
    )


GOOD = dict.fromkeys(range(1, 7), V.MET)


def pass_all(
    names: list[str], when: datetime.datetime, step: datetime.timedelta = datetime.timedelta(minutes=6)
) -> None:
    liang = actor("liang", when)
    for i, name in enumerate(names):
        row = by_name(name)
        screening.check_all(application=row, verdicts=GOOD, by=liang, at=when + i * step)
        screening.pass_(application=row, by=liang, at=when + i * step)


def return_one(name: str, rule: int, reason: str, when: datetime.datetime) -> None:
    liang, row = actor("liang", when), by_name(name)
    screening.check_all(application=row, verdicts={**GOOD, rule: V.TO_MEND}, by=liang, at=when)
    screening.return_(application=row, reason=reason, by=liang, at=when)


def refuse_one(name: str, rule: int, reason: str, when: datetime.datetime) -> None:
    liang, row = actor("liang", when), by_name(name)
    screening.check_all(application=row, verdicts={**GOOD, rule: V.NOT_MET}, by=liang, at=when)
    screening.refuse(application=row, grounds={rule}, reason=reason, by=liang, at=when)


def mend_one(name: str, when: datetime.datetime) -> None:
    row = by_name(name)
    screening.mend(application=row, by=SYSTEM, at=when)
