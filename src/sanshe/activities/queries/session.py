"""Sessions: those that run, who is there, their people in three kinds, the line of the ledger."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from sanshe.activities.enums import Heads, JoiningState, P, SessionState
from sanshe.activities.models import Correction, Joining, Part, Presence, Session, Station
from sanshe.activities.rules.session import ANSWER_WITHIN
from sanshe.activities.types import Counts
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.core.rows.types import Done


def sessions(actor: Actor, code: str = P.READ) -> QuerySet[Session]:
    """Those of one's stations; what was taken back was none."""
    rows = Session.objects.filter(within(actor.paths(code))).select_related("station")
    return rows.exclude(state=SessionState.VOID)


def session(actor: Actor, key: UUID, code: str = P.READ) -> Session | None:
    return sessions(actor, code).filter(pk=key).first()


def between(row: Station, first: datetime, end: datetime) -> QuerySet[Session]:
    """Sessions of a station that began in a time, in order."""
    rows = row.sessions.filter(opened_at__gte=first, opened_at__lt=end)
    return rows.exclude(state=SessionState.VOID).prefetch_related("parts__group", "uses__zone__space")


def there(row: Session) -> list[Part]:
    """Who takes part now."""
    return list(row.parts.filter(left_at=None))


def present(row: Session) -> int:
    """How many there are now, as far as they said; of those who were ticked by name, how many were."""
    told = row.parts.filter(left_at=None).aggregate(n=Sum("heads"))["n"] or 0
    ticked = Presence.objects.filter(part__session=row, part__left_at=None, part__heads=None).count()
    return told + ticked


def counts(rows: Iterable[Session]) -> dict[UUID, Counts]:
    """The people of each session with what was corrected since, in three kinds that are never added up."""
    keys = {one.pk: one for one in rows}
    named, told, more = _named(keys), _told(keys), _corrected(keys)
    return {
        pk: Counts(
            named.get(pk, 0) + more.get((pk, Heads.NAMED), 0),
            told.get(pk, 0) + more.get((pk, Heads.TOLD), 0),
            None if one.seen is None else one.seen + more.get((pk, Heads.SEEN), 0),
        )
        for pk, one in keys.items()
    }


def _named(keys: Iterable[UUID]) -> dict[UUID, int]:
    rows = Presence.objects.filter(part__session__in=list(keys)).values_list("part__session")
    return dict(rows.annotate(n=Count("member", distinct=True)))


def _told(keys: Iterable[UUID]) -> dict[UUID, int]:
    rows = Part.objects.filter(session__in=list(keys), heads__isnull=False).order_by().values_list("session")
    return dict(rows.annotate(n=Sum("heads")))


def _corrected(keys: Iterable[UUID]) -> dict[tuple[UUID, Any], int]:
    rows = Correction.objects.filter(session__in=list(keys)).order_by().values_list("session", "kind")
    return {(pk, kind): n for pk, kind, n in rows.annotate(n=Sum("by_n"))}


def asked(row: Session, at: datetime) -> list[Joining]:
    """Who asks to join and can still be answered."""
    rows = row.joinings.filter(state=JoiningState.ASKED, asked_at__gt=at - ANSWER_WITHIN)
    return list(rows.prefetch_related("answers"))


def entered(part: Part) -> Done | None:
    """That somebody walked in, as what can be taken back: while nobody asked to join and nobody counted."""
    row = part.session
    if part.left_at or row.booking_id or row.state != SessionState.OPEN or row.parts.first() != part:
        return None
    is_handled = row.seen is not None or row.parts.count() > 1 or row.joinings.exists()
    return Done(part.joined_at, is_handled=is_handled)


def part(actor: Actor, key: UUID, code: str = P.KEEP) -> Part | None:
    rows = Part.objects.filter(within(actor.paths(code)), pk=key)
    return rows.select_related("session__station", "group").first()


def joining(actor: Actor, key: UUID, code: str = P.KEEP) -> Joining | None:
    rows = Joining.objects.filter(within(actor.paths(code)), pk=key)
    return rows.select_related("session__station").first()


def on_phone(key: UUID) -> Part | None:
    """The part whose key a telephone has."""
    return Part.objects.filter(pk=key).select_related("session__station", "group").first()


def asked_on_phone(key: UUID) -> Joining | None:
    return Joining.objects.filter(pk=key).select_related("session__station", "part").first()


def line(row: Session) -> dict[str, Any]:
    """What stands in the ledger of a session, as values: this is what is signed."""
    found = counts([row])[row.pk]
    parts = row.parts.values("group_id", "name", "heads", "joined_at", "left_at")
    zones = row.uses.values("zone_id", "since", "until")
    return {
        "station": row.station_id,
        "opened_at": row.opened_at,
        "closed_at": row.closed_at,
        "parts": list(parts),
        "zones": list(zones),
        "named": found.named,
        "told": found.told,
        "seen": found.seen,
    }
