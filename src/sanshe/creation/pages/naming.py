"""Lists and decisions of a scheme."""

from datetime import datetime
from typing import Any

from sanshe.core.kit import shanghai
from sanshe.core.objections.queries import blocked
from sanshe.creation.enums import ListState
from sanshe.creation.models import Application, Award, Proposal, Scheme
from sanshe.creation.phrases import AWARD_STATES, LEVELS, LIST_STATES
from sanshe.creation.queries import naming as queries
from sanshe.creation.rules.naming import is_over


def facts(row: Scheme, at: datetime) -> dict[str, Any]:
    """What waits at each step, and the last lists and decisions."""
    lists = [_list(one, at) for one in row.proposals.order_by("-number").select_related("notice")[:20]]
    return {
        "scheme": row,
        "attested": [_named(one) for one in queries.attested(row).filter(proposal=None)],
        "renewals": [_named(one) for one in queries.attested(row, renews=True)],
        "lists": lists,
        "over": [one for one in lists if one["ready"]],
        "awards": [_award(one) for one in row.awards.order_by("-drafted_at")[:20]],
        "today": shanghai.day(at),
    }


def _named(row: Application) -> dict[str, Any]:
    return {"row": row, "level": LEVELS[row.level]}


def _list(row: Proposal, at: datetime) -> dict[str, Any]:
    """A list with who is on it; once its window is over, who may be named."""
    over = row.state == ListState.ON_NOTICE and is_over(queries.closes(row), at)
    shut = blocked(queries.KIND, row.pk) if over else set()
    names = [one.name for one in queries.listed(row)]
    return {
        "row": row,
        "state": LIST_STATES[row.state],
        "names": "、".join(names),
        "over": over,
        "ready": [one for one in queries.on_notice(row) if one.pk not in shut] if over else [],
        "shut": [one.name for one in queries.on_notice(row) if one.pk in shut],
    }


def _award(row: Award) -> dict[str, Any]:
    names = "、".join(row.applications.order_by("number").values_list("name", flat=True))
    return {"row": row, "state": AWARD_STATES[row.state], "names": names}
