"""Days and offices as papers write them. Papers are Chinese, whatever the language of the screen."""

from datetime import date, datetime

from sanshe.core.kit import shanghai
from sanshe.incubation.models import Batch
from sanshe.incubation.queries.notice.publication import notices_of

OFFICES = {"bureau": "区民政局", "centre": "孵化中心", "social_work": "资深社工", "community": "社区"}
SIDES = {"for": "赞成", "against": "反对", "abstain": "弃权", "left": "回避"}
NOTHING = "——"
Values = dict[str, object]


def day(value: date | datetime | None) -> str:
    """2022年1月17日, in Shanghai; a dash while it is not known."""
    if value is None:
        return NOTHING
    return shanghai.long(shanghai.day(value) if isinstance(value, datetime) else value)


def minute(value: datetime | None) -> str:
    """2022年1月4日 0:00:21, to the second: where a deadline counts."""
    return f"{day(value)} {shanghai.local(value):%H:%M:%S}" if value else NOTHING


def about(batch: Batch) -> Values:
    """What every paper of a batch may say: the batch, the centre, how to reach it."""
    centre = batch.centre
    where = {"phone": centre.phone, "address": centre.address, "hours": centre.hours}
    return {"batch": batch.name, "centre": centre.name, **where}


def office_of(batch: Batch) -> str:
    """Who takes objections, as the batch's notice says."""
    notice = notices_of(batch).filter(published_at__isnull=False).first()
    return notice.contact["office"] if notice else batch.centre.name


def days_told(batch: Batch) -> str:
    """5 个工作日."""
    return f"{batch.notice_days} {'个工作日' if batch.notice_day_kind == 'workday' else '日'}"
