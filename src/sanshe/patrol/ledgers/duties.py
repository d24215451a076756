"""Duties of patrol: who is sent, who puts right, who rechecks, who answers what was asked; what is in hand by name."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.accounts.types import Handing
from sanshe.core.areas.queries import MOVINGS, name_of
from sanshe.core.areas.types import Moving
from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.kit.access import Actor
from sanshe.patrol import phrases
from sanshe.patrol.actions import move_stops
from sanshe.patrol.actions.leaving import hand_over
from sanshe.patrol.enums import FindingState, P, RoundState, Wish
from sanshe.patrol.models import Finding, Request, Round, Stop
from sanshe.patrol.queries import in_hand
from sanshe.patrol.queries import stops as queries
from sanshe.patrol.rules.finding import HOUR

S = FindingState
DOOR = ("premises__compound__name", "premises__name")


def _source(kind: str, needs: str, rows: Callable[[Actor, datetime], Any], say: Any, **more: Any) -> Source:
    title, act = phrases.DUTIES_TOLD[kind]
    return Source(f"patrol.{kind}", "煤", title, act, more.pop("owner", Owner.HOLDER), needs, rows, say, **more)


def _findings(*states: FindingState, **more: Any) -> Callable[[Actor, datetime], Any]:
    return lambda actor, at: Finding.objects.filter(state__in=states, **more)


def _finding(line: Line, at: datetime) -> Said:
    """Which finding, behind which door."""
    number, compound, door = line.facts[:3]
    due = Due(line.day, HOUR) if line.day else None
    return Said(reverse("patrol:finding", args=[line.pk]), f"煤-{int(number):03d} {compound} {door}", due)


FINDING = {"facts": ("number", *DOOR), "is_last_day": True}


def _draft(line: Line, at: datetime) -> Said:
    number, programme = line.facts[:2]
    return Said(reverse("patrol:round", args=[line.pk]), programme, blanks=number)


def _unassigned(line: Line, at: datetime) -> Said:
    here, where = reverse("patrol:assign", args=[line.pk, line.place]), name_of(line.place)
    return Said(here, _("{place}，{n} 户").format(place=where, n=line.n), blanks=line.facts[0])


def _early(actor: Actor, at: datetime) -> Any:
    return Stop.objects.filter(round__state=RoundState.RUNNING, outcome="", due_on__isnull=False)


def _door(line: Line, at: datetime) -> Said:
    compound, door = line.facts[:2]
    return Said(reverse("patrol:stop", args=[line.pk]), f"{compound} {door}", Due(line.day, HOUR) if line.day else None)


def _asked(wish: Wish, actor: Actor, at: datetime) -> Any:
    return Request.objects.filter(wish=wish, is_granted=None)


def _request(line: Line, at: datetime) -> Said:
    return Said(reverse("patrol:finding", args=[line.id(0)]), f"煤-{int(line.facts[1]):03d} {line.facts[2]}")


REQUEST = {"facts": ("finding", "finding__number", "ground"), "others": "asked_by"}
DUTIES = (
    _source("freeze", P.PLAN, lambda actor, at: Round.objects.filter(state=RoundState.PLANNED), _draft,
            facts=("number", "programme__name")),
    _source("unassigned", P.ASSIGN, lambda actor, at: queries.sent_to_nobody(), _unassigned,
            key="round", is_grouped=True, facts=("round__number",)),
    _source("early", P.ASSIGN, _early, _door, day="due_on", facts=DOOR, is_last_day=True),
    _source("rectify", P.GIVE, _findings(S.FOUND, S.ASSIGNED), _finding, day="due_on", **FINDING),
    _source("recheck", P.RECHECK, _findings(S.REPORTED, rechecker=None), _finding, day="recheck_by",
            others="rectifier", **FINDING),
    _source("named", P.RECHECK, _findings(S.FOUND, S.ASSIGNED, S.REPORTED), _finding, owner=Owner.PERSON,
            scope="rechecker", day="recheck_by", handing="patrol.recheck", **FINDING),
    _source("answer", P.ASSIGN, _findings(S.REFERRED), _finding, day="referrals__answer_by", **FINDING),
    _source("look_again", P.ASSIGN, _findings(S.SUSPENDED), _finding, day="look_again_on", **FINDING),
    _source("extension", P.GRANT, partial(_asked, Wish.EXTENSION), _request, **REQUEST),
    _source("suspension", P.SUSPEND, partial(_asked, Wish.SUSPENSION), _request, **REQUEST),
)  # fmt: skip


def declare() -> None:
    for one in DUTIES:
        SOURCES.add(one.code, one)
    HANDINGS.add("patrol.recheck", Handing("patrol.recheck", phrases.IN_HAND, in_hand.rechecks, hand_over))
    MOVINGS.add("patrol.stops", Moving("patrol.stops", phrases.STOPS_MOVING, queries.in_running, move_stops))
    MOVINGS.add("patrol.findings", Moving("patrol.findings", phrases.OPEN_MATTERS, in_hand.findings_in))
