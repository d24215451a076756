"""The ledger of stories, the line on the desk, what search finds, the figures."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from sanshe.core.consents.queries import USES
from sanshe.core.consents.types import Use
from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind
from sanshe.core.ui.queries import DOORS, NAV
from sanshe.core.ui.types import Door, NavItem
from sanshe.stories import actions, phrases, queries
from sanshe.stories.enums import P
from sanshe.stories.models import Story

H = phrases.HEADS


def _rows(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Story]:
    return Story.objects.annotate(standing=Count("sentences", filter=Q(sentences__omitted_at=None)))


STORIES = Ledger(
    code="stories.stories",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=(
        Column("number", H["number"], width=10),
        Column("title", H["title"], width=30),
        Column("state", H["state"], lambda row: phrases.STATES[row.state], width=12),
        Column("sentences", H["sentences"], "standing", kind="number", width=8),
        Column("published_at", H["published"], kind="datetime", width=18),
    ),
    rows=_rows,
    filters=(Filter("state", H["state"], options=tuple(phrases.STATES.items()), field="state"),),
    key=("-begun_at", "pk"),
    seal="讲",
)


def door(paths: Sequence[str], at: datetime) -> tuple[str, str] | None:
    """The newest piece, on the public front page."""
    row = queries.published(tuple(paths)).first()
    return (reverse("stories:list"), f"《{row.title}》") if row else None


def declare() -> None:
    """Called while the apps are made ready."""
    LEDGERS.add(STORIES.code, STORIES)
    FIGURES.add("stories", queries.figures)
    KINDS.add(queries.KIND, SearchKind(phrases.NAME, "讲", queries.findable, queries.entries, order=60))
    USES.add(queries.KIND, Use(phrases.NAME, queries.matter, actions.take_away))
    NAV.add("stories", NavItem("讲", phrases.NAME, "stories:home", (P.READ, P.PROPOSE), order=60, short=phrases.SHORT))
    DOORS.add("stories", Door("讲", phrases.NAME, door, order=60))
