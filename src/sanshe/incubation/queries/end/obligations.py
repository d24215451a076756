"""What is owed from the mid-term assessment to the last visit: by organisations, and by whoever holds a permission.

What concerns a whole batch is one obligation with its number, not thirty.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind, Verdict
from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.enums.end.graduation import VISIT_SLACK_DAYS, GraduationState
from sanshe.incubation.enums.end.rectification import RectificationState
from sanshe.incubation.models import Assessment, Entry, Exit, FollowUp, Graduation, Rectification
from sanshe.incubation.queries.end.assessment import window
from sanshe.incubation.types.obligation import Obligation

WEEK, MONTH = datetime.timedelta(days=7), datetime.timedelta(days=VISIT_SLACK_DAYS)
OPEN = (AssessmentState.REPORTED, AssessmentState.INTERVIEWED, AssessmentState.CHECKED, AssessmentState.PROPOSED)


def obligations(at: datetime.datetime) -> Iterator[Obligation]:
    """Everything owed at this moment, in a number of queries that does not grow."""
    today = shanghai.day(at)
    yield from _of_entries(today)
    yield from _of_assessments(at)
    yield from _of_rectifications()
    yield from _of_exits()
    yield from _of_visits(today)


def _day(day: datetime.date) -> Due:
    return Due(day, kind=DayKind.DAY)


def _of_entries(today: datetime.date) -> Iterator[Obligation]:
    """Assessments nobody has announced, and terms that end with nothing decided."""
    rows = Entry.objects.filter(state=EntryState.IN_INCUBATION).select_related("batch", "agreement")
    entries = list(rows.order_by("pk"))
    had = set(Assessment.objects.filter(entry__state=EntryState.IN_INCUBATION).values_list("entry_id", "kind"))
    settled = _settled()
    groups: dict[tuple[Any, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        for kind in Kind:
            first, _last = window(entry, kind)
            if first <= today and (entry.pk, kind) not in had and entry.pk not in settled:
                groups[f"announce_{kind}", entry.batch_id, first + WEEK].append(entry)
        if today > entry.term_to - MONTH and entry.pk not in settled:
            groups["term_end", entry.batch_id, entry.term_to].append(entry)
    for (kind, batch, due), found in groups.items():
        yield _of_batch(kind, batch, due, found[0], len(found))


def _settled() -> set[UUID]:
    """Entries whose leaving or graduation is under way."""
    leaving = Exit.objects.filter(state__in=ExitState.open()).values_list("entry_id", flat=True)
    ready = Graduation.objects.filter(state=GraduationState.PROPOSED).values_list("entry_id", flat=True)
    return {*leaving, *ready}


def _of_batch(kind: str, batch: UUID, due: datetime.date, one: Any, n: int) -> Obligation:
    """One obligation for all of a batch that share a day; its key does not change when some of them are done."""
    where = {"area_path": one.area_path, "url": f"/incubation/batches/{batch}/assessments/"}
    said = {"detail": f"{one.batch.name} · {n} 家", "needs": P.ASSESSMENT_MANAGE, "batch": batch}
    return Obligation(kind, f"{kind}:{batch}:{due.isoformat()}", due=_day(due), **where, **said)


def _of_assessments(at: datetime.datetime) -> Iterator[Obligation]:
    rows = Assessment.objects.exclude(state__in=[AssessmentState.ABSENT])
    rows = rows.exclude(entry__exits__state__in=ExitState.open())
    rows = rows.exclude(state=AssessmentState.DECIDED, verdict__in=[v for v in Verdict if v != Verdict.RECTIFY])
    found = list(rows.select_related("entry__organisation", "batch", "rectification").order_by("pk"))
    groups: dict[tuple[Any, ...], list[Assessment]] = defaultdict(list)
    for row in found:
        if row.state in OPEN:
            groups[row.batch_id, row.closes_on].append(row)
        elif row.state == AssessmentState.ANNOUNCED:
            yield from _report(row, at)
        elif getattr(row, "rectification", None) is None and row.decided_at:
            due = shanghai.day(row.decided_at) + WEEK
            url = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"
            yield _mine("issue_rectification", row, _day(due), url, P.RECTIFICATION_ISSUE)
    for (batch, due), rows_of in groups.items():
        yield _of_batch("assess", batch, due, rows_of[0], len(rows_of))


def _report(row: Assessment, at: datetime.datetime) -> Iterator[Obligation]:
    """The organisation owes its report; once it is late the centre owes a reminder, and then an end."""
    due = Due(row.grace_until) if row.grace_until else _day(row.report_by)
    base = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"
    yield _theirs("self_report", row, due, f"{base}report/")
    if at >= due.moment:
        yield _mine("absent", row, due, base, P.ASSESSMENT_MANAGE)


def _theirs(kind: str, row: Any, due: Due, url: str) -> Obligation:
    one = row.entry.organisation
    where = {"area_path": row.area_path, "url": url, "batch": row.entry.batch_id}
    return Obligation(kind, f"{kind}:{row.pk}", due=due, detail=one.name, organisation=one.pk, **where)


def _mine(kind: str, row: Any, due: Due, url: str, needs: str) -> Obligation:
    where = {"area_path": row.area_path, "url": url, "batch": row.entry.batch_id}
    return Obligation(kind, f"{kind}:{row.pk}", due=due, detail=row.entry.organisation.name, needs=needs, **where)


def _of_rectifications() -> Iterator[Obligation]:
    found = Rectification.objects.filter(state__in=RectificationState.open()).select_related("entry__organisation")
    for row in found.order_by("pk"):
        url = f"/incubation/entries/{row.entry_id}/rectifications/{row.pk}/"
        if row.state == RectificationState.ISSUED:
            yield _theirs("rectify", row, Due(row.due_on), url)
        elif row.answered_at:
            due = _day(shanghai.day(row.answered_at) + WEEK)
            yield _mine("check_rectification", row, due, url, P.RECTIFICATION_CHECK)


def _of_exits() -> Iterator[Obligation]:
    found = Exit.objects.filter(state=ExitState.NOTICED).select_related("entry__organisation")
    for row in found.order_by("pk"):
        if row.due_on:
            url = f"/incubation/entries/{row.entry_id}/exit/"
            yield _theirs("hand_over", row, Due(row.due_on), url)
            yield _mine("take_over", row, Due(row.due_on), url, P.HAND_OVER)


def _of_visits(today: datetime.date) -> Iterator[Obligation]:
    """Visits due within a month, and those overdue until the follow-up ends by itself."""
    found = FollowUp.objects.filter(done_at=None, due_on__lte=today + MONTH)
    found = found.filter(graduation__follow_until__gte=today - MONTH)
    for row in found.select_related("graduation__entry__organisation").order_by("pk"):
        entry = row.graduation.entry
        where = {
            "area_path": row.area_path,
            "url": f"/incubation/entries/{entry.pk}/graduation/",
            "batch": entry.batch_id,
        }
        said = {"due": _day(row.due_on), "detail": f"{entry.organisation.name} · {row.no}/4", "needs": P.FOLLOW_UP}
        yield Obligation("visit", f"visit:{row.pk}", **where, **said)
