"""Findings: of one's areas and those one was named for, open ones, counts of a season."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse

from sanshe.core.accounts.queries.people import holders_around
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import OPEN, FindingState, P, Wish
from sanshe.patrol.models import Finding, Programme, Request, Visit

STREET = 9  # the length of a subdistrict's path


def findings(actor: Actor, code: str = P.READ) -> QuerySet[Finding]:
    """Those of one's areas, and those that one was named to recheck, until they end."""
    named = Q(rechecker=actor.key, state__in=OPEN)
    return Finding.objects.filter(within(actor.paths(code)) | named)


def finding(actor: Actor, key: UUID, code: str = P.READ) -> Finding | None:
    rows = findings(actor, code).select_related("programme", "round", "premises__compound", "opening", "reopens")
    return rows.filter(pk=key).first()


def open_findings(actor: Actor) -> QuerySet[Finding]:
    return findings(actor).filter(state__in=OPEN)


def visits(row: Finding) -> QuerySet[Visit]:
    """Every visit to it, oldest first."""
    return row.visits.order_by("went_at", "device", "seq").prefetch_related("corrections")


def visit_of(row: Finding, key: UUID) -> Visit:
    return row.visits.get(pk=key)


def may_see_files(actor: Actor, subject: UUID) -> bool:
    """Who may see a finding sees what hangs on it."""
    return finding(actor, subject) is not None


def _answerable(actor: Actor) -> Q:
    """More days are granted by the subdistrict, that something waits by who plans the season."""
    days = within(actor.paths(P.GRANT)) & Q(wish=Wish.EXTENSION)
    return days | within(actor.paths(P.SUSPEND)) & Q(wish=Wish.SUSPENSION)


def requests(actor: Actor) -> QuerySet[Request]:
    """What waits for an answer of this person, who did not ask it."""
    rows = Request.objects.filter(_answerable(actor), is_granted=None)
    return rows.exclude(asked_by=actor.key).select_related("finding__premises__compound")


def request(actor: Actor, key: UUID) -> Request | None:
    return Request.objects.select_related("finding__premises").filter(_answerable(actor), pk=key).first()


def subdistrict(code: str, area_path: str, at: datetime) -> list[Any]:
    """Who holds a code anywhere in the subdistrict of a place: where a community is too small, its neighbours."""
    return holders_around(code, area_path[:STREET], at)


def sums(row: Programme, paths: Iterable[str], **more: Any) -> dict[str, int]:
    """Findings of a season below some paths: how many, open ones, ended ones, kilograms, premises that came back."""
    closed = Q(state=FindingState.CLOSED)
    return row.findings.filter(within(paths), **more).aggregate(
        findings=Count("pk"),
        open=Count("pk", filter=Q(state__in=OPEN)),
        closed=Count("pk", filter=closed),
        not_established=Count("pk", filter=Q(state=FindingState.NOT_ESTABLISHED)),
        suspended=Count("pk", filter=Q(state=FindingState.SUSPENDED)),
        unknown_kg=Count("pk", filter=Q(kg=None)),
        sum_kg=Sum("kg", default=0),
        rebound_premises=Count("premises", filter=Q(reopens__isnull=False), distinct=True),
        closed_premises=Count("premises", filter=closed, distinct=True),
    )


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What findings are called, and where they stand."""
    rows = findings(actor).filter(pk__in=ids)
    return {str(one.pk): (one.name, reverse("patrol:finding", args=[one.pk])) for one in rows}
