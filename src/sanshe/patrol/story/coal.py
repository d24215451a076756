"""The findings of the winter: where, when, what, and how each came to its end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sanshe.core.kit import ids
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Step
from sanshe.patrol import actions
from sanshe.patrol.enums import Consent, Department, FindingState, Outcome, Result
from sanshe.patrol.models import Finding, Stop
from sanshe.patrol.story.people import OFFICER, WALKERS, actor, manager_of
from sanshe.patrol.story.places import PEARL
from sanshe.patrol.story.walks import Code, running
from sanshe.patrol.types import Event

STORED, USED, SOLD = Result.STORED, Result.IN_USE, Result.SOLD
YARD_18, HUAAN, ENTERPRISE, YONGXIANG, CHONGXI, SHALING = (
    (PEARL, "迎宾西路 18 号院"), ("140213053013", "华安仓库区"), ("140213059002", "企业街平房"),
    ("140213050014", "永祥老院"), ("140213066005", "重熙南排"), ("140213066202", "沙岭旧村"),
)  # fmt: skip
WITNESS = "楼长在场，看到的一样"


@dataclass(frozen=True, slots=True)
class Case:
    """One finding: when, in which compound, behind which door, how many kilograms; when another person went and found
    nothing. `ways` are steps between; without any it is cleared on the spot."""

    number: int
    found: str
    place: tuple[str, str]
    door: str
    kg: int
    ended: str = ""
    result: Result = STORED
    finder: str = ""
    other: str = ""
    ways: tuple[tuple[str, str], ...] = ()

    @property
    def worker(self) -> str:
        return self.finder or WALKERS[self.place[0]][0]

    @property
    def code(self) -> Code:
        return (*self.place, self.door)


CASES = (
    Case(1, "2021-11-03 10:10", YARD_18, "3 单元 402", 120, "2021-11-05 10:00"),
    Case(2, "2021-11-03 15:20", YARD_18, "2 单元 301", 90, "2021-11-05 10:20"),
    Case(3, "2021-11-03 16:00", YARD_18, "4 单元 301", 150, "2021-11-05 10:40"),
    Case(4, "2021-11-04 09:30", HUAAN, "库房 2 号", 80, "2021-11-08 15:00"),
    Case(5, "2021-11-04 10:00", HUAAN, "库房 5 号", 60, "2021-11-08 15:20"),
    Case(6, "2021-11-04 10:40", HUAAN, "库房 9 号", 200, "2021-11-08 15:40"),
    Case(7, "2021-11-05 09:20", ENTERPRISE, "1 排 2 号", 110, "2021-11-09 09:30"),
    Case(8, "2021-11-05 09:50", ENTERPRISE, "2 排 3 号", 140, "2021-11-09 09:50"),
    Case(9, "2021-11-05 10:30", ENTERPRISE, "3 排 1 号", 100, "2021-11-09 10:10"),
    Case(10, "2021-11-08 09:30", YONGXIANG, "1 排 4 号", 70, "2021-11-10 10:00"),
    Case(11, "2021-11-08 10:00", YONGXIANG, "2 排 6 号", 130, "2021-11-10 10:20"),
    Case(12, "2021-11-08 10:30", YONGXIANG, "3 排 2 号", 90, "2021-11-10 10:40"),
    Case(13, "2021-11-09 09:20", CHONGXI, "1 排 3 号", 160, "2021-11-11 14:40"),
    Case(14, "2021-11-09 09:50", CHONGXI, "2 排 5 号", 110, "2021-11-11 15:00"),
    Case(15, "2021-11-09 10:30", CHONGXI, "4 排 1 号", 80, "2021-11-11 15:20"),
    Case(16, "2021-11-10 09:30", SHALING, "1 排 6 号", 150, "2021-11-12 10:00"),
    Case(17, "2021-11-10 10:10", SHALING, "3 排 3 号", 120, "2021-11-12 10:20"),
    Case(18, "2021-11-10 10:40", SHALING, "4 排 2 号", 60, "2021-11-12 10:40"),
    Case(19, "2021-11-11 09:40", ("140213053015", "和泰平房区"), "1 排 5 号", 140, "2021-11-15 10:00"),
    Case(20, "2021-11-12 15:10", ("140213059007", "庆丰平房区"), "2 排 2 号", 100, "2021-11-16 10:00"),
    Case(21, "2021-11-15 16:00", ("140213066001", "永安平房区"), "1 排 7 号", 120, "2021-11-17 10:00"),
    Case(22, "2021-11-22 10:10", YARD_18, "3 单元 501", 90, "2021-11-24 10:00"),
    Case(23, "2021-11-22 11:00", CHONGXI, "3 排 4 号", 70, "2021-11-24 15:00"),
    Case(24, "2021-11-22 15:30", SHALING, "2 排 4 号", 100, "2021-11-25 10:00"),
    Case(25, "2021-11-23 09:40", ENTERPRISE, "2 排 7 号", 60, "2021-11-25 15:00"),
    Case(26, "2021-11-23 10:50", HUAAN, "库房 12 号", 90, "2021-11-25 16:00"),
    Case(27, "2021-12-20 09:30", HUAAN, "库房 15 号", 95, "2021-12-27 10:00"),
    Case(28, "2021-12-20 10:10", ENTERPRISE, "1 排 7 号", 80, "2021-12-27 15:00"),
    Case(29, "2021-12-20 11:00", YONGXIANG, "1 排 8 号", 110, "2021-12-27 16:00"),
    Case(30, "2021-12-20 15:30", YARD_18, "4 单元 502", 60, "2021-12-22 10:00", other="wei"),
    Case(31, "2021-12-21 10:00", CHONGXI, "2 排 8 号", 90, "2021-12-28 15:00"),
    Case(32, "2021-12-21 15:10", SHALING, "5 排 1 号", 70, "2021-12-28 16:00"),
    Case(33, "2022-01-04 10:00", SHALING, "4 排 6 号", 60, "2022-01-06 10:00"),
    Case(34, "2022-01-04 15:00", ENTERPRISE, "3 排 3 号", 50, "2022-01-07 10:00", ways=(("none", ""),)),
    Case(35, "2022-01-05 09:40", YONGXIANG, "3 排 2 号", 70, "2022-01-10 10:00"),
    Case(36, "2022-01-05 11:00", CHONGXI, "1 排 8 号", 40, "2022-01-12 10:00"),
    Case(37, "2022-01-17 10:20", HUAAN, "库房 3 号", 60, "2022-01-20 15:00"),
    Case(38, "2022-01-17 15:40", CHONGXI, "3 排 4 号", 40, "2022-01-21 10:00"),
    Case(39, "2022-01-18 10:30", SHALING, "2 排 1 号", 60, "2022-01-21 15:00"),
    Case(40, "2022-02-08 10:30", CHONGXI, "1 排 1 号", 60, "2022-02-11 10:00"),
    Case(41, "2022-02-09 10:20", YONGXIANG, "1 号院", 90, "2022-02-14 16:00",
         ways=(("give", "2022-02-09 14:40"), ("report", "2022-02-11 15:00"))),
    Case(42, "2022-02-10 10:50", ("140213066004", "文兴临街"), "3 号", 100, "2022-02-17 10:00", SOLD,
         ways=(("refer", "2022-02-10 16:00"), ("answer", "2022-02-16 15:00"))),
    Case(43, "2022-02-11 11:00", ENTERPRISE, "1 号", 50, "2022-02-16 16:00", USED,
         ways=(("give", "2022-02-11 14:40"), ("report", "2022-02-14 11:00"))),
    Case(44, "2022-02-14 08:20", SHALING, "1 号院", 100, "2022-02-17 11:00",
         ways=(("give", "2022-02-14 10:30"), ("report", "2022-02-16 10:00"))),
    Case(45, "2022-02-15 15:00", HUAAN, "库房 7 号", 80, "2022-02-21 10:00",
         ways=(("give", "2022-02-15 16:30"), ("report", "2022-02-18 15:00"))),
    Case(46, "2022-02-17 15:21", (PEARL, "明珠花园"), "车棚 3 号", 120, "2022-02-17 17:40", finder="tianx",
         other="wei"),
    Case(47, "2022-02-17 16:20", (PEARL, "兴云苑"), "门岗", 15, "2022-02-21 15:00", USED, finder="wei", other="tianx",
         ways=(("give", "2022-02-17 16:45"), ("report", "2022-02-18 11:00"))),
    Case(49, "2022-02-21 10:30", ("140213066001", "永安平房区"), "2 排 1 号", 40, "2022-02-25 10:00"),
    Case(50, "2022-02-24 10:30", ("140213059007", "庆丰平房区"), "2 排 4 号", 30, "2022-03-01 10:00"),
    Case(51, "2022-03-07 10:30", ENTERPRISE, "1 号", 25, "2022-03-11 10:00"),
    Case(52, "2022-03-08 10:30", SHALING, "2 排 6 号", 30, "2022-04-12 10:00",
         ways=(("ask", "2022-03-11 08:40"), ("grant", "2022-03-11 16:00"), ("resume", "2022-04-11 09:00"),
               ("report", "2022-04-11 15:00"))),
)  # fmt: skip
AGAIN = Case(48, "2022-02-17 18:05", YARD_18, "4 单元 502", 30, "2022-02-22 10:30", finder="tianx", other="zheng",
             ways=(("give", "2022-02-18 08:36"), ("report", "2022-02-18 16:10")))  # fmt: skip


def steps() -> Iterator[Step]:
    """All of them; the one that came back is sent with the other records of that evening."""
    for case in CASES:
        yield Step(case.found, _find(case))
        yield from after(case)
    yield from after(AGAIN)


def after(case: Case) -> Iterator[Step]:
    for way, when in case.ways:
        if when:
            yield Step(when, _way(case, way))
    yield Step(case.ended, _end(case))


def doors(first: int, last: int) -> Callable[[], set[Code]]:
    """Where the findings from one number to another are."""
    return lambda: {one.code for one in (*CASES, AGAIN) if first <= one.number <= last}


def event(case: Case, stop: Stop) -> Event:
    """What its finder noted."""
    said: dict[str, Any] = {"kg": case.kg, "second_words": WITNESS, "words": "劝导，留告知单", "has_slip": True}
    said |= {"answers": {"guides": "1"}}
    return Event(ids.new(), stop.pk, at(case.found), Outcome.CHECKED, case.result, **said)


def stop_of(case: Case) -> Stop:
    community, compound, door = case.code
    return Stop.objects.select_related("premises").get(
        round=running(), area_path=community, compound__name=compound, premises__name=door
    )


def _find(case: Case) -> Callable[[datetime], object]:
    def tell(when: datetime) -> None:
        worker = actor(case.worker, when)
        actions.record(round=running(), events=[event(case, stop_of(case))], by=worker, at=when)
        if not case.ways:
            actions.report(finding=_row(case), **_done(), by=worker, at=when)

    return tell


def _done() -> dict[str, Any]:
    words = "户主同意，装袋清走"
    return {"words": words, "is_cleared": True, "consent": Consent.HOUSEHOLD, "second_words": WITNESS}


def _row(case: Case) -> Finding:
    return Finding.objects.select_related("premises", "programme").get(number=case.number)


def other_of(case: Case) -> str:
    """Who had no hand in it: the second worker of the place, else one of the subdistrict."""
    path = case.place[0]
    near = [key for place, keys in WALKERS.items() if place[:9] == path[:9] for key in keys]
    return case.other or next(key for key in near if key != case.worker)


def _rectifier(case: Case) -> str:
    return "wei" if case.number == AGAIN.number else case.worker


def _way(case: Case, way: str) -> Callable[[datetime], object]:
    def tell(when: datetime) -> None:
        row, manager = _row(case), actor(manager_of(case.place[0]), when)
        if way == "give":
            person = actor(_rectifier(case), when)
            actions.give(finding=row, person=person.key, by=manager, at=when)
        elif way == "report":
            actions.report(finding=row, **_done(), by=actor(_rectifier(case), when), at=when)
        elif way == "refer":
            said = {"department": Department.ENERGY, "number": "水街函〔2022〕2 号"}
            actions.refer(finding=row, **said, by=manager, at=when)
        elif way == "answer":
            actions.answer(finding=row, words="售煤点已取缔，煤已收走", by=manager, at=when)
        else:
            _wait(row, way, case, when)

    return tell


def _wait(row: Finding, way: str, case: Case, when: datetime) -> None:
    """It waits: the household is in hospital."""
    if way == "ask":
        said = {"ground": "户主住院，家里没有人", "look_again_on": date(2022, 4, 10)}
        actions.ask_to_wait(finding=row, **said, by=actor(case.worker, when), at=when)
    elif way == "grant":
        actions.grant(request=row.requests.get(is_granted=None), by=actor(OFFICER, when), at=when)
    elif way == "resume":
        actions.resume(finding=row, by=actor(manager_of(case.place[0]), when), at=when)


def _end(case: Case) -> Callable[[datetime], object]:
    """The visit of another person, who finds nothing."""

    def tell(when: datetime) -> None:
        row, other = _row(case), actor(other_of(case), when)
        manager = actor(manager_of(case.place[0]), when)
        if row.rechecker != other.id:
            actions.name_rechecker(finding=row, person=other.key, by=manager, at=when)
        said = {"second_words": WITNESS, "words": "没有看到煤"}
        told = Event(ids.new(), row.pk, when, Outcome.CHECKED, Result.CLEAR, **said)
        to = actions.recheck(finding=row, event=told, by=other, at=when)
        assert to in (FindingState.CLOSED, FindingState.NOT_ESTABLISHED)

    return tell
