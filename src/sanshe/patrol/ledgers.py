"""The ledger of frames, and the line of patrol on the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.areas.phrases import PREMISES_KINDS
from sanshe.core.areas.queries import MOVINGS, name_of
from sanshe.core.areas.types import Moving
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS, WORKS
from sanshe.core.ledgers.types import Column, Door, Filter, Ledger, Work, WorkLine
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.patrol import phrases
from sanshe.patrol.actions import move_stops
from sanshe.patrol.enums import E, P, RoundState
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.queries import stops as queries
from sanshe.patrol.queries.season import newest_round, programmes

F = phrases.FIELDS


def rounds_of(actor: Actor) -> list[tuple[str, str]]:
    """The frozen rounds of one's programmes, the newest first."""
    rows = Round.objects.filter(programme__in=programmes(actor)).exclude(state=RoundState.PLANNED)
    found = rows.order_by("-starts_on", "-number").values_list("pk", "programme__name", "number")
    return [(str(pk), f"{name} {number}") for pk, name, number in found[:40]]


def _rows(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Stop]:
    return Stop.objects.select_related("premises", "compound", "round")


STOPS = Ledger(
    code="patrol.stops",
    title=phrases.STOPS_LEDGER,
    needs=P.READ,
    columns=(
        Column("round", F["round"], "round.number", kind="number", width=8),
        Column("code", F["code"], "premises.code", link=True, width=20),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=18),
        Column("compound", F["compound"], "compound.name", width=20),
        Column("door", F["door"], "premises.name", width=18),
        Column("kind", F["kind"], lambda row: PREMISES_KINDS[row.kind]),
        Column("member", F["member"], lambda row: phrases.MEMBER[row.is_added]),
    ),
    rows=_rows,
    filters=(
        Filter("round", F["round"], options=rounds_of, field="round_id"),
        Filter("kind", F["kind"], options=tuple(PREMISES_KINDS.items()), field="kind"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("area_path", "pk"),
    link=lambda row: f"/premises/{row.premises_id}/",
    seal="煤",
)


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The round that is walked, else the last one."""
    row = newest_round(actor)
    if row is None:
        return None
    (due, added), page = queries.sums(row, actor.paths(P.READ)), reverse("patrol:round", args=[row.pk])
    said = _("第 {n} 轮，{kind}，{state}").format(
        n=row.number, kind=phrases.ROUND_KINDS[row.kind], state=phrases.ROUND_STATES[row.state]
    )
    figures = (Door(_("应查"), due, page), Door(_("补录"), added, page))
    is_running = row.state == RoundState.RUNNING
    ends = (row.ends_on, _("收轮")) if is_running else (None, "")
    return WorkLine(said, Door("", queries.unassigned(actor).count(), page), figures, *ends)


def _source(kind: str, needs: str, rows: Callable[[Actor, datetime], Any], say: Any, **more: Any) -> Source:
    title, act = phrases.DUTIES_TOLD[kind]
    return Source(f"patrol.{kind}", "煤", title, act, Owner.HOLDER, needs, rows, say, **more)


def _draft(duty: Line, at: datetime) -> Said:
    number, programme = duty.facts[:2]
    return Said(reverse("patrol:round", args=[duty.pk]), programme, blanks=number)


def _unassigned(duty: Line, at: datetime) -> Said:
    here, where = reverse("patrol:assign", args=[duty.pk, duty.place]), name_of(duty.place)
    return Said(here, _("{place}，{n} 户").format(place=where, n=duty.n), blanks=duty.facts[0])


DUTIES = (
    _source("freeze", P.PLAN, lambda actor, at: Round.objects.filter(state=RoundState.PLANNED), _draft,
            facts=("number", "programme__name")),
    _source("unassigned", P.ASSIGN, lambda actor, at: queries.sent_to_nobody(), _unassigned,
            key="round", is_grouped=True, facts=("round__number",)),
)  # fmt: skip

MOVED = Moving("patrol.stops", phrases.STOPS_MOVING, queries.in_running, move_stops)


def declare() -> None:
    """Called while the apps are made ready."""
    for one in DUTIES:
        SOURCES.add(one.code, one)
    LEDGERS.add(STOPS.code, STOPS)
    MOVINGS.add(MOVED.code, MOVED)
    where = {"needs": P.READ, "url_name": "patrol:home"}
    WORKS.add(
        "patrol",
        Work("patrol", "煤", phrases.NAME, line=line, waiting=queries.unassigned, order=20,
             finished=(E.ROUND_CLOSED,), **where),
    )  # fmt: skip
    NAV.add("patrol", NavItem("煤", phrases.NAME, "patrol:home", (P.READ,), order=20, short=phrases.SHORT, phone=True))
