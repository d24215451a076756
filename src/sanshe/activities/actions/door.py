"""What somebody does by the code at the door, without an account."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from sanshe.activities.actions import session as sessions
from sanshe.activities.enums import Channel
from sanshe.activities.models import Joining, Part, Session, Station
from sanshe.core.accounts.actions import count_use
from sanshe.core.kit.access import Actor

MOST, PER = 60, timedelta(hours=1)  # a door, not a telephone: everybody in a hall may come by one address


@transaction.atomic
def enter(
    *, station: Station, zones: Sequence[UUID], heads: int | None, name: str, by: Actor, at: datetime, real: datetime
) -> Part:
    """Walk in by a telephone of one's own."""
    count_use(what=f"activities.door:{station.pk}", most=MOST, per=PER, real=real)
    said = {"zones": zones, "heads": heads, "name": name, "channel": Channel.DOOR}
    return sessions.enter(station=station, **said, by=by, at=at)


@transaction.atomic
def ask(*, session: Session, heads: int | None, name: str, by: Actor, at: datetime, real: datetime) -> Joining:
    """Ask by a telephone of one's own."""
    count_use(what=f"activities.door:{session.station_id}", most=MOST, per=PER, real=real)
    return sessions.ask(session=session, heads=heads, name=name, channel=Channel.DOOR, by=by, at=at)
