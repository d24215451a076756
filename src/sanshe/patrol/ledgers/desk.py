"""The figures of patrol, and its line on the desk."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import WORKS
from sanshe.core.ledgers.types import Door, Work, WorkLine
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.patrol import phrases
from sanshe.patrol.enums import E, P, RoundState
from sanshe.patrol.ledgers.lists import FINDINGS
from sanshe.patrol.models import Round
from sanshe.patrol.queries import stops as queries
from sanshe.patrol.queries.findings import open_findings, sums
from sanshe.patrol.queries.season import newest_round


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The round that is walked, else the last one."""
    row = newest_round(actor)
    if row is None:
        return None
    paths, page = actor.paths(P.READ), reverse("patrol:round", args=[row.pk])
    found = queries.sums(row, paths)
    said = _("第 {n} 轮，{kind}，{state}").format(
        n=row.number, kind=phrases.ROUND_KINDS[row.kind], state=phrases.ROUND_STATES[row.state]
    )
    ledger = reverse("ledgers:ledger", args=[FINDINGS.code])
    figures = (
        Door(_("应查"), found.due, page),
        Door(_("已查"), found.checked, page),
        Door(_("没去"), found.not_visited, page),
        Door(_("未销号"), open_findings(actor).count(), ledger),
    )
    is_running = row.state == RoundState.RUNNING
    ends = (row.ends_on, _("收轮")) if is_running else (None, "")
    return WorkLine(said, Door("", queries.not_visited(actor).count(), page), figures, *ends)


def figures(path: str, at: datetime) -> dict[str, Any]:
    """What a district publishes of its newest round and its season, counted from the rows."""
    row = (
        Round.objects.exclude(state=RoundState.PLANNED)
        .filter(area_path=path, frozen_at__lte=at)
        .order_by("-frozen_at")
        .first()
    )
    if row is None:
        return {}
    found, season = queries.sums(row, [path]), sums(row.programme, [path])
    doors = {name: value for name, value in asdict(found).items() if name != "try_owed"}
    told = ("findings", "open", "rebound_premises")
    return {"round": row.number, **doors, **{name: season[name] for name in told}}


def declare() -> None:
    FIGURES.add("patrol", figures)
    where = {"needs": P.READ, "url_name": "patrol:home"}
    WORKS.add(
        "patrol",
        Work("patrol", "煤", phrases.NAME, line=line, waiting=queries.not_visited, order=20,
             finished=(E.ROUND_CLOSED, E.RECHECKED), **where),
    )  # fmt: skip
    NAV.add("patrol", NavItem("煤", phrases.NAME, "patrol:home", (P.READ,), order=20, short=phrases.SHORT, phone=True))
