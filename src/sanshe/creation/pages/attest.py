"""A question to the police as their telephone shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.creation.models import Attestation
from sanshe.creation.phrases import REPLIES
from sanshe.creation.rules.application import free_from
from sanshe.creation.rules.attestation import HOUR, is_in_time
from sanshe.creation.types import Past


@dataclass(frozen=True, slots=True)
class Line:
    """One of the list."""

    row: Any
    name: str
    said: str
    pill: str
    label: Any
    is_today: bool


def line(row: Attestation, at: datetime) -> Line:
    name = row.application.name
    if row.reply:
        used = workdays().workdays_between(shanghai.day(row.asked_at), shanghai.day(row.answered_at or at))
        said = _("{date}答 · 用了 {n} 工作日").format(date=shanghai.short(shanghai.day(row.answered_at or at)), n=used)
        return Line(row, name, said, "seal", REPLIES[row.reply], is_today=False)
    is_today, is_late = row.due_on == shanghai.day(at), at >= shanghai.moment(row.due_on, HOUR)
    day = _("今天") if is_today else shanghai.short(row.due_on)
    said = _("{date}问 · 限 5 工作日").format(date=shanghai.short(shanghai.day(row.asked_at)))
    pill = "over" if is_late else "due" if is_today else "wait"
    return Line(row, name, said, pill, f"{day} {HOUR}:00", is_today)


def heading(waiting: list[Line]) -> str:
    today = sum(one.is_today for one in waiting)
    if not waiting:
        return _("没有等答复的")
    if today:
        return _("等答复 {n} 家，{today} 家今天到期").format(n=len(waiting), today=today)
    return _("等答复 {n} 家").format(n=len(waiting))


def facts(row: Attestation, actor: Actor, at: datetime) -> dict[str, Any]:
    """The unit, the period, and once it was answered what is kept of it."""
    application, unit = row.application, row.application.organisation
    drivers = ""
    if application.drivers and application.drivers_on:
        on = shanghai.short(application.drivers_on)
        drivers = _("{n} 人，单位 {date}自报").format(n=application.drivers, date=on)
    due = _("今天 {hour}:00") if row.due_on == shanghai.day(at) else shanghai.short(row.due_on) + " {hour}:00"
    found = {
        "row": row,
        "name": application.name,
        "code": unit.credit_code if unit else "",
        "drivers": drivers,
        "period": f"{shanghai.long(row.period_from)}至{shanghai.long(row.period_to)}",
        "due": due.format(hour=HOUR),
    }
    return found | (_sealed(row, actor, at) if row.reply else {})


def _sealed(row: Attestation, actor: Actor, at: datetime) -> dict[str, Any]:
    answered = row.answered_at or at
    free = free_from(Past(row.application.state, None, shanghai.day(answered)), row.application.scheme.terms)  # type: ignore[arg-type]
    return {
        "said": REPLIES[row.reply],
        "time": f"{shanghai.local(answered):%H:%M:%S}",
        "used": workdays().workdays_between(shanghai.day(row.asked_at), shanghai.day(answered)),
        "is_in_time": is_in_time(due_on=row.due_on, answered_at=answered),
        "free": shanghai.long(free) if free and not row.title_id else "",
        "digest": " ".join(row.digest[start : start + 4].upper() for start in (0, 4, 8)),
        "may_strike": row.answered_by == actor.id and shanghai.day(answered) == shanghai.day(at),
    }
