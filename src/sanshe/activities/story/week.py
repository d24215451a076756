"""The week of 2022-02-14 at the three stations of Pingcheng: what was booked, who walked in, who came together."""

from collections.abc import Iterator

from sanshe.activities.story import acts
from sanshe.activities.story.people import HENGDA, LIUHANG, RUIHE
from sanshe.core.kit.story import Step

MON, TUE, WED, THU, FRI = (f"2022-02-{day}" for day in range(14, 19))
DAYS = (MON, TUE, WED, THU, FRI)
EARLY, LATE = ("09:00", "10:30"), ("15:00", "16:30")
# station, group, day, hours, how many more the keeper saw
BOOKED = (
    (RUIHE, "睿和合唱队", MON, EARLY, 5), (RUIHE, "民乐队", TUE, EARLY, 4), (RUIHE, "广场舞队", WED, EARLY, 5),
    (RUIHE, "朗诵组", THU, EARLY, 4), (LIUHANG, "晋剧票友会", MON, EARLY, 5), (LIUHANG, "舞蹈队", TUE, EARLY, 5),
    (LIUHANG, "柔力球队", WED, EARLY, 4), (HENGDA, "书法组", TUE, EARLY, 5), (HENGDA, "恒大合唱团", WED, EARLY, 5),
)  # fmt: skip
TODAY = (  # booked for Friday, and how many more were seen then
    (LIUHANG, "晋剧票友会", FRI, ("09:30", "11:00"), 3), (LIUHANG, "舞蹈队", FRI, ("10:00", "11:30"), 2),
    (RUIHE, "睿和合唱队", FRI, ("14:30", "16:00"), 6), (HENGDA, "书法组", FRI, ("15:30", "17:00"), 0),
)  # fmt: skip
MISSED = ((HENGDA, "棋艺组", TUE, ("19:00", "20:00")), (LIUHANG, "摄影组", THU, ("15:00", "16:00")))
# station, day, from, heads, group ("": without one), how many more the keeper saw
WALKED_IN = (
    (RUIHE, MON, "15:00", 12, "太极队", 4), (RUIHE, MON, "16:45", 7, "", 5), (RUIHE, TUE, "15:00", 12, "编织组", 4),
    (RUIHE, TUE, "16:45", 7, "", 5), (RUIHE, WED, "15:00", 6, "", 5), (RUIHE, THU, "17:00", 6, "", 5),
    (LIUHANG, MON, "15:00", 12, "摄影组", 4), (LIUHANG, TUE, "15:00", 6, "", 5), (LIUHANG, WED, "15:00", 6, "", 5),
    (LIUHANG, THU, "16:30", 6, "", 4), (HENGDA, MON, "09:00", 12, "鼓乐队", 4), (HENGDA, TUE, "15:00", 6, "", 5),
    (HENGDA, WED, "15:00", 12, "棋艺组", 5), (HENGDA, THU, "17:00", 6, "", 4),
)  # fmt: skip
TOGETHER = (  # who is there, who asks to join
    (RUIHE, THU, "15:00", "手风琴组", "民乐队", 5),
    (LIUHANG, THU, "09:00", "腰鼓队", "秧歌队", 5),
    (HENGDA, THU, "15:00", "鼓乐队", "恒大合唱团", 4),
)


def told() -> Iterator[Step]:
    yield from _bookings()
    yield from _walk_ins()
    yield from _together()
    yield from _friday()
    for day in DAYS:
        for path in (RUIHE, LIUHANG, HENGDA):
            yield Step(f"{day} 20:05", acts.sign(path))


def _bookings() -> Iterator[Step]:
    for path, name, day, span, *_seen in (*BOOKED, *TODAY, *MISSED):
        yield Step(
            "2022-02-11 10:00", acts.book(path, name, _zone(name, day), day, span, may_share=name == "睿和合唱队")
        )
    for path, name, day, (first, last), seen in (*BOOKED, *TODAY):
        yield Step(f"{day} {first}", acts.come(path, name))
        yield Step(f"{day} {last}", acts.close(path, _zone(name, day), seen))
    yield Step(f"{TUE} 19:15", acts.release)
    yield Step(f"{THU} 15:15", acts.release)


def _zone(name: str, day: str) -> str:
    """The east of the hall; on Friday the dancers come while the opera is there."""
    return acts.WEST if (name, day) == ("舞蹈队", FRI) else acts.EAST


def _walk_ins() -> Iterator[Step]:
    for path, day, clock, heads, name, seen in WALKED_IN:
        yield Step(f"{day} {clock}", acts.walk_in(path, acts.WEST, heads, name))
        yield Step(f"{day} {int(clock[:2]) + 1:02}:{clock[3:]}", acts.close(path, acts.WEST, seen))


def _together() -> Iterator[Step]:
    for path, day, clock, first, second, seen in TOGETHER:
        hour = clock[:2]
        yield Step(f"{day} {clock}", acts.walk_in(path, acts.WEST, 12, first))
        yield Step(f"{day} {hour}:10", acts.ask(path, acts.WEST, 12, second))
        yield Step(f"{day} {hour}:12", acts.agree(path, acts.WEST))
        yield Step(f"{day} {int(hour) + 1:02}:30", acts.close(path, acts.WEST, seen))


def _friday() -> Iterator[Step]:
    """Who comes at the opening; the accordions join the choir in the afternoon."""
    yield Step(f"{FRI} 08:30", acts.walk_in(RUIHE, acts.WEST, 12, "太极队"))
    yield Step(f"{FRI} 10:00", acts.close(RUIHE, acts.WEST, 3))
    yield Step(f"{FRI} 14:40", acts.ask(RUIHE, acts.EAST, 8, "手风琴组"))
    yield Step(f"{FRI} 14:42", acts.agree(RUIHE, acts.EAST))
