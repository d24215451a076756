"""One application: its rail, its criteria with what shows each, the clock of the police."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.creation.enums import Reply, Source, State
from sanshe.creation.models import Application, Attestation
from sanshe.creation.phrases import REPLIES, SOURCES
from sanshe.creation.queries import applications as queries
from sanshe.creation.queries.attestations import newest
from sanshe.creation.queries.records import found
from sanshe.creation.rules.attestation import HOUR, WORKDAYS
from sanshe.creation.types import Asked

ORDER = (
    State.INTENT, State.APPLIED, State.ASSESSED, State.RECOMMENDED, State.ASKED, State.ATTESTED, State.ON_NOTICE,
    State.NAMED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A criterion as its page shows it."""

    no: int
    text: str
    said: str
    url: str
    by: Any
    label: Any
    pill: str
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the rail."""

    label: Any
    state: str
    when: str
    url: str = ""


def rail(row: Application) -> list[Step]:
    """From applying to being named; where it failed, that is where it stands."""
    asked = newest(row)
    days: tuple[tuple[Any, State, datetime | None], ...] = (
        (_("申报"), State.APPLIED, row.applied_at),
        (_("自评"), State.ASSESSED, row.assessed_at),
        (_("推荐"), State.RECOMMENDED, row.recommended_at),
        (_("核验"), State.ATTESTED, (asked.answered_at or asked.asked_at) if asked else None),
        (
            _("公示"),
            State.ON_NOTICE,
            row.proposal.notice.published_at if row.proposal and row.proposal.notice else None,
        ),
        (_("命名"), State.NAMED, row.ended_at if row.state == State.NAMED else None),
    )
    at = State.ATTESTED if row.state == State.FAILED else State(row.state)
    return [
        Step(label, _stage(step, at), shanghai.short(shanghai.day(when)) if when else "") for label, step, when in days
    ]


def _stage(step: State, at: State) -> str:
    if at not in ORDER:
        return ""
    here, there = ORDER.index(at), ORDER.index(step)
    if there == here + 1 or (at, step) in ((State.ASKED, State.ATTESTED), (State.NAMED, State.NAMED)):
        return "now"
    return "done" if there <= here else ""


def points(row: Application, at: datetime) -> list[Point]:
    """Each criterion of the standard it was made under; before the assessment, what the records say today."""
    kept, criteria = queries.answers(row), row.standard.items
    today = found(criteria, Asked(row.organisation_id, row.area_path, at)) if not row.assessed_at else {}
    reply = newest(row)
    return [_point(one, kept.get(one.no) or today.get(one.no), reply, row) for one in criteria]


def _point(one: Any, said: Any, reply: Attestation | None, row: Application) -> Point:
    if one.source == Source.POLICE:
        return _police(one, reply)
    text = said.text if said else ""
    label, pill = _standing(said, is_kept=row.assessed_at is not None)
    return Point(one.no, one.text, text, said.url if said else "", SOURCES[one.source], label, pill, one.source)


def _standing(said: Any, *, is_kept: bool) -> tuple[Any, str]:
    """Whether there is something, and whether it is the applicant's word already."""
    if said is None or not said.text:
        return _("还没写"), "wait"
    if not said.is_met:
        return _("没有"), "due"
    return (_("合"), "done") if is_kept else (_("有记录"), "run")


def _police(one: Any, reply: Attestation | None) -> Point:
    if reply is None:
        return Point(one.no, one.text, "", "", SOURCES[one.source], _("还没送"), "wait", one.source)
    said = f"{shanghai.long(reply.period_from)}至{shanghai.long(reply.period_to)}"
    if not reply.reply:
        return Point(one.no, one.text, said, "", SOURCES[one.source], _("等答复"), "due", one.source)
    passed = reply.reply == Reply.NONE
    label, pill = (REPLIES[Reply.NONE], "done") if passed else (_("未通过"), "back")
    return Point(one.no, one.text, said, "", SOURCES[one.source], label, pill, one.source)


def police_clock(row: Application, at: datetime) -> Clock | None:
    """What is left of the police's time."""
    asked = newest(row)
    if asked is None or asked.reply:
        return None
    due = Due(asked.due_on, HOUR)
    note = _("不答不算“无”，到期前一天提醒")
    return clock(_("交警核验"), opens=asked.asked_at, due=due, now=at, whole=WORKDAYS, note=note)


def pairs(row: Application) -> list[tuple[Any, str]]:
    """Facts of the applicant."""
    drivers = ""
    if row.drivers and row.drivers_on:
        drivers = _("{n} 人，{date}自报").format(n=row.drivers, date=shanghai.short(row.drivers_on))
    return [(_("驾驶人"), drivers), (_("推荐的话"), row.remark), (_("退回的话"), row.back_why)]


def acts(actor: Actor, row: Application) -> set[str]:
    """What somebody may do with it now."""
    found: set[str] = set()
    if queries.may_apply(actor, row):
        found |= {
            State.INTENT: {"apply", "withdraw"},
            State.APPLIED: {"assess", "withdraw"},
            State.ASSESSED: {"withdraw"},
        }.get(State(row.state), set())
    if queries.may_recommend(actor, row) and row.state == State.ASSESSED:
        found |= {"recommend", "back"}
    if actor.may_at("creation.decide", row.area_path):
        found |= {State.RECOMMENDED: {"ask"}, State.ASKED: {"remind"}}.get(State(row.state), set())
    return found
