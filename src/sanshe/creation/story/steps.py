"""What happens to each applicant of the story, by the app's own actions."""

from collections.abc import Callable
from datetime import date, datetime

from sanshe.core.kit.access import NOBODY, Actor
from sanshe.creation import actions
from sanshe.creation.enums import Level, ListState, Reply, State, TipState
from sanshe.creation.models import Application, Attestation, Award, Proposal, Revocation, Tip, Title
from sanshe.creation.story.people import BUS, HOTEL, UNITS, actor, rep, unit
from sanshe.creation.story.scheme import scheme

Tell = Callable[[datetime], object]
PLACES = {  # communities and a subdistrict: level, path, who applies
    "恒大社区": (Level.COMMUNITY, "140213066007", "ren"),
    "明珠社区": (Level.COMMUNITY, "140213053006", "tianx"),
    "迎宾街道": (Level.STREET, "140213053", "he"),
}
MANAGERS = {"140213053": "he", "140213059": "xing", "140213050": "gao", "140213066": "tang"}
DRIVERS = {
    "御东冷链": (52, date(2022, 1, 12)),
    "北魏坊酒店": (60, date(2022, 1, 19)),
    BUS: (75, date(2022, 1, 26)),
    "云岭物业": (18, date(2022, 2, 7)),
    "康达制药厂": (40, date(2022, 2, 9)),
    "和美超市": (23, date(2022, 5, 18)),
}
WORDS = {
    1: "负责人和台账都有，每季度核一次；名册留在本处，不交来。",
    3: "公示栏在社区门口，写着监督电话。",
    4: "公示栏在大门东侧，写着监督电话。",
}


def who(name: str, when: datetime) -> Actor:
    return rep(name, when) if name in UNITS else actor(PLACES[name][2], when)


def newest(name: str) -> Application:
    whose = {"organisation__name": name} if name in UNITS else {"area_path": PLACES[name][1], "organisation": None}
    return Application.objects.filter(**whose).latest("declared_at")


def asked_about(name: str) -> Application:
    """The application whose question is open: a title's own where it is looked at again."""
    row = newest(name)
    return row if row.state == State.ASKED else title(name).application


def declare(name: str) -> Tell:
    def tell(when: datetime) -> None:
        by = {"by": who(name, when), "at": when}
        if name in UNITS:
            party = unit(name)
            where = {"level": Level.UNIT, "organisation": party, "area_path": party.area_path}
        else:
            where = {"level": PLACES[name][0], "area_path": PLACES[name][1]}
        actions.declare(scheme=scheme(), **where, **by)

    return tell


def apply(name: str) -> Tell:
    def tell(when: datetime) -> None:
        declare(name)(when)
        actions.apply(application=newest(name), by=who(name, when), at=when)

    return tell


def assess(name: str) -> Tell:
    def tell(when: datetime) -> None:
        row = newest(name)
        wanted = {one.no: WORDS[one.no] for one in row.standard.items if one.source == "words"}
        drivers, on = DRIVERS.get(name, (None, None))
        said = {"drivers": drivers, "drivers_on": on, "words": wanted}
        actions.assess(application=row, **said, by=who(name, when), at=when)

    return tell


def recommend(name: str) -> Tell:
    def tell(when: datetime) -> None:
        row = newest(name)
        manager = actor(MANAGERS[row.area_path[:9]], when)
        actions.recommend(application=row, remark="去看过，公示栏在，台账在。", by=manager, at=when)

    return tell


def ask(name: str) -> Tell:
    return lambda when: actions.ask(application=newest(name), by=actor("jiang", when), at=when)


def answer(name: str, reply: Reply) -> Tell:
    def tell(when: datetime) -> None:
        row = Attestation.objects.get(application=asked_about(name), reply="")
        actions.answer(attestation=row, reply=reply, by=actor("dujj", when), at=when)

    return tell


def draft_list(when: datetime) -> None:
    """Jiang Li drafts it, Ji Haifeng approves."""
    rows = list(Application.objects.filter(state=State.ATTESTED, renewal=None).order_by("number"))
    row = actions.draft_list(scheme=scheme(), applications=rows, by=actor("jiang", when), at=when)
    actions.approve_list(proposal=row, by=actor("jihf", when), at=when)


def publish(when: datetime) -> None:
    row = Proposal.objects.get(state=ListState.APPROVED)
    actions.publish_list(proposal=row, by=actor("jiang", when), at=when)


def draft_award(starts_on: date) -> Tell:
    def tell(when: datetime) -> None:
        rows = list(Application.objects.filter(state=State.ON_NOTICE).order_by("number"))
        said = {"starts_on": starts_on, "by": actor("jiang", when), "at": when}
        actions.draft_award(scheme=scheme(), applications=rows, **said)

    return tell


def approve_award(when: datetime) -> None:
    actions.approve_award(award=Award.objects.get(state="draft"), by=actor("jihf", when), at=when)


def title(name: str) -> Title:
    return Title.objects.get(application__name=name)


def tip(when: datetime) -> None:
    """Somebody saw something and left no name."""
    said = {"text": "晚上在酒店门口看见他们的车，司机刚从饭桌上下来。", "seen_on": date(2022, 5, 22)}
    actions.tip(title=title(HOTEL), **said, origin="", by=NOBODY, at=when, real=when)


def ask_again(when: datetime) -> None:
    row = Tip.objects.get(state=TipState.RECEIVED)
    actions.ask_again(title=title(HOTEL), tip=row, by=actor("jiang", when), at=when)


def tell_hotel(when: datetime) -> None:
    actions.tell(title=title(HOTEL), ground="police", by=actor("jiang", when), at=when)


def draft_revocation(when: datetime) -> None:
    actions.draft_revocation(revocation=Revocation.objects.get(), by=actor("jiang", when), at=when)


def revoke(when: datetime) -> None:
    actions.revoke(revocation=Revocation.objects.get(), by=actor("jihf", when), at=when)


def close_tip(when: datetime) -> None:
    said = "送公安交警核过，答复“有”，称号 6月14日撤销。谢谢您。"
    actions.close_tip(tip=Tip.objects.get(), answer=said, by=actor("jiang", when), at=when)


def renew(name: str) -> Tell:
    return lambda when: actions.renew(title=title(name), by=who(name, when), at=when)
