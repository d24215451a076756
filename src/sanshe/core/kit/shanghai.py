"""Days as the district counts them: stored in UTC, judged and shown in Asia/Shanghai."""

import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


def day(moment: datetime.datetime) -> datetime.date:
    """The calendar day in Shanghai on which a moment falls."""
    return moment.astimezone(ZONE).date()


def local(moment: datetime.datetime) -> datetime.datetime:
    """A moment as a Shanghai clock shows it."""
    return moment.astimezone(ZONE)


def short(date: datetime.date) -> str:
    """2月18日, as papers and letters write it, whatever the language of the screen."""
    return f"{date.month}月{date.day}日"


def long(date: datetime.date) -> str:
    """2022年2月18日."""
    return f"{date.year}年{short(date)}"


def moment(date: datetime.date, hour: int = 0, minute: int = 0, second: int = 0) -> datetime.datetime:
    """The moment, in UTC, at which a Shanghai clock shows this day and time."""
    return datetime.datetime.combine(date, datetime.time(hour, minute, second), ZONE).astimezone(datetime.UTC)


def at(text: str) -> datetime.datetime:
    """The moment, in UTC, that a Shanghai clock shows as this text: 2022-01-05 15:20."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(datetime.UTC)


def end(date: datetime.date) -> datetime.datetime:
    """24:00 of a Shanghai day: the first moment that is no longer in it."""
    return moment(date + datetime.timedelta(days=1))
