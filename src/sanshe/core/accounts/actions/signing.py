"""Signing in: passwords, locks, devices. Counts are kept outside any transaction of the caller that may be undone."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F

from sanshe.core.accounts import queries, rules
from sanshe.core.accounts.enums import E, R
from sanshe.core.accounts.models import Device, Failure, User
from sanshe.core.accounts.queries import actor_for, is_known_device, user_by_login
from sanshe.core.audit.actions import record
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.adapters import blind


def try_password(*, username: str, password: str, device: str, at: datetime, real: datetime) -> User:
    """The user whose password this is. Refuses WRONG (left) or LOCKED (minutes).

    The guess is counted before it is looked at, so that guesses sent at once cannot outrun the count.
    """
    found = user_by_login(username)
    account = blind(f"password:{username.strip().casefold()}")
    left = count_guess(account=account, user=found, device=device, at=at, real=real)
    fits = _fits(found, password)  # also where there is nobody
    if found is None or not fits:
        raise Refused(R.WRONG, left=left) if left else _locked(rules.LOCK, real)
    forgive(account=account, user=found, device=device)
    return found


def _fits(found: User | None, password: str) -> bool:
    """Takes as long for an account that does not exist."""
    if found is None or not found.is_active:
        make_password(password)
        return False
    return found.check_password(password)


def count_guess(*, account: str, user: User | None, device: str, at: datetime, real: datetime) -> int:
    """Count a guess at an account from a device; returns how many are left after it. Refuses LOCKED."""
    left = []
    for bucket, is_unknown in _buckets(user, device):
        row = _counted(account, bucket, real)
        limit = rules.LOCK_AFTER_UNKNOWN if is_unknown else rules.LOCK_AFTER
        if row.locked_until and row.locked_until > real:
            raise _locked(row.locked_until - real, real)
        if row.count > limit:  # guesses sent at once, counted before the lock was written
            raise _locked(rules.LOCK, real)
        if row.count == limit:
            _lock(row, user, rules.lock_until(count=row.count, is_unknown=is_unknown, real=real), at)
        left.append(limit - row.count)
    return min(left)


def _buckets(user: User | None, device: str) -> list[tuple[str, bool]]:
    """A device that knows the account is counted alone; all others are also counted together."""
    if device and is_known_device(user, device):
        return [(device, False)]
    return [(device, False), ("", True)] if device else [("", True)]


@transaction.atomic
def _counted(account: str, device: str, real: datetime) -> Failure:
    row, _ = Failure.objects.get_or_create(account=account, device=device, defaults={"since": real})
    stale = Failure.objects.filter(pk=row.pk, since__lte=real - rules.LOCK)
    stale.exclude(locked_until__gt=real).update(count=0, since=real, locked_until=None)
    Failure.objects.filter(pk=row.pk).exclude(locked_until__gt=real).update(count=F("count") + 1)
    row.refresh_from_db()
    return row


@transaction.atomic
def _lock(row: Failure, user: User | None, until: datetime | None, at: datetime) -> None:
    locked = Failure.objects.filter(pk=row.pk, locked_until=None).update(locked_until=until)
    if locked and user:
        known = "unknown" if row.device == "" else "device"
        place = {"kind": "accounts.user", "subject": user.pk, "area_path": queries.area_of(user.pk)}
        record(event=E.LOCKED, by=NOBODY, at=at, new={"where": known}, **place)


def _locked(left: object, real: datetime) -> Refused:
    return Refused(R.LOCKED, minutes=rules.minutes_left(real + left, real))  # type: ignore[operator]


def forgive(*, account: str, user: User | None, device: str) -> None:
    """Take back what a right guess counted; its device starts anew, the shared count only loses this one."""
    for bucket, is_unknown in _buckets(user, device):
        rows = Failure.objects.filter(account=account, device=bucket)
        if is_unknown:
            rows.filter(count__gt=0, locked_until=None).update(count=F("count") - 1)
        else:
            rows.delete()


@transaction.atomic
def signed_in(*, user: User, device: str, how: str, at: datetime, real: datetime) -> None:
    """Remember the device and put the sign-in on the record."""
    if device:
        Device.objects.update_or_create(
            user=user,
            mark=device,
            defaults={"last_seen_at": real},
            create_defaults={"first_seen_at": real, "last_seen_at": real},
        )
    by = actor_for(user, at)
    where = {"kind": "accounts.user", "subject": user.pk, "area_path": queries.area_of(user.pk)}
    record(event=E.SIGNED_IN, by=by, at=at, new={"how": how}, **where)
