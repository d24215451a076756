"""The one way rows change: as they were read or not at all, and on record in the same transaction."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from sanshe.core.audit import actions as audit
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import rules
from sanshe.core.rows.enums import E, R
from sanshe.core.rows.models import Placed, Recorded, Versioned
from sanshe.core.rows.queries import TAKEN_BACK, kind_of, last_act, versioned
from sanshe.core.rows.types import Mark

One = TypeVar("One", bound=Versioned)


def record(
    event: StrEnum,
    row: Placed,
    /,
    *,
    by: Actor,
    at: datetime,
    old: dict[str, Any] | None = None,
    note: str = "",
    **new: Any,
) -> None:
    """Put an act done to a row on the record, with what it now says."""
    where = row.area_path
    audit.record(
        event=event, kind=kind_of(row), subject=row.pk, by=by, at=at, area_path=where, old=old, new=new, note=note
    )


def move(row: One, to: StrEnum, *, refused: StrEnum | None = None, **fields: Any) -> One:
    """Change `state` and named fields, by the table of moves; `refused` says more exactly why not."""
    state = type(to)(row.state)  # type: ignore[attr-defined]  # every row that moves has a state
    if not rules.may_move(state, to):
        raise Refused(refused or R.NOT_NOW, **({} if refused else {"state": state}))
    return change(row, refused=refused, state=to, **fields)


def change(row: One, *, refused: StrEnum | None = None, **fields: Any) -> One:
    """Change named fields of a row when nobody was faster."""
    if (
        type(row)._default_manager.filter(pk=row.pk, version=row.version).update(**fields, version=F("version") + 1)
        != 1
    ):
        raise Refused(refused) if refused else _overtaken(row)
    row.refresh_from_db()
    return row


def _overtaken(row: Versioned) -> Refused:
    """Somebody was faster: who, and when, as far as the record tells."""
    last = last_act(row)
    if last is None:
        return Refused(R.STALE)
    name, at = last
    return Refused(R.MOVED_ON, name=name, time=f"{shanghai.local(at):%H:%M}")


def hold(marks: Iterable[Mark]) -> None:
    """Hold the rows that a page showed until the act is done; refused when one of them is no longer as it was shown."""
    for mark in sorted(marks, key=lambda one: (one.model, one.key)):
        held = versioned()[mark.model]._base_manager.select_for_update(no_key=True)
        row = held.filter(pk=mark.key).only("version").first()
        if row is None or row.version != mark.version:
            raise _overtaken(row) if row else Refused(R.STALE)


def held(*rows: One) -> list[One]:
    """These rows of one kind as they are now, held in one order until the act is done: who acts on the same rows
    crosswise waits, and then sees what became of them."""
    locked = type(rows[0])._base_manager.select_for_update(no_key=True).filter(pk__in=[row.pk for row in rows])
    found = {row.pk: row for row in locked.order_by("pk")}
    if any(row.pk not in found for row in rows):
        raise Refused(R.STALE)
    return [found[row.pk] for row in rows]


@transaction.atomic
def strike(*, row: Recorded, reason: str, by: Actor, at: datetime, **as_read: Any) -> None:
    """Strike what was entered wrongly: it stays as it was written and counts no more. `as_read` are fields that must
    still be as they were read, for a fact on which others build."""
    insist(rules.refusal_to_strike(stands=row.struck_at is None, reason=reason))
    why = reason.strip()[:200]
    standing = type(row).objects.filter(pk=row.pk, **as_read)
    if standing.update(struck_at=at, struck_by=by.id, struck_why=why) != 1:
        raise Refused(R.STRUCK_ALREADY)
    record(E.STRUCK, row.on_record, by=by, at=at, old={name: getattr(row, name) for name in row.SAID}, note=why)


@transaction.atomic
def take_back(*, code: str, row: Placed, by: Actor, at: datetime) -> None:
    """Take back what was done a few minutes ago: within ten minutes, by who did it, while nobody has acted on it."""
    one = TAKEN_BACK[code]
    insist(rules.refusal_to_take_back(one.done(row), by=by.id, at=at, withdraws=one.withdraws))
    one.undo(row)
    record(one.event, row, by=by, at=at)
