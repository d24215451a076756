"""What a batch is, what can be read of it, which numbers are missing. Pure."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sanshe.core.field.enums import R
from sanshe.core.field.types import Told
from sanshe.core.kit.digest import canonical, fingerprint

MOST_EVENTS = 500  # the server's limit; a device sends 50 at a time
MOST_BODY = 32 * 1024
MOST_DEVICES = 10  # of one person, in use
DOUBTFUL = timedelta(minutes=10)
KEPT_DAYS = 400  # how long the words of an event stay; its digest stays for good
MOST_MISSING = 50
_LAST = 2**31 - 1
_FIELDS = frozenset({"id", "device", "seq", "kind", "noted_at", "offset", "body"})
_YEARS = range(2000, 2200)


def refusal_of_batch(*, events: int) -> R | None:
    return R.TOO_MANY if events > MOST_EVENTS else None


def refusal_to_register(*, owner: UUID | None, by: UUID | None, in_use: int, revoked: bool) -> R | None:
    """A device is of one person; who has it already registers it again without harm."""
    if owner is not None and owner != by:
        return R.OTHER_PERSON
    if revoked:
        return R.IS_REVOKED
    return R.TOO_MANY_DEVICES if owner is None and in_use >= MOST_DEVICES else None


def refusal_to_send(*, owners: Mapping[UUID, UUID], devices: Iterable[UUID], by: UUID | None) -> R | None:
    """All that is sent was noted on devices of who sends it."""
    found = [owners.get(one) for one in devices]
    if None in found:
        return R.NO_DEVICE
    return None if all(one == by for one in found) else R.OTHER_PERSON


def refusal_to_decide(*, reason: str, is_needed: bool) -> R | None:
    return R.NO_REASON if is_needed and not reason.strip() else None


def read(said: Any, kinds: Iterable[str]) -> Told | None:
    """One event as it was sent; None for what nobody can read."""
    try:
        return _read(said) if said["kind"] in kinds else None
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError, RecursionError):
        return None


def _read(said: Mapping[str, Any]) -> Told:
    told = Told(
        id=UUID(said["id"]),
        device=UUID(said["device"]),
        seq=_whole(said["seq"], 1, _LAST),
        kind=str(said["kind"]),
        noted_at=_moment(said["noted_at"]),
        offset=_whole(said["offset"], -(10**14), 10**14),
        body=_body(said["body"]),
    )
    if not _FIELDS.issuperset(said) or told.at.year not in _YEARS:
        raise ValueError
    return told


def _whole(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or found.year not in _YEARS:
        raise ValueError
    return found.astimezone(UTC)


def _body(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict) or len(canonical(value)) > MOST_BODY:
        raise ValueError
    return value


def digest(told: Told) -> str:
    """The same for the same event, wherever and whenever it is sent."""
    where = {"id": told.id, "device": told.device, "seq": told.seq, "kind": told.kind}
    return fingerprint({**where, "noted_at": told.noted_at, "offset": told.offset, "body": told.body})


def key_of_other(told: UUID, digest: str) -> UUID:
    """Under which key other content of a known event is kept: the same each time it comes."""
    return uuid5(NAMESPACE_OID, f"{told}:{digest}")


def is_doubtful(told: Told, *, sent_at: datetime | None, at: datetime) -> bool:
    """Whether somebody should look at its time: the clock of the device was off, or it tells what is yet to be."""
    if sent_at is not None and abs(at - sent_at - timedelta(milliseconds=told.offset)) > DOUBTFUL:
        return True
    return told.at > at + DOUBTFUL


def sent_at(text: Any) -> datetime | None:
    """When the device says that it sent; None when it does not."""
    try:
        return _moment(text)
    except (TypeError, ValueError, OverflowError):
        return None


def missing(numbers: Iterable[int]) -> tuple[int, ...]:
    """The numbers before the last of which nothing came; the first fifty."""
    gaps: list[int] = []
    last = 0
    for number in sorted(set(numbers)):
        gaps.extend(range(last + 1, min(number, last + 1 + MOST_MISSING)))
        last = number
    return tuple(gaps[:MOST_MISSING])
