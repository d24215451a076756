"""The deadlines of a batch side by side across holidays."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from sanshe.core.calendar.queries import chart, workdays
from sanshe.core.calendar.types import Bar, Chart
from sanshe.core.kit import shanghai
from sanshe.core.kit.refused import Refused
from sanshe.core.objections.queries import of_listing
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Batch
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call.batch import Funnel
from sanshe.incubation.queries.notice.publication import notice_of

Lane = tuple[str, Bar]


def stretches(batch: Batch, funnel: Funnel, at: datetime) -> Chart | None:
    """Call, screening, panel day, notice, objections, signing; nothing before a call was written."""
    call, today = batches.newest_call(batch), shanghai.day(at)
    if call is None:
        return None
    until = batch.screening_until
    lanes = [
        _lane(_("公告征集"), call.opens_on, call.closes_on, _received(call.opens_on, call.closes_on, funnel), today),
        _lane(_("初审"), _after(call.closes_on), until, _work(call.closes_on, until), today),
        _lane(_("现场评审"), batch.panel_on, batch.panel_on, _panel(funnel), today),
        *_notice(batch, today),
        *_objections(batch, today),
        _lane(_("签约"), batch.signing_from, batch.signing_to, "", today, plan=_("计划签约")),
    ]  # fmt: skip
    return chart(lanes, today)


def _lane(label: str, first: date, last: date, text: str, today: date, plan: str = "") -> Lane:
    state = "done" if last < today else "now" if first <= today else "plan"
    return label, Bar(first, last, plan if state == "plan" and plan else text, state)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _received(first: date, last: date, funnel: Funnel) -> str:
    days = (last - first).days + 1
    return _("{days} 日 · 收到 {n} 份").format(days=days, n=funnel.received)


def _work(after: date, to: date) -> str:
    """How many working days a stretch has; nothing where the year was not loaded."""
    try:
        return _("{n} 工作日").format(n=workdays().workdays_between(after, to))
    except Refused:
        return ""


def _panel(funnel: Funnel) -> str:
    said = {"n": funnel.screened_in, "k": funnel.selected}
    return _("{n} 家到场，评出 {k} 家").format(**said) if funnel.selected else ""


def _notice(batch: Batch, today: date) -> list[Lane]:
    notice = notice_of(batch)
    if notice is None or notice.window_from is None or notice.window_to is None:
        return []
    days = _work(date.fromordinal(notice.window_from.toordinal() - 1), notice.window_to)
    end = _("{m}月{d}日 24 时止").format(m=notice.window_to.month, d=notice.window_to.day)
    return [_lane(_("公示"), notice.window_from, notice.window_to, "，".join(filter(None, (days, end))), today)]


def _objections(batch: Batch, today: date) -> list[Lane]:
    """One line for all objections: from the first raised to the last day to answer."""
    found = of_listing(KIND, batch.pk)
    days = list(found.values_list("raised_at", "answer_due_on", "answered_at"))
    if not days:
        return []
    first = min(shanghai.day(raised) for raised, _due, _done in days)
    last = max(due for _raised, due, _done in days)
    text = _("答复最迟 {m}月{d}日").format(m=last.month, d=last.day)
    label, bar = _lane(_("异议答复"), first, last, text, today)
    is_done = all(done for _raised, _due, done in days)
    return [(label, Bar(bar.first, bar.last, bar.text, "done" if is_done else bar.state))]
