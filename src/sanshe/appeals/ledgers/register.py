"""The ledger of appeals, without a name; their line on the desk, their published figures, how they are found."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.appeals import phrases
from sanshe.appeals.enums import E, P, Reach, Satisfied, Solved, State
from sanshe.appeals.models import Appeal
from sanshe.appeals.queries import figures as queries
from sanshe.appeals.queries.appeals import open_appeals
from sanshe.appeals.queries.finding import KIND, entries, visible
from sanshe.core.areas.queries import name_of
from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS, WORKS
from sanshe.core.ledgers.types import Column, Door, Filter, Ledger, Work, WorkLine
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem

H = phrases.HEADS
PILLS = phrases.PILLS


def _words(table: Mapping[Any, Any], field: str) -> Any:
    return lambda row: table.get(getattr(row, field), "")


APPEALS = Ledger(
    code="appeals.appeals",
    title=phrases.LEDGER,
    note=phrases.LEDGER_NOTE,
    needs=P.READ,
    columns=(
        Column("number", H["number"], link=True),
        Column("received_at", H["received_at"], kind=Kind.DATETIME, width=18),
        Column("channel", H["channel"], _words(phrases.CHANNELS, "channel")),
        Column("community", H["community"], lambda row: name_of(row.area_path), width=18),
        Column(
            "category", H["category"], lambda row: phrases.SEALED if row.category.is_sensitive else row.category.name
        ),
        Column("state", H["state"], lambda row: (PILLS[State(row.state)], phrases.STATES[row.state]), kind=Kind.PILL),
        Column("outcome", H["outcome"], _words(phrases.OUTCOMES, "outcome")),
        Column("reach", H["reach"], _words(phrases.REACHES, "reach")),
        Column("solved", H["solved"], _words(phrases.SOLVED, "solved")),
        Column("satisfied", H["satisfied"], _words(phrases.SATISFIED, "satisfied")),
        Column("closed_at", H["closed_at"], kind=Kind.DATETIME, width=18),
    ),
    rows=lambda actor, filters: _rows(filters),
    filters=(
        Filter("state", H["state"], options=tuple(phrases.STATES.items()), field="state"),
        Filter("accepted", H["accepted"], options=(("yes", phrases.ACCEPTED),)),
        Filter("reach", H["reach"], options=tuple(phrases.REACHES.items()), field="reach"),
        Filter("solved", H["solved"], options=tuple(phrases.SOLVED.items()), field="solved"),
        Filter("satisfied", H["satisfied"], options=tuple(phrases.SATISFIED.items()), field="satisfied"),
        Filter("received", H["received_at"], FilterKind.DATES, field="received_at"),
        Filter("area", H["community"], FilterKind.AREA, field="area_path"),
    ),
    key=("-received_at", "pk"),
    link=lambda row: reverse("appeals:appeal", args=[row.pk]),
    seal="诉",
)


def _rows(filters: Mapping[str, Any]) -> QuerySet[Appeal]:
    rows = Appeal.objects.exclude(state=State.TAKEN_BACK).select_related("category")
    return rows.filter(queries.ACCEPTED) if filters.get("accepted") else rows


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """What is open, and what residents said of what was done this month."""
    found = queries.counted(actor.paths(P.READ), queries.month_of(at), at)
    if not found.received and not found.open:
        return None
    page, book = reverse("appeals:home"), reverse("ledgers:ledger", args=[APPEALS.code])
    figures = (
        Door(_("受理"), found.accepted, f"{book}?accepted=yes"),
        Door(_("联系上"), found.reached, f"{book}?reach={Reach.REACHED}"),
        Door(_("解决"), found.solved_solved, f"{book}?solved={Solved.SOLVED}"),
        Door(_("满意"), found.said_satisfied, f"{book}?satisfied={Satisfied.SATISFIED}"),
    )
    said = _("在办 {n} 件，超时 {over}").format(n=found.open, over=found.overdue)
    return WorkLine(said, Door("", found.open, page), figures)


def published(path: str, at: datetime) -> dict[str, Any]:
    """The figures of this month's appeals, and what is open of any."""
    found = queries.counted([path], queries.month_of(at), at)
    names = ("received", "accepted", "open", "closed", "overdue", "reached")
    said = {name: getattr(found, name) for name in names}
    return said | {"solved": found.solved_solved, "rated": found.rated, "satisfied": found.said_satisfied}


def declare() -> None:
    """Tell the house."""
    LEDGERS.add(APPEALS.code, APPEALS)
    FIGURES.add("appeals", published)
    where = {"needs": P.READ, "url_name": "appeals:home"}
    WORKS.add(
        "appeals",
        Work("appeals", "诉", phrases.NAME, line=line, waiting=open_appeals, order=60,
             finished=(E.CLOSED, E.ANSWERED, E.REDIRECTED, E.DECLINED), **where),
    )  # fmt: skip
    NAV.add(
        "appeals", NavItem("诉", phrases.NAME, "appeals:home", (P.READ,), order=60, short=phrases.SHORT, phone=True)
    )
    KINDS.add(KIND, SearchKind(phrases.NAME, "诉", visible, entries, order=25))
