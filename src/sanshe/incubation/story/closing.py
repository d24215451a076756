"""Notice, objection, agreements."""

import datetime

from sanshe.core.accounts.story import actor
from sanshe.core.objections import actions as objections
from sanshe.core.objections.enums import E, Outcome, Verdict
from sanshe.core.objections.models import Objection
from sanshe.core.objections.types import Finding, Said
from sanshe.incubation.actions.agreement import agreement
from sanshe.incubation.actions.notice import publication
from sanshe.incubation.enums.agreement.agreement import SignatureSide, SignatureWay
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Agreement
from sanshe.incubation.queries.agreement import agreement as queries
from sanshe.incubation.queries.call.application import private_of
from sanshe.incubation.queries.notice.publication import notice_of
from sanshe.incubation.story.applications import by_name, third

LATER = (
    "暖阳助老服务中心",
    "木作园非遗传习社",
    "新芽孤独症家长互助会",
    "爱之声助听服务中心",
    "安心陪诊服务队",
    "四点半课堂公益社",
    "银发数字课堂",
)
LAST = "古城记忆口述史小组"


def draft_notice(when: datetime.datetime) -> None:
    publication.draft(batch=third(), by=actor("liang", when), at=when)


def publish_notice(approved: datetime.datetime, when: datetime.datetime) -> None:
    notice = notice_of(third())
    assert notice is not None
    publication.approve(batch=third(), notice=notice, by=actor("hao", approved), at=approved)
    publication.publish(batch=third(), notice=notice, by=actor("liang", when), at=when)


def object_to_wood(when: datetime.datetime) -> None:
    place = by_name("木作园非遗传习社").place
    fact = "公示里说它常年在两个社区开课，我们楼去年只见过一次，请核实服务记录。"
    said = Said(fact, "许建国", "13803527788")
    objections.raise_(kind=KIND, listing=third().pk, subject=place.pk, said=said, at=when)


def wood() -> Objection:
    return Objection.objects.get(kind=KIND, title="木作园非遗传习社")


def take_up(when: datetime.datetime) -> None:
    points = ["去年是否在两个社区开课", "服务记录的次数是否属实", "负责人是否挂名"]
    objections.accept(objection=wood(), points=points, by=actor("du", when), at=when)


def enquire(told: datetime.datetime, heard: datetime.datetime, seen: datetime.datetime) -> None:
    for event, text, when in (
        (E.TOLD, "告知木作园有人对它提了异议，请它说明。", told),
        (E.HEARD, "木作园说明：2021 年在柳航里开课 31 次，在康吉 12 次。", heard),
        (E.HEARD, "看了签到册和场地登记原件，次数相符。", seen),
    ):
        objections.note(objection=wood(), event=event, text=text, by=actor("du", when), at=when)
    findings = [Finding(point.no, Verdict.FALSE, "原件核过，与申请一致。") for point in wood().points.all()]
    objections.judge(objection=wood(), findings=findings, by=actor("du", seen), at=seen)


def answer(when: datetime.datetime) -> None:
    text = "经核对签到册、场地登记和两个社区的证明，三点均与事实不符。异议不成立。"
    objections.answer(objection=wood(), outcome=Outcome.DISMISSED, text=text, by=actor("du", when), at=when)


def confirm(when: datetime.datetime) -> None:
    publication.confirm_due(batch=third(), at=when)


def close_objection(when: datetime.datetime) -> None:
    objections.close_due(at=when)
    confirm(when)


def prepare(when: datetime.datetime) -> None:
    agreement.prepare_all(batch=third(), by=actor("liang", when), at=when)


def sign_first(start: datetime.datetime) -> None:
    """22 by both sides, 7 by the centre alone, one not yet."""
    papers = list(queries.agreements(third()))
    step = datetime.timedelta(minutes=10)
    for i, paper in enumerate(
        p for p in papers if p.place.application.name not in LATER and p.place.application.name != LAST
    ):
        sign_centre(paper, start + i * step)
        sign_organisation(paper, start + i * step)
    for paper in papers:
        if paper.place.application.name in LATER:
            sign_centre(paper, start)


def sign_rest(start: datetime.datetime, last: datetime.datetime) -> None:
    step = datetime.timedelta(minutes=10)
    for i, name in enumerate(LATER):
        sign_organisation(paper_of(name), start + i * step)
    sign_centre(paper_of(LAST), last)
    sign_organisation(paper_of(LAST), last)


def paper_of(name: str) -> Agreement:
    return queries.agreements(third()).get(place__application__name=name)


def sign_centre(paper: Agreement, when: datetime.datetime) -> None:
    said = {
        "side": SignatureSide.CENTRE,
        "way": SignatureWay.IN_PERSON,
        "signer": "沈文清",
        "witnesses": ("梁晓芸", "王春梅"),
    }
    agreement.sign(agreement=paper, by=actor("liang", when), at=when, **said)
    paper.refresh_from_db()


def sign_organisation(paper: Agreement, when: datetime.datetime) -> None:
    private = private_of(paper.place.application)
    founders = [one for one in private.get("founders", "").split("、") if one]
    said = {"side": SignatureSide.ORGANISATION, "way": SignatureWay.IN_PERSON, "witnesses": ("梁晓芸", "王春梅")}
    more = {
        "signer": private["head_name"],
        "founders_signed": len(founders),
        "subdistrict_witness": "永泰街道社会事务办",
    }
    agreement.sign(agreement=paper, by=actor("liang", when), at=when, **said, **more)
