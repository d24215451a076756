"""What notices declare: their ledger."""

from typing import Any

from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.notices import phrases
from sanshe.core.notices.enums import P, State
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.queries import finding, visible_to
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind


def _state(row: PublicNotice) -> tuple[str, Any]:
    return phrases.PILLS[row.state], phrases.STATES[row.state]


NOTICES = Ledger(
    code="notices.notices",
    title=phrases.LEDGER_TITLE,
    needs=P.READ,
    columns=(
        Column("drafted_at", phrases.COLUMN_DRAFTED, kind=Kind.DATETIME, width=17),
        Column("number", phrases.COLUMN_NUMBER, value="number_line", width=24),
        Column("title", phrases.COLUMN_TITLE, width=40, link=True),
        Column("state", phrases.COLUMN_STATE, value=_state, kind=Kind.PILL),
        Column("window_from", phrases.COLUMN_FROM, kind=Kind.DATE),
        Column("window_to", phrases.COLUMN_TO, kind=Kind.DATE),
        Column("count", phrases.COLUMN_COUNT, kind=Kind.INT, width=8),
        Column("published_at", phrases.COLUMN_PUBLISHED, kind=Kind.DATETIME, width=17),
    ),
    rows=lambda actor, filters: visible_to(actor),
    filters=(
        Filter("state", phrases.COLUMN_STATE, options=tuple((s, phrases.STATES[s]) for s in State), field="state"),
        Filter("title", phrases.COLUMN_TITLE, FilterKind.TEXT, field="title"),
        Filter("published", phrases.COLUMN_PUBLISHED, FilterKind.DATES, field="published_at"),
    ),
    key=("-drafted_at", "-id"),
    link=lambda n: f"/notices/desk/{n.pk}/",
    seal="示",
)


def declare() -> None:
    """Called while the app is made ready."""
    LEDGERS.add(NOTICES.code, NOTICES)
    KINDS.add(finding.KIND, SearchKind(phrases.FOUND, "示", finding.visible, finding.entries, order=25))
