"""Values of 招募公告 and 更正公告; the notices of the list as they stand."""

from collections.abc import Sequence
from datetime import datetime

from sanshe.core.kit import shanghai
from sanshe.core.notices.queries import doc_for
from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc, Item
from sanshe.incubation.enums.call.batch import CallState
from sanshe.incubation.models import Batch, Call
from sanshe.incubation.papers.words import OFFICES, Values, about, day, days_told
from sanshe.incubation.queries.call.batch import criteria, rules_of
from sanshe.incubation.queries.notice.publication import notices_of

TEXT = "template"  # in a call's content: the version of the text it was published with
PUBLIC = (CallState.PUBLISHED, CallState.REPLACED)


def version_of(call: Call) -> int | None:
    """The version of the text; None while it is not published."""
    return call.content.get(TEXT)


def call_doc(batch: Batch, call: Call) -> Doc:
    """招募公告: conditions, papers, how it is judged, when, where to turn to; once published, its text stands."""
    return fill("incubation.call", _call_values(batch, call), version_of(call))


def undertaking_doc(batch: Batch) -> Doc:
    """承诺页 of a batch, to be printed and signed by hand."""
    return fill("incubation.undertaking", about(batch))


def calls(batch: Batch, at: datetime) -> Sequence[Item]:
    """Every version that was approved, the newest first."""
    found = batch.calls.exclude(state__in=[CallState.DRAFT, CallState.WITHDRAWN]).order_by("-version_no")
    return [Item(one.pk, f"第 {one.version_no} 版", "", (batch, one)) for one in found]


def call_values(item: Item, at: datetime) -> Values:
    return _call_values(*item.row)


def call_version(item: Item) -> int | None:
    return version_of(item.row[1])


def _call_values(batch: Batch, call: Call) -> Values:
    return {
        **about(batch),
        "number": call.number,
        "intro": str(call.content.get("intro", "")),
        "seats": "、".join(f"{OFFICES[side]} {n} 人" for side, n in batch.panel_sides.items() if n),
        "conditions": [{"no": rule.no, "text": rule.text} for rule in rules_of(batch)],
        "criteria": [{"no": c.no, "name": c.name, "says": c.says, "points": c.points} for c in criteria(batch)],
        "days": [{"what": what, "when": when, "says": says} for what, when, says in _days(batch, call)],
        "date": day(call.opens_on),
    }


def _days(batch: Batch, call: Call) -> tuple[tuple[str, str, str], ...]:
    opens, closes = shanghai.short(call.opens_on), shanghai.short(call.closes_on)
    return (
        ("报名", f"{opens}至{closes} 24 时", "网上或送到中心都算，以收到时间为准"),
        ("初审", f"至{shanghai.short(batch.screening_until)}", "缺什么会告诉您，给 3 个工作日补"),
        ("现场评审", shanghai.short(batch.panel_on), "抽签定顺序；陈述 5 分钟，提问 5 分钟，打分 2 分钟"),
        ("公示", days_told(batch), "谁都可以提异议"),
        ("签约入壳", f"计划{shanghai.short(batch.signing_from)}", f"签孵化协议，孵化 {batch.term_months} 个月"),
    )


def amendments(batch: Batch, at: datetime) -> Sequence[Item]:
    """The published versions behind the first."""
    found = batch.calls.filter(version_no__gt=1, state__in=PUBLIC).order_by("-version_no")
    return [Item(one.pk, f"第 {one.version_no} 版", "", (batch, one)) for one in found]


def amendment_values(item: Item, at: datetime) -> Values:
    batch, call = item.row
    before = batch.calls.filter(version_no__lt=call.version_no).order_by("-version_no").first()
    first = batch.calls.order_by("version_no").first()
    return {
        **about(batch),
        "number": call.number,
        "version": call.version_no,
        "reason": call.reason,
        "first_day": day(first.opens_on),
        "old_closes": day(before.closes_on),
        "closes": day(call.closes_on),
        "date": day(call.published_at),
    }


def lists(batch: Batch, at: datetime) -> Sequence[Item]:
    """The batch's notices that were approved, newest first."""
    found = notices_of(batch).filter(approved_at__isnull=False)
    return [Item(one.pk, "" if one.version == 1 else f"第 {one.version} 版", one.serial or "", one) for one in found]


def list_doc(item: Item, at: datetime) -> Doc:
    """The notice as it was drafted and approved, with its days once it is published."""
    return doc_for(item.row)


def notice_doc(batch: Batch, names: Sequence[str], office: str) -> Doc:
    """The text of a new notice; its days are known when it is published."""
    later = {"date": "{date}", "from": "{from}", "to": "{to}"}
    said = {**about(batch), "office": office, "names": list(names), "notice_days": days_told(batch)}
    return fill("incubation.notice", {**said, **later})
