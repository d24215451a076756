"""What an appeal asks of people by its running clocks: who screens, who signs, who handles, who checks and calls."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.urls import reverse

from sanshe.appeals import phrases
from sanshe.appeals.enums import ClockKind, LegState, P, State
from sanshe.appeals.models import Clock, Leg
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.rules import due_of
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.kit.access import Actor

UNIT = Case(When(leg__unit_path="", then=F("area_path")), default=F("leg__unit_path"))
SIGNED = Q(state=LegState.SIGNED, is_lead=True, appeal__state__in=State.in_work())


def _running(kind: ClockKind, **more: Any) -> Callable[[Actor, datetime], QuerySet[Any]]:
    """Running clocks of a kind; one that stands asks nothing of anybody."""
    found = {"kind": kind, "stopped_at": None, "paused_at": None, **more}
    return lambda actor, at: Clock.objects.filter(**found).annotate(unit=UNIT)


def _in_hand(actor: Actor, at: datetime) -> QuerySet[Any]:
    """Leading parts in somebody's hands, with the resident's term while it runs."""
    clocks = Clock.objects.filter(appeal=OuterRef("appeal"), kind=ClockKind.HANDLE, stopped_at=None, paused_at=None)
    return Leg.objects.filter(SIGNED).annotate(due_at=Subquery(clocks.values("due_at")[:1])).exclude(due_at=None)


def _say(line: Line, at: datetime) -> Said:
    key, number, title, is_sensitive = line.id(0), line.facts[1], line.facts[2], line.facts[3]
    is_sealed = is_sensitive in ("1", "true", "t", "True")
    due = due_of(line.moment(4), DayKind.WORKDAY)
    return Said(
        reverse("appeals:appeal", args=[key]),
        str(phrases.SEALED) if is_sealed else title,
        due,
        number,
        matter=f"appeals:{key}",
    )


def _source(kind: str, owner: Owner, needs: str, rows: Any, **more: Any) -> Source:
    title, act = phrases.DUTIES_TOLD[kind]
    facts = ("appeal_id", "appeal__number", "appeal__title", "appeal__category__is_sensitive", "due_at")
    said = {"day": "due_at", "facts": facts, "label": act, **more}
    return Source(f"appeals.{kind}", "诉", title, act, owner, needs, rows, _say, **said)


HOLDER, PERSON, K = Owner.HOLDER, Owner.PERSON, ClockKind
DUTIES = (
    _source("screen", HOLDER, P.SCREEN, _running(K.SCREEN)),
    _source("sign", HOLDER, P.HANDLE, _running(K.SIGN), scope="unit"),
    _source("review", HOLDER, P.REVIEW, _running(K.REVIEW)),
    _source("leg", HOLDER, P.REVIEW, _running(K.LEG)),
    _source("handle", PERSON, P.HANDLE, _in_hand, scope="handler", handing="appeals.handler"),
    _source("name", HOLDER, P.REVIEW, _running(K.VERIFY, appeal__verifier=None)),
    _source("verify", PERSON, P.VERIFY, _running(K.VERIFY), scope="appeal__verifier", handing="appeals.verifier"),
    _source("call", HOLDER, P.CALL, _running(K.CALL)),
)


def declare() -> None:
    """Tell the house."""
    for one in DUTIES:
        SOURCES.add(one.code, one)
