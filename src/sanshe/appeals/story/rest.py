"""The other contacts of the story: what was answered at once, sent elsewhere, not accepted; and what was handled."""

from collections.abc import Iterator

from sanshe.appeals.enums import Ground, Satisfied, Solved
from sanshe.appeals.story import acts as a
from sanshe.appeals.story.acts import Matter, Tell, later
from sanshe.appeals.story.given import DRAIN, HEAT, HELP, LAMP, NOISE, STAIRS
from sanshe.appeals.story.people import FENGLIN, HENGDA, LIUHANG, MINGZHU, RUIHE
from sanshe.appeals.story.slots import next_day, slots

Verdict = tuple[Solved | None, Satisfied]
SAID, GLAD, FAIR = Satisfied.UNSAID, Satisfied.SATISFIED, Satisfied.FAIR
YES, PARTLY, NO = Solved.SOLVED, Solved.PARTLY, Solved.UNSOLVED
ENDS: dict[
    str, tuple[tuple[int, Verdict], ...]
] = {  # by community: how many ended so; nothing: nobody answered the call
    RUIHE: ((10, (YES, GLAD)), (2, (YES, SAID)), (1, (NO, FAIR)), (2, (None, SAID))),
    FENGLIN: ((8, (YES, GLAD)), (1, (YES, SAID)), (1, (PARTLY, SAID)), (1, (None, SAID))),
    LIUHANG: ((4, (YES, GLAD)), (2, (YES, SAID)), (1, (PARTLY, FAIR)), (1, (None, SAID))),
    MINGZHU: ((2, (YES, GLAD)), (1, (YES, SAID)), (1, (NO, FAIR))),
    HENGDA: ((4, (YES, GLAD)), (1, (YES, SAID)), (1, (None, SAID))),
}
WITHDRAWN = {RUIHE: 2, FENGLIN: 2, LIUHANG: 1, MINGZHU: 1}
ASKED = (
    (NOISE, "楼上装修太早", "七点就开始电钻。"),
    (HELP, "帮忙换灯泡", "够不着，想请人换个灯泡。"),
    (STAIRS, "楼道堆旧家具", "楼道堆着旧沙发，过不去。"),
    (LAMP, "院里的灯不亮", "院里那盏灯不亮，晚上看不见。"),
    (DRAIN, "厨房下水慢", "厨房下水越来越慢。"),
    (HEAT, "暖气不够热", "屋里只有十四度。"),
)
DONE = {
    NOISE: "跟邻居说定了时间",
    HELP: "上门办了",
    STAIRS: "清走了",
    LAMP: "报电力换了",
    DRAIN: "物业疏通了",
    HEAT: "放了气，热了",
}
ASKED_ONLY = ("问社区电话", "问几点开门", "问怎么办居住证明", "问接种点", "问供热报修电话", "问老年证怎么换")
QUICK = (DRAIN, HEAT)
LATE, MISSED = 3, 3
PLACES = (RUIHE, FENGLIN, LIUHANG, MINGZHU, HENGDA)


def ends() -> list[tuple[str, Verdict | None]]:
    """The fifty that were accepted and are over, mixed."""
    found: list[tuple[str, Verdict | None]] = [
        (place, verdict) for place, kinds in ENDS.items() for n, verdict in kinds for _ in range(n)
    ]
    found += [(place, None) for place, n in WITHDRAWN.items() for _ in range(n)]
    return [found[no * 17 % len(found)] for no in range(len(found))]


def matters(named: set[str]) -> Iterator[tuple[Matter, list[tuple[str, Tell]]]]:
    """Every contact that is not told one by one, with what became of it."""
    handled, others, late, missed = iter(ends()), 0, 0, 0
    for no, (number, came) in enumerate(slots().items()):
        if number in named:
            continue
        end = next(handled, None) if no % 2 and "02-07" <= came[:5] <= "02-11" else None
        if end is None:
            yield _asked(number, came, others)
            others += came[:2] == "02"
            continue
        kind, title, text = ASKED[no // 2 % len(ASKED)]
        row = Matter(number, end[0], kind, title, text, f"{no % 9 + 1} 号楼", phone=f"1390001{no:04d}")
        is_late = bool(end[1]) and kind in QUICK and came[:5] == "02-08" and late < LATE
        is_missed = bool(end[1]) and kind in (HELP, *QUICK) and came[:5] == "02-07" and missed < MISSED
        late, missed = late + is_late, missed + is_missed
        yield row, [(came, a.take(row)), *_handled(row, came, end[1], is_late, is_missed, no)]


def _asked(number: str, came: str, no: int) -> tuple[Matter, list[tuple[str, Tell]]]:
    """Answered at once, but for some that belong elsewhere or that nobody may take up."""
    title = ASKED_ONLY[int(number[-3:]) % len(ASKED_ONLY)]
    row = Matter(number, PLACES[no % len(PLACES)], HELP, title, f"{title}。")
    if came[:2] == "02" and no in (20, 70, 120):
        tell = a.decline(row, Ground.IN_PROCEEDINGS, "已经起诉的，请等法院的判决")
    elif came[:2] == "02" and no % 9 == 4 and no // 9 < 15:
        tell = a.redirect(row, "拨 12345 转市里的部门，或到区政务大厅 3 号窗口")
    else:
        return row, [(came, a.take(row, answered="当场答复了"))]
    return row, [(came, a.take(row)), (later(came, 2), tell)]


def _handled(
    row: Matter, came: str, end: Verdict | None, is_late: bool, is_missed: bool, no: int
) -> Iterator[tuple[str, Tell]]:
    """Accepted, sent, signed, begun the same hour; done the next working day, called back the day after."""
    day, more = came[:5], no % 50
    done, told = next_day(day, 4 if is_missed else 1), next_day(day, 5 if is_missed else 2)
    yield later(came, 4), a.accept_and_send(row)
    yield (f"{done} 09:00" if is_late else later(came, 25)), a.take_on(row, is_begun=end is not None)
    if end is None:
        yield later(came, 45), a.withdraw(row)
        return
    yield later(f"{done} 10:00", more), a.report(row, DONE[row.kind])
    yield later(f"{done} 15:00", more), a.verify(row, "问过本人，办好了")
    yield from _called(row, told, end, more)


def _called(row: Matter, day: str, end: Verdict, more: int) -> Iterator[tuple[str, Tell]]:
    """Once; three times on two days where nobody answers."""
    solved, satisfied = end
    tell = a.call(row, solved, satisfied, wants_redo=False if solved else None)
    yield later(f"{day} 09:40", more), tell
    if solved is None:
        yield later(f"{day} 16:00", more), tell
        yield later(f"{next_day(day)} 09:40", more), tell
