"""At which minute each contact of a day came in: the number of a day counts every contact, whatever becomes of it."""

from datetime import datetime, timedelta

DAYS = {  # how many came; minutes that are told, by the contact's place in its day
    "01-07": (21, {1: "08:36", 21: "16:40"}),
    "01-19": (14, {1: "08:36", 14: "15:10"}),
    "02-07": (24, {1: "08:36", 24: "17:20"}),
    "02-08": (22, {1: "08:40", 22: "17:30"}),
    "02-09": (21, {1: "08:40", 21: "17:30"}),
    "02-10": (23, {1: "08:34", 23: "17:30"}),
    "02-11": (20, {1: "08:40", 20: "17:00"}),
    "02-12": (3, {1: "10:00", 3: "15:00"}),
    "02-13": (4, {1: "09:30", 4: "19:00"}),
    "02-14": (29, {1: "08:02", 17: "09:38", 29: "17:30"}),
    "02-15": (19, {1: "08:40", 19: "17:30"}),
    "02-16": (34, {1: "08:00", 32: "10:30", 34: "17:00"}),
    "02-17": (14, {1: "08:40", 2: "08:52", 5: "10:20", 8: "15:00", 9: "15:20", 11: "16:10", 13: "17:40", 14: "17:50"}),
    "02-18": (1, {1: "08:20"}),
}
WEEK = ("02-07", "02-08", "02-09", "02-10", "02-11", "02-14", "02-15", "02-16", "02-17", "02-18")


def slots() -> dict[str, str]:
    """Every number with its minute, in order: 220214-017 -> 02-14 09:38."""
    found = {}
    for day, (n, told) in DAYS.items():
        for no in range(1, n + 1):
            found[f"22{day[:2]}{day[3:]}-{no:03d}"] = f"{day} {_minute(no, told)}"
    return found


def _minute(no: int, told: dict[int, str]) -> str:
    """Between two told minutes evenly."""
    before, after = max(one for one in told if one <= no), min(one for one in told if one >= no)
    start, end = (datetime.strptime(told[one], "%H:%M") for one in (before, after))
    share = (no - before) / (after - before) if after > before else 0
    return f"{start + timedelta(minutes=int((end - start).seconds // 60 * share)):%H:%M}"


def next_day(day: str, n: int = 1) -> str:
    """The n-th working day after one of these two weeks."""
    return WEEK[WEEK.index(day) + n]
