"""The board of a scheme: a matrix of level and stage, the list behind its cells, what comes next for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.areas.queries import name_of
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.objections.queries import notice_end
from sanshe.creation.enums import Level, ListState, Standing, State
from sanshe.creation.models import Scheme
from sanshe.creation.phrases import LEVELS, STATES, TITLE_STATES
from sanshe.creation.queries import applications as queries
from sanshe.creation.queries.naming import newest_list
from sanshe.creation.rules.application import free_from
from sanshe.creation.rules.attestation import HOUR
from sanshe.creation.types import Past

GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (
        "going",
        (State.INTENT, State.APPLIED, State.ASSESSED, State.RECOMMENDED, State.ASKED, State.ATTESTED, State.ON_NOTICE),
    ),
    ("holding", (Standing.HELD, Standing.WARNED, Standing.SUSPENDED)),
    ("gone", (Standing.REVOKED, Standing.EXPIRED, State.FAILED)),
)
STAGES = tuple(stage for _group, stages in GROUPS for stage in stages)
FIRSTS = {stages[0] for _group, stages in GROUPS[1:]}
PILLS = {
    State.INTENT: "wait", State.APPLIED: "wait", State.ASSESSED: "run", State.RECOMMENDED: "run", State.ASKED: "due",
    State.ATTESTED: "run", State.ON_NOTICE: "seal", Standing.HELD: "done", Standing.WARNED: "due",
    Standing.SUSPENDED: "due", Standing.REVOKED: "back", Standing.EXPIRED: "wait", State.FAILED: "back",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of a level stand at a stage."""

    stage: str
    n: int
    is_first: bool
    is_shown: bool = False
    is_empty: bool = False

    @property
    def classes(self) -> str:
        """`e`: a group begins; `z`: nobody of any level, folded away on a phone."""
        return " ".join(name for name, holds in (("e", self.is_first), ("z", self.is_empty)) if holds)


@dataclass(frozen=True, slots=True)
class Line:
    """One applicant of the list."""

    row: Any
    level: Any
    stage: Any
    pill: str
    when: str
    next: str


def label_of(stage: str) -> Any:
    if stage == Standing.EXPIRED:
        return _("届满")
    return STATES.get(stage) or TITLE_STATES[stage]


def _cell(stage: str, n: int, counts: dict[tuple[str, str], int], *, is_shown: bool = False) -> Cell:
    return Cell(str(stage), n, stage in FIRSTS, is_shown, is_empty=not many(counts, (stage,)))


def heads(counts: dict[tuple[str, str], int]) -> list[tuple[Any, Cell]]:
    return [(label_of(stage), _cell(stage, 0, counts)) for stage in STAGES]


def matrix(counts: dict[tuple[str, str], int], shown: tuple[str, str]) -> list[tuple[Any, str, list[Cell], int]]:
    """A line a level: its cells and its sum."""
    return [
        (
            LEVELS[level],
            str(level),
            [_cell(s, counts.get((level, s), 0), counts, is_shown=shown == (level, s)) for s in STAGES],
            sum(counts.get((level, s), 0) for s in STAGES),
        )
        for level in Level
    ]


def sums(counts: dict[tuple[str, str], int]) -> list[Cell]:
    """The line below: by stage over all levels."""
    return [_cell(s, many(counts, (s,)), counts) for s in STAGES]


def many(counts: dict[tuple[str, str], int], stages: Sequence[str]) -> int:
    return sum(n for (_level, stage), n in counts.items() if stage in stages)


def heading(row: Scheme | None, counts: dict[tuple[str, str], int], at: datetime) -> str:
    """What is most worth knowing: titles and revocations, else who is under way and until when the notice runs."""
    held, revoked = many(counts, GROUPS[1][1]), many(counts, (Standing.REVOKED,))
    if held or revoked:
        return _("{held} 家有称号，{revoked} 家撤销").format(held=held, revoked=revoked)
    going, noticed = many(counts, GROUPS[0][1]), many(counts, (State.ON_NOTICE,))
    last = newest_list(row) if row and noticed else None
    if last and last.notice and last.notice.window_to:
        until = shanghai.short(last.notice.window_to)
        return _("{going} 家在创，{n} 家公示到 {date}").format(going=going, n=noticed, date=until)
    return _("{going} 家在创").format(going=going)


def lines(rows: Sequence[Any], at: datetime) -> list[Line]:
    """Those that are furthest first."""
    found = sorted(rows, key=lambda one: (-STAGES.index(one.stage), one.applied_at or one.declared_at))
    return [
        Line(one, LEVELS[one.level], label_of(one.stage), PILLS[one.stage], _when(one), _next(one)) for one in found
    ]


def _when(row: Any) -> str:
    if hasattr(row, "title"):
        return _("{n} 号").format(n=row.title.serial)
    return shanghai.short(shanghai.day(row.applied_at)) if row.applied_at else ""


def _next(row: Any) -> str:
    """What comes next for an applicant, in words."""
    said = {
        State.INTENT: lambda: (
            _("要 {n}% 的社区先命名").format(n=row.scheme.share) if row.level == Level.STREET else _("申报")
        ),
        State.APPLIED: lambda: _("退回来了，再自评") if row.back_why else _("自评"),
        State.ASSESSED: lambda: _("{place}推荐").format(place=name_of(queries.above(row))),
        State.RECOMMENDED: lambda: _("送交警核验"),
        State.ASKED: lambda: _due(row),
        State.ATTESTED: lambda: _("拟公示"),
        State.ON_NOTICE: lambda: _notice(row),
        State.FAILED: lambda: _again(row, Past(State.FAILED, None, shanghai.day(row.ended_at))),
        Standing.REVOKED: lambda: _again(row, Past(State.NAMED, row.title.state, row.title.since)),
        Standing.EXPIRED: lambda: _("没有续期"),
    }.get(row.stage)
    return said() if said else _("到 {date}").format(date=shanghai.long(row.title.ends_on))


def _due(row: Any) -> str:
    waits = next((one for one in row.attestations.all() if not one.reply and one.title_id is None), None)
    return _("交警最迟 {date} {hour}:00").format(date=shanghai.short(waits.due_on), hour=HOUR) if waits else ""


def _notice(row: Any) -> str:
    last = row.proposal.notice.window_to
    return _("公示到 {date} 24:00").format(date=shanghai.short(last)) if last else ""


def _again(row: Any, past: Past) -> str:
    day = free_from(past, row.scheme.terms)
    return _("{date}起可再申报").format(date=shanghai.long(day)) if day else ""


def rows_of(actor: Actor, row: Scheme, at: datetime) -> Any:
    """The board's rows that somebody may see."""
    rows = queries.board(queries.applications(actor).filter(scheme=row), shanghai.day(at))
    return rows.select_related("scheme", "title", "proposal__notice").prefetch_related("attestations")


def notice(row: Scheme, at: datetime) -> dict[str, Any] | None:
    """The newest list on notice, with its clock."""
    last = newest_list(row)
    if last is None or last.notice is None or last.state != ListState.ON_NOTICE or not last.notice.window_to:
        return None
    opens, ends = last.notice.published_at, Due(last.notice.window_to)
    if opens is None or at >= notice_end(last.notice):
        return None
    names = list(last.applications.order_by("number").values_list("name", flat=True))
    return {"row": last, "names": names, "clock": clock(_("公示"), opens=opens, due=ends, now=at, whole=5)}
