"""Round 6, community by community: what stands on 18 February in the morning, and how it goes to its end."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from sanshe.core.kit.shanghai import at, moment
from sanshe.core.kit.story import Step
from sanshe.patrol.enums import Missing, Result
from sanshe.patrol.models import Round
from sanshe.patrol.story import coal
from sanshe.patrol.story.places import PEARL
from sanshe.patrol.story.walks import (
    CHECKED,
    GONE,
    LOCKED,
    REFUSED,
    Doors,
    Figures,
    Place,
    Walk,
    by_day,
    first_tries,
    framed,
    running,
    second_tries,
    seen,
    send,
    sort_out,
    spread,
    walker,
)  # fmt: skip
from sanshe.patrol.types import Event

Noted = Iterator[tuple[str, Event]]
F = Figures
DAYS, AGAIN = ("2022-02-09", "2022-02-11", "2022-02-15"), "2022-02-16"
# community -> what stands on the morning of 18 February
TOLD = {
    "140213053015": F(52, 3, 0, 1, 6, 3, 1), "140213053007": F(46, 2, 0, 0, 0, 3),
    "140213053005": F(42, 4, 1, 1, 10, 3, 1),
    "140213053001": F(47, 2, 0, 0, 3, 3), "140213053013": F(54, 4, 1, 2, 5, 3, 1), "140213059006": F(53, 1, 0, 0, 0, 3),
    "140213059003": F(45, 2, 0, 0, 3, 3, 1), "140213059007": F(44, 3, 1, 0, 8, 3, 1),
    "140213059002": F(51, 4, 0, 1, 14, 3, 1), "140213059001": F(39, 2, 0, 0, 5, 3),
    "140213050012": F(47, 2, 0, 1, 2, 3, 1), "140213050001": F(40, 2, 0, 0, 6, 3, 1),
    "140213050014": F(48, 4, 1, 1, 18, 3, 1), "140213050013": F(38, 3, 0, 1, 14, 2, 1),
    "140213050016": F(37, 2, 0, 0, 5, 2), "140213066007": F(39, 1, 0, 0, 0, 2), "140213066001": F(39, 2, 0, 0, 9, 2, 1),
    "140213066005": F(53, 5, 1, 2, 27, 2, 1), "140213066006": F(35, 1, 0, 0, 6, 2),
    "140213066004": F(39, 3, 1, 1, 14, 2, 1), "140213066202": F(45, 5, 2, 2, 18, 2, 2),
}  # fmt: skip
REST = F(checked=156, locked=12, refused=2, missing=7, opened=36)  # of those to whom nobody had gone, and second tries
OWN = coal.doors(40, 48)  # doors that were noted as findings
LATER = coal.doors(49, 50)
YARD, STREET, XING, GARDEN = "迎宾西路 18 号院", "迎宾西路临街", "兴云苑", "明珠花园"
STOVES = {(STREET, "临街 9 号"), (XING, "1 号楼 101"), (XING, "2 号楼 102"), (GARDEN, "1 号楼 201")}
EVENING = {"4 单元 502": "18:05", "4 单元 501": "18:10", "4 单元 402": "18:16"}


def others(row: Round) -> Noted:
    """All communities but 明珠, first and second tries."""
    places = defaultdict(list)
    for one in framed(row):
        places[one.area_path].append(one)
    for path, found in TOLD.items():
        doors = [one for one in places[path] if one.code not in OWN()]
        own = len(places[path]) - len(doors)
        walk = sort_out(_late_last(doors), replace(found, checked=found.checked - own), row.number)
        yield from first_tries(walk, [date.fromisoformat(day) for day in DAYS])
        again = walk.locked[: found.opened + found.twice]
        yield from second_tries(again, found.opened, date.fromisoformat(AGAIN))


def _late_last(doors: Doors) -> Doors:
    """Those of later findings are among the last, to which nobody went yet."""
    return sorted(doors, key=lambda one: one.code in LATER())


def added(row: Round) -> Noted:
    """Doors beside the frame, each on the day behind its adding."""
    for place, stop in enumerate(framed(row, is_added=True)):
        yield walker(stop), seen(stop, moment(date(2022, 2, 11), 16, 4 * place), CHECKED)


def pearl(row: Round) -> Noted:
    """明珠: 田 in the yard and along the street, 魏 in the two estates; each door checked is left one paper."""
    parts = {name: framed(row, area_path=PEARL, compound__name=name) for name in (YARD, STREET, XING, GARDEN)}
    papers = iter(["guides"] * 68 + ["rules"] * 12 + ["promises"] * 5)
    for key, stop, event in sorted(_pearl(parts), key=lambda one: one[2].noted_at):
        if event.outcome == CHECKED:
            result = Result.STOVE_ONLY if (stop.yard, stop.name) in STOVES else Result.CLEAR
            event = replace(event, result=result, answers={next(papers): "1"})
        yield key, event


def _pearl(parts: dict[str, Doors]) -> Iterator[tuple[str, Place, Event]]:
    by_key = {one.pk: one for doors in parts.values() for one in doors}
    for key, one in (*_yard(parts[YARD]), *_street(parts[STREET]), *_estates(parts[XING], parts[GARDEN])):
        yield key, by_key[one.stop], one


def _yard(doors: Doors) -> Noted:
    """Nine doors earlier, thirteen on the 17th, the last five of them not sent at six; seven and a second try later."""
    named = {one.name: one for one in doors}
    rest = [one for one in doors if one.name not in EVENING]
    for place, stop in enumerate(rest[:9]):
        yield "tianx", seen(stop, moment(date(2022, 2, 14), 15, 5 * place), CHECKED)
    yield "tianx", seen(named["4 单元 402"], at("2022-02-15 10:10"), LOCKED)
    for place, stop in enumerate(rest[9:11]):
        yield "tianx", seen(stop, at("2022-02-17 16:00") + timedelta(minutes=5 * place), LOCKED)
    for place, stop in enumerate(rest[11:17]):
        yield "tianx", seen(stop, at("2022-02-17 16:10") + timedelta(minutes=5 * place), CHECKED)
    for place, stop in enumerate(rest[17:22]):
        yield "tianx", seen(stop, at("2022-02-17 17:34") + timedelta(minutes=6 * place), CHECKED)
    yield "tianx", seen(named["4 单元 501"], at("2022-02-17 18:10"), CHECKED)
    yield "tianx", seen(named["4 单元 402"], at("2022-02-17 18:16"), CHECKED)
    for place, stop in enumerate(rest[22:27]):
        yield "tianx", seen(stop, at("2022-02-17 18:30") + timedelta(minutes=8 * place), CHECKED)


def _street(doors: Doors) -> Noted:
    shut, rest = doors[10], [*doors[:10], *doors[11:]]
    for stop, when in spread(rest, [date(2022, 2, 8), date(2022, 2, 9)]):
        yield "tianx", seen(stop, when, CHECKED)
    yield "tianx", seen(shut, at("2022-02-08 11:30"), LOCKED)
    yield "tianx", seen(shut, at("2022-02-10 18:10"), LOCKED)


def _estates(xing: Doors, garden: Doors) -> Noted:
    for doors, found, day in (
        (xing, F(20, 1, 1, 1, 0, 2, 1), date(2022, 2, 10)),
        (garden, F(19, 1, 0, 1, 0, 1), date(2022, 2, 11)),
    ):
        rest = [one for one in doors if one.code not in OWN()]
        stoves = [one for one in rest if (one.yard, one.name) in STOVES]
        walk = sort_out(
            [one for one in rest if one not in stoves], replace(found, checked=found.checked - len(stoves)), 6
        )
        for stop in (*walk.checked, *stoves):
            yield (
                "wei",
                seen(
                    stop,
                    moment(day, 14, doors.index(stop) * 4 % 60) + timedelta(hours=doors.index(stop) // 15),
                    CHECKED,
                ),
            )
        yield from _shut(walk, found, day)


def _shut(walk: Walk, found: Figures, day: date) -> Noted:
    for place, stop in enumerate(walk.locked):
        yield "wei", seen(stop, moment(day, 10, 5 * place), LOCKED)
    for stop in walk.refused:
        yield "wei", seen(stop, moment(day, 11), REFUSED)
    for stop in walk.missing:
        yield "wei", seen(stop, moment(day, 11, 10), GONE, why=Missing.MOVED)
    again = walk.locked[: found.opened + found.twice]
    for place, stop in enumerate(again):
        yield "wei", seen(stop, moment(date(2022, 2, 16), 18, 10 * place), CHECKED if place < found.opened else LOCKED)


def _before(noted: Callable[[Round], Noted], after: str, to: str) -> Callable[[datetime], object]:
    """What was noted behind one moment and not behind another."""

    def tell(when: datetime) -> None:
        row, first, last = running(), at(after), at(to)
        send(row, [(key, one) for key, one in noted(row) if first < one.noted_at <= last], when)

    return tell


def _signal(when: datetime) -> None:
    """The basement is left: what was noted since half past five comes in, the door that came back among it."""
    row = running()
    own = [(key, one) for key, one in pearl(row) if at("2022-02-17 17:33") < one.noted_at <= at("2022-02-17 18:40")]
    send(row, [*own, ("tianx", coal.event(coal.AGAIN, coal.stop_of(coal.AGAIN)))], when)


def steps() -> Iterator[Step]:
    """Until the morning of the 18th, then to the end."""
    yield from by_day(others, [DAYS[1], AGAIN])
    yield Step("2022-02-11 21:05", lambda when: send(running(), added(running()), when))
    yield Step("2022-02-11 21:10", _before(pearl, "2022-02-07 12:00", "2022-02-11 21:00"))
    yield Step("2022-02-16 21:10", _before(pearl, "2022-02-11 21:00", "2022-02-16 21:00"))
    yield Step("2022-02-17 17:33", _before(pearl, "2022-02-16 21:00", "2022-02-17 17:33"))
    yield Step("2022-02-17 18:41", _signal)
    yield Step("2022-02-17 19:05", _before(pearl, "2022-02-17 18:40", "2022-02-17 19:05"))
    yield Step("2022-02-18 17:10", _yard_left)
    yield Step("2022-02-23 21:00", _rest_first)
    yield Step("2022-02-24 21:00", _rest_second)


def _yard_left(when: datetime) -> None:
    """The last four doors of 18 号院, by 魏."""
    doors = framed(running(), compound__name=YARD, outcome="")
    send(
        running(),
        [("wei", seen(one, moment(date(2022, 2, 18), 15, 6 * n), CHECKED)) for n, one in enumerate(doors)],
        when,
    )


def _rest_first(when: datetime) -> None:
    """To whom nobody had gone, but the door of the finding of the next day."""
    doors = [one for one in framed(running(), outcome="") if one.code not in LATER()]
    found = replace(REST, checked=REST.checked - 4 - len(LATER()), opened=0)
    send(running(), first_tries(sort_out(_nowhere_due(doors), found, 61), [date(2022, 2, 22), date(2022, 2, 23)]), when)


def _nowhere_due(doors: Doors) -> Doors:
    return [one for one in doors if not one.is_due]


def _rest_second(when: datetime) -> None:
    """Every door that was locked once is tried again."""
    doors = sorted(framed(running(), is_try_owed=True), key=lambda one: one.number)
    Random(62).shuffle(doors)
    send(running(), second_tries(doors, REST.opened, date(2022, 2, 24)), when)
